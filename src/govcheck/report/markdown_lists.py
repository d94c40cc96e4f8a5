"""What a Markdown report lists: findings, evidence, data sets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govcheck.model.decision import Decision
from govcheck.model.finding import in_lines
from govcheck.model.result import DatasetResult, EvidenceResult, ResponseResult, Result
from govcheck.report import data_sets
from govcheck.report.decision_words import remarks, tables
from govcheck.report.listing import Listed, grouped, listed
from govcheck.report.markdown_text import code, plain
from govcheck.report.words import counted, day, parts, place

_SECTIONS = (
    ("error", "Broken checks"),
    ("gap", "Gaps"),
    ("open", "Not assessed"),
    ("strength", "Strengths"),
    ("observation", "Observations"),
    ("not applicable", "Not applicable"),
)


_WEIGH = frozenset({"error", "gap", "open"})
_MOST_NAMED = 4


def findings(result: Result) -> Iterator[str]:
    """Every finding, by kind and weight."""
    for kind, title in _SECTIONS:
        entries = listed(result, kind)  # type: ignore[arg-type]
        if not entries and kind != "gap":
            continue
        yield f"## {title}"
        yield ""
        if kind == "gap":
            gaps = result.summary.gaps
            found = counted(sum(gaps.values()), "check")
            yield f"{found} found a gap ({parts(gaps)})." if entries else "None."
            yield ""
        for group in grouped(entries):
            yield from _group(group, weighs=kind in _WEIGH)
        yield ""


def _group(group: Sequence[Listed], *, weighs: bool) -> Iterator[str]:
    """Findings of the same checks, each with its place, and how to close them."""
    first = group[0]
    severity = f"**{first.severity}**, " if weighs else ""
    checks = ", ".join(first.checks[:_MOST_NAMED])
    more = len(first.checks) - _MOST_NAMED
    named = f"{checks} and {more} more" if more > 0 else checks
    yield f"- {severity}{plain(', '.join(first.where))} ({plain(named)})"
    figures = in_lines(entry.figure for entry in group)
    for entry, figure in zip(group, figures, strict=True):
        where = place(entry.location.file, entry.location)
        yield f"  - {plain(entry.message)} {code(where)}"
        if figure:
            yield f"    - Measured: {plain(figure)}"
    if first.fix:
        yield f"  - To close: {plain(first.fix)}"


def evidence_table(evidence: Sequence[EvidenceResult]) -> Iterator[str]:
    """Every entry of the evidence as it was looked at."""
    if not evidence:
        return
    yield "## Evidence"
    yield ""
    yield "| Evidence | Where | State | About | Collected | Known by | Covers | Cited for |"
    yield "|---|---|---|---|---|---|---|---|"
    for item in evidence:
        fresh = f", fresh until {day(item.fresh_until)}" if item.fresh_until else ""
        cells = [
            f"{plain(item.id)}: {plain(item.title)}",
            plain(item.place) + (f" (sha256 {item.sha256})" if item.sha256 else ""),
            item.state,
            plain(item.about or "not dated") + fresh,
            day(item.collected) if item.collected else "not stated",
            item.method or "not stated",
            plain(", ".join(item.covers) or "not stated"),
            plain(", ".join(item.cited_by) or "nothing"),
        ]
        yield f"| {' | '.join(cells)} |"
    yield ""


def data_set_list(datasets: Sequence[DatasetResult]) -> Iterator[str]:
    """Every data set as it was looked at."""
    if not datasets:
        return
    yield "## Data sets"
    yield ""
    for item in datasets:
        yield f"- {plain(data_sets.heading(item))}"
        for remark in data_sets.remarks(item):
            yield f"  - {plain(remark)}"
    yield ""


def measured_table(result: Result) -> Iterator[str]:
    """Every figure once, with the check that counted it."""
    found = dict.fromkeys(
        (check.id, figure) for check in result.check_results() for figure in check.measured
    )
    if not found:
        return
    yield "## Measured"
    yield ""
    yield "| Check | Counted | Found | Wanted | From | Period |"
    yield "|---|---|---|---|---|---|"
    for check, figure in found:
        yield f"| {' | '.join(map(plain, (check, *figure)))} |"
    yield ""


def published_response(result: Result) -> Iterator[str]:
    """What is said in response beside the answers, and whose task it is. Nothing where nothing is.

    `govcheck respond` makes the document of it that is published.
    """
    said = [f"- {label}: {text}" for label, text in _response_facts(result.response) if text]
    if said:
        yield "## Response"
        yield ""
        yield from said
        yield ""


def _response_facts(response: ResponseResult) -> tuple[tuple[str, str], ...]:
    return (
        ("Title", plain(response.title or "")),
        ("Published", day(response.published) if response.published else ""),
        ("To be published by", plain(response.body or "")),
        ("Invited to comment", plain(response.invites or "")),
        ("Copies to", plain("; ".join(response.copies_to))),
        ("Key findings", plain(response.key_findings or "")),
        ("Comment", plain(response.comment or "")),
        ("Comment of those invited", plain(response.invited_comment or "")),
    )


def decision_tables(decision: Decision) -> Iterator[str]:
    """What the gate says: rules, waivers, known and new gaps."""
    yield "## Decision of the gate"
    yield ""
    yield f"Exit status {decision.status}: {plain(decision.reason)}."
    yield ""
    for part in tables(decision):
        yield f"### {part.title}"
        yield ""
        yield f"| {' | '.join(part.headers)} |"
        yield f"|{'---|' * len(part.headers)}"
        for row in part.rows:
            yield f"| {' | '.join(map(plain, row))} |"
        yield ""
    for line in remarks(decision):
        yield plain(line)
        yield ""
