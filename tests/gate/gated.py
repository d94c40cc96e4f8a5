"""Small results for gates: recommendations with requirements, and the checks that served them."""

from __future__ import annotations

from govcheck.engine.digest import digest_of
from govcheck.model.result import (
    FORMAT,
    ActionResult,
    CheckResult,
    ForceInfo,
    FrameworkInfo,
    RecommendationResult,
    RequirementResult,
    Result,
    Summary,
    ToolInfo,
)
from govcheck.model.vocabulary import Aspect, Basis, Severity, Status, Support, Verdict

DAY = "2024-03-15"


def check(
    name: str, status: Status = Status.GAP, severity: Severity = Severity.MAJOR, scope: str = ""
) -> CheckResult:
    return CheckResult(name, scope, "T", "pack", Aspect.SUBSTANCE, status, severity, ())


def requirement(
    name: str,
    *checks: CheckResult,
    verdict: Verdict = Verdict.MET,
    claim: str | None = "yes",
    support: Support = Support.SUPPORTED,
) -> RequirementResult:
    return RequirementResult(
        name, "X", verdict, "", (), claim, None, support, "", Basis.DOCUMENT, (), checks
    )


def action(
    name: str, due: str | None = "2024-01-31", *, overdue: bool = False, state: str = "planned"
) -> ActionResult:
    return ActionResult(name, "W", "O", due, state, None, None, None, None, overdue)


def recommendation(  # noqa: PLR0913
    number: str,
    *requirements: RequirementResult,
    checks: tuple[CheckResult, ...] = (),
    actions: tuple[ActionResult, ...] = (),
    verdict: Verdict = Verdict.MET,
    support: Support = Support.SUPPORTED,
    owner: str | None = "Head of People",
) -> RecommendationResult:
    return RecommendationResult(
        number=number, id=None, title="T", wording="W", addressee="forces", due=None,
        verdict=verdict, reason="", decided_by=(), claim="met", support=support,
        support_reason="", basis=Basis.DOCUMENT, timeliness=Verdict.MET, timeliness_reason="",
        duty=Verdict.MET, duty_reason="", explanation=None, no_action_because=None, owner=owner,
        completed=None, actions=actions, evidence=(), requirements=requirements, checks=checks,
    )  # fmt: skip


def result(*recommendations: RecommendationResult, as_of: str = DAY) -> Result:
    bare = Result(
        FORMAT,
        ToolInfo("govcheck", "1"),
        (),
        FrameworkInfo("trees", "Trees", "P", DAY, "S", "L", None, None, None),
        ForceInfo("north", "North", None),
        "a.yaml",
        as_of,
        as_of,
        None,
        Summary({}, {}, {}, {}, {}),
        recommendations,
        (),
    )
    return bare._replace(digest=digest_of(bare.as_json()))


def of(*checks: CheckResult, as_of: str = DAY) -> Result:
    """All checks at the requirement 2.review."""
    return result(recommendation("2", requirement("2.review", *checks)), as_of=as_of)
