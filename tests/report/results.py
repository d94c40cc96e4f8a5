"""A result made by hand, for the renderers: every word of every closed list can stand in it."""

from govcheck.model.exhibit import ExhibitState
from govcheck.model.finding import Figure
from govcheck.model.result import (
    FORMAT,
    ActionResult,
    CheckResult,
    ComputedDate,
    DatasetResult,
    EvidenceResult,
    FindingKind,
    FindingResult,
    ForceInfo,
    FrameworkInfo,
    ListResult,
    Location,
    PackInfo,
    RecommendationResult,
    RequirementResult,
    ResponseResult,
    Result,
    Summary,
    ToolInfo,
    ViolationResult,
)
from govcheck.model.vocabulary import Aspect, Basis, Severity, Status, Support, Verdict
from govcheck.report.judged import Judged

KINDS: tuple[FindingKind, ...] = (
    "gap", "open", "not applicable", "observation", "strength", "error",
)  # fmt: skip


def result(
    text: str = "words",
    verdict: Verdict = Verdict.PARTLY_MET,
    status: Status = Status.GAP,
    support: Support = Support.SUPPORTED,
    state: ExhibitState = ExhibitState.FOUND,
) -> Result:
    """One recommendation with one requirement; `text` stands wherever text of others can."""
    figures = {
        kind: Figure(f"{kind} {text}", text, text, text, text) for kind in ("gap", "strength")
    }
    findings = tuple(
        FindingResult(
            kind, f"{kind}: {text}", text, Location("a.yaml", 3, 5, "/retention"), figures.get(kind)
        )
        for kind in KINDS
    )
    check = CheckResult(
        "DEM-001",
        "",
        text,
        "demo",
        Aspect.SUBSTANCE,
        status,
        Severity.MAJOR,
        findings,
        ("leavers",),
        tuple(
            Figure(text, f"about {count} of about 80", "at least 50 %", text, period)
            for count, period in ((40, "2023"), (10, "2023-01/2023-03"), (30, "2023-04/2023-06"))
        ),
    )
    due = ComputedDate("2024-01-31", "By January 2024", "the framework", passed=False)
    requirement = RequirementResult(
        "2.review", text, verdict, text, ("DEM-001",), "met", text, support, text,
        Basis.DOCUMENT, ("strategy",), (check,),
    )  # fmt: skip
    action = ActionResult(
        "A1", text, text, "2024-01-15", "in progress", "2024-01-10", text, "2024-01-11", text,
        overdue=True,
    )  # fmt: skip
    recommendation = RecommendationResult(
        "2", "#1", text, text, text, due, verdict, text, ("2.review",), "met", support, text,
        Basis.DOCUMENT, verdict, text, verdict, text, text, text, text, "2024-01-12", (action,),
        ("strategy",), (requirement,), (check._replace(aspect=Aspect.DUTY, scope="2"),),
    )  # fmt: skip
    evidence = EvidenceResult(
        "strategy", text, text, state, "document", "2023-10", "2023-11-02", "2025-10-31",
        "0" * 64, ("police staff",), ("2",),
    )  # fmt: skip
    return Result(
        format=FORMAT,
        tool=ToolInfo("govcheck", "1.0.0"),
        packs=(PackInfo("demo", text, "1"),),
        framework=FrameworkInfo(
            "demo", text, text, "2023-07-07", text, text, text, due, 24, text, text
        ),
        force=ForceInfo("x", text, "E1"),
        file="a.yaml",
        as_at="2023-12-15",
        as_of="2023-12-15",
        prepared_by=text,
        summary=Summary(
            dict.fromkeys(Verdict, 1),
            dict.fromkeys(Verdict, 1),
            dict.fromkeys(Status, 1),
            dict.fromkeys(Severity, 1),
            dict.fromkeys(Severity, 1),
        ),
        recommendations=(recommendation,),
        evidence=(evidence,),
        datasets=(
            DatasetResult(
                "leavers",
                text,
                "about 40",
                text,
                (text,),
                (ViolationResult("reason", "blank", "about 10", text, ("2", "7")),),
                "",
            ),
            DatasetResult("screening", text, "fewer than 5", "", (), (), text),
        ),
        digest="f" * 64,
        response=ResponseResult(text, text, (text,), text, "2023-08-29", text, text, text),
        inputs="e" * 64,
        lists=(ListResult(f"demo.{text}", (text, f"{text} (2)")),),
    )


def of(*results: Result) -> list[Judged]:
    """Results as a command hands them to a renderer."""
    return [Judged("a.yaml", item, "1: 1 gap") for item in results]
