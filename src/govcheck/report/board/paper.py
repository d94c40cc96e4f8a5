"""The paper: purpose, what is asked, summary, each recommendation, dates, how it was made."""

from __future__ import annotations

from collections.abc import Iterator

from govcheck.model.result import RecommendationResult, Result
from govcheck.model.visible import visible
from govcheck.report.board.appendix import dates, evidence, made
from govcheck.report.board.asks import asks
from govcheck.report.board.blocks import Block, Heading, Paper, Paragraph, Table
from govcheck.report.board.recommendation import recommendation
from govcheck.report.judged import Judged
from govcheck.report.tracker.colour import MEANING, position
from govcheck.report.words import counted, day, of_which


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
        yield from recommendation(result, item)
    yield from dates(result)
    yield from evidence(result)
    yield from made(judged)


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
        ("Recommendation", "Status", "Substance", "Support", "Timeliness", "Response", "Due"),
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
        (3.5, 1.6, 2.3, 2.7, 2.4, 2.2, 1.9),
    )
    for colour, meaning in MEANING.items():
        yield Paragraph(f"{colour}: {meaning}.", item=True)


def _due(item: RecommendationResult) -> str:
    return day(item.due.last_day) if item.due else "no deadline set"
