"""What the board is asked. Each request follows from the result by a rule; none is an opinion."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from govcheck.model.result import ActionResult, RecommendationResult
from govcheck.model.vocabulary import Severity, Status, Support, Verdict
from govcheck.report.board.plain_words import duty_of, sentence
from govcheck.report.tracker.colour import Colour, is_open, position
from govcheck.report.words import counted, day


class Ask(NamedTuple):
    """A request to the board."""

    verb: str
    """What the board does: note, decide or challenge."""
    what: str

    def __str__(self) -> str:
        """As a line of the paper."""
        return f"{self.verb}: {self.what}"


def asks(item: RecommendationResult) -> tuple[Ask, ...]:
    """What the board is asked about a recommendation, what weighs most first."""
    return (
        *_about_the_claim(item),
        *_about_gaps(item),
        *(ask for action in item.actions if is_open(action) for ask in _about(action)),
        *_about_the_rest(item),
    )


def _about_the_claim(item: RecommendationResult) -> Iterator[Ask]:
    if item.support is Support.CONTRADICTED:
        yield Ask("Challenge", f"which is right: {sentence(item.support_reason)}")
    elif item.support in (Support.UNSUPPORTED, Support.STALE):
        yield Ask("Challenge", f"on what the claim rests: {sentence(item.support_reason)}")


def _about_gaps(item: RecommendationResult) -> Iterator[Ask]:
    gaps = _weighty(item, Status.GAP)
    if gaps and not any(map(is_open, item.actions)):
        if item.no_action_because:
            yield Ask(
                "Decide",
                "whether to accept that no action is taken, for the reason that is given.",
            )
        else:
            yield Ask(
                "Challenge",
                f"who answers for {counted(gaps, 'critical or major gap')} and by when: "
                "no action that is still to be done is recorded.",
            )
    if is_left := _weighty(item, Status.NOT_ASSESSED):
        yield Ask(
            "Challenge",
            f"why {counted(is_left, 'critical or major question')} could not be assessed: "
            "an answer, evidence or data are missing.",
        )


def _weighty(item: RecommendationResult, status: Status) -> int:
    return sum(
        check.status is status and check.severity is not Severity.MINOR
        for check in item.check_results()
    )


def _about(action: ActionResult) -> Iterator[Ask]:
    if action.overdue and action.due:
        yield Ask(
            "Challenge",
            f"action {action.id} was due {day(action.due)} and is not done: ask "
            f"{action.owner or 'for an owner'} for a new date and the reason.",
        )
    missing = " and ".join(
        word for word, value in (("no owner", action.owner), ("no date", action.due)) if not value
    )
    if missing:
        yield Ask("Decide", f"action {action.id} has {missing}: settle it.")


def _about_the_rest(item: RecommendationResult) -> Iterator[Ask]:
    if item.duty not in (Verdict.MET, Verdict.NOT_APPLICABLE):
        yield Ask("Note", f"the duty to respond is {item.duty}: {sentence(duty_of(item))}")
    if position(item).colour is Colour.GREEN:
        yield Ask("Decide", "whether to sign the recommendation off as implemented.")
