"""Kept results over time as small charts, drawn from the words of the table beside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from govcheck.model.trend import TrendLine
from govcheck.model.vocabulary import Verdict

_LOW, _HIGH = 18, 4
"""Where the lowest and the highest word stand, in pixels from the top."""
_LEFT, _RIGHT = 4.0, 96.0
"""Where the first and the last day stand, in hundredths of the width."""
_RANKS: Mapping[str, int] = {
    verdict: rank for verdict in Verdict if (rank := verdict.rank) is not None
}
_BEST = max(_RANKS.values())


class Point(NamedTuple):
    """Where a word stands: hundredths of the width, pixels from the top."""

    x: float
    y: float


class TrendRow(NamedTuple):
    """What came out for one thing: a word for each day, and the points of those in an order."""

    name: str
    words: tuple[str, ...]
    """Empty where nothing is kept of that day."""
    points: tuple[Point, ...]

    @property
    def steps(self) -> tuple[tuple[Point, Point], ...]:
        """From each point to the next."""
        return tuple(pairwise(self.points))


class Trend(NamedTuple):
    """All rows under the same days."""

    days: tuple[str, ...]
    rows: tuple[TrendRow, ...]


def trend_of(lines: Sequence[TrendLine]) -> Trend:
    """The rows of one force and report. A word outside the order of verdicts has no point."""
    days = tuple(sorted({day for line in lines for day, _ in line.words}))
    places = dict(zip(days, _spread(days), strict=True))
    return Trend(days, tuple(_row(line, places) for line in lines))


def _spread(days: Sequence[str]) -> list[float]:
    """The place of each day, as far apart as the days are."""
    if len(days) == 1:
        return [50.0]
    first, *_, last = numbers = [date.fromisoformat(day).toordinal() for day in days] or [0, 1]
    return [
        round(_LEFT + (_RIGHT - _LEFT) * (number - first) / (last - first), 2)
        for number in numbers[: len(days)]
    ]


def _row(line: TrendLine, places: Mapping[str, float]) -> TrendRow:
    words = dict(line.words)
    heights = _heights(words)
    return TrendRow(
        line.name,
        tuple(words.get(day, "") for day in places),
        tuple(Point(x, heights[day]) for day, x in places.items() if day in heights),
    )


def _heights(words: Mapping[str, str]) -> dict[str, float]:
    """How high each word stands: verdicts in their order, numbers between none and the most."""
    if all(word.isdigit() for word in words.values()):
        numbers = {day: int(word) for day, word in words.items()}
        most = max(*numbers.values(), 1)
    else:
        numbers = {day: _RANKS[word] for day, word in words.items() if word in _RANKS}
        most = _BEST
    return {day: round(_LOW - (_LOW - _HIGH) * number / most, 2) for day, number in numbers.items()}
