"""Checks as observations, and gaps and open questions as risks, for both OSCAL documents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from govcheck.model.result import CheckResult, FindingResult, Result
from govcheck.report.machine.oscal import Json, identifier, moment, place_of, prop, said

_RISKS = {"gap", "open"}


class Checked(NamedTuple):
    """One outcome of a check with what OSCAL calls it."""

    check: CheckResult
    observation: Json
    risks: tuple[Json, ...]


def checked(result: Result) -> dict[tuple[str, str], Checked]:
    """Every outcome of a result, by check and scope."""
    return {(check.id, check.scope): _checked(result, check) for check in result.check_results()}


def related(found: Sequence[Checked]) -> Json:
    """The links to observations and risks, left out where there are none."""
    observations = [{"observation-uuid": item.observation["uuid"]} for item in found]
    risks = [{"risk-uuid": risk["uuid"]} for item in found for risk in item.risks]
    links: Json = {"related-observations": observations} if observations else {}
    return {**links, "related-risks": risks} if risks else links


def _checked(result: Result, check: CheckResult) -> Checked:
    name = identifier(result.digest, "observation", check.id, check.scope)
    return Checked(check, _observation(result, check, name), tuple(_risks(result, check, name)))


def _observation(result: Result, check: CheckResult, name: str) -> Json:
    told = "\n\n".join(_line(finding) for finding in check.findings)
    return {
        "uuid": name,
        "title": said(check.title),
        "description": told or "The check found nothing to say.",
        "props": [
            *prop("check-id", check.id),
            *prop("scope", check.scope),
            *prop("pack", check.pack),
            *prop("aspect", check.aspect),
            *prop("status", check.status),
            *prop("severity", check.severity),
            *prop("data-sets", ", ".join(check.counted)),
        ],
        "methods": ["TEST" if check.counted else "EXAMINE"],
        "types": ["finding"],
        "collected": moment(result.as_of),
    }


def _line(finding: FindingResult) -> str:
    measured = f" Measured: {finding.figure}." if finding.figure else ""
    return f"{finding.kind}: {said(finding.message)}{said(measured, '')}"


def _risks(result: Result, check: CheckResult, observation: str) -> Iterator[Json]:
    for number, finding in enumerate(check.findings):
        if finding.kind in _RISKS:
            path = (result.digest, "risk", check.id, check.scope, number)
            yield _risk(check, finding, observation, path)


def _risk(
    check: CheckResult, finding: FindingResult, observation: str, path: tuple[object, ...]
) -> Json:
    risk: Json = {
        "uuid": identifier(*path),
        "title": said(check.title),
        "description": _line(finding),
        "statement": said(finding.message),
        "status": "open",
        "props": [
            *prop("kind", finding.kind),
            *prop("severity", check.severity),
            *place_of(finding),
        ],
        "related-observations": [{"observation-uuid": observation}],
    }
    if finding.fix:
        risk["remediations"] = [
            {
                "uuid": identifier(*path, "fix"),
                "lifecycle": "recommendation",
                "title": "How to close the gap",
                "description": said(finding.fix),
            }
        ]
    return risk
