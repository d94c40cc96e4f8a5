"""The trend of a measured share, quarter by quarter."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from govcheck.plugin import Dataset, Finding, Measured, Share
from govcheck_police.rates import UNKNOWN, Aim, Rates, Shares

_LAST = 8
"""So many quarters back a trend is shown."""


def by_quarter(
    dataset: Dataset, shares: Shares, wanted: Aim, *left_out: Collection[str]
) -> Iterator[Finding]:
    """The trend of a rate that is split by month and by what decides further, without weight.

    Of a single month there would often be too few people to say anything. Where there are too few
    in one of the quarters, none is shown: how many they are would often follow from the others.
    """
    quarters: dict[tuple[str, ...], Share] = {}
    for (month, *others), share in shares.items():
        if month not in UNKNOWN:
            key = (_quarter(month), *others)
            before = quarters.get(key, Share(0, 0))
            parts = before.numerator + share.numerator, before.denominator + share.denominator
            quarters[key] = Share(*parts, share.limit)
    rates = Rates(quarters, *left_out)
    shown = {name: rates.share(name) for name in sorted(rates.names)[-_LAST:]}
    if any(0 < share.denominator < dataset.limit for share in shown.values()):
        return
    for quarter, share in shown.items():
        if share.denominator:
            yield Measured(
                dataset.figure(share, wanted.rows, at_least=wanted.percent, period=quarter)
            )


def _quarter(month: str) -> str:
    """The quarter of a month, as the span `2023-04/2023-06`."""
    year, number = month.split("-")
    first = (int(number) - 1) // 3 * 3 + 1
    return f"{year}-{first:02}/{year}-{first + 2:02}"
