"""SARIF 2.1.0: gaps and open questions for code-scanning services and editors."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from govcheck.model.result import CheckResult, Result
from govcheck.model.visible import visible
from govcheck.model.vocabulary import Severity
from govcheck.report.judged import CheckHelp, Judged
from govcheck.report.machine.issues import Issue, issues
from govcheck.report.markdown_text import plain

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVEL = {Severity.CRITICAL: "error", Severity.MAJOR: "warning", Severity.MINOR: "note"}
_ROOT = "SRCROOT"
_GITHUB_KNOWS_IT_BY = "primaryLocationLineHash"
"""The only fingerprint that GitHub looks at. Where it is missing, GitHub makes one of the rule and
the text of the line, and takes several gaps of one check on one line for one."""


def render(judged: Sequence[Judged]) -> str:
    """One run with the gaps, open questions and broken checks of every file.

    Every result has the kind `fail`: services pass over the kind `open`, and a question that is
    left open weighs as much as the gap that it could hide. `properties.kind` tells them apart.
    """
    found = list(issues(judged))
    checks = _checks(judged)
    paths = dict.fromkeys(item.path for item in judged)
    index = {name: place for place, name in enumerate(checks)}
    run = {
        "tool": {"driver": _driver(judged[0].result, _rules(checks, judged[0].help))},
        "automationDetails": {"id": "govcheck/"},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {
            _ROOT: {"description": {"text": "The folder in which govcheck was started."}}
        },
        "artifacts": [{"location": _artifact(path)} for path in paths],
        "invocations": [_invocation(found)],
        "results": [_result(issue, index) for issue in found],
        "properties": {"files": [_file(item) for item in judged]},
    }
    document = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _driver(result: Result, rules: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "name": result.tool.name,
        "semanticVersion": result.tool.version,
        "rules": rules,
    }


def _checks(judged: Sequence[Judged]) -> Mapping[str, CheckResult]:
    """Every check that ran, once, by its id."""
    every = (check for item in judged for check in item.result.check_results())
    return {check.id: check for check in sorted(every, key=lambda check: check.id)}


def _rules(
    checks: Mapping[str, CheckResult], help_: Mapping[str, CheckHelp]
) -> list[dict[str, Any]]:
    return [_rule(check, help_.get(check.id)) for check in checks.values()]


def _rule(check: CheckResult, told: CheckHelp | None) -> dict[str, Any]:
    title = visible(check.title)
    why = visible(told.why) if told else title
    close = visible(told.close) if told else "Read the message of each result."
    return {
        "id": check.id,
        "name": _name(title),
        "shortDescription": {"text": _sentence(title)},
        "fullDescription": {"text": _sentence(why)},
        "help": {
            "text": f"{_sentence(why)}\n\nTo close the gap: {_sentence(close)}",
            "markdown": f"{plain(why)}\n\n**To close the gap:** {plain(close)}",
        },
        "defaultConfiguration": {"level": _LEVEL[check.severity]},
        "properties": {
            "tags": [visible(check.pack), str(check.aspect)],
            "severity": str(check.severity),
        },
    }


def _name(title: str) -> str:
    """A title as SARIF wants the names of rules: in one word, each part with a capital."""
    words = "".join(char if char.isalnum() else " " for char in title).split()
    return "".join(word[:1].upper() + word[1:] for word in words) or "Check"


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _result(issue: Issue, index: Mapping[str, int]) -> dict[str, Any]:
    return {
        "ruleId": issue.check,
        "ruleIndex": index[issue.check],
        "kind": "fail",
        "level": "error" if issue.kind == "error" else _LEVEL[issue.severity],
        "message": {"text": f"{', '.join(map(visible, issue.where))}: {issue.message}"},
        "locations": [_location(issue)],
        "partialFingerprints": {
            "govcheckFinding/v1": issue.fingerprint,
            _GITHUB_KNOWS_IT_BY: f"{issue.fingerprint}:1",
        },
        "properties": {"kind": issue.kind, "severity": str(issue.severity)},
    }


def _location(issue: Issue) -> dict[str, Any]:
    place = issue.location
    # A workbook has no lines: the cell stands in the message and as the logical place.
    region = (
        {"startLine": 1} if place.cell else {"startLine": place.line, "startColumn": place.column}
    )
    logical = {"fullyQualifiedName": visible(place.pointer) or "/"}
    if place.cell:
        logical["name"] = visible(place.cell)
    return {
        "physicalLocation": {"artifactLocation": _artifact(issue.path), "region": region},
        "logicalLocations": [logical],
    }


def _artifact(path: str) -> dict[str, str]:
    """A file below the folder where govcheck was started, or a file of this machine."""
    name = visible(path).replace("\\", "/")
    drive = name[1:3] == ":/"
    if name.startswith("/") or drive:
        return {"uri": f"file://{'/' if drive else ''}{quote(name, safe='/:')}"}
    return {"uri": quote(name), "uriBaseId": _ROOT}


def _invocation(found: Iterable[Issue]) -> dict[str, Any]:
    broken = [issue for issue in found if issue.kind == "error"]
    notes = [
        {
            "descriptor": {"id": issue.check},
            "level": "error",
            "message": {"text": issue.text},
        }
        for issue in broken
    ]
    return {"executionSuccessful": not broken, "toolExecutionNotifications": notes}


def _file(item: Judged) -> dict[str, str]:
    result = item.result
    return {
        "file": visible(item.path),
        "framework": result.framework.id,
        "force": visible(result.force.name),
        "asOf": result.as_of,
        "digest": result.digest,
        "exitStatus": visible(item.closing),
    }
