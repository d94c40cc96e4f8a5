"""Fold outcomes into the four results of a recommendation."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from govcheck.engine.citation import cited_in
from govcheck.engine.plan import Plan
from govcheck.engine.supply import Case
from govcheck.model.assessment import FINISHED, Action, RequirementAnswer
from govcheck.model.deadline import Deadline
from govcheck.model.exhibit import is_fresh
from govcheck.model.framework import Requirement, requirement_key
from govcheck.model.result import (
    ActionResult,
    CheckResult,
    ComputedDate,
    RecommendationResult,
    RequirementResult,
)
from govcheck.model.support import Exhibits, SupportDecision, judge_support
from govcheck.model.verdict import (
    Decision,
    Weighed,
    judge_recommendation,
    judge_requirement,
    lowered_by_a_gap,
)
from govcheck.model.vocabulary import Aspect, Basis, Verdict

_AS_CLAIM = {
    "yes": "met",
    "partly": "partly met",
    "no": "not met",
    "not applicable": "not applicable",
}


class _Said(NamedTuple):
    """What the force says of something: its claim, and whether there is narrative."""

    claim: str | None
    explained: bool


class Outcomes(NamedTuple):
    """What the checks of one plan found, sorted as the plan sorts them."""

    by_requirement: tuple[tuple[Requirement, tuple[CheckResult, ...]], ...]
    by_aspect: dict[Aspect, tuple[CheckResult, ...]]


def fold_recommendation(plan: Plan, outcomes: Outcomes, case: Case) -> RecommendationResult:
    """One recommendation with its four results."""
    recommendation = plan.recommendation
    answer = case.assessment.answer(recommendation.number)
    requirements = tuple(
        _fold_requirement(plan, requirement, checks, case)
        for requirement, checks in outcomes.by_requirement
    )
    substance = judge_recommendation([(item.id, item.verdict) for item in requirements])
    cited = case.cited_by(plan)
    said = _Said(answer.claim, explained=answer.explanation is not None)
    has_gap = any(_has_gap(item.checks) for item in requirements)
    checks = [check for item in requirements for check in item.checks]
    exhibits = _exhibits(cited, checks, case)
    support = _support(said, substance.verdict, exhibits, has_gap=has_gap)
    timeliness = _judge(outcomes.by_aspect[Aspect.TIMELINESS])
    duty = _judge(outcomes.by_aspect[Aspect.DUTY])
    return RecommendationResult(
        number=recommendation.number,
        id=recommendation.id,
        title=recommendation.title,
        wording=recommendation.wording,
        addressee=recommendation.addressee,
        due=computed(recommendation.deadline(), case.as_of),
        verdict=substance.verdict,
        reason=substance.reason,
        decided_by=substance.decided_by,
        claim=answer.claim,
        support=support.support,
        support_reason=support.reason,
        basis=support.basis,
        timeliness=timeliness.verdict,
        timeliness_reason=timeliness.reason,
        duty=duty.verdict,
        duty_reason=duty.reason,
        explanation=answer.explanation,
        no_action_because=answer.no_action_because,
        owner=answer.owner,
        completed=_iso(answer.completed),
        actions=tuple(_action(item, case.as_of) for item in answer.actions or ()),
        evidence=cited,
        requirements=requirements,
        checks=tuple(check for checks in outcomes.by_aspect.values() for check in checks),
    )


def _fold_requirement(
    plan: Plan, requirement: Requirement, checks: tuple[CheckResult, ...], case: Case
) -> RequirementResult:
    number = plan.recommendation.number
    said = case.requirement_answer(number, requirement.id)
    decision = _judge(checks)
    claim = _claim(said)
    evidence = _requirement_evidence(said, number, case)
    words = _Said(claim, explained=said.comment is not None)
    exhibits = _exhibits(evidence, checks, case)
    support = _support(words, decision.verdict, exhibits, has_gap=_has_gap(checks))
    return RequirementResult(
        id=requirement_key(number, requirement.id),
        text=requirement.text,
        verdict=decision.verdict,
        reason=decision.reason,
        decided_by=decision.decided_by,
        claim=claim,
        comment=said.comment,
        support=support.support,
        support_reason=support.reason,
        basis=support.basis,
        evidence=evidence,
        checks=checks,
    )


def _claim(said: RequirementAnswer) -> str | None:
    return _AS_CLAIM[said.answer] if said.answer else None


def _requirement_evidence(said: RequirementAnswer, number: str, case: Case) -> tuple[str, ...]:
    """Its own evidence and that of the whole recommendation."""
    general = case.assessment.answer(number).evidence or ()
    return tuple(dict.fromkeys((*cited_in(said), *general)))


def _exhibits(cited: tuple[str, ...], checks: Sequence[CheckResult], case: Case) -> Exhibits:
    """What stands behind a claim: documents that are cited, and data sets that were counted."""
    months = case.framework.evidence_fresh_for_months
    exhibits = case.evidence.counted(cited, case.as_of, months)
    keys = {key for check in checks for key in check.counted}
    if not keys:
        return exhibits
    periods = [case.assessment.datasets[key].about for key in keys]
    fresh = sum(is_fresh(period, case.as_of, months) for period in periods)
    return Exhibits(exhibits.usable + len(keys), exhibits.fresh + fresh, Basis.MEASURED)


def _support(
    said: _Said, verdict: Verdict, exhibits: Exhibits, *, has_gap: bool
) -> SupportDecision:
    support = judge_support(
        said.claim, verdict, exhibits, has_gap=has_gap, explained=said.explained
    )
    untouched = said.claim is None and not exhibits.usable and verdict is Verdict.NOT_ASSESSED
    return support._replace(basis=Basis.NOT_LOOKED_AT) if untouched else support


def _judge(checks: Sequence[CheckResult]) -> Decision:
    return judge_requirement(_weighed(checks))


def _has_gap(checks: Sequence[CheckResult]) -> bool:
    return lowered_by_a_gap(_weighed(checks))


def _weighed(checks: Sequence[CheckResult]) -> list[Weighed]:
    return [Weighed(check.id, check.status, check.severity) for check in checks]


def _action(action: Action, as_of: date) -> ActionResult:
    finished = action.state in FINISHED
    return ActionResult(
        id=action.id,
        what=action.what,
        owner=action.owner,
        due=_iso(action.due),
        state=action.state,
        done_on=_iso(action.done_on),
        signed_off_by=action.signed_off_by,
        signed_off_on=_iso(action.signed_off_on),
        comment=action.comment,
        overdue=action.due is not None and not finished and as_of > action.due,
    )


def computed(deadline: Deadline | None, as_of: date) -> ComputedDate | None:
    """A deadline as the result holds it."""
    if deadline is None:
        return None
    return ComputedDate(
        last_day=deadline.last_day.isoformat(),
        rule=deadline.rule,
        source=deadline.source,
        passed=deadline.has_passed(as_of),
    )


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
