"""The days that matter, as lanes on one scale and as a list, against the day of judgement."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal, NamedTuple

from govcheck.model.deadline import in_words
from govcheck.model.result import RecommendationResult, Result
from govcheck.report.words import counted

Kind = Literal["report", "response", "due", "action", "done", "judgement"]
_EDGE = 4
"""Hundredths that are left free at both ends, so that no mark is cut."""
_MOST_TICKS = 5


class Event(NamedTuple):
    """A day and what it is about."""

    day: str
    kind: Kind
    what: str
    state: str
    late: bool = False


class Mark(NamedTuple):
    """An event at its place on the line, in hundredths, and how far from the judgement."""

    event: Event
    at: float
    distance: str


class Lane(NamedTuple):
    """The marks that concern one thing."""

    name: str
    marks: tuple[Mark, ...]


class Tick(NamedTuple):
    """The first day of a quarter or a year, at its place on the line."""

    at: float
    label: str


class Timeline(NamedTuple):
    """All events by day; `judgement` is where the day of judgement stands."""

    judgement: float
    marks: tuple[Mark, ...]
    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]


class _Scale(NamedTuple):
    """From days to hundredths of the line."""

    first: date
    last: date

    def place(self, day: date) -> float:
        share = (day - self.first).days / max((self.last - self.first).days, 1)
        return round(_EDGE + (100 - 2 * _EDGE) * share, 2)


def timeline_of(result: Result) -> Timeline:
    """The events of a result in their order."""
    by_lane = [
        ("The report", tuple(_of_the_report(result))),
        *(
            (f"Recommendation {item.number}", tuple(_of_recommendation(item)))
            for item in result.recommendations
        ),
    ]
    events = sorted((event for _, found in by_lane for event in found), key=lambda event: event.day)
    scale = _Scale(*(date.fromisoformat(events[at].day) for at in (0, -1)))
    marked = {
        event: Mark(
            event, scale.place(date.fromisoformat(event.day)), _distance(event.day, result.as_of)
        )
        for event in events
    }
    return Timeline(
        scale.place(date.fromisoformat(result.as_of)),
        tuple(marked[event] for event in events),
        tuple(Lane(name, tuple(marked[event] for event in found)) for name, found in by_lane),
        tuple(_ticks(scale)),
    )


def _of_the_report(result: Result) -> Iterator[Event]:
    yield Event(result.framework.published, "report", "Report published", "done")
    if result.framework.response:
        past = "past" if result.framework.response.passed else "to come"
        day = result.framework.response.last_day
        yield Event(day, "response", "Last day for the response", past)
    if result.response.published:
        yield Event(result.response.published, "response", "Response published", "done")
    yield Event(result.as_of, "judgement", "Day of judgement", "this day")


def _of_recommendation(item: RecommendationResult) -> Iterator[Event]:
    name = f"Recommendation {item.number}"
    if item.due:
        past = "past" if item.due.passed else "to come"
        yield Event(item.due.last_day, "due", f"{name} due", past)
    if item.completed:
        yield Event(item.completed, "done", f"{name} completed", "as stated")
    for action in item.actions:
        if action.due:
            state = action.state or "state not given"
            overdue = f"{state}, overdue" if action.overdue else state
            what = f"{name}, action {action.id}: {action.what}"
            yield Event(action.due, "action", what, overdue, action.overdue)


def _ticks(scale: _Scale) -> Iterator[Tick]:
    """The first days of quarters, or of half years or years where those would stand too close."""
    years = range(scale.first.year, scale.last.year + 1)
    for months in ((1, 4, 7, 10), (1, 7), (1,)):
        firsts = [date(year, month, 1) for year in years for month in months]
        shown = [day for day in firsts if scale.first <= day <= scale.last]
        if len(shown) <= _MOST_TICKS:
            break
    for day in shown[:: len(shown) // (_MOST_TICKS + 1) + 1]:
        _, month, year = in_words(day).split()
        yield Tick(scale.place(day), f"{month[:3]} {year}")


def _distance(day: str, judgement: str) -> str:
    days = (date.fromisoformat(day) - date.fromisoformat(judgement)).days
    if days == 0:
        return "on the day of judgement"
    return f"{counted(abs(days), 'day')} {'after' if days > 0 else 'before'}"
