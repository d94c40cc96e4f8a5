"""The board paper as a Word file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from govcheck.model.visible import visible
from govcheck.report.board.blocks import Block, Heading, Paper, Paragraph, Table, lines
from govcheck.report.board.paper import paper_of
from govcheck.report.judged import Judged
from govcheck.report.tracker.colour import Colour
from govcheck.report.word.saving import saved
from govcheck.report.word.style import plain_document
from govcheck.report.word.table import add_table, close_up

if TYPE_CHECKING:
    from docx.document import Document

_SHADES: Mapping[str, str] = {
    Colour.GREEN: "C6E5CC",
    Colour.AMBER: "FFDFA0",
    Colour.RED: "F6BDB7",
}
"""Pale, so that the words on them can be read; a white cell is white."""


def render(judged: Sequence[Judged]) -> bytes:
    """One paper after the other, each on a page of its own."""
    from docx.enum.text import WD_BREAK  # noqa: PLC0415 - heavy, and only needed here

    papers = [paper_of(item) for item in judged]
    document = plain_document(papers[0].title)
    for place, paper in enumerate(papers):
        if place:
            document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        _fill(document, paper)
    first = papers[0]
    return saved(document, title=first.title, author=first.force, day=first.day)


def _fill(document: Document, paper: Paper) -> None:
    document.add_paragraph(visible(paper.title), style="Title")
    for block in paper.blocks:
        _add(document, block)


def _add(document: Document, block: Block) -> None:
    if isinstance(block, Heading):
        close_up(document)
        document.add_paragraph(visible(block.text), style=f"Heading {block.level}")
    elif isinstance(block, Table):
        rows = [["\n".join(map(visible, lines(cell))) for cell in row] for row in block.rows]
        add_table(document, block.header, rows, block.widths, _SHADES)
    else:
        document.add_paragraph(visible(block.text), style=_style(block))


def _style(block: Paragraph) -> str | None:
    if block.quoted:
        return "Quoted list" if block.item else "Quote"
    return "List Bullet" if block.item else None
