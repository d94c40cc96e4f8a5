"""Measured shares held against a least per cent, group by group.

A row of which the group is blank or not recognised may belong to any group, and one of which it is
not known whether it counts may count. Where that decides, such rows are taken at their worst, so
that nobody gains by leaving something out: a share falls short, or it is not sure that it does not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from govcheck.plugin import (
    NOT_STATED,
    UNREAD,
    Amount,
    Dataset,
    Finding,
    Framework,
    Gap,
    Measured,
    Open,
    Share,
    ShareOfWhole,
    Threshold,
)
from govcheck_police.groups import listed

UNKNOWN = (NOT_STATED, UNREAD.value)
"""What stands for a value that is blank or not recognised."""
Shares = dict[tuple[str, ...], Share]
Claims = Mapping[str, tuple[str, str]]
"""What the section says of a group: the place, and the words."""


class Aim(NamedTuple):
    """A least share, and how it is told."""

    percent: float
    short: str
    """What is the case where it falls short, as `too few leavers were offered an interview`."""
    rows: str
    """Whom the rows are about, as `leavers`."""
    among: str
    """What the rows are told apart by: group, role or reason."""


def aim(
    framework: Framework, threshold: Threshold, short: str, rows: str, among: str = "group"
) -> Aim:
    """The share that is wanted: the framework's own, or this pack's."""
    return Aim(framework.threshold(threshold), short, rows, among)


class Rates:
    """The shares of each group, made of a rate that is split by group and what decides further."""

    def __init__(
        self, shares: Shares, *left_out: Collection[str], unsure_count: bool = False
    ) -> None:
        """Take a rate split by group, and by one more column for each of `left_out`.

        Rows with a value that is left out do not count. Of rows in which such a column is blank or
        not recognised nobody knows whether they do: they are in the share where `unsure_count`, and
        taken at their worst anyway.
        """
        self._shares: dict[str, Share] = {}
        self._sure: dict[str, int] = defaultdict(int)
        self._short: dict[str, int] = defaultdict(int)
        self.unsure = 0
        """The rows of which the group, or whether they count, is not known."""
        for (name, *others), share in shares.items():
            if any(value in out for value, out in zip(others, left_out, strict=True)):
                continue
            known = all(value not in UNKNOWN for value in others)
            self._add(name, share, known=known, counted=known or unsure_count)

    def _add(self, name: str, share: Share, *, known: bool, counted: bool) -> None:
        if not known or name in UNKNOWN:
            self.unsure += share.denominator
        self._short[name] += share.denominator - share.numerator
        if name in UNKNOWN:
            return
        before = self.share(name)
        if counted:
            self._shares[name] = Share(
                before.numerator + share.numerator,
                before.denominator + share.denominator,
                share.limit,
            )
        self._sure[name] += share.numerator if known else 0

    @property
    def names(self) -> list[str]:
        """The groups of which there are rows, or may be."""
        return [name for name in self._short if name not in UNKNOWN]

    def share(self, name: str) -> Share:
        """The share of a group; of nobody where it has no rows."""
        return self._shares.get(name) or Share(0, 0)

    def sure(self, name: str, percent: float) -> bool:
        """Whether a group reaches the figure whatever holds for the rows that are not sure."""
        sure = self._sure.get(name, 0)
        short = sum(self._short.get(item, 0) for item in {name, *UNKNOWN})
        reached = Share(sure, sure + short).reaches(percent)
        return name not in self._short if reached is None else reached


def each_reaches(
    dataset: Dataset,
    rates: Rates,
    names: Collection[str],
    wanted: Aim,
    claims: Claims = MappingProxyType({}),
) -> Iterator[Finding]:
    """Every group reaches what is wanted. Groups without rows are left to `none_absent`."""
    at = f"/datasets/{dataset.dataset_key}"
    undecided = []
    yield from _shown(dataset, rates, names, wanted)
    for name in names:
        share = rates.share(name)
        if share.reaches(wanted.percent) is False:
            place, claim = claims.get(name, (at, ""))
            beside = f", although {claim}" if claim else ""
            figure = dataset.figure(share, name, at_least=wanted.percent)
            yield Gap(f"{name}: {wanted.short}{beside}", at=place, figure=figure)
        elif not rates.sure(name, wanted.percent):
            undecided.append(name)
    if undecided:
        rows = Amount(rates.unsure, dataset.limit)
        yield Open(
            at,
            f"in rows of {rows} {wanted.rows} a fact is blank or not recognised that decides"
            f" whether {wanted.percent:g} % is reached for {listed(undecided)}",
        )


def _shown(
    dataset: Dataset, rates: Rates, names: Collection[str], wanted: Aim
) -> Iterator[Finding]:
    """The share of every group that has rows."""
    for name in names:
        share = rates.share(name)
        if share.denominator:
            yield Measured(dataset.figure(share, name, at_least=wanted.percent))


def none_absent(
    dataset: Dataset, rates: Rates, names: Collection[str], wanted: Aim
) -> Iterator[Finding]:
    """There are rows of every group; of a group without rows nothing is known."""
    absent = [name for name in names if not rates.share(name).denominator]
    if absent:
        yield Open(
            f"/datasets/{dataset.dataset_key}",
            f"the data have no {wanted.rows} of the {wanted.among} {listed(absent)}, so nothing"
            " could be measured there",
        )


def whole(shares: Shares, *left_out: Collection[str]) -> Rates:
    """The share of all rows, made of a rate that is split only by what decides further."""
    return Rates({("", *values): share for values, share in shares.items()}, *left_out)


def whole_reaches(
    dataset: Dataset,
    rates: Rates,
    wanted: Aim,
    claim: tuple[str, str] | None = None,
    *,
    parted: bool = True,
) -> Iterator[Finding]:
    """The share of all rows reaches what is wanted. Where there are no rows, nothing is known.

    A small whole is not shown, unless no figures of its parts are either: then say `parted=False`.
    """
    at = f"/datasets/{dataset.dataset_key}"
    share = rates.share("")
    shown = ShareOfWhole(*share) if parted else share
    figure = dataset.figure(shown, wanted.rows, at_least=wanted.percent)
    if share.denominator:
        yield Measured(figure)
    if share.reaches(wanted.percent) is False:
        place, beside = (claim[0], f", although {claim[1]}") if claim else (at, "")
        yield Gap(f"{wanted.short}{beside}", at=place, figure=figure)
    elif not share.denominator and not rates.unsure:
        yield Open(at, f"the data have no {wanted.rows} of whom this could be measured")
    elif not rates.sure("", wanted.percent):
        rows = Amount(rates.unsure, dataset.limit)
        yield Open(
            at,
            f"in rows of {rows} {wanted.rows} a fact is blank or not recognised that decides"
            f" whether {wanted.percent:g} % is reached",
        )
