"""What a check can say. A check that says nothing found nothing missing: it is met."""

from dataclasses import dataclass

Place = str
"""Where a finding lies: a path from the check's section (`roles[2].headcount`), or from the top of
the file when it begins with `/` (`/recommendations/2/owner`). Empty: the section itself."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Something is missing or wrong. The check's outcome is a gap of the check's severity."""

    message: str
    at: Place = ""
    fix: str | None = None
    """How to close it, where that differs from the check's own `Close the gap:`."""


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


@dataclass(frozen=True, slots=True)
class Strength:
    """Something done well that others could learn from, without weight on the outcome."""

    message: str
    at: Place = ""


Finding = Gap | Open | NotApplicable | Observation | Strength
