"""What stands at the end of the paper: dates, evidence, and how it was made."""

from __future__ import annotations

from collections.abc import Iterator

from govcheck.model.result import Result
from govcheck.report.board.blocks import Block, Heading, Paragraph, Table
from govcheck.report.board.plain_words import SEEN, about
from govcheck.report.judged import Judged
from govcheck.report.words import day


def dates(result: Result) -> Iterator[Block]:
    """Every last day with its rule."""
    due = [(f"Recommendation {item.number}", item.due) for item in result.recommendations]
    response = [("Response to the report", result.framework.response)]
    rows = tuple(
        (what, day(date.last_day), "past" if date.passed else "to come", date.rule)
        for what, date in (*due, *response)
        if date
    )
    yield Heading("Dates")
    yield Table(("What", "Last day", "State", "Rule"), rows, (4.2, 3.2, 1.8, 7.4))
    yield Paragraph("Dates are computed by govcheck and are not legal advice.")


def evidence(result: Result) -> Iterator[Block]:
    """The register."""
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
                about(entry),
                SEEN[entry.state],
                ", ".join(entry.cited_by) or "nothing",
            )
            for entry in result.evidence
        ),
        (3.0, 5.2, 2.4, 3.2, 2.8),
    )


def made(judged: Judged) -> Iterator[Block]:
    """From what, and by what."""
    result = judged.result
    packs = ", ".join(f"{pack.name} {pack.version}" for pack in result.packs)
    yield Heading("Appendix: how this paper was made")
    yield Paragraph(
        f"By {result.tool.name} {result.tool.version} with the packs {packs}, from"
        f" {result.file}, which gives answers as at {day(result.as_at)}. {result.digest}"
    )
    yield Paragraph(f"Wording of the recommendations: {result.framework.licence}")
