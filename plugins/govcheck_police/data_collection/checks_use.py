"""Recommendation 6: the data are used where decisions are taken."""

from collections.abc import Iterator
from datetime import date
from typing import get_args

from govcheck.plugin import Finding, Gap, Open, Severity, check
from govcheck_police.answers import left_blank
from govcheck_police.citations import some_not_shown
from govcheck_police.data_collection.checks_measures import all_measures_known, placed_measures
from govcheck_police.data_collection.frequency import kept_up
from govcheck_police.data_collection.measure import Forum, Level, Measure
from govcheck_police.data_collection.section import DataCollection
from govcheck_police.entries import known_in_full
from govcheck_police.frameworks import GETTING_A_GRIP
from govcheck_police.recency import within_months

ANALYSIS_AND_USE = f"{GETTING_A_GRIP}:6.analysis-and-use"
USED_WITHIN_MONTHS = 12
"""An older decision or analysis does not show that data are used: this pack's own limit."""


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
    yield from some_not_shown(((forum.name, forum) for forum in forums), "forums", "forums")


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
        f"the last meeting of “{forum.name}”",
        forum.frequency,
        forum.last_met,
        as_of,
        f"{at}.last_met",
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
    a decision is collected and not used. That the decision was taken in the last 12 months is this
    pack's own choice, not the inspectorate's.

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
