"""Whether the response was published in time and explains what is done.

The length of the period and how its days are counted are data of the framework.
"""

from collections.abc import Iterator
from datetime import date

from govcheck.plugin import (
    Answer,
    Aspect,
    Deadline,
    Finding,
    Framework,
    Gap,
    Observation,
    Open,
    Recommendation,
    Scope,
    Severity,
    check,
    in_words,
)
from govcheck_police.section55.duty import NO_DUTY
from govcheck_police.section55.section import Response

_PUBLISHED = "/response/published"


@check(
    "S55-001",
    serves=Scope.EVERY_RECOMMENDATION,
    severity=Severity.CRITICAL,
    aspect=Aspect.DUTY,
)
def response_published_in_time(
    framework: Framework, response: Response | None, as_of: date
) -> Iterator[Finding]:
    """The response was published by the last day that the law allows.

    Why: section 55(5A) of the Police Act 1996, inserted by section 37 of the Policing and Crime
    Act 2017, asks the local policing body to publish its comments before the end of 56 days
    beginning with the day on which the report is published. That day is day 1, so the last day is
    the day of publication plus 55. The text gives no rule for weekends or holidays. The date is
    computed, and is not legal advice.

    Close the gap: publish the response, and give under published the day on which that was done.
    A day that is past cannot be made good: publish now, and say why it was late.
    """
    deadline = framework.response_deadline()
    if deadline is None:
        yield NO_DUTY
        return
    published = response.published if response else None
    if published is None:
        yield from _not_published(response, deadline, framework.published, as_of)
    else:
        yield from _published_in_time(published, deadline, framework.published, as_of)
    if response is not None:
        yield from _where_and_what(response, framework.published)


def _not_published(
    response: Response | None, deadline: Deadline, report: date, as_of: date
) -> Iterator[Finding]:
    passed = "has passed" if deadline.has_passed(as_of) else "has not passed yet"
    yield Open(
        _PUBLISHED,
        "the day on which the response was published is not given; the last day in time,"
        f" {in_words(deadline.last_day)}, {passed}{_day_of_the_letter(response, report)}",
    )


def _day_of_the_letter(response: Response | None, report: date) -> str:
    """Said with the question: while publication is open, the letter is all that a reader has."""
    letter = response.letter_date if response else None
    if letter is None or letter < report:
        return ""
    return (
        f"; the letter is dated {in_words(letter)}, day {(letter - report).days + 1} counted from"
        " the report, which does not show when the response was published"
    )


def _where_and_what(response: Response, report: date) -> Iterator[Finding]:
    """Told only: what a reader needs to find the response and to hold the answers against it."""
    if response.url is None:
        yield Observation("the address of the published response is not given", at="/response/url")
    if not response.documents:
        yield Observation(
            "no entry under evidence holds the response as published", at="/response/documents"
        )
    letter = response.letter_date
    if letter and letter < report:
        yield Observation(
            f"the letter is dated {in_words(letter)}, before the report itself"
            f" ({in_words(report)})",
            at="/response/letter_date",
        )
    if letter and response.published and letter > response.published:
        yield Observation(
            f"the letter is dated {in_words(letter)}, after publication on"
            f" {in_words(response.published)}",
            at="/response/letter_date",
        )


def _published_in_time(
    published: date, deadline: Deadline, report: date, as_of: date
) -> Iterator[Finding]:
    told = f"published is given as {in_words(published)}"
    if published < report:
        yield Gap(f"{told}, before the report itself ({in_words(report)})", at=_PUBLISHED)
    if published > as_of:
        yield Gap(f"{told}, which is after the day of judgement ({in_words(as_of)})", at=_PUBLISHED)
    if published > deadline.last_day:
        yield Gap(
            f"the response was published on {in_words(published)}, day"
            f" {(published - report).days + 1}; the last day in time was"
            f" {in_words(deadline.last_day)} ({deadline.rule})",
            at=_PUBLISHED,
        )


@check(
    "S55-002",
    serves=Scope.EVERY_RECOMMENDATION,
    severity=Severity.CRITICAL,
    aspect=Aspect.DUTY,
)
def action_or_its_absence_is_explained(
    framework: Framework,
    recommendation: Recommendation,
    answer: Answer,
    response: Response | None,
) -> Iterator[Finding]:
    """The response explains the action taken or proposed, or why there is none.

    Why: where a report makes a recommendation, section 55(5B) of the Police Act 1996 asks that the
    comments explain the action taken or proposed in response, or why no action has been taken or
    is proposed. “No action, because ...” satisfies this duty and may still leave a gap elsewhere.

    A blank is a gap only once the response is published, that is, where published, url or
    documents of the response is given: what is published lacks it then. Before, it is open.

    Close the gap: for this recommendation, write an explanation or list an action; or give the
    reason for taking none under no_action_because.
    """
    at = f"/recommendations/{recommendation.number}"
    explained = bool(answer.explanation or answer.actions)
    if framework.response is None:
        yield NO_DUTY
    elif explained and answer.no_action_because:
        yield Observation(
            "action is described and a reason for taking none is given; say which holds",
            at=f"{at}/no_action_because",
        )
    elif not explained and not answer.no_action_because:
        yield _unexplained(recommendation.number, answer, at, response)


def _unexplained(number: str, answer: Answer, at: str, response: Response | None) -> Finding:
    missing = f"recommendation {number} has no explanation, no action and no reason for taking none"
    if response and response.is_published():
        return Gap(f"the response is published, but {missing}", at=at)
    if answer.actions is not None:
        return Gap(
            f"recommendation {number} has an empty list of actions, no explanation and no reason"
            " for taking none",
            at=f"{at}/actions",
        )
    return Open(at, missing)
