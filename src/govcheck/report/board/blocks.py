"""What a paper is made of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Heading(NamedTuple):
    """A heading; level 1 is the highest below the title."""

    text: str
    level: int = 1


class Paragraph(NamedTuple):
    """A paragraph, an item of a list, or published wording."""

    text: str
    item: bool = False
    quoted: bool = False


Cell = str | Sequence[str]
"""A text, or several that stand below one another."""


class Table(NamedTuple):
    """A table with a header row; widths in centimetres, together those of the page."""

    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...]


def lines(cell: Cell) -> tuple[str, ...]:
    """The texts of a cell."""
    return (cell,) if isinstance(cell, str) else tuple(cell)


Block = Heading | Paragraph | Table


class Paper(NamedTuple):
    """The paper on one result."""

    title: str
    force: str
    day: str
    blocks: tuple[Block, ...]
