"""What changed from one result to another: verdicts, gaps, promises, evidence."""

from enum import StrEnum
from typing import Any, Literal, NamedTuple

from govcheck.model.json_object import json_object
from govcheck.model.result import IsoDate
from govcheck.model.vocabulary import Status

FORMAT: Literal["govcheck-difference/1"] = "govcheck-difference/1"


class ChangeKind(StrEnum):
    """Which way something changed."""

    FELL = "fell"
    IMPROVED = "improved"
    CHANGED = "changed"
    DISAPPEARED = "disappeared"
    APPEARED = "appeared"


class PromiseKind(StrEnum):
    """What became of an action with a date."""

    BROKEN = "broken"
    MOVED = "moved"
    WITHDRAWN = "withdrawn"
    REOPENED = "reopened"
    LATE = "kept late"
    KEPT = "kept"
    NEW = "new"


_WORSE = (ChangeKind.FELL, ChangeKind.DISAPPEARED)
_NOT_KEPT = (PromiseKind.BROKEN, PromiseKind.WITHDRAWN)


@json_object
class Side(NamedTuple):
    """One of the two results."""

    file: str
    force: str
    framework: str
    as_of: IsoDate
    digest: str


@json_object
class Change(NamedTuple):
    """A word of a result that is another one now."""

    kind: ChangeKind
    place: str
    """A requirement, as 2.review, or a recommendation, as 2."""
    what: Literal["substance", "support", "timeliness", "response duty"]
    old: str | None
    new: str | None


@json_object
class GapChange(NamedTuple):
    """A gap or open question that is there on one side only."""

    place: str
    check: str
    old: Status | None
    new: Status | None


@json_object
class Promise(NamedTuple):
    """An action whose promise was kept, moved or broken."""

    kind: PromiseKind
    recommendation: str
    action: str
    what: str
    old_due: IsoDate | None
    new_due: IsoDate | None


@json_object
class EvidenceChange(NamedTuple):
    """A piece of evidence in another state than before; None where it is not listed."""

    id: str
    old: str | None
    new: str | None


@json_object
class EntryChange(NamedTuple):
    """An entry of a list of the force that is there on one side only."""

    kind: ChangeKind
    """Disappeared or appeared."""
    path: str
    """The list, as wellbeing.roles."""
    entry: str


@json_object
class Difference(NamedTuple):
    """Everything that differs between two results."""

    format: Literal["govcheck-difference/1"]
    old: Side
    new: Side
    remarks: tuple[str, ...]
    """What has to be known before the two are compared."""
    changes: tuple[Change, ...]
    new_gaps: tuple[GapChange, ...]
    closed_gaps: tuple[GapChange, ...]
    promises: tuple[Promise, ...]
    evidence: tuple[EvidenceChange, ...]
    entries: tuple[EntryChange, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The difference as JSON types."""
        parts: dict[str, Any] = self._asdict()
        for key, value in parts.items():
            if hasattr(value, "_asdict"):
                parts[key] = value._asdict()
            elif isinstance(value, tuple):
                parts[key] = [getattr(item, "_asdict", lambda item=item: item)() for item in value]
        return parts

    def of(self, kind: ChangeKind) -> tuple[Change, ...]:
        """The changes of one kind."""
        return tuple(change for change in self.changes if change.kind is kind)

    def kept(self, kind: PromiseKind) -> tuple[Promise, ...]:
        """The promises of one kind."""
        return tuple(promise for promise in self.promises if promise.kind is kind)

    @property
    def is_worse(self) -> bool:
        """Whether a result fell or is gone, or a promise is broken or withdrawn."""
        return any(change.kind in _WORSE for change in self.changes) or any(
            promise.kind in _NOT_KEPT for promise in self.promises
        )
