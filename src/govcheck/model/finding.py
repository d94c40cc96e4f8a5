"""What a check can say. A check that says nothing found nothing missing: it is met."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from govcheck.model.json_object import json_object

Place = str
"""Where a finding lies: a path from the check's section (`roles[2].headcount`), or from the top of
the file when it begins with `/` (`/recommendations/2/owner`). Empty: the section itself."""


@json_object
class Figure(NamedTuple):
    """What was measured, as it may be shown: small numbers suppressed, others rounded."""

    about: str
    """What or whom it is about, as `special constables`."""
    value: str
    """As `31 % (about 40 of about 125)`."""
    wanted: str
    """The figure at which the check turns, as `at least 90 %`; empty where there is none."""
    source: str
    """The table that was counted."""
    period: str
    """What the table is about, as `2022-04/2023-03`; empty where that is not stated."""

    def __str__(self) -> str:
        """All of it in one line."""
        return self.below(None)

    def below(self, other: "Figure | None") -> str:
        """The same, without the table and its period where they stand in the line above."""
        beside = f"; wanted: {self.wanted}" if self.wanted else ""
        said = f"{self.about}: {self.value}{beside}"
        if other and (other.source, other.period) == (self.source, self.period):
            return said
        period = f", {self.period}" if self.period else ""
        return f"{said} ({self.source}{period})"


def in_lines(figures: Iterable[Figure | None]) -> Iterator[str | None]:
    """Figures that stand below one another: what they come from is said once for those alike."""
    above = None
    for figure in figures:
        yield figure.below(above) if figure else None
        above = figure or above


@dataclass(frozen=True, slots=True)
class Gap:
    """Something is missing or wrong. The check's outcome is a gap of the check's severity."""

    message: str
    at: Place = ""
    fix: str | None = None
    """How to close it, where that differs from the check's own `Close the gap:`."""
    figure: Figure | None = None
    """What was measured, where the gap is one of figures."""


@dataclass(frozen=True, slots=True)
class Open:
    """A question was left unanswered. The outcome is *not assessed* unless there is also a gap."""

    at: Place
    message: str | None = None
    """What is not known. Left out: the description of the field at that place."""


@dataclass(frozen=True, slots=True)
class NotApplicable:
    """The check does not apply, and why."""

    reason: str
    at: Place = ""


@dataclass(frozen=True, slots=True)
class Observation:
    """Worth a reader's attention, without weight on the outcome."""

    message: str
    at: Place = ""
    figure: Figure | None = None


@dataclass(frozen=True, slots=True)
class Strength:
    """Something done well that others could learn from, without weight on the outcome."""

    message: str
    at: Place = ""
    figure: Figure | None = None


@dataclass(frozen=True, slots=True)
class Measured:
    """What was counted, also where it is enough, without weight on the outcome.

    It is shown beside the check. Figures about the same that differ in their periods are a trend.
    """

    figure: Figure


Statement = Gap | Open | NotApplicable | Observation | Strength
"""What is said in words, at a place of the file."""
Finding = Statement | Measured
