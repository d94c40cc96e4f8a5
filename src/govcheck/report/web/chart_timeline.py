"""The days that matter on one line, against the day of judgement."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal, NamedTuple

from govcheck.model.result import RecommendationResult, Result
from govcheck.report.words import counted

Kind = Literal["report", "response", "due", "action", "done", "judgement"]
_EDGE = 4
"""Hundredths that are left free at both ends, so that no mark is cut."""


class Event(NamedTuple):
    """A day and what it is about."""

    day: str
    kind: Kind
    what: str
    state: str


class Mark(NamedTuple):
    """An event at its place on the line, in hundredths, and how far from the judgement."""

    event: Event
    at: float
    distance: str


class Timeline(NamedTuple):
    """All events by day; `judgement` is where the day of judgement stands."""

    judgement: float
    marks: tuple[Mark, ...]


def timeline_of(result: Result) -> Timeline:
    """The events of a result in their order."""
    events = sorted(_events(result), key=lambda event: event.day)
    first, last = (date.fromisoformat(events[at].day) for at in (0, -1))
    span = max((last - first).days, 1)

    def place(day: str) -> float:
        share = (date.fromisoformat(day) - first).days / span
        return round(_EDGE + (100 - 2 * _EDGE) * share, 2)

    marks = (Mark(event, place(event.day), _distance(event.day, result.as_of)) for event in events)
    return Timeline(place(result.as_of), tuple(marks))


def _events(result: Result) -> Iterator[Event]:
    yield Event(result.framework.published, "report", "Report published", "")
    if result.framework.response:
        past = "past" if result.framework.response.passed else "to come"
        day = result.framework.response.last_day
        yield Event(day, "response", "Last day for the response", past)
    if result.response.published:
        yield Event(result.response.published, "response", "Response published", "done")
    yield Event(result.as_of, "judgement", "Day of judgement", "")
    for item in result.recommendations:
        yield from _of_recommendation(item)


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
            yield Event(action.due, "action", what, overdue)


def _distance(day: str, judgement: str) -> str:
    days = (date.fromisoformat(day) - date.fromisoformat(judgement)).days
    if days == 0:
        return "on the day of judgement"
    return f"{counted(abs(days), 'day')} {'after' if days > 0 else 'before'}"
