"""What a draft is made of, whatever form it is written in. All of it is text, none is markup."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Heading(NamedTuple):
    """A heading. The title of the document is none: its sections are of level 1."""

    level: int
    text: str


class Paragraph(NamedTuple):
    """Words of the file, one paragraph of them."""

    text: str
    quoted: bool = False
    """Whether it is the wording of the report."""
    item: bool = False
    """Whether it is an item of a list."""


class Label(NamedTuple):
    """What follows, in two or three words: `Action taken or proposed`."""

    text: str


class Hole(NamedTuple):
    """Something that a person has to write. It is marked and never filled."""

    text: str


class Facts(NamedTuple):
    """Names and their values, one beside the other."""

    rows: tuple[tuple[str, str], ...]


class Table(NamedTuple):
    """Rows below a header."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block = Heading | Paragraph | Label | Hole | Facts | Table


class Draft(NamedTuple):
    """The document, in the order in which it is read."""

    title: str
    force: str
    """In whose name it is drafted: the author in the properties of a Word file."""
    judged: str
    """The day of judgement, as 2023-12-15. A draft carries no other date of its own."""
    blocks: tuple[Block, ...]
    values: Mapping[str, str | None]
    """Single facts under the names that a template can ask for. None: nobody has said."""

    def holes(self) -> tuple[str, ...]:
        """What a person has to write before it can be published."""
        return tuple(block.text for block in self.blocks if isinstance(block, Hole))
