"""What a paper is made of."""

from __future__ import annotations

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


class Table(NamedTuple):
    """A table with a header row; widths in centimetres, together those of the page."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]


Block = Heading | Paragraph | Table


class Paper(NamedTuple):
    """The paper on one result."""

    title: str
    force: str
    day: str
    blocks: tuple[Block, ...]
