"""A response in Word, read back: as it looks once every tracked change is accepted."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from itertools import count
from typing import TYPE_CHECKING, Any

from govcheck.response.archive import checked
from govcheck.response.piece import Piece, UnreadableError, row

if TYPE_CHECKING:
    from docx.document import Document

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TEXT = f"{_W}t"
_BLANKS = {f"{_W}{name}" for name in ("tab", "br", "cr")}
_HYPHEN = f"{_W}noBreakHyphen"
_LEFT_OUT = {
    *(f"{_W}{name}" for name in ("del", "moveFrom", "instrText", "rPr", "pPr", "txbxContent")),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}
"""What is deleted, moved away, or no text of the paragraph."""
_NO_BLOCKS = {f"{_W}del", f"{_W}moveFrom", f"{_W}tblPr", f"{_W}sectPr"}


def pieces(content: bytes) -> tuple[Piece, ...]:
    """The pieces of a document. Raises UnreadableError."""
    document = opened(content)
    return tuple(_pieces(document.element.body, _style_names(document), count()))


def opened(content: bytes) -> Document:
    """The document of a library that edits Word files. Raises UnreadableError."""
    import docx  # noqa: PLC0415 - heavy, and only needed here

    try:
        document = docx.Document(BytesIO(checked(content)))
        if document.element.body is not None and _style_names(document):
            return document
    except UnreadableError:
        raise
    except Exception:  # noqa: BLE001, S110 - a file that is no Word file fails in many ways
        pass
    raise UnreadableError("it is damaged, or no Word file. Open it in Word and save it as .docx.")


def _style_names(document: Document) -> dict[str, str]:
    """The names of the styles, which are English whatever the language of Word is."""
    return {style.style_id: (style.name or "") for style in document.styles}


def _pieces(parent: Any, styles: dict[str, str], tables: count[int]) -> Iterator[Piece]:
    for element in parent:
        if element.tag == f"{_W}p":
            if text := _text(element):
                yield _piece(text, styles.get(_style(element), ""))
        elif element.tag == f"{_W}tbl":
            number = next(tables)
            for line in _children(element, f"{_W}tr"):
                yield from _row(line, number, styles, tables)
        elif element.tag not in _NO_BLOCKS:  # content controls and what else may hold paragraphs
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
    if line.find(f"{_W}trPr/{_W}del") is not None:
        return
    cells = list(_children(line, f"{_W}tc"))
    if len(cells) == 1:
        yield from _pieces(cells[0], styles, tables)
    else:
        yield row(tuple(_cell(cell) for cell in cells), number)


def _children(parent: Any, tag: str) -> Iterator[Any]:
    """The rows of a table or the cells of a row, also those in content controls."""
    for element in parent:
        if element.tag == tag:
            yield element
        elif element.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml"):
            yield from _children(element, tag)


def _cell(cell: Any) -> str:
    return " ".join(filter(None, (_text(paragraph) for paragraph in cell.iter(f"{_W}p"))))


def _style(paragraph: Any) -> str:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return "" if style is None else style.get(f"{_W}val", "")


def _text(element: Any) -> str:
    return " ".join("".join(_words(element)).split())


def _words(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag == _TEXT:
            yield child.text or ""
        elif child.tag in _BLANKS:
            yield " "
        elif child.tag == _HYPHEN:
            yield "-"
        elif child.tag not in _LEFT_OUT:
            yield from _words(child)
