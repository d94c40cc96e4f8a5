"""Whether a recommendation was carried out in time, or something is under way."""

from collections.abc import Iterator
from datetime import date

from govcheck.plugin import (
    Answer,
    Aspect,
    Deadline,
    Finding,
    Gap,
    NotApplicable,
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
    recommendation: Recommendation, answer: Answer, as_of: date
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
        yield Gap(
            f"“{answer.claim}” is claimed, with no action and no reason for taking none",
            at=f"{at}/actions",
        )
