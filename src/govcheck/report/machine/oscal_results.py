"""OSCAL assessment results: a result for each file, a finding for each requirement."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from govcheck.model.result import CheckResult, RecommendationResult, RequirementResult, Result
from govcheck.model.vocabulary import Verdict
from govcheck.report.judged import Judged
from govcheck.report.machine.oscal import (
    Json,
    back_matter,
    distinct,
    identifier,
    metadata,
    moment,
    prop,
    resource_of,
    said,
    token,
    whole_of,
)
from govcheck.report.machine.oscal_risks import Checked, checked, related

_REASONS = {Verdict.MET: "pass", Verdict.PARTLY_MET: "fail", Verdict.NOT_MET: "fail"}
Outcomes = Mapping[tuple[str, str], Checked]


def render(judged: Sequence[Judged]) -> str:
    """The document."""
    judged = distinct(judged)
    first = judged[0].result
    digests = [item.result.digest for item in judged]
    document = {
        "uuid": identifier("assessment-results", *digests),
        "metadata": metadata(f"Self-assessment: {said(first.framework.title)}", judged),
        "import-ap": {"href": f"#{whole_of(first)}"},
        "results": [_result(item) for item in judged],
        "back-matter": back_matter(judged),
    }
    return json.dumps({"assessment-results": document}, ensure_ascii=False, indent=2) + "\n"


def _result(item: Judged) -> Json:
    result = item.result
    outcomes = checked(result)
    risks = [risk for found in outcomes.values() for risk in found.risks]
    lists: Json = {
        "observations": [found.observation for found in outcomes.values()],
        "risks": risks,
        "findings": [*_findings(result, outcomes)],
    }
    return {
        "uuid": identifier(result.digest, "assessment"),
        "title": f"{said(result.force.name)}: {said(result.framework.title)}",
        "description": said(item.closing),
        "start": moment(result.as_of),
        "props": _about(result),
        "reviewed-controls": {"control-selections": [_selection(result)]},
        **{name: entries for name, entries in lists.items() if entries},
    }


def _about(result: Result) -> list[Json]:
    framework, force = result.framework, result.force
    return [
        *prop("framework", framework.id),
        *prop("publisher", framework.publisher),
        *prop("published", framework.published),
        *prop("licence", framework.licence),
        *prop("force", force.id),
        *prop("force-code", force.code),
        *prop("as-at", result.as_at),
        *prop("as-of", result.as_of),
        *prop("prepared-by", result.prepared_by),
        *prop("digest", result.digest),
        *(entry for pack in result.packs for entry in prop("pack", f"{pack.name} {pack.version}")),
    ]


def _selection(result: Result) -> Json:
    names = [
        token("requirement", part.id)
        for item in result.recommendations
        for part in item.requirements
    ]
    if not names:
        return {"include-all": {}}
    return {"include-controls": [{"control-id": name} for name in dict.fromkeys(names)]}


def _findings(result: Result, outcomes: Outcomes) -> Iterator[Json]:
    for item in result.recommendations:
        yield _of_recommendation(result, item, outcomes)
        for part in item.requirements:
            yield _of_requirement(result, item, part, outcomes)


def _of_recommendation(result: Result, item: RecommendationResult, outcomes: Outcomes) -> Json:
    return {
        "uuid": identifier(result.digest, "recommendation", item.number),
        "title": f"Recommendation {said(item.number)}: {said(item.title)}",
        "description": said(item.wording),
        "props": [
            *prop("recommendation", item.number),
            *prop("published-id", item.id),
            *prop("addressee", item.addressee),
            *prop("due", item.due and item.due.last_day),
            *prop("claim", item.claim),
            *prop("support", item.support),
            *prop("known-by", item.basis),
            *prop("timeliness", item.timeliness),
            *prop("response-duty", item.duty),
            *prop("owner", item.owner),
            *prop("completed", item.completed),
        ],
        "target": _target(token("recommendation", item.number), item.verdict, item.reason),
        **related(_of(item.checks, outcomes)),
    }


def _of_requirement(
    result: Result, item: RecommendationResult, part: RequirementResult, outcomes: Outcomes
) -> Json:
    links = [
        {"href": f"#{resource_of(result, name)}", "rel": "evidence"}
        for name in part.evidence
        if any(entry.id == name for entry in result.evidence)
    ]
    return {
        "uuid": identifier(result.digest, "requirement", item.number, part.id),
        "title": said(part.id),
        "description": said(part.text),
        "props": [
            *prop("recommendation", item.number),
            *prop("verdict", part.verdict),
            *prop("claim", part.claim),
            *prop("support", part.support),
            *prop("known-by", part.basis),
        ],
        **({"links": links} if links else {}),
        "target": _target(token("requirement", part.id), part.verdict, part.reason),
        **related(_of(part.checks, outcomes)),
    }


def _target(name: str, verdict: Verdict, reason: str) -> Json:
    """OSCAL knows two states. What is neither met nor missing is told by its reason, “other”."""
    state = "satisfied" if verdict is Verdict.MET else "not-satisfied"
    return {
        "type": "objective-id",
        "target-id": name,
        "props": prop("verdict", verdict),
        "status": {
            "state": state,
            "reason": _REASONS.get(verdict, "other"),
            "remarks": said(reason),
        },
    }


def _of(checks: Sequence[CheckResult], outcomes: Outcomes) -> list[Checked]:
    return [outcomes[check.id, check.scope] for check in checks]
