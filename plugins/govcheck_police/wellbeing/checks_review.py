"""Recommendation 3: the review of proactive support."""

from collections.abc import Iterator
from datetime import date

from govcheck.plugin import Answer, Aspect, Finding, Framework, Recommendation, Severity, check
from govcheck_police.frameworks import GETTING_A_GRIP
from govcheck_police.review import (
    review_covered,
    review_done,
    review_followed_up,
    review_in_time,
    review_reached_a_board,
)
from govcheck_police.wellbeing.section import Wellbeing

REVIEW = f"{GETTING_A_GRIP}:3.review"


@check("WEL-001", serves=REVIEW, severity=Severity.CRITICAL)
def support_is_reviewed(
    wellbeing: Wellbeing, framework: Framework, as_of: date
) -> Iterator[Finding]:
    """The force has reviewed its proactive support in high-stress roles and situations.

    Why: the recommendation asks for a review. A list of what is on offer is not one: a review says
    whether it reaches the people who need it, and whether it works. One that was finished more than
    12 months before the report does not answer it; that limit is this pack's own choice.

    Close the gap: finish the review, give the day on which it was finished, and state its
    conclusion: effective, partly effective or not effective.
    """
    yield from review_done(wellbeing.review, framework, as_of, "review")


@check("WEL-002", serves=REVIEW, severity=Severity.MAJOR, aspect=Aspect.TIMELINESS)
def support_review_is_in_time(
    wellbeing: Wellbeing, recommendation: Recommendation, as_of: date
) -> Iterator[Finding]:
    """The review of support was finished by the recommendation's own due date.

    Why: the recommendation sets a date for forces. It is not the date by which the policing body
    has to publish its response.

    Close the gap: a late review stays late. Say in the explanation when it was finished and why it
    was late; do not change the date.
    """
    yield from review_in_time(wellbeing.review, recommendation, as_of, "review")


@check("WEL-003", serves=REVIEW, severity=Severity.MAJOR)
def support_review_reached_a_board(wellbeing: Wellbeing, as_of: date) -> Iterator[Finding]:
    """The review of support was led by a named role and went to a board when it was finished.

    Why: support costs time away from duty and money, so a review has an effect only where those who
    decide about both have seen it.

    Close the gap: name the role that led it, and put the finished review on the agenda of the board
    that decides about well-being.
    """
    yield from review_reached_a_board(wellbeing.review, as_of, "review")


@check("WEL-004", serves=REVIEW, severity=Severity.MAJOR)
def support_review_is_acted_on(
    wellbeing: Wellbeing, recommendation: Recommendation, answer: Answer
) -> Iterator[Finding]:
    """Where the review of support found something wanting, actions follow from it.

    Why: a review that finds support only partly effective and changes nothing leaves people where
    they were.

    Close the gap: add an action under the recommendation for each weakness that the review found,
    with an owner and a date.
    """
    yield from review_followed_up(wellbeing.review, recommendation, answer, "review")


@check(
    "WEL-005",
    serves=(REVIEW, f"{GETTING_A_GRIP}:3.officers-and-staff"),
    severity=Severity.MAJOR,
)
def support_review_covers_officers_and_staff(
    wellbeing: Wellbeing, recommendation: Recommendation
) -> Iterator[Finding]:
    """The review of support looked at officers and at staff.

    Why: the recommendation names both. Digital forensics, crime scene investigation and similar
    work may be done largely by staff.

    Close the gap: extend the review to the group that it left out, and list it under covered.
    """
    yield from review_covered(wellbeing.review, recommendation, "review")
