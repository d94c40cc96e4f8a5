"""What every kind of document is read into: a plain list of headings, paragraphs and bullets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from govcheck.model.visible import shortened, visible

_RESIDUE = re.compile(
    r"\[bookmark: [^\]\n]{0,80}\]|Error! (?:Bookmark not defined|Reference source not found)\.?"
)
"""What Word leaves in the text when it is saved or copied."""
_SHOWN = 100
_BEFORE = 20
_SEPARATE = re.compile(r"[\W_]+")

Role = Literal["", "number", "title", "id", "wording", "addressee", "due", "other"]


class Cell(NamedTuple):
    """Where in a table a text stands, each counted from 1."""

    table: int
    row: int
    column: int


class Block(NamedTuple):
    """One line of text as a reader sees it."""

    kind: Literal["heading", "paragraph", "bullet"]
    text: str
    where: str
    """As a person finds it: line 12, or table 2, row 3."""
    mark: str = ""
    """What stands before an item of a list: -, (a), 1."""
    cell: Cell | None = None
    role: Role = ""
    """What the heading of its column says it is."""

    def line(self) -> str:
        """The text with the mark of its item."""
        return f"{self.mark} {self.text}" if self.mark else self.text


class Reading(NamedTuple):
    """A document as it was read, and what was done to its text."""

    blocks: tuple[Block, ...]
    notes: tuple[str, ...]


def cleaned(blocks: Iterable[Block]) -> Reading:
    """The blocks that hold text, without what Word left in it and what cannot be seen."""
    notes = list[str]()
    return Reading(tuple(_cleaned(blocks, notes)), tuple(notes))


def _cleaned(blocks: Iterable[Block], notes: list[str]) -> Iterator[Block]:
    for block in blocks:
        seen = visible(block.text)
        if seen != " ".join(block.text.split()):
            notes.append(f"{block.where}: characters that cannot be seen are left out.")
        notes += [
            f"{block.where}: “{found[0]}” is left out: Word left it there, it is no text."
            for found in _RESIDUE.finditer(seen)
        ]
        text = " ".join(_RESIDUE.sub(" ", seen).split())
        if text:
            yield block._replace(text=text)


def folded(text: str) -> str:
    """Words as they are compared: case, quotation marks, dashes and colons do not matter."""
    return _SEPARATE.sub(" ", text).casefold().strip()


def quoted(block: Block, about: str = "") -> str:
    """Where something was found, with what stands there: its beginning, or what it is about."""
    line = block.line()
    start = line.find(about)
    if start + len(about) < _SHOWN:
        return f"{block.where}: “{shortened(line, _SHOWN)}”"
    start = max(start - _BEFORE, 0)
    return f"{block.where}: “…{shortened(line[start : start + 2 * _SHOWN], _SHOWN)}”"
