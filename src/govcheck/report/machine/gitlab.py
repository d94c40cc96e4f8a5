"""Code quality for GitLab: gaps and open questions beside the lines of a merge request."""

from __future__ import annotations

import json
from collections.abc import Sequence

from govcheck.model.vocabulary import Severity
from govcheck.report.judged import Judged
from govcheck.report.machine.issues import Issue, issues

_SEVERITY = {Severity.CRITICAL: "critical", Severity.MAJOR: "major", Severity.MINOR: "minor"}


def render(judged: Sequence[Judged]) -> str:
    """A list of objects, as GitLab's code quality report has them."""
    entries = [_entry(issue) for issue in issues(judged)]
    return json.dumps(entries, ensure_ascii=False, indent=2) + "\n"


def _entry(issue: Issue) -> dict[str, object]:
    return {
        "description": f"{issue.title}: {issue.message}",
        "check_name": issue.check,
        "fingerprint": issue.fingerprint,
        "severity": "blocker" if issue.kind == "error" else _SEVERITY[issue.severity],
        "location": {"path": issue.path, "lines": {"begin": _line(issue)}},
    }


def _line(issue: Issue) -> int:
    """A workbook has no lines that GitLab could show."""
    return 1 if issue.location.cell else issue.location.line
