"""The result of one run as data: all that a report says, nothing that it has to work out.

The published schema is `schemas/result.schema.json`. Dates are texts as 2023-08-31, so that the
result is the same JSON in memory and on disk.
"""

from datetime import date
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import AfterValidator, Field

from govcheck.model.exhibit import ExhibitState
from govcheck.model.finding import Figure
from govcheck.model.json_object import json_object
from govcheck.model.vocabulary import Aspect, Basis, Severity, Status, Support, Verdict

FORMAT: Literal["govcheck-result/1"] = "govcheck-result/1"


def _is_a_day(text: str) -> str:
    """The pattern lets 2024-02-30 through."""
    date.fromisoformat(text)
    return text


IsoDate = Annotated[str, Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"), AfterValidator(_is_a_day)]
FindingKind = Literal["gap", "open", "not applicable", "observation", "strength", "error"]


@json_object
class Location(NamedTuple):
    """A place in the assessment. Lines and columns count from 1; the pointer is a JSON Pointer.

    In a workbook the lines are the rows of all its sheets, one sheet after the other.
    """

    file: str
    line: int
    column: int
    pointer: str
    cell: str | None = None
    """Where it is in a workbook: Retention!C7."""


@json_object
class FindingResult(NamedTuple):
    """One thing that a check had to say."""

    kind: FindingKind
    message: str
    fix: str | None
    location: Location
    figure: Figure | None = None
    """What was measured, where the finding rests on a figure."""


@json_object
class CheckResult(NamedTuple):
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
    counted: tuple[str, ...] = ()
    """The data sets that it counted."""
    measured: tuple[Figure, ...] = ()
    """What it counted there, also where that is enough."""


@json_object
class RequirementResult(NamedTuple):
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


@json_object
class ComputedDate(NamedTuple):
    """A last day that was worked out, with its rule and the source of the rule."""

    last_day: IsoDate
    rule: str
    source: str
    passed: bool


@json_object
class ActionResult(NamedTuple):
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


@json_object
class RecommendationResult(NamedTuple):
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

    def check_results(self) -> tuple[CheckResult, ...]:
        """Each outcome that concerns the recommendation once, in the order of the report."""
        seen: dict[tuple[str, str], CheckResult] = {}
        for check in self.checks:
            seen.setdefault((check.id, check.scope), check)
        for requirement in self.requirements:
            for check in requirement.checks:
                seen.setdefault((check.id, check.scope), check)
        return tuple(seen.values())


@json_object
class EvidenceResult(NamedTuple):
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


@json_object
class ViolationResult(NamedTuple):
    """Rows of a data set that are not as it is declared."""

    column: str
    kind: str
    rows: str
    """How many, as may be shown: `fewer than 5` or `about 40`."""
    message: str
    lines: tuple[str, ...]


@json_object
class DatasetResult(NamedTuple):
    """A data set that the assessment names, and what looking at it showed."""

    key: str
    source: str
    rows: str
    """How many, as may be shown."""
    period: str
    notes: tuple[str, ...]
    violations: tuple[ViolationResult, ...]
    failure: str


@json_object
class ToolInfo(NamedTuple):
    """What made the result."""

    name: str
    version: str


@json_object
class PackInfo(NamedTuple):
    """One pack of the run and the distribution (or file) that brought it."""

    name: str
    distribution: str
    version: str


@json_object
class FrameworkInfo(NamedTuple):
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
    inspection_id: str | None = None
    inspection_type: str | None = None


@json_object
class ResponseResult(NamedTuple):
    """What is published in response beside the answers: whose task it is, and what is said."""

    body: str | None = None
    """Who has to publish it, as the framework names it."""
    invites: str | None = None
    """Who has to be invited to comment first."""
    copies_to: tuple[str, ...] = ()
    """Who has to be sent a copy."""
    title: str | None = None
    published: IsoDate | None = None
    key_findings: str | None = None
    comment: str | None = None
    """What the body that responds says."""
    invited_comment: str | None = None
    """What those who were invited to comment say."""


@json_object
class ForceInfo(NamedTuple):
    """The body that assessed itself."""

    id: str
    name: str
    code: str | None


@json_object
class Summary(NamedTuple):
    """Counts, each over a named whole. Checks are counted once for each place where they ran."""

    recommendations: dict[Verdict, int]
    requirements: dict[Verdict, int]
    checks: dict[Status, int]
    gaps: dict[Severity, int]
    open_questions: dict[Severity, int]


@json_object
class ListResult(NamedTuple):
    """A list that the force itself draws up: roles, measures, initiatives, or data sets."""

    path: str
    """Where it stands, as wellbeing.roles or wellbeing.roles[Call handlers].supports."""
    entries: tuple[str, ...]
    """What each entry is called."""


@json_object
class Result(NamedTuple):
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
    datasets: tuple[DatasetResult, ...] = ()
    digest: str = ""
    """sha256 over the canonical form (RFC 8785) of the rest of the result."""
    response: ResponseResult = ResponseResult()
    inputs: str = ""
    """sha256 over the canonical form of all that was judged: the data of the file, the framework,
    the force, the day of judgement, and what was found of the evidence and the data sets."""
    lists: tuple[ListResult, ...] = ()
    """So that two results can name an entry that one of them no longer has."""

    def as_json(self) -> dict[str, Any]:
        """The result as JSON types."""
        plain: dict[str, Any] = _plain(self)
        return plain

    def check_results(self) -> tuple[CheckResult, ...]:
        """Every outcome once, in the order of the report.

        A check that serves several requirements stands under each of them and is counted once.
        """
        seen: dict[tuple[str, str], CheckResult] = {}
        for recommendation in self.recommendations:
            for check in recommendation.check_results():
                seen.setdefault((check.id, check.scope), check)
        return tuple(seen.values())


_ATOMS = frozenset((str, int, float, bool, type(None)))


def _plain(value: Any) -> Any:
    """A value as JSON types."""
    if isinstance(value, tuple):
        fields = getattr(value, "_fields", None)
        if fields is None:
            return [item if type(item) in _ATOMS else _plain(item) for item in value]
        # Most fields are atoms: to look at their type first takes half the time of a call for each.
        return {
            name: item if type(item) in _ATOMS else _plain(item)
            for name, item in zip(fields, value, strict=True)
        }
    return dict(value) if isinstance(value, dict) else value
