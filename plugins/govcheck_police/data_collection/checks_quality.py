"""Recommendation 6: the data are current and right, and what is missing is known."""

from collections.abc import Iterator
from datetime import date
from typing import get_args

from govcheck.plugin import Finding, Gap, Observation, Open, Severity, check, in_words
from govcheck_police.answers import left_blank, left_open
from govcheck_police.citations import not_shown
from govcheck_police.data_collection.checks_measures import (
    RIGHT_DATA,
    all_measures_known,
    placed_measures,
)
from govcheck_police.data_collection.frequency import kept_up
from govcheck_police.data_collection.measure import Measure
from govcheck_police.data_collection.section import (
    AuditedData,
    DataCollection,
    DataGap,
    DataQuality,
)
from govcheck_police.entries import miscounted, repeated
from govcheck_police.recency import within_months

CHECKED_WITHIN_MONTHS = 12
"""A figure or a data set is checked at least once a year: this pack's own limit."""
_BESIDE_CRIME_RECORDING = [name for name in get_args(AuditedData) if name != "crime recording"]


@check("DAT-009", serves=RIGHT_DATA, severity=Severity.MAJOR)
def every_measure_is_current_and_checked(
    data_collection: DataCollection, as_of: date
) -> Iterator[Finding]:
    """Every measure is up to date by its own frequency, and was checked in the last 12 months.

    Why: a figure that is old by the force's own standard, or that nobody but its producer has
    looked at, is not the right data, whatever it says. The limits are this pack's own choice and
    not the inspectorate's: a check in the last 12 months, and days of grace beyond the stated
    frequency (4 for daily, 7 for weekly, 21 for monthly, 45 for quarterly and every six months, 60
    for annually).

    Close the gap: bring the measure up to date or state the frequency that it really has, and have
    somebody other than the producer check it.
    """
    yield from all_measures_known(data_collection)
    for at, measure in placed_measures(data_collection):
        asked = ["frequency", "last_refreshed", "quality_assured"]
        if measure.quality_assured != "no":
            asked.append("quality_assured_on")
        yield from left_blank(measure, measure.name, at, *asked)
        yield from _refreshed(measure, as_of, at)
        yield from _checked(measure, as_of, at)


def _refreshed(measure: Measure, as_of: date, at: str) -> Iterator[Finding]:
    if measure.frequency == "no fixed frequency":
        yield Gap(
            f"“{measure.name}” is brought up to date at no fixed frequency", at=f"{at}.frequency"
        )
    what = f"the last update of “{measure.name}”"
    yield from kept_up(
        what, measure.frequency, measure.last_refreshed, as_of, f"{at}.last_refreshed"
    )


def _checked(measure: Measure, as_of: date, at: str) -> Iterator[Finding]:
    if measure.quality_assured == "no":
        yield Gap(
            f"nobody other than the producer has checked “{measure.name}”",
            at=f"{at}.quality_assured",
        )
        return
    yield from within_months(
        f"the last check of “{measure.name}”",
        measure.quality_assured_on,
        CHECKED_WITHIN_MONTHS,
        as_of,
        f"{at}.quality_assured_on",
    )


@check("DAT-010", serves=RIGHT_DATA, severity=Severity.MAJOR)
def data_quality_is_audited(data_collection: DataCollection, as_of: date) -> Iterator[Finding]:
    """Data quality was audited in the last 12 months, crime recording included; problems are owned.

    Why: every measure of crime rests on what was recorded. The commissioners' association gives
    the national accuracy of crime recording as 80.5% in 2014 and 92.4% in 2021/22: it differs,
    and it can be raised. That an audit is good for 12 months is this pack's own choice, not the
    inspectorate's.

    Close the gap: finish an audit that includes crime recording, count the problems that are known,
    and give each of them an owner and a date.
    """
    quality = data_collection.data_quality or DataQuality()
    yield from left_open(
        quality,
        "data_quality",
        *("audited_on", "audited_by", "audited", "known_issues", "issues_with_owner_and_date"),
    )
    yield from within_months(
        "the last audit of data quality",
        quality.audited_on,
        CHECKED_WITHIN_MONTHS,
        as_of,
        "data_quality.audited_on",
    )
    audited = quality.audited
    if audited is not None and "crime recording" not in audited:
        yield Gap("the audit did not look at crime recording", at="data_quality.audited")
    yield from _issues_owned(quality)
    others = [name for name in _BESIDE_CRIME_RECORDING if name not in (audited or ())]
    if audited is not None and others:
        yield Observation(
            f"the audit did not look at: {', '.join(others)}", at="data_quality.audited"
        )
    yield from not_shown(data_collection.data_quality, "the audit of data quality", "data_quality")


def _issues_owned(quality: DataQuality) -> Iterator[Finding]:
    known, owned = quality.known_issues, quality.issues_with_owner_and_date
    at = "data_quality.issues_with_owner_and_date"
    if known is None or owned is None:
        return
    if owned < known:
        yield Gap(
            f"{owned} of the {known} known problems with the data have an owner and a date", at=at
        )
    elif owned > known:
        yield Gap(
            f"{owned} problems with the data have an owner and a date, but only {known} are known:"
            " one of the two numbers is wrong",
            at=at,
        )
    elif not known:
        yield Observation(
            "no problem with the data is known to be open", at="data_quality.known_issues"
        )


@check("DAT-011", serves=RIGHT_DATA, severity=Severity.MINOR)
def gaps_in_the_data_are_known(data_collection: DataCollection, as_of: date) -> Iterator[Finding]:
    """What the force would need to know and has no data for is recorded, with an owner and a date.

    Why: a framework is built from the data that happen to be there. Only a record of what is
    missing shows whether the force has asked itself what the right data would be.

    Close the gap: list the missing data with the total, and give each gap an owner and a day by
    which it will be closed. Where none is known, say so: data_gaps_known: 0 and data_gaps: [].
    """
    gaps, stated = data_collection.data_gaps, data_collection.data_gaps_known
    if gaps is None:
        yield Open("data_gaps")
    if stated is None:
        yield Open("data_gaps_known")
    if (
        gaps is not None
        and stated is not None
        and (difference := miscounted(gaps, stated, "gaps in the data"))
    ):
        yield Gap(difference, at="data_gaps")
    yield from repeated(gaps or (), "gaps in the data", "data_gaps")
    for index, entry in enumerate(gaps or ()):
        yield from _being_closed(entry, as_of, f"data_gaps[{index}]")
    if gaps == () and stated == 0:
        yield Observation(
            "no gap in the data is known; a force that has looked usually finds some",
            at="data_gaps",
        )


def _being_closed(entry: DataGap, as_of: date, at: str) -> Iterator[Finding]:
    yield from left_blank(entry, entry.id, at, "owner", "due")
    if entry.due is not None and entry.due < as_of:
        yield Gap(
            f"the gap “{entry.id}” was to be closed by {in_words(entry.due)}, which has passed",
            at=f"{at}.due",
        )
