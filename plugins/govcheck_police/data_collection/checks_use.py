"""Recommendation 6: the data are analysed, and used where decisions are taken."""

from collections.abc import Iterator
from datetime import date
from typing import get_args

from govcheck.plugin import Finding, Gap, Open, Severity, check
from govcheck_police.data_collection.checks_measures import all_measures_known, placed_measures
from govcheck_police.data_collection.entries import known_in_full, left_blank, within_months
from govcheck_police.data_collection.frequency import kept_up
from govcheck_police.data_collection.measure import Forum, Level, Measure
from govcheck_police.data_collection.section import (
    Analysis,
    AnalysisExample,
    Capacity,
    DataCollection,
)
from govcheck_police.frameworks import GETTING_A_GRIP

ANALYSIS_AND_USE = f"{GETTING_A_GRIP}:6.analysis-and-use"
USED_WITHIN_MONTHS = 12
"""An older decision or analysis does not show that data are used: this pack's own limit."""
POSTS_FILLED = (4, 5)
"""At least four analyst posts in five are filled: this pack's own limit."""


@check("DAT-012", serves=ANALYSIS_AND_USE, severity=Severity.MAJOR)
def forums_meet_at_every_level(data_collection: DataCollection, as_of: date) -> Iterator[Finding]:
    """A forum holds people to account for performance at each level, meets, and follows up.

    Why: a guide by the Home Office and the National Policing Improvement Agency counts regular
    review with follow-up among twelve hallmarks of a police performance framework. A forum that
    has not met by its own frequency reviews nothing.

    Close the gap: set up a forum at each level that has none, let each meet as often as it says,
    and write down its actions and look at them again the next time.
    """
    yield from known_in_full(
        data_collection.forums,
        data_collection.forums_in_governance,
        "forums",
        "forums",
        "forums_in_governance",
    )
    forums = data_collection.forums or ()
    for level in get_args(Level) if forums else ():
        if level not in {forum.level for forum in forums} and all(forum.level for forum in forums):
            yield Gap(f"no forum looks at performance at {level} level", at="forums")
    for index, forum in enumerate(forums):
        yield from _meets(forum, as_of, f"forums[{index}]")


def _meets(forum: Forum, as_of: date, at: str) -> Iterator[Finding]:
    yield from left_blank(
        forum,
        forum.name,
        at,
        "level",
        "chaired_by",
        "frequency",
        "last_met",
        "actions_followed_up",
    )
    if forum.frequency == "no fixed frequency":
        yield Gap(f"“{forum.name}” meets at no fixed frequency", at=f"{at}.frequency")
    yield from kept_up(
        f"“{forum.name}” last met", forum.frequency, forum.last_met, as_of, f"{at}.last_met"
    )
    if forum.actions_followed_up == "no":
        yield Gap(
            f"the actions of “{forum.name}” are not written down and followed up",
            at=f"{at}.actions_followed_up",
        )


@check("DAT-013", serves=ANALYSIS_AND_USE, severity=Severity.MAJOR)
def every_measure_is_used(data_collection: DataCollection, as_of: date) -> Iterator[Finding]:
    """Every measure is compared with something, used in a forum, and led to a decision this year.

    Why: the report names poorly analysed data as the second of three issues in strategic
    performance management. A figure without a comparison says nothing, and one that never led to
    a decision is collected and not used.

    Close the gap: give each measure a target, a trend or peers to compare it with, name the forum
    that looks at it, and record the last decision that it led to. Drop measures that lead to none.
    """
    yield from all_measures_known(data_collection)
    if data_collection.forums is None:
        yield Open("forums")
    for at, measure in placed_measures(data_collection):
        asked = ["compared_with", "used_in", "informed_decision"]
        if measure.informed_decision != "no":
            asked += ["decision", "decided_on"]
        yield from left_blank(measure, measure.name, at, *asked)
        yield from _looked_at(measure, data_collection.forums, at)
        yield from _decided_upon(measure, as_of, at)


def _looked_at(measure: Measure, forums: tuple[Forum, ...] | None, at: str) -> Iterator[Finding]:
    if measure.compared_with == ():
        yield Gap(f"“{measure.name}” is compared with nothing", at=f"{at}.compared_with")
    if measure.used_in is None or forums is None:
        return
    if measure.used_in not in {forum.id for forum in forums}:
        yield Gap(
            f"“{measure.name}” is used in “{measure.used_in}”, which is not listed under forums",
            at=f"{at}.used_in",
        )


def _decided_upon(measure: Measure, as_of: date, at: str) -> Iterator[Finding]:
    if measure.informed_decision == "no":
        yield Gap(
            f"“{measure.name}” has not led to a decision in the last {USED_WITHIN_MONTHS} months",
            at=f"{at}.informed_decision",
        )
        return
    yield from within_months(
        f"the last decision that “{measure.name}” led to",
        measure.decided_on,
        USED_WITHIN_MONTHS,
        as_of,
        f"{at}.decided_on",
    )


@check("DAT-014", serves=ANALYSIS_AND_USE, severity=Severity.MAJOR)
def analysis_goes_beyond_description(
    data_collection: DataCollection, as_of: date
) -> Iterator[Finding]:
    """Trends, comparison with peers, causes and forecasts are analysed, and decisions follow.

    Why: a description says what the figures are. What to do about them needs their causes, and what
    to prepare for needs a forecast: the force management statement asks for demand now and in the
    next four years.

    Close the gap: give the latest analysis of each sort, with the day on which it was finished, and
    whether something was decided because of it. Commission the sorts that are missing.
    """
    analysis = data_collection.analysis or Analysis()
    for name in Analysis.model_fields:
        example = getattr(analysis, name) or AnalysisExample()
        yield from _done_and_used(example, name, as_of)


def _done_and_used(example: AnalysisExample, name: str, as_of: date) -> Iterator[Finding]:
    at = f"analysis.{name}"
    if example.done == "no":
        yield Gap(f"no analysis of this sort was done: {name}", at=f"{at}.done")
        return
    yield from left_blank(
        example, f"analysis: {name}", at, "done", "title", "finished", "informed_decision"
    )
    yield from within_months(
        f"the latest analysis of the sort “{name}”",
        example.finished,
        USED_WITHIN_MONTHS,
        as_of,
        f"{at}.finished",
    )
    if example.informed_decision == "no":
        yield Gap(
            f"nothing was decided because of the latest analysis of the sort “{name}”",
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
    for name in ("analyst_posts", "analyst_posts_filled", "tasked"):
        if getattr(capacity, name) is None:
            yield Open(f"capacity.{name}")
    if capacity.analyst_posts is not None:
        yield from _posts_filled(capacity.analyst_posts, capacity.analyst_posts_filled)
    if capacity.tasked in ("partly", "no"):
        yield Gap(
            "analysts' work is not all chosen through a tasking process that looks at the"
            f" priorities (answer: {capacity.tasked})",
            at="capacity.tasked",
        )


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
