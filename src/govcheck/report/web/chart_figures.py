"""Measured figures as bars, drawn from the words that are printed and from nothing else.

What is suppressed or rounded in the words is so in the drawing: of a count that is only known to be
small, or nearly all, the part that is not known is hatched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from govcheck.model.finding import Figure
from govcheck.model.result import CheckResult, Result

_NUMBER = r"(?:about )?([0-9][0-9,]*(?:\.[0-9]+)?)"
_PERCENT = re.compile(r"(just under )?([0-9]+(?:\.[0-9]+)?) %")
_OF = re.compile(rf"^(all but )?(fewer than )?{_NUMBER} of {_NUMBER}$")
_COUNT = re.compile(rf"^{_NUMBER}(?:, as stated)?$")
_WANTED = re.compile(r"^at (?:least|most) ([0-9]+(?:\.[0-9]+)?) %$")


class Bar(NamedTuple):
    """A bar in hundredths of its length."""

    length: float
    """How far it surely reaches."""
    unknown: float
    """How much further it may reach."""
    wanted: float | None
    """Where the mark of what is wanted stands."""


class Drawn(NamedTuple):
    """A figure with its bar; none where the words name no two numbers."""

    figure: Figure
    bar: Bar | None


class Series(NamedTuple):
    """What one check measured: group by group, and the same over time."""

    check: CheckResult
    figures: tuple[Drawn, ...]
    trend: tuple[Drawn, ...]
    """Parts of the time that one of the figures covers, in their order."""


def measured(result: Result) -> tuple[Series, ...]:
    """Every figure of the result once, under its check, in the order of the report."""
    found = (_series(check) for check in result.check_results())
    return tuple(series for series in found if series.figures)


def _series(check: CheckResult) -> Series:
    said = (finding.figure for finding in check.findings if finding.figure)
    figures = tuple(dict.fromkeys((*check.measured, *said)))
    parts = tuple(sorted(_parts_in_time(figures), key=lambda figure: figure.period))
    rest = tuple(figure for figure in figures if figure not in parts)
    return Series(check, tuple(map(_drawn, rest)), tuple(map(_drawn, parts)))


def _parts_in_time(figures: Sequence[Figure]) -> Iterator[Figure]:
    """Those of which another one, about the same, covers the whole time."""
    for figure in figures:
        wholes = (other for other in figures if other.about == figure.about)
        if any(_covers(other.period, figure.period) for other in wholes):
            yield figure


def _covers(whole: str, part: str) -> bool:
    """Whether a period, as `2022-04/2023-03`, holds another one and more."""
    begin, _, end = whole.partition("/")
    first, _, last = part.partition("/")
    # A tilde stands behind every digit and dash: a year ends after each of its months.
    is_inside = begin <= first and f"{last or first}~" <= f"{end or begin}~"
    return bool(begin and first) and is_inside and whole != part


def _drawn(figure: Figure) -> Drawn:
    return Drawn(figure, bar_of(figure))


def bar_of(figure: Figure) -> Bar | None:
    """The bar of a figure that is a share, or that can be held against what is wanted."""
    mark = _mark(figure.wanted)
    if percent := _PERCENT.match(figure.value):
        return Bar(min(float(percent[2]), 100), 0, mark)
    if (of := _OF.match(figure.value)) and _number(of[4]):
        return Bar(*_reach(of), mark)
    return _beside(_COUNT.match(figure.value), _COUNT.match(figure.wanted))


def _mark(wanted: str) -> float | None:
    """Where the mark of a wanted share stands."""
    if wanted == "all":
        return 100
    share = _WANTED.match(wanted)
    return min(float(share[1]), 100) if share else None


def _reach(of: re.Match[str]) -> tuple[float, float]:
    """How far the bar of a share surely reaches, and how much further it may."""
    share = min(round(100 * _number(of[3]) / _number(of[4]), 2), 100)
    if of[1]:
        return round(100 - share, 2), share
    return (0, share) if of[2] else (share, 0)


def _beside(found: re.Match[str] | None, wanted: re.Match[str] | None) -> Bar | None:
    """Two counts on one scale, the larger of them as its end."""
    if not found or not wanted:
        return None
    counts = _number(found[1]), _number(wanted[1])
    longest = max(*counts, 1)
    return Bar(round(100 * counts[0] / longest, 2), 0, round(100 * counts[1] / longest, 2))


def _number(text: str) -> float:
    return float(text.replace(",", ""))
