"""A draft as a Word file: real headings, marked header rows, British English."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govcheck.report.word import saving
from govcheck.report.word.style import FACT_WIDTHS, plain_document
from govcheck.report.word.table import add_table, close_up
from govcheck.report.word.text_styles import TextStyles, has_bullet
from govcheck.response.blocks import Block, Draft, Facts, Heading, Hole, Label, Paragraph

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph as WordParagraph

_ACTION_WIDTHS = (1.2, 5.9, 3.4, 3.2, 2.9)


def render(draft: Draft) -> bytes:
    """The document in the look of govcheck. The same draft is the same bytes."""
    document = plain_document(draft.title)
    fill(document, draft)
    return saved(document, draft)


def fill(document: Document, draft: Draft, *, with_title: bool = True) -> None:
    """Put the text at the end of the body."""
    styles = TextStyles(document)
    if with_title:
        document.add_paragraph(draft.title, style=styles["Title"])
    for block in draft.blocks:
        _add(document, block, styles)


def saved(document: Document, draft: Draft) -> bytes:
    """The file, with the properties of this draft."""
    return saving.saved(document, title=draft.title, author=draft.force, day=draft.judged)


def _add(document: Document, block: Block, styles: TextStyles) -> None:
    if isinstance(block, Heading):
        close_up(document)
        document.add_paragraph(block.text, style=styles[f"Heading {block.level}"])
    elif isinstance(block, Paragraph):
        _add_paragraph(document, block, styles)
    elif isinstance(block, Label):
        _heads(_bold(document.add_paragraph(), block.text))
    elif isinstance(block, Hole):
        _marked(_bold(document.add_paragraph(), block.text))
    elif isinstance(block, Facts):
        add_table(document, (), block.rows, FACT_WIDTHS)
    else:
        add_table(document, block.header, block.rows, _ACTION_WIDTHS)


def _add_paragraph(document: Document, block: Paragraph, styles: TextStyles) -> None:
    added = document.add_paragraph()
    if block.quoted:
        added.style = styles["Quoted list" if block.item else "Quote"]
    elif block.item:
        added.style = styles["List Bullet"]
    bare = block.item and not has_bullet(added.style)
    added.add_run(f"• {block.text}" if bare else block.text)


def _bold(paragraph: WordParagraph, text: str) -> WordParagraph:
    paragraph.add_run(text).bold = True
    return paragraph


def _heads(paragraph: WordParagraph) -> None:
    """Keep a label with what it is about."""
    from docx.shared import Pt  # noqa: PLC0415 - heavy, and only needed here

    paragraph.paragraph_format.keep_with_next = True
    paragraph.paragraph_format.space_after = Pt(2)


def _marked(paragraph: WordParagraph) -> None:
    from docx.enum.text import WD_COLOR_INDEX  # noqa: PLC0415 - heavy, and only needed here

    for run in paragraph.runs:
        run.font.highlight_color = WD_COLOR_INDEX.YELLOW
