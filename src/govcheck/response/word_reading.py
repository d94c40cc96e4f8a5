"""A response in Word, read back: as it looks once every tracked change is accepted."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Any

from govcheck.documents import word
from govcheck.response.piece import Piece, row


def pieces(content: bytes) -> tuple[Piece, ...]:
    """The pieces of a document. Raises UnreadableError."""
    document = word.opened(content)
    return tuple(_pieces(document.element.body, word.style_names(document), count()))


def _pieces(parent: Any, styles: dict[str, str], tables: count[int]) -> Iterator[Piece]:
    for element in parent:
        if element.tag == word.PARAGRAPH:
            if text := word.text_of(element):
                yield _piece(text, styles.get(word.style_of(element), ""))
        elif element.tag == word.TABLE:
            number = next(tables)
            for line in word.rows(element):
                yield from _row(line, number, styles, tables)
        elif element.tag not in word.NO_BLOCKS:  # content controls and what else holds paragraphs
            yield from _pieces(element, styles, tables)


def _piece(text: str, style: str) -> Piece:
    name = style.casefold()
    if name == "title":
        return Piece("title", text)
    if name.startswith("heading"):
        digits = name.removeprefix("heading").strip()
        return Piece("heading", text, level=int(digits) if digits.isdecimal() else 1)
    return Piece("text", text)


def _row(line: Any, number: int, styles: dict[str, str], tables: count[int]) -> Iterator[Piece]:
    """A row; the one cell of a row that has no other is a frame around what stands in it."""
    cells = list(word.cells(line))
    if len(cells) == 1:
        yield from _pieces(cells[0], styles, tables)
    else:
        yield row(tuple(_cell(cell) for cell in cells), number)


def _cell(cell: Any) -> str:
    texts = (word.text_of(paragraph) for paragraph in cell.iter(word.PARAGRAPH))
    return " ".join(filter(None, texts))
