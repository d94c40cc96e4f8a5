"""A finished document as it is read back: its pieces in order, whichever program wrote it."""

from __future__ import annotations

import re
import unicodedata
from typing import Literal, NamedTuple

from govcheck.model.visible import visible

_APART = re.compile(r"[\W_]+")


class Piece(NamedTuple):
    """A title, a heading, a paragraph, or a row of a table with its cells."""

    kind: Literal["title", "heading", "text", "row", "own"]
    """`own` is a paragraph that the file has word for word: no label and no mark can be in it."""
    text: str
    level: int = 0
    """Of a heading: 1 for the highest."""
    cells: tuple[str, ...] = ()
    table: int = 0
    """Of a row: which table it belongs to."""


def row(cells: tuple[str, ...], table: int) -> Piece:
    """A row of a table; its text is that of its cells."""
    return Piece("row", " ".join(cells), cells=cells, table=table)


def folded(text: str) -> str:
    """Words as they are compared: editing changes case, blanks, quotation marks and dashes."""
    return _APART.sub(" ", unicodedata.normalize("NFKC", visible(text)).casefold()).strip()
