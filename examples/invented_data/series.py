"""Values of performance measures over time: rows of the data set `measures`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from invented_data.draw import Draw
from invented_data.table import Row

_LATE_IN_YEAR = 7


class Measure(NamedTuple):
    """A measure, and how its values run. Values are kept in tenths, so that none is rounded."""

    name: str
    unit: str
    tenths: int
    """About what its values are."""
    swing: int
    """By how much they go up and down; 0 for a value that never changes."""
    stride: int = 1
    """Months from one value to the next."""
    to_date: bool = False
    """Whether the month that is not over yet has a value too."""


def months(first: str, last: str, stride: int = 1) -> list[date]:
    """The first days of the months from first to last, as `2023-04`."""
    begin, end = (int(text[:4]) * 12 + int(text[5:]) - 1 for text in (first, last))
    return [date(number // 12, number % 12 + 1, 1) for number in range(begin, end + 1, stride)]


def values(measure: Measure, first: str, taken: date, draw: Draw) -> Iterator[Row]:
    """One row for each period that is over on the day on which the values were taken.

    The year has its ups and downs beside those of chance.
    """
    for day in months(first, taken.isoformat()[:7], measure.stride):
        over = _end(day, measure.stride)
        if over > taken and not measure.to_date:
            return
        season = measure.swing * (1 if day.month > _LATE_IN_YEAR else -1) // 4
        tenths = measure.tenths + season + draw.below(measure.swing + 1) - measure.swing // 2
        yield {
            "measure": measure.name,
            "period": day,
            "value": f"{tenths // 10}.{tenths % 10}",
            "unit": measure.unit,
            "definition": "1",
            "refreshed_on": min(over + timedelta(days=3 + draw.below(8)), taken),
        }


def _end(day: date, stride: int) -> date:
    """The first day after a period of so many months."""
    number = day.year * 12 + day.month - 1 + stride
    return date(number // 12, number % 12 + 1, 1)
