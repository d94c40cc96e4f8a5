"""Whether a date lies before the day of judgement, and not too long before it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

from govcheck.plugin import Finding, Gap, Open, in_words, months_later, parse_period

Cycle = Literal["monthly", "quarterly", "every six months", "annually", "no fixed cycle"]
CYCLE_MONTHS = {"monthly": 1, "quarterly": 3, "every six months": 6, "annually": 12}

NUMBERS_KEEP_FOR_MONTHS = 18
"""A yearly figure is good until the next one is out, with half a year to count it: this packs' own
limit, not the inspectorate's."""


def not_ahead(what: str, day: date | None, as_of: date, at: str) -> Iterator[Finding]:
    """`what` does not lie after the day of judgement."""
    if day is not None and day > as_of:
        yield Gap(
            f"{what} is dated {in_words(day)}, after the day of judgement ({in_words(as_of)})",
            at=at,
        )


def within_months(
    what: str, day: date | None, months: int, as_of: date, at: str
) -> Iterator[Finding]:
    """`what` lies before the day of judgement, and not longer ago than so many months.

    What is not answered is left to the check to report.
    """
    yield from not_ahead(what, day, as_of, at)
    if day is not None and months_later(day, months) < as_of:
        yield Gap(
            f"{what} is dated {in_words(day)}, more than {months} months before the day of"
            f" judgement ({in_words(as_of)})",
            at=at,
        )


def cycle_kept(
    what: str, cycle: Cycle | None, last_done: date | None, as_of: date, at: str
) -> Iterator[Finding]:
    """`what` is done on a stated cycle, and its last time is not longer ago than one cycle.

    `at` is the place of the record that holds `cycle` and `last_done`.
    """
    if cycle is None:
        yield Open(f"{at}.cycle")
    elif cycle == "no fixed cycle":
        yield Gap(f"{what} has no fixed cycle", at=f"{at}.cycle")
    if last_done is None:
        yield Open(f"{at}.last_done")
    else:
        yield from not_ahead(f"the last time of {what}", last_done, as_of, f"{at}.last_done")
        yield from _not_stale(what, cycle, last_done, as_of, at)


def _not_stale(
    what: str, cycle: Cycle | None, last_done: date, as_of: date, at: str
) -> Iterator[Finding]:
    months = CYCLE_MONTHS.get(cycle or "")
    if months is None:
        return
    due = months_later(last_done, months)
    if due < as_of:
        yield Gap(
            f"{what} was last done on {in_words(last_done)}; on its own cycle ({cycle}) it was due"
            f" again by {in_words(due)}",
            at=f"{at}.last_done",
        )


def numbers_recent(period: str | None, as_of: date, at: str) -> Iterator[Finding]:
    """The period that numbers describe is stated, has begun, and did not end too long ago."""
    if period is None:
        yield Open(at)
        return
    days = parse_period(period)
    if days.first > as_of:
        yield Gap(
            f"the numbers are for {period}, which begins after the day of judgement"
            f" ({in_words(as_of)})",
            at=at,
        )
    if months_later(days.last, NUMBERS_KEEP_FOR_MONTHS) < as_of:
        yield Gap(
            f"the numbers are for {period}, which ended more than {NUMBERS_KEEP_FOR_MONTHS} months"
            f" before the day of judgement ({in_words(as_of)})",
            at=at,
        )
