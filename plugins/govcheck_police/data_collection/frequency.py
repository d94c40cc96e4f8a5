"""How often something is due, and when it is late by its own stated frequency."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from govcheck.plugin import Finding, Gap, in_words, months_later
from govcheck_police.recency import not_ahead

Frequency = Literal[
    "daily",
    "weekly",
    "monthly",
    "quarterly",
    "every six months",
    "annually",
    "no fixed frequency",
]


@dataclass(frozen=True, slots=True)
class Turn:
    """The time from one occasion to the next, and how many days over it are let pass."""

    months: int
    days: int
    tolerance: int

    def due_again(self, last: date) -> date:
        """The day on which the next occasion falls after the last one."""
        later = months_later(last, self.months)
        return later + timedelta(days=min(self.days, (date.max - later).days))

    def is_late(self, last: date, as_of: date) -> bool:
        """Whether more than the turn and its tolerance have gone by."""
        return (as_of - self.due_again(last)).days > self.tolerance


TURNS = {
    "daily": Turn(months=0, days=1, tolerance=4),
    "weekly": Turn(months=0, days=7, tolerance=7),
    "monthly": Turn(months=1, days=0, tolerance=21),
    "quarterly": Turn(months=3, days=0, tolerance=45),
    "every six months": Turn(months=6, days=0, tolerance=45),
    "annually": Turn(months=12, days=0, tolerance=60),
}
"""The tolerance leaves room for a holiday, for counting and for a moved meeting. It is this pack's
own limit, not the inspectorate's."""


def kept_up(
    what: str, frequency: Frequency | None, last: date | None, as_of: date, at: str
) -> Iterator[Finding]:
    """`what` happened by the day of judgement, and not longer ago than its own frequency allows.

    `at` is the place of the date. What is not answered is left to the check to report.
    """
    if last is None:
        return
    yield from not_ahead(what, last, as_of, at)
    turn = TURNS.get(frequency or "")
    if turn and turn.is_late(last, as_of):
        yield Gap(
            f"{what} is dated {in_words(last)}; by its own frequency ({frequency}) it was due again"
            f" on {in_words(turn.due_again(last))}, and {turn.tolerance} days of grace are over",
            at=at,
        )
