"""The paper: purpose, what is asked, summary, each recommendation, dates, how it was made."""

from __future__ import annotations

from collections.abc import Iterator

from govcheck.model.result import RecommendationResult, Result
from govcheck.model.visible import visible
from govcheck.model.vocabulary import Severity
from govcheck.report.board.asks import asks
from govcheck.report.board.blocks import Block, Heading, Paper, Paragraph, Table
from govcheck.report.judged import Judged
from govcheck.report.listing import Listed, listed
from govcheck.report.tracker.colour import MEANING, position
from govcheck.report.words import counted, day, of_which

_NONE = "none"


def paper_of(judged: Judged) -> Paper:
    """The paper on one result."""
    result = judged.result
    force = visible(result.force.name)
    title = f"{force}: position on the recommendations of “{visible(result.framework.title)}”"
    return Paper(title, force, result.as_of, tuple(_blocks(judged)))


def _blocks(judged: Judged) -> Iterator[Block]:
    result = judged.result
    yield from _purpose(result)
    yield from _asked(result)
    yield from _summary(result)
    for item in result.recommendations:
        yield from _recommendation(result, item)
    yield from _dates(result)
    yield from _evidence(result)
    yield from _made(judged)


def _purpose(result: Result) -> Iterator[Block]:
    framework = result.framework
    count = counted(len(result.recommendations), "recommendation")
    yield Heading("Purpose")
    yield Paragraph(
        f"This paper gives the position of {result.force.name} on {count} of “{framework.title}”"
        f" ({framework.publisher}, {day(framework.published)}) as of {day(result.as_of)}. It is"
        " drawn from the force's self-assessment and from the evidence and data that it points to."
        " It gives no grade: only inspectors do."
    )


def _asked(result: Result) -> Iterator[Block]:
    yield Heading("What the board is asked")
    found = [(item, ask) for item in result.recommendations for ask in asks(item)]
    for item, ask in found:
        yield Paragraph(f"Recommendation {item.number}. {ask}", item=True)
    if not found:
        yield Paragraph("Nothing but to note this paper.")


def _summary(result: Result) -> Iterator[Block]:
    summary = result.summary
    yield Heading("Summary")
    yield Paragraph(
        f"{of_which('recommendations', summary.recommendations)};"
        f" {of_which('requirements', summary.requirements)}."
    )
    yield Table(
        ("Recommendation", "Status", "Substance", "Support", "Timeliness", "Duty", "Due"),
        tuple(
            (
                f"{item.number} {item.title}",
                position(item).colour,
                item.verdict,
                item.support,
                item.timeliness,
                item.duty,
                _due(item),
            )
            for item in result.recommendations
        ),
        (3.4, 1.9, 2.3, 2.6, 2.4, 1.7, 2.3),
    )
    for colour, meaning in MEANING.items():
        yield Paragraph(f"{colour}: {meaning}.", item=True)


def _due(item: RecommendationResult) -> str:
    return day(item.due.last_day) if item.due else "no deadline set"


def _recommendation(result: Result, item: RecommendationResult) -> Iterator[Block]:
    published = f" ({item.id})" if item.id else ""
    yield Heading(f"Recommendation {item.number}{published}: {item.title}")
    for line in item.wording.splitlines():
        if visible(line):
            is_item = line.lstrip().startswith("- ")
            yield Paragraph(line.strip().removeprefix("- "), item=is_item, quoted=True)
    yield Heading("Position", 2)
    yield from _position(item)
    yield Heading("Evidence", 2)
    yield from _cited(result, item)
    yield Heading("Gaps", 2)
    yield from _gaps(result, item)
    yield Heading("Actions", 2)
    yield from _actions(item)
    yield Heading("What the board is asked", 2)
    requests = asks(item)
    for ask in requests:
        yield Paragraph(str(ask), item=True)
    if not requests:
        yield Paragraph("Nothing but to note the position.")


