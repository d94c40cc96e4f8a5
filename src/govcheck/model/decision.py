"""What a gate says of a result: which rules are kept, what is waived, what was known before.

The result itself never changes: it is the same with and without a gate.
"""

from enum import StrEnum
from typing import Any, Literal, NamedTuple

from govcheck.model.json_object import json_object
from govcheck.model.result import IsoDate
from govcheck.model.vocabulary import Status

FORMAT: Literal["govcheck-decision/1"] = "govcheck-decision/1"


class WaiverState(StrEnum):
    """What has become of a waiver."""

    APPLIED = "applied"
    EXPIRING = "about to expire"
    EXPIRED = "expired"
    UNUSED = "unused"
    MISTYPED = "mistyped"


@json_object
class WaiverResult(NamedTuple):
    """A waiver, and whether it holds."""

    check: str
    requirement: str
    """Or a whole recommendation, as the file of waivers names it."""
    places: tuple[str, ...]
    """The requirements and recommendations at which it waives a gap."""
    reason: str
    owner: str
    approver: str
    expires: IsoDate
    state: WaiverState
    remark: str
    """The state in a sentence."""


@json_object
class KnownResult(NamedTuple):
    """A gap or open question that the baseline knows."""

    check: str
    places: tuple[str, ...]
    status: Status
    """What it is now."""
    since: IsoDate
    owner: str | None


@json_object
class NewResult(NamedTuple):
    """A gap or open question that the baseline does not know."""

    check: str
    places: tuple[str, ...]
    status: Status


@json_object
class RuleResult(NamedTuple):
    """A rule of the policy, and the figure that met or broke it."""

    rule: str
    figure: str
    kept: bool
    because: tuple[str, ...]
    """What broke it."""


@json_object
class Decision(NamedTuple):
    """What the gate says of one result."""

    format: Literal["govcheck-decision/1"]
    file: str
    force: str
    framework: str
    as_of: IsoDate
    result_digest: str
    status: int
    """The exit status that this result deserves."""
    reason: str
    rules: tuple[RuleResult, ...] = ()
    waivers: tuple[WaiverResult, ...] = ()
    known: tuple[KnownResult, ...] = ()
    new: tuple[NewResult, ...] = ()
    """Filled where there is a baseline."""
    resolved: tuple[str, ...] = ()
    """What the baseline knows and is a gap no longer, as `RET-001 at 2.review`."""

    def as_json(self) -> dict[str, Any]:
        """The decision as JSON types."""
        parts: dict[str, Any] = self._asdict()
        for key in ("rules", "waivers", "known", "new"):
            parts[key] = [item._asdict() for item in parts[key]]
        return parts
