"""Numbers that a section states, held against what the rows of a data set give.

Rows of which a fact is blank or not recognised may count or not, so a measured number is a span.
Nobody gains by blanking a row: the span only grows, and is right only where all of it is.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import timedelta
from typing import NamedTuple

from govcheck.plugin import Amount, Dataset, Finding, Gap, Open, parse_period
from govcheck_police.rates import UNKNOWN

Counts = dict[tuple[str, ...], Amount]
ANY = None
"""Every value will do, also one that is not known."""


class Span(NamedTuple):
    """What a number can be: at least the rows that surely count, at most those that may as well."""

    least: int
    most: int


def span(counts: Counts, *wanted: Collection[str] | None) -> Span:
    """How many rows have one of the wanted values in each of the columns of a split count."""
    sure = possible = 0
    for values, amount in counts.items():
        pairs = list(zip(values, wanted, strict=True))
        if all(allowed is ANY or value in allowed for value, allowed in pairs):
            sure += amount.exact
        elif all(allowed is ANY or value in (*allowed, *UNKNOWN) for value, allowed in pairs):
            possible += amount.exact
    return Span(sure, sure + possible)


def months_of(period: str | None) -> frozenset[str]:
    """The months of a stated period, as `2023-04`; none where it is blank or not whole months."""
    if period is None:
        return frozenset()
    first, last = parse_period(period)
    if first.day != 1 or (last + timedelta(days=1)).day != 1:
        return frozenset()
    begin, end = (day.year * 12 + day.month - 1 for day in (first, last))
    return frozenset(f"{number // 12:04}-{number % 12 + 1:02}" for number in range(begin, end + 1))


class Stated(NamedTuple):
    """A number that the section states."""

    number: int | None
    what: str
    """What it counts, as `leavers among special constables`."""
    at: str


def agrees(
    dataset: Dataset, stated: Stated, found: Span, *, percent: float = 0
) -> Iterator[Finding]:
    """A stated number is that of the data, or differs by no more than so many per cent of it."""
    if stated.number is None:
        yield Open(stated.at)
        return
    slack = stated.number * percent / 100
    low, high = stated.number - slack, stated.number + slack
    if found.most < low or found.least > high:
        less = "fewer" if found.most < low else "more"
        shown = Amount(found.most if found.most < low else found.least, dataset.limit)
        wanted = f"{Amount(stated.number, dataset.limit)}, as stated"
        if str(shown) in wanted:
            wanted += "; they differ by less than the rounding shows"
        figure = dataset.figure(shown, stated.what, wanted)
        yield Gap(f"{stated.what}: the data show {less} than is stated", stated.at, figure=figure)
    elif found.least < low or found.most > high:
        yield Open(
            f"/datasets/{dataset.dataset_key}",
            f"{stated.what}: rows in which a fact is blank or not recognised decide whether the"
            " stated number is right",
        )
