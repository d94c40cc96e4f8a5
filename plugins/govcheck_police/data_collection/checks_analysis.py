"""Recommendation 6: the data are analysed beyond description, by analysts who are in post."""

from collections.abc import Iterator
from datetime import date

from govcheck.plugin import Finding, Gap, Severity, check
from govcheck_police.answers import left_blank, left_open
from govcheck_police.citations import not_shown, some_not_shown
from govcheck_police.data_collection.checks_use import ANALYSIS_AND_USE, USED_WITHIN_MONTHS
from govcheck_police.data_collection.section import (
    Analysis,
    AnalysisExample,
    Capacity,
    DataCollection,
)
from govcheck_police.recency import within_months

_SORTS = {
    "trend": "analysis of trends",
    "peers": "comparison with peers",
    "cause": "analysis of causes",
    "forecast": "forecast",
}
POSTS_FILLED = (4, 5)
"""At least four analyst posts in five are filled: this pack's own limit."""


@check("DAT-014", serves=ANALYSIS_AND_USE, severity=Severity.MAJOR)
def analysis_goes_beyond_description(
    data_collection: DataCollection, as_of: date
) -> Iterator[Finding]:
    """Trends, comparison with peers, causes and forecasts are analysed, and decisions follow.

    Why: a description says what the figures are. What to do about them needs their causes, and what
    to prepare for needs a forecast: the force management statement asks for demand now and in the
    next four years. That an analysis is good for 12 months is this pack's own choice, not the
    inspectorate's.

    Close the gap: give the latest analysis of each sort, with the day on which it was finished, and
    whether something was decided because of it. Commission the sorts that are missing.
    """
    analysis = data_collection.analysis or Analysis()
    for name in Analysis.model_fields:
        example = getattr(analysis, name) or AnalysisExample()
        yield from _done_and_used(example, name, as_of)
    done = (
        (_SORTS[name], example)
        for name in Analysis.model_fields
        if (example := getattr(analysis, name)) is not None and example.done != "no"
    )
    yield from some_not_shown(done, "analysis", "analysis")


def _done_and_used(example: AnalysisExample, name: str, as_of: date) -> Iterator[Finding]:
    at = f"analysis.{name}"
    if example.done == "no":
        yield Gap(
            f"{_SORTS[name]}: none was done in the last {USED_WITHIN_MONTHS} months",
            at=f"{at}.done",
        )
        return
    yield from left_blank(
        example, f"analysis: {name}", at, "done", "title", "finished", "informed_decision"
    )
    yield from within_months(
        f"{_SORTS[name]}: the latest one",
        example.finished,
        USED_WITHIN_MONTHS,
        as_of,
        f"{at}.finished",
    )
    if example.informed_decision == "no":
        yield Gap(
            f"{_SORTS[name]}: nothing was decided because of the latest one",
            at=f"{at}.informed_decision",
        )


@check("DAT-015", serves=ANALYSIS_AND_USE, severity=Severity.MAJOR)
def analysts_are_in_post_and_tasked(data_collection: DataCollection) -> Iterator[Finding]:
    """Analyst posts are filled, and analysts' work is chosen by the priorities.

    Why: analysis needs analysts. It is only the beginning: this check says nothing of what they
    find and whether anybody acts on it, which the other checks ask. That at least four posts in
    five have to be filled is this pack's own limit.

    Close the gap: fill the vacant posts, and commission analysis through a tasking process that
    looks at the priorities.
    """
    capacity = data_collection.capacity or Capacity()
    yield from left_open(capacity, "capacity", "analyst_posts", "analyst_posts_filled", "tasked")
    if capacity.analyst_posts is not None:
        yield from _posts_filled(capacity.analyst_posts, capacity.analyst_posts_filled)
    if capacity.tasked in ("partly", "no"):
        yield Gap(
            "analysts' work is not all chosen through a tasking process that looks at the"
            f" priorities (answer: {capacity.tasked})",
            at="capacity.tasked",
        )
    yield from not_shown(data_collection.capacity, "the posts and the tasking", "capacity")


def _posts_filled(posts: int, filled: int | None) -> Iterator[Finding]:
    share, whole = POSTS_FILLED
    if not posts:
        yield Gap("there is no analyst post", at="capacity.analyst_posts")
    if filled is None:
        return
    if filled > posts:
        yield Gap(
            "more analyst posts are filled than there are: one of the two numbers is wrong",
            at="capacity.analyst_posts_filled",
        )
    elif filled * whole < posts * share:
        yield Gap(
            f"fewer than {share} in {whole} analyst posts are filled",
            at="capacity.analyst_posts_filled",
        )
