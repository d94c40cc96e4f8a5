"""A Word file as blocks: headings, lists that Word counts, and tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from govcheck.documents import word
from govcheck.documents.word import W
from govcheck.importing import grid, marks, plain_text
from govcheck.importing.block import Block

if TYPE_CHECKING:
    from docx.document import Document

_FORMS: dict[str, Callable[[int], str]] = {
    "decimal": marks.number,
    "lowerLetter": marks.letter,
    "upperLetter": marks.letter,
    "lowerRoman": marks.roman,
    "upperRoman": marks.roman,
}
_DEEPEST_LEVEL = 8
"""Word has nine levels of lists, counted from 0."""


def blocks(content: bytes) -> Iterator[Block]:
    """The blocks of a Word file. Raises UnreadableError."""
    document = word.opened(content)
    return _Walk(document).blocks(document.element.body)


class _Walk:
    """Goes through a document and counts what has no number in the file."""

    def __init__(self, document: Document) -> None:
        self._styles = word.style_names(document)
        self._lists = _Lists(document)
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
        text = " ".join(lines)
        if not text:
            return
        self._paragraphs += 1
        where = f"paragraph {self._paragraphs}"
        style = word.style_of(element)
        name = self._styles.get(style, "").casefold()
        if name in ("title", "subtitle") or name.startswith("heading"):
            yield Block("heading", text, where)
        elif mark := self._lists.mark_of(element, style):
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


class _Lists:
    """The lists of a document: how each is marked, and how far it has been counted."""

    def __init__(self, document: Document) -> None:
        part = document.part
        numbering = next(
            (rel.target_part for rel in part.rels.values() if rel.reltype.endswith("/numbering")),
            None,
        )
        self._root: Any = getattr(numbering, "element", None)
        self._in_style = {
            style.style_id: found
            for style in document.styles
            if (found := style.element.find(f"{W}pPr/{W}numPr")) is not None
        }
        self._forms = dict[tuple[str, int], str]()
        self._counts = Counter[tuple[str, int]]()

    def mark_of(self, paragraph: Any, style: str) -> str | None:
        """What Word shows before a paragraph; None where it is no item of a list."""
        own = paragraph.find(f"{W}pPr/{W}numPr")
        given = own if own is not None else self._in_style.get(style)
        if given is None:
            return None
        number, level = _value(given, "numId"), _level(given)
        if number in ("", "0"):  # 0 takes a list away that the style has
            return None
        key = (number, level)
        self._counts[key] += 1
        for deeper in range(level + 1, _DEEPEST_LEVEL + 1):
            self._counts.pop((number, deeper), None)
        form = _FORMS.get(self._form(number, level))
        return form(self._counts[key]) if form else marks.BULLET

    def _form(self, number: str, level: int) -> str:
        key = (number, level)
        if key not in self._forms:
            self._forms[key] = self._looked_up(number, level)
        return self._forms[key]

    def _looked_up(self, number: str, level: int) -> str:
        if self._root is None:
            return "bullet"
        lists = (one for one in self._root.iter(f"{W}num") if one.get(f"{W}numId") == number)
        abstract = _value(next(lists, None), "abstractNumId")
        for one in self._root.iter(f"{W}abstractNum"):
            if one.get(f"{W}abstractNumId") == abstract:
                for found in one.iter(f"{W}lvl"):
                    if found.get(f"{W}ilvl") == str(level):
                        return _value(found, "numFmt")
        return "bullet"


def _level(given: Any) -> int:
    text = _value(given, "ilvl")
    return min(int(text), _DEEPEST_LEVEL) if text.isdecimal() and len(text) < 3 else 0  # noqa: PLR2004


def _value(parent: Any, name: str) -> str:
    found = None if parent is None else parent.find(f"{W}{name}")
    return "" if found is None else found.get(f"{W}val", "")
