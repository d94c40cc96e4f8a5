"""The report as Markdown: for a committee paper, a pull request or a wiki."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govcheck.model.result import RecommendationResult, Result
from govcheck.report.judged import Judged
from govcheck.report.markdown_lists import (
    data_set_list,
    decision_tables,
    evidence_table,
    findings,
    measured_table,
    published_response,
)
from govcheck.report.markdown_text import code, plain, quoted
from govcheck.report.words import computed_dates, counted, day, of_which, parts


def render(judged: Sequence[Judged]) -> str:
    """The report on every result, one after the other, ending in a line break."""
    pages = ("\n".join(_lines(item)).rstrip() for item in judged)
    return "\n\n---\n\n".join(pages) + "\n"


def _lines(item: Judged) -> Iterator[str]:
    result = item.result
    yield f"# {plain(result.framework.title)}: {plain(result.force.name)}"
    yield ""
    yield f"Self-assessment as at {day(result.as_at)}, judged as of {day(result.as_of)}."
    if result.prepared_by:
        yield f"Prepared by: {plain(result.prepared_by)}."
    recommendations = of_which("recommendations", result.summary.recommendations)
    yield f"{recommendations}; {of_which('requirements', result.summary.requirements)}."
    summary = result.summary
    yield (
        f"Outcomes of checks: {parts(summary.checks)}. Gaps: {parts(summary.gaps) or 'none'}. Open"
        f" questions: {parts(summary.open_questions) or 'none'}."
    )
    yield ""
    yield from _four_results(result)
    for line in computed_dates(result):
        yield f"- {plain(line)}"
    yield ""
    for recommendation in result.recommendations:
        yield from _recommendation(recommendation)
    yield from published_response(result)
    if item.decision:
        yield from decision_tables(item.decision)
    yield from findings(result)
    yield from evidence_table(result.evidence)
    yield from data_set_list(result.datasets)
    yield from measured_table(result)
    yield from _footing(result)


def _four_results(result: Result) -> Iterator[str]:
    yield "| Recommendation | Substance | Claim | Support | Timeliness | Response duty |"
    yield "|---|---|---|---|---|---|"
    for item in result.recommendations:
        cells = [
            plain(f"{item.number} {item.title}"),
            item.verdict,
            item.claim or "none",
            f"{item.support}, {item.basis}",
            item.timeliness,
            item.duty,
        ]
        yield f"| {' | '.join(cells)} |"
    yield ""


def _recommendation(item: RecommendationResult) -> Iterator[str]:
    published = f" ({plain(item.id)})" if item.id else ""
    yield f"## Recommendation {plain(item.number)}{published}: {plain(item.title)}"
    yield ""
    for line in item.wording.splitlines():
        yield f"> {quoted(line)}"
    yield ""
    yield f"- Substance: **{item.verdict}**. {plain(item.reason)}."
    yield f"- Support: **{item.support}**. {plain(item.support_reason)}."
    yield f"- Timeliness: **{item.timeliness}**. {plain(item.timeliness_reason)}."
    yield f"- Response duty: **{item.duty}**. {plain(item.duty_reason)}."
    yield f"- Evidence: {plain(', '.join(item.evidence) or 'none cited')}"
    yield f"- Addressed to: {plain(item.addressee)}"
    if item.owner:
        yield f"- Owner: {plain(item.owner)}"
    if item.completed:
        yield f"- Completed: {day(item.completed)}"
    yield ""
    yield from _answer(item)
    yield "| Requirement | Verdict | Decided by | Answer | Support |"
    yield "|---|---|---|---|---|"
    for requirement in item.requirements:
        cells = [
            f"{plain(requirement.id)}: {plain(requirement.text)}",
            requirement.verdict,
            plain(requirement.reason),
            plain("; ".join(filter(None, (requirement.claim, requirement.comment))) or "none"),
            f"{requirement.support}, {requirement.basis}: {plain(requirement.support_reason)}"
            + _cited(requirement.evidence),
        ]
        yield f"| {' | '.join(cells)} |"
    yield ""
    yield from _actions(item)


def _cited(evidence: Sequence[str]) -> str:
    return f" ({plain(', '.join(evidence))})" if evidence else ""


def _answer(item: RecommendationResult) -> Iterator[str]:
    if item.explanation:
        yield f"Action taken or proposed: {plain(item.explanation)}"
        yield ""
    if item.no_action_because:
        yield f"No action, because: {plain(item.no_action_because)}"
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
            plain(f"{action.id}: {action.what}"),
            plain(action.owner or "none"),
            (day(action.due) if action.due else "none") + (" (overdue)" if action.overdue else ""),
            (action.state or "not stated") + done,
            plain(action.signed_off_by or "no") + on,
            plain(action.comment or ""),
        ]
        yield f"| {' | '.join(cells)} |"
    yield ""


def _footing(result: Result) -> Iterator[str]:
    framework = result.framework
    yield "## How this was made"
    yield ""
    made = f"{result.tool.name} {result.tool.version}"
    yield f"- {made}, {result.format}, digest `sha256:{result.digest}`"
    yield f"- Judged: {code(result.file)}, digest `sha256:{result.inputs}`"
    force = result.force
    known = ", ".join(filter(None, (force.id, force.code)))
    yield f"- Force: {plain(force.name)} ({plain(known)})"
    packs = ", ".join(f"{pack.name} {pack.version} ({pack.distribution})" for pack in result.packs)
    yield f"- Packs: {plain(packs)}"
    told = (framework.inspection_type, framework.inspection_id)
    inspection = " ".join(filter(None, told))
    published = f"{framework.publisher}, {day(framework.published)}, {framework.source}"
    if inspection:
        yield f"- Inspection: {plain(inspection)}"
    yield f"- Report: {plain(published)} ({plain(framework.id)})"
    if framework.evidence_fresh_for_months is not None:
        months = counted(framework.evidence_fresh_for_months, "month")
        yield f"- Evidence counts as fresh for {months} after the end of what it is about."
    yield f"- Wording: {plain(framework.licence)}"
    if framework.note:
        yield f"- {plain(framework.note)}"
