"""One row for each finding, for a spreadsheet or a database."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govcheck.model.result import CheckResult, Result
from govcheck.report.comma_separated import written
from govcheck.report.judged import Judged

HEADINGS = (
    "file", "force", "framework", "as_of", "recommendation", "requirement", "check", "title",
    "pack", "aspect", "status", "severity", "kind", "message", "fix", "about", "measured", "wanted",
    "source", "period", "line", "column", "cell", "pointer",
)  # fmt: skip


def render(judged: Sequence[Judged]) -> str:
    """Rows in the order of the report. A check that found nothing has one row without a kind."""
    return written(HEADINGS, (row for item in judged for row in _rows(item)))


def _rows(item: Judged) -> Iterator[tuple[str, ...]]:
    result = item.result
    start = (item.path, result.force.name, result.framework.id, result.as_of)
    for recommendation, requirement, check in _checks(result):
        about = (
            recommendation, requirement, check.id, check.title, check.pack, check.aspect,
            check.status, check.severity,
        )  # fmt: skip
        for end in _findings(check):
            yield (*start, *about, *end)


def _checks(result: Result) -> Iterator[tuple[str, str, CheckResult]]:
    for recommendation in result.recommendations:
        for requirement in recommendation.requirements:
            for check in requirement.checks:
                yield recommendation.number, requirement.id, check
        for check in recommendation.checks:
            yield recommendation.number, "", check


def _findings(check: CheckResult) -> Iterator[tuple[str, ...]]:
    if not check.findings:
        yield ("",) * 12
    for finding in check.findings:
        figure = tuple(finding.figure) if finding.figure else ("",) * 5
        place = finding.location
        where = (str(place.line), str(place.column), place.cell or "", place.pointer)
        yield (finding.kind, finding.message, finding.fix or "", *map(str, figure), *where)
