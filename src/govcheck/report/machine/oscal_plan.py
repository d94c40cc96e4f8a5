"""OSCAL plan of action and milestones: an item for each recommendation, its actions as tasks."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from govcheck.model.assessment import FINISHED
from govcheck.model.result import ActionResult, RecommendationResult, Result
from govcheck.report.judged import Judged
from govcheck.report.machine.oscal import (
    Json,
    back_matter,
    distinct,
    identifier,
    metadata,
    moment,
    prop,
    said,
    token,
)
from govcheck.report.machine.oscal_risks import Checked, checked, related


def render(judged: Sequence[Judged]) -> str:
    """The document."""
    judged = distinct(judged)
    first = judged[0].result
    outcomes = [checked(item.result) for item in judged]
    observations = [found.observation for part in outcomes for found in part.values()]
    risks = [risk for part in outcomes for found in part.values() for risk in found.risks]
    plans = [plan for item in judged for plan in _plans(item.result)]
    items = [
        entry
        for item, part in zip(judged, outcomes, strict=True)
        for entry in _items(item.result, tuple(part.values()))
    ]
    document = {
        "uuid": identifier("plan", *(item.result.digest for item in judged)),
        "metadata": metadata(f"Plan of action: {said(first.framework.title)}", judged),
        "system-id": {"id": token("force", first.force.id)},
        **({"observations": observations} if observations else {}),
        **({"risks": [*risks, *plans]} if risks or plans else {}),
        "poam-items": items,
        "back-matter": back_matter(judged),
    }
    return (
        json.dumps({"plan-of-action-and-milestones": document}, ensure_ascii=False, indent=2) + "\n"
    )


def _items(result: Result, found: Sequence[Checked]) -> Iterator[Json]:
    """An item for each recommendation; a document without any is not valid."""
    for item in result.recommendations:
        yield _item(result, item, found)
    if not result.recommendations:
        yield {
            "uuid": identifier(result.digest, "nothing"),
            "title": "No recommendation",
            "description": "The framework holds no recommendation.",
        }


def _item(result: Result, item: RecommendationResult, found: Sequence[Checked]) -> Json:
    names = {(check.id, check.scope) for check in item.check_results()}
    links = related(
        [one for one in found if (one.check.id, one.check.scope) in names and one.risks]
    )
    if item.actions:
        links.setdefault("related-risks", []).append({"risk-uuid": _plan_of(result, item)})
    return {
        "uuid": identifier(result.digest, "item", item.number),
        "title": f"Recommendation {said(item.number)}: {said(item.title)}",
        "description": said(item.explanation or item.no_action_because, "No answer is given."),
        "props": [
            *prop("verdict", item.verdict),
            *prop("due", item.due and item.due.last_day),
            *prop("owner", item.owner),
            *prop("no-action-because", item.no_action_because),
        ],
        **links,
    }


def _plans(result: Result) -> Iterator[Json]:
    """The actions of each recommendation, as the response to the risk that it is not met."""
    for item in result.recommendations:
        if item.actions:
            yield {
                "uuid": _plan_of(result, item),
                "title": f"Recommendation {said(item.number)} is not met",
                "description": said(item.reason),
                "statement": said(item.wording),
                "status": "open",
                "props": prop("verdict", item.verdict),
                **({"deadline": moment(item.due.last_day)} if item.due else {}),
                "remediations": [_remediation(result, item, action) for action in item.actions],
            }


def _plan_of(result: Result, item: RecommendationResult) -> str:
    return identifier(result.digest, "actions", item.number)


def _remediation(result: Result, item: RecommendationResult, action: ActionResult) -> Json:
    path = (result.digest, "action", item.number, action.id)
    return {
        "uuid": identifier(*path),
        "lifecycle": "completed" if action.state in FINISHED else "planned",
        "title": said(action.id),
        "description": said(action.what),
        "props": [
            *prop("owner", action.owner),
            *prop("state", action.state),
            *prop("done-on", action.done_on),
            *prop("signed-off-by", action.signed_off_by),
            *prop("signed-off-on", action.signed_off_on),
            *prop("overdue", action.overdue),
        ],
        **({"remarks": said(action.comment)} if action.comment else {}),
        **({"tasks": [_task(path, action)]} if action.due else {}),
    }


def _task(path: tuple[object, ...], action: ActionResult) -> Json:
    return {
        "uuid": identifier(*path, "milestone"),
        "type": "milestone",
        "title": said(action.what),
        "timing": {"on-date": {"date": moment(str(action.due))}},
    }