def _position(item: RecommendationResult) -> Iterator[Block]:
    found = position(item)
    yield Table(
        ("Result", "Finding", "Why"),
        (
            ("Status", found.colour, found.reason),
            ("The force's own claim", item.claim or "no claim", item.explanation or _NONE),
            ("Substance", item.verdict, item.reason),
            ("Support", item.support, f"{item.support_reason}; known by: {item.basis}"),
            ("Timeliness", item.timeliness, item.timeliness_reason),
            ("Response duty", item.duty, item.duty_reason),
        ),
        (3.6, 2.8, 10.2),
    )
    yield Paragraph(f"Owner: {item.owner or 'no owner is named'}.")
    if item.no_action_because:
        yield Paragraph(f"No action, because: {item.no_action_because}")


def _cited(result: Result, item: RecommendationResult) -> Iterator[Block]:
    named = {*item.evidence, *(name for part in item.requirements for name in part.evidence)}
    cited = [entry for entry in result.evidence if entry.id in named]
    if not cited:
        yield Paragraph("No evidence is cited.")
        return
    yield Table(
        ("Evidence", "About", "State"),
        tuple((entry.title, entry.about or "not said", entry.state) for entry in cited),
        (8.6, 3.4, 4.6),
    )


def _gaps(result: Result, item: RecommendationResult) -> Iterator[Block]:
    found = _of(item, listed(result, "gap"))
    heavy = [gap for gap in found if gap.severity is not Severity.MINOR]
    if heavy:
        yield Table(
            ("Severity", "For", "What is missing", "To close it"),
            tuple((gap.severity, ", ".join(gap.where), _told(gap), gap.fix or "") for gap in heavy),
            (2.0, 3.2, 6.3, 5.1),
        )
    minor = counted(len(found) - len(heavy), "minor gap")
    is_open = counted(len(_of(item, listed(result, "open"))), "question")
    yield Paragraph(
        f"Beside {counted(len(heavy), 'critical or major gap')}: {minor}, and {is_open} left open."
        " The full report lists them."
    )


def _of(item: RecommendationResult, found: tuple[Listed, ...]) -> list[Listed]:
    """Those that concern a recommendation or one of its requirements."""
    names = {item.number, *(part.id for part in item.requirements)}
    return [entry for entry in found if names & {*entry.where}]


def _told(gap: Listed) -> str:
    return f"{gap.message}. Measured: {gap.figure}" if gap.figure else gap.message


def _actions(item: RecommendationResult) -> Iterator[Block]:
    if not item.actions:
        yield Paragraph("No action is recorded.")
        return
    yield Table(
        ("Action", "What", "Owner", "Due", "State"),
        tuple(
            (
                action.id,
                action.what,
                action.owner or "no owner",
                day(action.due) if action.due else "no date",
                f"{action.state or 'not said'}{', overdue' if action.overdue else ''}",
            )
            for action in item.actions
        ),
        (1.8, 6.0, 3.4, 2.8, 2.6),
    )


def _dates(result: Result) -> Iterator[Block]:
    dates = [(f"Recommendation {item.number}", item.due) for item in result.recommendations]
    response = [("Response to the report", result.framework.response)]
    rows = tuple(
        (what, day(date.last_day), "past" if date.passed else "to come", date.rule)
        for what, date in (*dates, *response)
        if date
    )
    yield Heading("Dates")
    yield Table(("What", "Last day", "State", "Rule"), rows, (4.2, 3.2, 1.8, 7.4))
    yield Paragraph("Dates are computed by govcheck and are not legal advice.")


def _evidence(result: Result) -> Iterator[Block]:
    yield Heading("Appendix: evidence register")
    if not result.evidence:
        yield Paragraph("The file has no evidence.")
        return
    yield Table(
        ("Id", "Title", "About", "State", "Cited by"),
        tuple(
            (
                entry.id,
                entry.title,
                entry.about or "not said",
                entry.state,
                ", ".join(entry.cited_by) or "nothing",
            )
            for entry in result.evidence
        ),
        (3.0, 5.2, 2.4, 3.2, 2.8),
    )


def _made(judged: Judged) -> Iterator[Block]:
    result = judged.result
    packs = ", ".join(f"{pack.name} {pack.version}" for pack in result.packs)
    yield Heading("Appendix: how this paper was made")
    yield Paragraph(
        f"By {result.tool.name} {result.tool.version} with the packs {packs}, from"
        f" {result.file}, which gives answers as at {day(result.as_at)}. {result.digest}"
    )
    yield Paragraph(f"Wording of the recommendations: {result.framework.licence}")
