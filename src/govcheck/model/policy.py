"""A policy: what a pipeline asks of a result before it lets a change through."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from govcheck.model.record import FormatVersion, Record

_Name = Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=r"\S")]
_Number = Annotated[int, Field(ge=0, le=1_000_000)]


class Regression(StrEnum):
    """Something that was better in the baseline, or a promise that was not kept."""

    EVIDENCE_LOST = "evidence lost"
    EVIDENCE_STALE = "evidence stale"
    VERDICT_FALLEN = "verdict fallen"
    DUE_DATE_MISSED = "due date missed"
    WAIVER_EXPIRED = "waiver expired"
    ENTRY_GONE = "entry gone"

    @property
    def needs_baseline(self) -> bool:
        """Whether it can only be seen beside the last result."""
        return self is not self.WAIVER_EXPIRED


class CountRule(Record):
    """How many checks or requirements have to come out well, or may come out badly.

    Nothing can be counted that whoever says less would come out better by: so an open question is
    counted with the gaps, and what is worse with what is bad.
    """

    status: Literal["met", "gap"] | None = Field(
        None,
        description="Count checks: met, with at_least; or gap, with at_most, which counts open "
        "questions too. What is waived, or known before, is not counted.",
    )
    verdict: Literal["met", "partly met", "not met"] | None = Field(
        None,
        description="Count requirements with this verdict: or a better one, with at_least; or a "
        "worse one, with at_most. Not assessed is the worst.",
    )
    severity: Literal["critical", "major", "minor"] | None = Field(
        None, description="Of checks: count those of this severity and above only."
    )
    recommendation: _Name | None = Field(
        None, description="Count within this recommendation only, for example: 2."
    )
    at_most: _Number | None = Field(None, description="More than this breaks the rule.")
    at_least: _Number | None = Field(None, description="Fewer than this breaks the rule.")


class Policy(Record):
    """A policy file."""

    format: FormatVersion = Field(
        alias="govcheck-policy", description="Version of this file format. Always 1."
    )
    packs: tuple[_Name, ...] = Field(
        (), description="Packs that have to be there, each with a version if need be: wellbeing>=1."
    )
    checks: tuple[_Name, ...] = Field(
        (), description="Checks that have to run, for example: RET-001."
    )
    regressions: tuple[Regression, ...] = Field((), description="What fails the gate.")
    count: tuple[CountRule, ...] = Field((), description="Limits, each a rule of its own.")
