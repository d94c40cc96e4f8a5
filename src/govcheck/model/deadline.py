"""Last days, worked out from rules that are data; each with the sentence that explains it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from govcheck.model.period import parse_period

if TYPE_CHECKING:
    from govcheck.model.framework import Due, ResponseDuty


class Deadline(NamedTuple):
    """A computed date: the last day on which something is in time, the rule, and its source."""

    last_day: date
    rule: str
    source: str

    def has_passed(self, as_of: date) -> bool:
        """Whether the day of judgement lies after the last day (the last day itself is in time)."""
        return as_of > self.last_day


def response_deadline(duty: ResponseDuty, published: date) -> Deadline:
    """The last day for publishing a response.

    Where the period begins *with* the day of publication, that day is day 1: the last day of
    56 days is publication + 55.
    """
    offset = duty.days - 1 if duty.first_day_counts else duty.days
    counted = "is day 1" if duty.first_day_counts else "is not counted"
    last_day = published + timedelta(days=min(offset, (date.max - published).days))
    return Deadline(
        last_day=last_day,
        rule=(
            f"{duty.days} days from publication on {in_words(published)}, which {counted};"
            " computed by govcheck, not legal advice"
        ),
        source=duty.law,
    )


def due_deadline(due: Due) -> Deadline:
    """The last day of a recommendation's due date, read at the precision in which it is given."""
    period = parse_period(due.by)
    first = due.reading == "first day"
    last_day = period.first if first else period.last
    return Deadline(
        last_day=last_day,
        rule=f"“{due.wording}”, read as the {due.reading} of {due.by}; computed by govcheck",
        source=due.source or "the framework",
    )


def in_words(day: date) -> str:
    """A day as a person writes it, whatever the locale: 31 August 2023."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
