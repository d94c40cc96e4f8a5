"""The tracker as rows: one for each recommendation of each file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from govcheck.model.result import ActionResult, RecommendationResult, Result
from govcheck.model.visible import visible
from govcheck.model.vocabulary import Status
from govcheck.report.judged import Judged
from govcheck.report.tracker.colour import MEANING, Colour, is_open, position
from govcheck.report.words import counted, day

HEADINGS = ("Force", "No.", "Id", "Recommendation", "Status", "Meaning", "Due", "Owner", "Comment")


class Row(NamedTuple):
    """A recommendation in the tracker; the fields are the columns."""

    force: str
    number: str
    id: str
    recommendation: str
    colour: Colour
    meaning: str
    due: str
    owner: str
    comment: str


def rows(judged: Sequence[Judged]) -> tuple[Row, ...]:
    """Every recommendation, in the order of the report."""
    return tuple(
        _row(item.result, recommendation)
        for item in judged
        for recommendation in item.result.recommendations
    )


def _row(result: Result, item: RecommendationResult) -> Row:
    found = position(item)
    comment = ". ".join((found.reason, *_next_steps(item)))
    return Row(
        visible(result.force.name),
        visible(item.number),
        visible(item.id or ""),
        visible(item.title),
        found.colour,
        MEANING[found.colour],
        day(item.due.last_day) if item.due else "no deadline set",
        visible(item.owner or "no owner named"),
        visible(f"{comment[:1].upper()}{comment[1:]}."),
    )


def _next_steps(item: RecommendationResult) -> Iterator[str]:
    """What is still to be done, and what nobody has taken on."""
    for action in filter(is_open, item.actions):
        yield f"Next: {action.id} {_without_stop(action.what)} ({_by(action)})"
    gaps = sum(check.status is Status.GAP for check in item.check_results())
    is_left = sum(check.status is Status.NOT_ASSESSED for check in item.check_results())
    if gaps or is_left:
        yield f"{counted(gaps, 'check')} found a gap, {is_left} could not be assessed"


def _without_stop(text: str) -> str:
    return visible(text).rstrip(".")


def _by(action: ActionResult) -> str:
    due = f"due {day(action.due)}" if action.due else "no date"
    late = ", overdue" if action.overdue else ""
    return f"{action.owner or 'no owner'}, {due}{late}"
