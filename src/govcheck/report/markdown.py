"""The report as Markdown: for a committee paper, a pull request or a wiki."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from govcheck.model.result import EvidenceResult, RecommendationResult, Result
from govcheck.model.visible import visible
from govcheck.report.listing import Listed, grouped, listed
from govcheck.report.words import computed_dates, counted, day, of_which, parts

_SPECIAL = re.compile(r"([\\`*_\[\]#|~@]|:(?=:))")
_BEGINS_BLOCK = re.compile(r"^(?=[-+](?:\s|$)|--|[=>])|^[0-9]{1,9}(?=[.)](?:\s|$))")
"""Before the mark that makes a list, a quotation, a rule or a heading of what follows it."""


def render(results: Sequence[Result]) -> str:
    """The report on every result, one after the other, ending in a line break."""
    return "\n\n---\n\n".join("\n".join(_lines(result)).rstrip() for result in results) + "\n"


def _lines(result: Result) -> Iterator[str]:
    yield f"# {_text(result.framework.title)}: {_text(result.force.name)}"
    yield ""
    yield f"Self-assessment as at {day(result.as_at)}, judged as of {day(result.as_of)}."
    if result.prepared_by:
        yield f"Prepared by: {_text(result.prepared_by)}."
    recommendations = of_which("recommendations", result.summary.recommendations)
    yield f"{recommendations}; {of_which('requirements', result.summary.requirements)}."
    yield ""
    yield from _four_results(result)
    for line in computed_dates(result):
        yield f"- {_text(line)}"
    yield ""
    for recommendation in result.recommendations:
        yield from _recommendation(recommendation)
    yield from _findings(result)
    yield from _evidence(result.evidence)
    yield from _footing(result)


def _four_results(result: Result) -> Iterator[str]:
    yield "| Recommendation | Substance | Claim | Support | Timeliness | Response duty |"
    yield "|---|---|---|---|---|---|"
    for item in result.recommendations:
        cells = [
            _text(f"{item.number} {item.title}"),
            item.verdict,
            item.claim or "none",
            f"{item.support}, {item.basis}",
            item.timeliness,
            item.duty,
        ]
        yield f"| {' | '.join(cells)} |"
    yield ""


def _recommendation(item: RecommendationResult) -> Iterator[str]:
    published = f" ({_text(item.id)})" if item.id else ""
    yield f"## Recommendation {_text(item.number)}{published}: {_text(item.title)}"
    yield ""
    for line in item.wording.splitlines():
        yield f"> {_quoted(line)}"
    yield ""
    yield f"- Substance: **{item.verdict}**. {_text(item.reason)}."
    yield f"- Support: **{item.support}**. {_text(item.support_reason)}."
    yield f"- Timeliness: **{item.timeliness}**. {_text(item.timeliness_reason)}."
    yield f"- Response duty: **{item.duty}**. {_text(item.duty_reason)}."
    if item.owner:
        yield f"- Owner: {_text(item.owner)}"
    if item.completed:
        yield f"- Completed: {day(item.completed)}"
    yield ""
    yield from _answer(item)
    yield "| Requirement | Verdict | Decided by | Answer | Support |"
    yield "|---|---|---|---|---|"
    for requirement in item.requirements:
        cells = [
            f"{_text(requirement.id)}: {_text(requirement.text)}",
            requirement.verdict,
            _text(requirement.reason),
            _text("; ".join(filter(None, (requirement.claim, requirement.comment))) or "none"),
            f"{requirement.support}: {_text(requirement.support_reason)}",
        ]
        yield f"| {' | '.join(cells)} |"
    yield ""
    yield from _actions(item)


def _answer(item: RecommendationResult) -> Iterator[str]:
    if item.explanation:
        yield f"Action taken or proposed: {_text(item.explanation)}"
        yield ""
    if item.no_action_because:
        yield f"No action, because: {_text(item.no_action_because)}"
        yield ""


def _actions(item: RecommendationResult) -> Iterator[str]:
    if not item.actions:
        return
    yield "| Action | Owner | Due | State | Signed off | Comment |"
    yield "|---|---|---|---|---|---|"
    for action in item.actions:
        done = f"; done {day(action.done_on)}" if action.done_on else ""
        on = f", {day(action.signed_off_on)}" if action.signed_off_on else ""
        cells = [
            _text(f"{action.id}: {action.what}"),
            _text(action.owner or "none"),
            (day(action.due) if action.due else "none") + (" (overdue)" if action.overdue else ""),
            (action.state or "not stated") + done,
            _text(action.signed_off_by or "no") + on,
            _text(action.comment or ""),
        ]
        yield f"| {' | '.join(cells)} |"
    yield ""


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


def _findings(result: Result) -> Iterator[str]:
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
    yield f"- {severity}{_text(', '.join(first.where))} ({_text(named)})"
    for entry in group:
        place = f"{entry.location.file}:{entry.location.line}:{entry.location.column}"
        yield f"  - {_text(entry.message)} {_code(place)}"
    if first.fix:
        yield f"  - To close: {_text(first.fix)}"


def _evidence(evidence: Sequence[EvidenceResult]) -> Iterator[str]:
    if not evidence:
        return
    yield "## Evidence"
    yield ""
    yield "| Evidence | Where | State | About | Collected | Known by | Covers | Cited for |"
    yield "|---|---|---|---|---|---|---|---|"
    for item in evidence:
        fresh = f", fresh until {day(item.fresh_until)}" if item.fresh_until else ""
        cells = [
            f"{_text(item.id)}: {_text(item.title)}",
            _text(item.place),
            item.state,
            _text(item.about or "not dated") + fresh,
            day(item.collected) if item.collected else "not stated",
            item.method or "not stated",
            _text(", ".join(item.covers) or "not stated"),
            _text(", ".join(item.cited_by) or "nothing"),
        ]
        yield f"| {' | '.join(cells)} |"
    yield ""


def _footing(result: Result) -> Iterator[str]:
    framework = result.framework
    yield "## How this was made"
    yield ""
    yield f"- {result.tool.name} {result.tool.version}, digest `sha256:{result.digest}`"
    packs = ", ".join(f"{pack.name} {pack.version} ({pack.distribution})" for pack in result.packs)
    yield f"- Packs: {_text(packs)}"
    published = f"{framework.publisher}, {day(framework.published)}, {framework.source}"
    yield f"- Report: {_text(published)}"
    yield f"- Wording: {_text(framework.licence)}"
    if framework.note:
        yield f"- {_text(framework.note)}"


def _text(text: str) -> str:
    """Text from outside, shown as text: nothing in it is Markdown or HTML."""
    escaped = _BEGINS_BLOCK.sub(r"\g<0>\\", _SPECIAL.sub(r"\\\1", visible(text)))
    return escaped.replace("&", "&amp;").replace("<", "&lt;")


def _quoted(line: str) -> str:
    """A line of published wording. Its lists stay lists."""
    item = re.match(r"- (?=.*\S)", line)
    return f"- {_text(line[2:])}" if item else _text(line)


def _code(text: str) -> str:
    """Text from outside as code. In code nothing is escaped, so what would end it is plain text."""
    return _text(text) if "`" in text else f"`{visible(text)}`"
