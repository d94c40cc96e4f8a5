"""Recommendation 6: the review of performance frameworks and governance processes."""

from collections.abc import Iterator
from datetime import date

from govcheck.plugin import (
    Answer,
    Aspect,
    Finding,
    Framework,
    Gap,
    Open,
    Recommendation,
    Severity,
    check,
)
from govcheck_police.data_collection.section import DataCollection, ReviewedPart
from govcheck_police.frameworks import GETTING_A_GRIP
from govcheck_police.review import (
    review_done,
    review_followed_up,
    review_in_time,
    review_reached_a_board,
)

REVIEW = f"{GETTING_A_GRIP}:6.review"
_ASKED_OF: dict[ReviewedPart, str] = {
    "performance framework": "whether its measures are the right ones",
    "governance processes": "whether the forums hold people to account",
    "data and analysis": "whether the right data are collected and analysed",
    "evaluation": "whether a culture of evaluation is integrated at all levels",
}
"""What the review is to find out about each part."""


@check("DAT-001", serves=REVIEW, severity=Severity.CRITICAL)
def performance_is_reviewed(
    data_collection: DataCollection, framework: Framework, as_of: date
) -> Iterator[Finding]:
    """The force has reviewed its performance frameworks and governance processes.

    Why: the recommendation asks chief constables for a review. New boards, new staff or a new
    dashboard are not one: a review looks at what is there and says whether it works. One that was
    finished more than 12 months before the report does not answer it; that limit is this pack's own
    choice.

    Close the gap: finish the review, give the day on which it was finished, and state its
    conclusion: effective, partly effective or not effective.
    """
    yield from review_done(data_collection.review, framework, as_of, "review")


@check("DAT-002", serves=REVIEW, severity=Severity.MAJOR)
def the_review_looked_at_every_part(data_collection: DataCollection) -> Iterator[Finding]:
    """The review looked at the framework, the governance, data and analysis, and evaluation.

    Why: the recommendation names performance frameworks and governance processes, and says what
    the review is to find out: whether the right data are collected and analysed, and whether a
    culture of evaluation is integrated at all levels. A review of the boards alone answers a part
    of that.

    Close the gap: extend the review to the parts that it left out, and list them under
    review_looked_at.
    """
    looked_at = data_collection.review_looked_at
    if looked_at is None:
        yield Open("review_looked_at")
        return
    for part, question in _ASKED_OF.items():
        if part not in looked_at:
            yield Gap(
                f"the review did not look at: {part}",
                at="review_looked_at",
                fix=f"extend the review to “{part}”: {question}; then add it to review_looked_at.",
            )


@check("DAT-003", serves=REVIEW, severity=Severity.MAJOR)
def the_review_is_received_and_acted_on(
    data_collection: DataCollection, recommendation: Recommendation, answer: Answer, as_of: date
) -> Iterator[Finding]:
    """The review was led by a named role, went to a board, and what it found wanting is acted on.

    Why: the report found that governance and performance management often lack grip. A review
    that no board received, or that found something wanting and changed nothing, is an example of
    that.

    Close the gap: name the role that led the review, put the finished review on the agenda of the
    board that decides, and add an action under the recommendation for each weakness that it found.
    """
    yield from review_reached_a_board(data_collection.review, as_of, "review")
    yield from review_followed_up(data_collection.review, recommendation, answer, "review")


@check("DAT-004", serves=REVIEW, severity=Severity.MAJOR, aspect=Aspect.TIMELINESS)
def the_review_of_performance_is_in_time(
    data_collection: DataCollection, recommendation: Recommendation, as_of: date
) -> Iterator[Finding]:
    """The review of performance was finished by the recommendation's own due date.

    Why: the recommendation sets chief constables a date. It is not the date by which the policing
    body has to publish its response.

    Close the gap: a late review stays late. Say in the explanation when it was finished and why it
    was late; do not change the date.
    """
    yield from review_in_time(data_collection.review, recommendation, as_of, "review")
