"""Whether a recommendation was carried out in time, or something is under way."""

from collections.abc import Iterator
from datetime import date

from govcheck.plugin import (
    Answer,
    Aspect,
    Deadline,
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
from govcheck_police.common.applicability import does_not_apply


@check(
    "COM-012",
    serves=Scope.EVERY_RECOMMENDATION,
    severity=Severity.MAJOR,
    aspect=Aspect.TIMELINESS,
)
def completed_in_time(
    framework: Framework, recommendation: Recommendation, answer: Answer, as_of: date
) -> Iterator[Finding]:
    """Everything that the recommendation asks for was done by its due date.

    Why: the report sets a date. The last day itself is in time; which day counts as the last is
    computed from the report's words and shown.

    Close the gap: give under completed the day on which everything was done. A day that is past
    cannot be made good: say in the explanation why it was late.
    """
    deadline = recommendation.deadline()
    excused = tuple(does_not_apply(recommendation, answer))
    if deadline is None:
        yield NotApplicable("the framework gives no due date for this recommendation")
    elif excused:
        yield from excused
    else:
        at = f"/recommendations/{recommendation.number}/completed"
        yield from _in_time(answer.completed, deadline, as_of, at)
        yield from _after_the_report(answer.completed, framework.published, at)


def _after_the_report(completed: date | None, report: date, at: str) -> Iterator[Finding]:
    """Told only: a force can have had everything in place before it was asked."""
    if completed is not None and completed < report:
        yield Observation(
            f"completed is given as {in_words(completed)}, before the report was published on"
            f" {in_words(report)}: say whether it meets what the report found",
            at=at,
        )


def _in_time(completed: date | None, deadline: Deadline, as_of: date, at: str) -> Iterator[Finding]:
    last_day = in_words(deadline.last_day)
    if completed is None:
        passed = "has passed" if deadline.has_passed(as_of) else "has not passed yet"
        yield Open(at, f"no day of completion is given; the last day in time, {last_day}, {passed}")
        return
    if completed > as_of:
        yield Gap(
            f"completed is given as {in_words(completed)}, which is after the day of judgement"
            f" ({in_words(as_of)})",
            at=at,
        )
    if completed > deadline.last_day:
        yield Gap(
            f"completed on {in_words(completed)}; the last day in time was {last_day}"
            f" ({deadline.rule})",
            at=at,
        )


@check(
    "COM-013",
    serves=Scope.EVERY_RECOMMENDATION,
    severity=Severity.MAJOR,
    aspect=Aspect.TIMELINESS,
)
def shortfall_has_an_action_or_a_reason(
    recommendation: Recommendation, answer: Answer
) -> Iterator[Finding]:
    """Where less than “met” is claimed, there is an action or the reason for none.

    Why: act or explain. A shortfall with neither is left to itself.

    Close the gap: add an action with an owner and a due date, or say under no_action_because why
    none is needed.
    """
    at = f"/recommendations/{recommendation.number}"
    if answer.claim is None:
        yield Open(f"{at}/claim")
    elif answer.claim == "not applicable":
        yield from does_not_apply(recommendation, answer)
    elif answer.claim != "met" and not answer.actions and not answer.no_action_because:
        yield _shortfall_is_left(answer, f"{at}/actions")


def _shortfall_is_left(answer: Answer, at: str) -> Finding:
    """`[]` says that there are no actions; a list that is left out says nothing at all."""
    if answer.actions is None:
        return Open(
            at,
            f"“{answer.claim}” is claimed; neither an action nor a reason for taking none is given."
            " Where there are no actions, write `actions: []`",
        )
    return Gap(f"“{answer.claim}” is claimed, with no action and no reason for taking none", at=at)


@check(
    "COM-017",
    serves=Scope.EVERY_RECOMMENDATION,
    severity=Severity.MINOR,
    aspect=Aspect.TIMELINESS,
)
def recommendation_has_an_owner(
    recommendation: Recommendation, answer: Answer
) -> Iterator[Finding]:
    """Somebody answers for the recommendation as a whole.

    Why: actions have owners of their own, and each can be done while nobody asks whether together
    they are enough.

    Close the gap: name under owner the role that answers for the recommendation.
    """
    at = f"/recommendations/{recommendation.number}/owner"
    excused = tuple(does_not_apply(recommendation, answer))
    if excused:
        yield from excused
    elif answer.owner is None:
        yield Open(at, "who answers for the recommendation as a whole is not said")
