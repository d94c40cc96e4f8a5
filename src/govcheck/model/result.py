"""The result of one run as data: all that a report says, nothing that it has to work out.

The published schema is `schemas/result.schema.json`. Dates are texts as 2023-08-31, so that the
result is the same JSON in memory and on disk.
"""

from dataclasses import dataclass, is_dataclass, replace
from typing import Annotated, Any, Literal, Self

from pydantic import Field

from govcheck.model.exhibit import ExhibitState
from govcheck.model.vocabulary import Aspect, Basis, Severity, Status, Support, Verdict

FORMAT: Literal["govcheck-result/1"] = "govcheck-result/1"

IsoDate = Annotated[str, Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
FindingKind = Literal["gap", "open", "not applicable", "observation", "strength", "error"]


@dataclass(frozen=True, slots=True)
class Location:
    """A place in the assessment. Lines and columns count from 1; the pointer is a JSON Pointer."""

    file: str
    line: int
    column: int
    pointer: str


@dataclass(frozen=True, slots=True)
class FindingResult:
    """One thing that a check had to say."""

    kind: FindingKind
    message: str
    fix: str | None
    location: Location


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What one check found."""

    id: str
    scope: str
    """The recommendation or requirement for which it ran; empty where it runs once for the file."""
    title: str
    pack: str
    aspect: Aspect
    status: Status
    severity: Severity
    findings: tuple[FindingResult, ...]


@dataclass(frozen=True, slots=True)
class RequirementResult:
    """One requirement: what is claimed, what was found, and how far the one bears out the other."""

    id: str
    text: str
    verdict: Verdict
    reason: str
    decided_by: tuple[str, ...]
    claim: str | None
    comment: str | None
    support: Support
    support_reason: str
    basis: Basis
    evidence: tuple[str, ...]
    checks: tuple[CheckResult, ...]


@dataclass(frozen=True, slots=True)
class ComputedDate:
    """A last day that was worked out, with its rule and the source of the rule."""

    last_day: IsoDate
    rule: str
    source: str
    passed: bool


@dataclass(frozen=True, slots=True)
class ActionResult:
    """An action as the file states it."""

    id: str
    what: str
    owner: str | None
    due: IsoDate | None
    state: str | None
    done_on: IsoDate | None
    signed_off_by: str | None
    signed_off_on: IsoDate | None
    comment: str | None
    overdue: bool


@dataclass(frozen=True, slots=True)
class RecommendationResult:
    """The four results for one recommendation, with what they rest on."""

    number: str
    id: str | None
    title: str
    wording: str
    addressee: str
    due: ComputedDate | None
    verdict: Verdict
    reason: str
    decided_by: tuple[str, ...]
    claim: str | None
    support: Support
    support_reason: str
    basis: Basis
    timeliness: Verdict
    timeliness_reason: str
    duty: Verdict
    duty_reason: str
    explanation: str | None
    no_action_because: str | None
    owner: str | None
    completed: IsoDate | None
    actions: tuple[ActionResult, ...]
    evidence: tuple[str, ...]
    requirements: tuple[RequirementResult, ...]
    checks: tuple[CheckResult, ...]
    """Checks of support, timeliness and duty; those of substance stand under their requirement."""


@dataclass(frozen=True, slots=True)
class EvidenceResult:
    """One entry of the evidence register."""

    id: str
    title: str
    place: str
    state: ExhibitState
    method: str | None
    about: str | None
    collected: IsoDate | None
    fresh_until: IsoDate | None
    sha256: str | None
    covers: tuple[str, ...]
    cited_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ToolInfo:
    """What made the result."""

    name: str
    version: str


@dataclass(frozen=True, slots=True)
class PackInfo:
    """One pack of the run and the distribution (or file) that brought it."""

    name: str
    distribution: str
    version: str


@dataclass(frozen=True, slots=True)
class FrameworkInfo:
    """The report that was answered."""

    id: str
    title: str
    publisher: str
    published: IsoDate
    source: str
    licence: str
    note: str | None
    response: ComputedDate | None
    evidence_fresh_for_months: int | None


@dataclass(frozen=True, slots=True)
class ForceInfo:
    """The body that assessed itself."""

    id: str
    name: str
    code: str | None


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts, each over a named whole. Checks are counted once for each place where they ran."""

    recommendations: dict[Verdict, int]
    requirements: dict[Verdict, int]
    checks: dict[Status, int]
    gaps: dict[Severity, int]
    open_questions: dict[Severity, int]


@dataclass(frozen=True, slots=True)
class Result:
    """Everything that one run found."""

    format: Literal["govcheck-result/1"]
    tool: ToolInfo
    packs: tuple[PackInfo, ...]
    framework: FrameworkInfo
    force: ForceInfo
    file: str
    as_at: IsoDate
    as_of: IsoDate
    prepared_by: str | None
    summary: Summary
    recommendations: tuple[RecommendationResult, ...]
    evidence: tuple[EvidenceResult, ...]
    digest: str = ""
    """sha256 over the canonical form (RFC 8785) of the inputs and the rest of the result."""

    def as_json(self) -> dict[str, Any]:
        """The result as JSON types."""
        plain: dict[str, Any] = _plain(self)
        return plain

    def with_digest(self, digest: str) -> Self:
        """The same result, carrying its digest."""
        return replace(self, digest=digest)

    def with_summary(self, summary: Summary) -> Self:
        """The same result, with its counts."""
        return replace(self, summary=summary)

    def check_results(self) -> tuple[CheckResult, ...]:
        """Every outcome once, in the order of the report.

        A check that serves several requirements stands under each of them and is counted once.
        """
        seen: dict[tuple[str, str], CheckResult] = {}
        for recommendation in self.recommendations:
            for check in recommendation.checks:
                seen.setdefault((check.id, check.scope), check)
            for requirement in recommendation.requirements:
                for check in requirement.checks:
                    seen.setdefault((check.id, check.scope), check)
        return tuple(seen.values())


def _plain(value: Any) -> Any:
    """A value as JSON types. `dataclasses.asdict` does the same and copies every text as well."""
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if is_dataclass(value):
        return {name: _plain(getattr(value, name)) for name in value.__dataclass_fields__}
    return dict(value) if isinstance(value, dict) else value
