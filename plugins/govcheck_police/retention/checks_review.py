"""Recommendation 2: the review of retention, and the strategy."""

from collections.abc import Iterator
from datetime import date

from govcheck.plugin import (
    Answer,
    Aspect,
    Finding,
    Framework,
    Recommendation,
    Severity,
    check,
)
from govcheck_police.answers import left_open
from govcheck_police.frameworks import GETTING_A_GRIP
from govcheck_police.groups import groups_left_out
from govcheck_police.recency import within_months
from govcheck_police.retention.section import Retention, Strategy
from govcheck_police.review import (
    review_covered,
    review_done,
    review_followed_up,
    review_in_time,
    review_reached_a_board,
)

REVIEW = f"{GETTING_A_GRIP}:2.review"
STRATEGY_KEEPS_FOR_MONTHS = 36
"""After how long a strategy has to be looked at again: this pack's own limit."""


@check("RET-001", serves=REVIEW, severity=Severity.CRITICAL)
def retention_is_reviewed(
    retention: Retention, framework: Framework, as_of: date
) -> Iterator[Finding]:
    """The force has reviewed whether its processes to keep skilled people are effective.

    Why: the recommendation asks for a review. A strategy or a new process is not one: a review
    looks at what is there and says whether it works. One that was finished more than 12 months
    before the report does not answer it; that limit is this pack's own choice.

    Close the gap: finish the review, give the day on which it was finished, and state its
    conclusion: effective, partly effective or not effective.
    """
    yield from review_done(retention.review, framework, as_of, "review")


@check("RET-002", serves=REVIEW, severity=Severity.MAJOR, aspect=Aspect.TIMELINESS)
def retention_review_is_in_time(
    retention: Retention, recommendation: Recommendation, as_of: date
) -> Iterator[Finding]:
    """The review of retention was finished by the recommendation's own due date.

    Why: the recommendation sets a date for forces. It is not the date by which the policing body
    has to publish its response.

    Close the gap: a late review stays late. Say in the explanation when it was finished and why it
    was late; do not change the date.
    """
    yield from review_in_time(retention.review, recommendation, as_of, "review")


@check("RET-003", serves=REVIEW, severity=Severity.MAJOR)
def retention_review_reached_a_board(retention: Retention, as_of: date) -> Iterator[Finding]:
    """The review of retention was led by a named role and went to a board when it was finished.

    Why: a review that nobody led and no board received cannot change anything, and nobody can be
    asked about it.

    Close the gap: name the role that led it, and put the finished review on the agenda of the board
    that decides about the workforce.
    """
    yield from review_reached_a_board(retention.review, as_of, "review")


@check(
    "RET-004",
    serves=(REVIEW, f"{GETTING_A_GRIP}:2.all-groups"),
    severity=Severity.MAJOR,
)
def retention_review_covers_every_group(
    retention: Retention, recommendation: Recommendation
) -> Iterator[Finding]:
    """The review of retention looked at every group that the recommendation names.

    Why: the recommendation says that processes should cover police officers, police staff, special
    constables and volunteers. National workforce statistics do not count volunteers among leavers,
    so only the force itself can know about them.

    Close the gap: extend the review to the groups that it left out, and list them under covered.
    """
    yield from review_covered(retention.review, recommendation, "review")


@check("RET-005", serves=REVIEW, severity=Severity.MAJOR)
def retention_review_is_acted_on(
    retention: Retention, recommendation: Recommendation, answer: Answer
) -> Iterator[Finding]:
    """Where the review of retention found something wanting, actions follow from it.

    Why: a review that finds a process only partly effective and changes nothing leaves the risk
    where it was.

    Close the gap: add an action under the recommendation for each weakness that the review found,
    with an owner and a date.
    """
    yield from review_followed_up(retention.review, recommendation, answer, "review")


@check("RET-006", serves=f"{GETTING_A_GRIP}:2.encourage-to-stay", severity=Severity.MINOR)
def a_retention_strategy_is_approved(
    retention: Retention, recommendation: Recommendation, as_of: date
) -> Iterator[Finding]:
    """A strategy approved in the last 36 months says how the force means to keep every group.

    Why: a strategy gives the work a direction and somebody who answers for it. It weighs little
    here, because it says what is meant to happen and not what happens. After how long it has to be
    looked at again, 36 months, is this pack's own choice.

    Close the gap: have the strategy approved or looked at again, and give its title, who approved
    it, the day, and the groups that it covers.
    """
    strategy = retention.strategy or Strategy()
    yield from left_open(strategy, "strategy", "title", "approved_by", "approved_on")
    yield from within_months(
        "the approval of the strategy",
        strategy.approved_on,
        STRATEGY_KEEPS_FOR_MONTHS,
        as_of,
        "strategy.approved_on",
    )
    yield from groups_left_out(
        strategy.covers, recommendation, "the strategy does", "strategy.covers"
    )
