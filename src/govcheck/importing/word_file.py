"""A Word file as blocks: headings, lists that Word counts, and tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from govcheck.documents import word
from govcheck.importing import grid, plain_text
from govcheck.importing.block import Block
from govcheck.importing.word_lists import Lists, in_words

if TYPE_CHECKING:
    from docx.document import Document


def blocks(content: bytes) -> Iterator[Block]:
    """The blocks of a Word file. Raises UnreadableError."""
    document = word.opened(content)
    return _Walk(document).blocks(document.element.body)


class _Walk:
    """Goes through a document and counts what has no number in the file."""

    def __init__(self, document: Document) -> None:
        self._styles = word.style_names(document)
        self._lists = Lists(document)
        self._paragraphs = 0
        self._tables = 0

    def blocks(self, parent: Any) -> Iterator[Block]:
        for element in parent:
            if element.tag == word.PARAGRAPH:
                yield from self._paragraph(element)
            elif element.tag == word.TABLE:
                yield from self._table(element)
            elif element.tag not in word.NO_BLOCKS:
                yield from self.blocks(element)

    def _paragraph(self, element: Any) -> Iterator[Block]:
        yield from self._own_lines(element)
        for box in word.boxes(element):
            yield from self.blocks(box)

    def _own_lines(self, element: Any) -> Iterator[Block]:
        lines = word.lines_of(element)
        style = word.style_of(element)
        mark = self._lists.mark_of(element, style) or ""
        if in_words(mark):  # Word counts "Recommendation 3" itself
            lines = [f"{mark.strip(' .:')}: {' '.join(lines)}".strip(" :")]
            mark = ""
        text = " ".join(lines)
        if not text:
            return
        self._paragraphs += 1
        where = f"paragraph {self._paragraphs}"
        name = self._styles.get(style, "").casefold()
        if name in ("title", "subtitle") or name.startswith("heading"):
            yield Block("heading", text, where)
        elif mark:
            yield Block("bullet", text, where, mark)
        else:
            for block in plain_text.blocks("\n".join(lines)):
                yield block._replace(where=where)

    def _table(self, table: Any) -> Iterator[Block]:
        self._tables += 1
        number = self._tables
        rows = [
            [list(self._cell(cell, number, at)) for cell in word.cells(line)]
            for at, line in enumerate(word.rows(table), start=1)
        ]
        if all(len(row) == 1 for row in rows):  # a frame around what stands in it
            yield from (block for row in rows for cell in row for block in cell)
        else:
            yield from grid.blocks(number, rows)

    def _cell(self, cell: Any, table: int, row: int) -> Iterator[Block]:
        for block in self.blocks(cell):
            yield block._replace(where=f"table {table}, row {row}")
