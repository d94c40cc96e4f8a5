"""The text of a Word file as it looks once every tracked change is accepted."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from govcheck.documents.archive import checked
from govcheck.documents.unreadable import UnreadableError

if TYPE_CHECKING:
    from docx.document import Document

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PARAGRAPH: Final = f"{W}p"
TABLE: Final = f"{W}tbl"
NO_BLOCKS: Final = frozenset(f"{W}{name}" for name in ("del", "moveFrom", "tblPr", "sectPr"))
"""What holds neither paragraphs nor tables of the document as it stands."""

_TEXT = f"{W}t"
_TAB = f"{W}tab"
_BREAKS = {f"{W}{name}" for name in ("br", "cr")}
_HYPHEN = f"{W}noBreakHyphen"
_BOX = f"{W}txbxContent"
_LEFT_OUT = {
    _BOX,
    *(f"{W}{name}" for name in ("del", "moveFrom", "instrText", "rPr", "pPr")),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}
"""What is deleted, moved away, or no text of the paragraph."""
_AROUND = {f"{W}{name}" for name in ("sdt", "sdtContent", "ins", "customXml")}


def opened(content: bytes) -> Document:
    """The document of a library that edits Word files. Raises UnreadableError."""
    import docx  # noqa: PLC0415 - heavy, and only needed here

    try:
        document = docx.Document(BytesIO(checked(content)))
        if document.element.body is not None and style_names(document):
            return document
    except UnreadableError:
        raise
    except Exception:  # noqa: BLE001, S110 - a file that is no Word file fails in many ways
        pass
    raise UnreadableError("it is damaged, or no Word file. Open it in Word and save it as .docx.")


def style_names(document: Document) -> dict[str, str]:
    """The names of the styles, which are English whatever the language of Word is."""
    return {style.style_id: (style.name or "") for style in document.styles}


def rows(table: Any) -> Iterator[Any]:
    """The rows of a table that were not deleted."""
    for line in _children(table, f"{W}tr"):
        if line.find(f"{W}trPr/{W}del") is None:
            yield line


def cells(line: Any) -> Iterator[Any]:
    """The cells of a row."""
    return _children(line, f"{W}tc")


def style_of(paragraph: Any) -> str:
    """The id of the style of a paragraph."""
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else style.get(f"{W}val", "")


def text_of(element: Any) -> str:
    """The words of a paragraph on one line."""
    return " ".join("".join(_words(element)).split())


def lines_of(element: Any) -> list[str]:
    """The words of a paragraph as they stand in it, line by line."""
    lines = (" ".join(line.split()) for line in "".join(_words(element)).split("\n"))
    return [line for line in lines if line]


def boxes(element: Any) -> Iterator[Any]:
    """The text boxes that hang on a paragraph, each of which holds paragraphs and tables."""
    for child in element:
        if child.tag == _BOX:
            yield child
        elif child.tag not in _LEFT_OUT:
            yield from boxes(child)


def _children(parent: Any, tag: str) -> Iterator[Any]:
    """The rows of a table or the cells of a row, also those in content controls."""
    for element in parent:
        if element.tag == tag:
            yield element
        elif element.tag in _AROUND:
            yield from _children(element, tag)


def _words(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag == _TEXT:
            yield " ".join((child.text or "").splitlines())
        elif child.tag == _TAB:
            yield " "
        elif child.tag in _BREAKS:
            yield "\n"
        elif child.tag == _HYPHEN:
            yield "-"
        elif child.tag not in _LEFT_OUT:
            yield from _words(child)
