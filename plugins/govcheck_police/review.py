"""The review that a recommendation asks for: its record, and what is asked of every such review.

The functions are shared by the packs whose recommendation begins with a review. `at` is the place
of the review in the section, usually `review`.
"""

from collections.abc import Iterator
from datetime import date
from typing import Literal

from govcheck.plugin import (
    Answer,
    Day,
    EvidenceId,
    Field,
    Finding,
    Framework,
    Gap,
    GroupName,
    NotApplicable,
    Observation,
    Open,
    Recommendation,
    Record,
    Text,
    in_words,
    months_later,
)
from govcheck_police.citations import not_shown
from govcheck_police.groups import groups_left_out

Conclusion = Literal["effective", "partly effective", "not effective", "not concluded"]
OLDER_THAN_THE_REPORT_MONTHS = 12
"""A review that was finished longer than this before the report does not answer it: these packs'
own limit, not the inspectorate's."""


class Review(Record):
    """A review: when it was finished, who led it, what it concluded, and who received it."""

    completed: Day | None = Field(
        None, description="On which day was the review finished? For example: 2023-11-20."
    )
    led_by: Text | None = Field(
        None, description="Who led the review? A role, not a name, for example: Head of People."
    )
    conclusion: Conclusion | None = Field(
        None,
        description=(
            "What did the review conclude about the present arrangements: effective, partly"
            " effective, not effective, or not concluded (no review yet, or no conclusion)?"
        ),
    )
    reported_to: Text | None = Field(
        None, description="Which board received the result? For example: People Board."
    )
    reported_on: Day | None = Field(
        None, description="On which day did that board receive it? For example: 2023-12-05."
    )
    covered: tuple[GroupName, ...] | None = Field(
        None,
        description=(
            "Which groups did the review look at? For example: [police officers, police staff]."
        ),
    )
    evidence: tuple[EvidenceId, ...] | None = Field(
        None,
        description=(
            "Which documents show it? Ids of entries under evidence, for example: [review-report]."
        ),
    )


def review_done(
    review: Review | None, framework: Framework, as_of: date, at: str
) -> Iterator[Finding]:
    """The review is finished by the day of judgement and has reached a conclusion."""
    given = review or Review()
    if given.completed is None:
        yield Open(f"{at}.completed")
    elif given.completed > as_of:
        yield Gap(
            f"the review is dated {in_words(given.completed)}, after the day of judgement"
            f" ({in_words(as_of)}): it was not finished by then",
            at=f"{at}.completed",
        )
    yield from _answers_the_report(given.completed, framework.published, f"{at}.completed")
    if given.conclusion is None:
        yield Open(f"{at}.conclusion")
    elif given.conclusion == "not concluded":
        yield Gap("the review has not reached a conclusion", at=f"{at}.conclusion")
    yield from not_shown(review, "the review", at)


def _answers_the_report(completed: date | None, report: date, at: str) -> Iterator[Finding]:
    """A review that was finished before the report is told, one from long before it is a gap."""
    if completed is None or completed >= report:
        return
    told = (
        f"the review was finished on {in_words(completed)}, before the report was published on"
        f" {in_words(report)}"
    )
    if months_later(completed, OLDER_THAN_THE_REPORT_MONTHS) < report:
        more = f"more than {OLDER_THAN_THE_REPORT_MONTHS} months"
        yield Gap(f"{told}, and by {more}: it does not answer the report", at=at)
    else:
        yield Observation(f"{told}: say whether it looked at what the report found", at=at)


def review_in_time(
    review: Review | None, recommendation: Recommendation, as_of: date, at: str
) -> Iterator[Finding]:
    """The review was finished by the recommendation's own due date (that day is in time).

    A date after the day of judgement is a plan, so it does not show that anything was in time.
    """
    deadline = recommendation.deadline()
    completed = review.completed if review else None
    if deadline is None:
        yield NotApplicable("the report sets no deadline")
    elif completed is None:
        yield Open(f"{at}.completed")
    elif completed > deadline.last_day:
        yield Gap(
            f"the review was finished on {in_words(completed)}; the last day in time was"
            f" {in_words(deadline.last_day)} ({deadline.rule})",
            at=f"{at}.completed",
        )
    elif completed > as_of:
        yield Gap(
            f"the review is dated {in_words(completed)}, after the day of judgement"
            f" ({in_words(as_of)}): a planned date does not show that it was in time",
            at=f"{at}.completed",
        )


def review_reached_a_board(review: Review | None, as_of: date, at: str) -> Iterator[Finding]:
    """A role led the review, and a board received it once it was finished."""
    review = review or Review()
    if review.led_by is None:
        yield Open(f"{at}.led_by")
    if review.reported_to is None:
        yield Open(f"{at}.reported_to")
    yield from _received(review, as_of, at)


def _received(review: Review, as_of: date, at: str) -> Iterator[Finding]:
    if review.reported_on is None:
        yield Open(f"{at}.reported_on")
        return
    if review.reported_on > as_of:
        yield Gap(
            f"the board receives the review only on {in_words(review.reported_on)}, after the day"
            f" of judgement ({in_words(as_of)})",
            at=f"{at}.reported_on",
        )
    if review.completed is None:
        yield Open(f"{at}.completed")
    elif review.reported_on < review.completed:
        yield Gap(
            f"the board received the review on {in_words(review.reported_on)}, before it was"
            f" finished on {in_words(review.completed)}: one of the two dates is wrong,"
            " or the board has not seen the finished review",
            at=f"{at}.reported_on",
        )


def review_covered(
    review: Review | None, recommendation: Recommendation, at: str
) -> Iterator[Finding]:
    """The review looked at every group that the recommendation names."""
    covered = review.covered if review else None
    yield from groups_left_out(covered, recommendation, "the review does", f"{at}.covered")


def review_followed_up(
    review: Review | None, recommendation: Recommendation, answer: Answer, at: str
) -> Iterator[Finding]:
    """Where the review found the arrangements wanting, the answer names actions."""
    conclusion = review.conclusion if review else None
    actions = f"/recommendations/{recommendation.number}/actions"
    if conclusion is None:
        yield Open(f"{at}.conclusion")
    elif conclusion == "not concluded":
        yield Gap("there is no conclusion yet that anyone could act on", at=f"{at}.conclusion")
    elif conclusion != "effective" and answer.actions is None:
        yield Open(actions, f"what is done about what the review found {conclusion}")
    elif conclusion != "effective" and not answer.actions:
        yield Gap(
            f"the review found the arrangements {conclusion}, and no action follows from it",
            at=actions,
        )
