"""The actions of a recommendation: owned, dated, not overdue, signed off by somebody else."""

from collections.abc import Callable, Iterator
from datetime import date

from govcheck.plugin import (
    Action,
    Answer,
    Aspect,
    Finding,
    Framework,
    Gap,
    NotApplicable,
    Observation,
    Open,
    Recommendation,
    Scope,
    Severity,
    check,
    in_words,
)
from govcheck_police.common.applicability import does_not_apply, no_action_is_left

_FINISHED = ("done", "closed")
Look = Callable[[Action, str], Iterator[Finding]]


def _each(recommendation: Recommendation, answer: Answer, look: Look) -> Iterator[Finding]:
    """What looking at each action shows, with its place."""
    excused = tuple(does_not_apply(recommendation, answer))
    if excused:
        yield from excused
    elif not answer.actions:
        yield from no_action_is_left(recommendation, answer)
    else:
        for index, action in enumerate(answer.actions):
            yield from look(action, f"/recommendations/{recommendation.number}/actions/{index}")


def _state_is_open(action: Action, at: str) -> Open:
    return Open(f"{at}/state", f"how far action {action.id} is, is not said")


@check(
    "COM-014",
    serves=Scope.EVERY_RECOMMENDATION,
    severity=Severity.MAJOR,
    aspect=Aspect.TIMELINESS,
)
def actions_have_owner_and_date(
    recommendation: Recommendation, answer: Answer
) -> Iterator[Finding]:
    """Each action has an owner and a due date.

    Why: an action that nobody owns, or that has no date, cannot be found to be late.

    Close the gap: name the role that answers for the action, and the day by which it is done.
    """
    yield from _each(recommendation, answer, _owner_and_date)


def _owner_and_date(action: Action, at: str) -> Iterator[Finding]:
    if action.owner is None:
        yield Gap(f"action {action.id} has no owner", at=f"{at}/owner")
    if action.due is None:
        yield Gap(f"action {action.id} has no due date", at=f"{at}/due")


@check(
    "COM-015",
    serves=Scope.EVERY_RECOMMENDATION,
    severity=Severity.MAJOR,
    aspect=Aspect.TIMELINESS,
)
def no_action_is_overdue(
    recommendation: Recommendation, answer: Answer, as_of: date
) -> Iterator[Finding]:
    """No action is overdue.

    Why: a due date that has slipped without a word is a broken promise. On the due day itself an
    action is not overdue.

    Close the gap: finish the action and give its state, or agree a new due date and say in its
    comment why.
    """

    def look(action: Action, at: str) -> Iterator[Finding]:
        if action.state is None:
            yield _state_is_open(action, at)
        elif action.state in _FINISHED:
            yield from _finished_late(action, at)
        elif action.due is None:
            yield Open(f"{at}/due", f"by when action {action.id} is due is not said")
        elif action.due < as_of:
            yield Gap(
                f"action {action.id} was due by {in_words(action.due)} and is “{action.state}”",
                at=f"{at}/due",
            )

    yield from _each(recommendation, answer, look)


def _finished_late(action: Action, at: str) -> Iterator[Finding]:
    """Told only: what is done is no longer overdue."""
    if action.due and action.done_on and action.done_on > action.due:
        yield Observation(
            f"action {action.id} was due by {in_words(action.due)} and was done on"
            f" {in_words(action.done_on)}",
            at=f"{at}/done_on",
        )


@check(
    "COM-016",
    serves=Scope.EVERY_RECOMMENDATION,
    severity=Severity.MAJOR,
    aspect=Aspect.TIMELINESS,
)
def finished_actions_are_signed_off(
    framework: Framework, recommendation: Recommendation, answer: Answer, as_of: date
) -> Iterator[Finding]:
    """Each action that is done was signed off by a role other than its owner.

    Why: whoever does the work should not be the only one to say that it is done.

    Close the gap: have another role confirm it, and give signed_off_by and signed_off_on beside
    the day on which it was done.
    """

    def look(action: Action, at: str) -> Iterator[Finding]:
        if action.state is None:
            yield _state_is_open(action, at)
        elif action.state in _FINISHED:
            yield from _signed_off_by_another(action, at)
            yield from _dates_in_order(action, at, as_of)
            yield from _done_before_the_report(action, at, framework.published)

    actions = answer.actions or ()
    yield from _each(recommendation, answer, look)
    if actions and all(item.state not in (None, *_FINISHED) for item in actions):
        yield NotApplicable("none of the actions is done yet")


def _signed_off_by_another(action: Action, at: str) -> Iterator[Finding]:
    if action.signed_off_by is None:
        yield Gap(
            f"action {action.id} is “{action.state}” without a sign-off", at=f"{at}/signed_off_by"
        )
    elif action.owner is None:
        yield Open(
            f"{at}/owner",
            f"action {action.id} has no owner, so whether another role signed it off is not known",
        )
    elif _folded(action.signed_off_by) == _folded(action.owner):
        yield Gap(
            f"action {action.id} was signed off by its own owner, {action.owner}",
            at=f"{at}/signed_off_by",
        )


def _folded(role: str) -> str:
    return " ".join(role.casefold().split())


def _dates_in_order(action: Action, at: str, as_of: date) -> Iterator[Finding]:
    for field, words, day in (
        ("done_on", "was done", action.done_on),
        ("signed_off_on", "was signed off", action.signed_off_on),
    ):
        if day is None:
            yield Open(f"{at}/{field}", f"on which day action {action.id} {words} is not said")
        elif day > as_of:
            yield Gap(
                f"action {action.id} {words} on {in_words(day)}, which is after the day of"
                f" judgement ({in_words(as_of)})",
                at=f"{at}/{field}",
            )
    if action.done_on and action.signed_off_on and action.signed_off_on < action.done_on:
        yield Gap(
            f"action {action.id} was signed off on {in_words(action.signed_off_on)}, before it was"
            f" done on {in_words(action.done_on)}",
            at=f"{at}/signed_off_on",
        )


def _done_before_the_report(action: Action, at: str, report: date) -> Iterator[Finding]:
    """Told only: what was done before the report can still be what it asks for."""
    if action.done_on and action.done_on < report:
        yield Observation(
            f"action {action.id} was done on {in_words(action.done_on)}, before the report was"
            f" published on {in_words(report)}",
            at=f"{at}/done_on",
        )
