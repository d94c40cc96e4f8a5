"""A baseline: the last result that was accepted, and since when each of its gaps is known."""

from typing import Any, Literal, NamedTuple

from govcheck.model.json_object import json_object
from govcheck.model.result import IsoDate, Result

FORMAT: Literal["govcheck-baseline/1"] = "govcheck-baseline/1"


@json_object
class KnownGap(NamedTuple):
    """A gap or open question, known by what it concerns and never by its line."""

    recommendation: str
    requirement: str
    """Empty where it concerns the recommendation as a whole."""
    check: str
    since: IsoDate


@json_object
class Baseline(NamedTuple):
    """What `govcheck baseline update` writes."""

    format: Literal["govcheck-baseline/1"]
    known: tuple[KnownGap, ...]
    result: Result

    def as_json(self) -> dict[str, Any]:
        """The baseline as JSON types."""
        return {
            "format": self.format,
            "known": [gap._asdict() for gap in self.known],
            "result": self.result.as_json(),
        }
