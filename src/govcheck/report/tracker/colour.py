"""The colour of a recommendation, and the rule that gives it.

The four colours and their meanings are those of a tracker that a police authority publishes (City
of London Police, report to the Police Authority Board, 2019).
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from govcheck.model.assessment import FINISHED
from govcheck.model.result import ActionResult, RecommendationResult
from govcheck.model.vocabulary import Support, Verdict

_BORNE_OUT = frozenset({Support.SUPPORTED, Support.UNDER_CLAIMED})


class Colour(StrEnum):
    """The colours, the best first."""

    GREEN = "GREEN"
    AMBER = "AMBER"
    RED = "RED"
    WHITE = "WHITE"


MEANING = {
    Colour.GREEN: "implemented",
    Colour.AMBER: "ongoing, expected to be implemented",
    Colour.RED: "past its deadline, or nothing is under way",
    Colour.WHITE: "not this force's to deliver",
}


class Position(NamedTuple):
    """A colour and why it is this one."""

    colour: Colour
    reason: str


def is_open(action: ActionResult) -> bool:
    """Whether an action is still to be done."""
    return action.state not in FINISHED


def position(item: RecommendationResult) -> Position:
    """The colour of a recommendation.

    Green needs that the checks find it met *and* that the record bears out the claim. Amber needs
    an action that is still to be done: without one, nothing says that it is going to be
    implemented. So whoever takes an answer, evidence or an action away never comes to a better
    colour.
    """
    if item.verdict is Verdict.NOT_APPLICABLE:
        return Position(Colour.WHITE, item.reason)
    if item.verdict is Verdict.MET and item.support in _BORNE_OUT:
        return Position(Colour.GREEN, f"{item.verdict}, and {item.support}")
    found = f"{item.verdict}, {item.support}" if item.verdict is Verdict.MET else str(item.verdict)
    if item.due and item.due.passed:
        return Position(Colour.RED, f"past its deadline and not shown to be done: {found}")
    if any(map(is_open, item.actions)):
        return Position(Colour.AMBER, f"{found}; an action is under way")
    if item.no_action_because:
        return Position(Colour.RED, f"{found}; no action, because {item.no_action_because}")
    return Position(Colour.RED, f"{found}; no action is under way")
