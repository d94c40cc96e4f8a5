"""The months for which a measure should have a value, by its own stated frequency."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from govcheck.plugin import Amount, Finding, months_later
from govcheck_police.data_collection.frequency import TURNS, Turn
from govcheck_police.data_collection.measure import Measure
from govcheck_police.data_collection.section import DataCollection
from govcheck_police.entries import known_in_full

MONTHS = 12
"""So many months back from the day of judgement a series is looked at: this pack's own choice."""
AT = "/datasets/measures"


class Series(NamedTuple):
    """A measure that is listed, with what the table holds of it."""

    measure: Measure
    at: str
    """Where it is listed."""
    months: frozenset[str]
    """The months in which a period with a value begins, as `2023-04`."""


def series_of(
    section: DataCollection, counted: Mapping[tuple[str, ...], Amount]
) -> Iterator[Series]:
    """Every listed measure once, with its months."""
    months: dict[str, set[str]] = {}
    for (name, month), amount in counted.items():
        if amount.exact:
            months.setdefault(name, set()).add(month)
    seen = set()
    for index, measure in enumerate(section.measures or ()):
        if measure.id not in seen:
            seen.add(measure.id)
            at = f"/data_collection/measures/{index}"
            yield Series(measure, at, frozenset(months.get(measure.id, ())))


def turn_of(series: Series) -> Turn | None:
    """How often the measure is due, where a frequency is stated."""
    return TURNS.get(series.measure.frequency or "")


def missing_periods(series: Series, turn: Turn, as_of: date) -> tuple[int, int]:
    """How many of the periods that are due have no value, and how many are due.

    Periods are as long as the frequency, months at least, and are counted back from the last one
    that is over, days of grace included. In each stretch of that length one period begins. So a
    value that is taken out leaves a hole wherever it stood, at the end as in the middle.
    """
    stride = stride_of(turn)
    last = months_later(as_of - timedelta(days=turn.tolerance), -stride)
    stretches = [range(back, back + stride) for back in range(0, MONTHS, stride)]
    missing = sum(
        not series.months.intersection(_month(months_later(last, -back)) for back in stretch)
        for stretch in stretches
    )
    return missing, len(stretches)


def stride_of(turn: Turn) -> int:
    """How many months a period is long: one where values come more often."""
    return max(turn.months, 1)


def _month(day: date) -> str:
    return day.isoformat()[:7]


def unlisted(section: DataCollection | None) -> Iterator[Finding]:
    """What keeps a check of series from judging all measures: some or all are not listed."""
    known = section or DataCollection()
    yield from known_in_full(
        known.measures,
        known.measures_in_framework,
        "measures",
        "/data_collection/measures",
        "/data_collection/measures_in_framework",
    )
