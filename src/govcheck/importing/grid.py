"""A table of a document as blocks: with what the heading of each column says of its cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import get_args

from govcheck.importing.block import Block, Cell, Role, folded
from govcheck.importing.words import COLUMNS

Row = Sequence[Sequence[Block]]
"""The cells of a row, each with its blocks."""

_NAMES: dict[str, Role] = {name: role for role in get_args(Role) for name in COLUMNS.get(role, ())}
_LIKE: dict[Role, re.Pattern[str]] = {
    "wording": re.compile(
        r"(?:.* )?recommendations?(?: (?:and |or )?(?:afis?|areas? for improvement|made|in full))?"
    ),
    "due": re.compile(r"(?:.* )?(?:due|deadline)(?: date)?"),
}
"""What a column holds whose name says more than these words, where no other says it too."""
_ORDER: tuple[Role, ...] = ("number", "wording", "id", "title", "addressee", "due", "other", "")
"""In which a recommendation is read, whatever the order of the columns."""


def blocks(number: int, rows: Sequence[Row]) -> Iterator[Block]:
    """The cells of a table, row by row. `number` is that of the table, counted from 1."""
    roles = _roles(rows[0]) if rows else ()
    for at, row in enumerate(rows[1:] if roles else rows, start=2 if roles else 1):
        placed = [
            (role, Cell(number, at, column), cell)
            for column, (role, cell) in enumerate(zip(_filled(roles, row), row, strict=True), 1)
        ]
        for role, place, cell in sorted(placed, key=lambda part: _ORDER.index(part[0])):
            for block in cell:
                yield block._replace(cell=place, role=role)


def _filled(roles: tuple[Role, ...], row: Row) -> tuple[Role, ...]:
    """A role for each cell; a row can have more cells than the heading, or fewer."""
    beyond: Role = "other" if roles else ""
    return (*roles, *[beyond] * len(row))[: len(row)]


def _like(name: str, names: Sequence[str], exact: Sequence[Role]) -> Role:
    for role, words in _LIKE.items():
        if role not in exact and [other for other in names if words.fullmatch(other)] == [name]:
            return role
    return "other"


def _roles(row: Row) -> tuple[Role, ...]:
    """What the columns hold, where the first row says it of the recommendations at least."""
    names = [folded(" ".join(block.text for block in cell)) for cell in row]
    exact = [_NAMES.get(name, "other") for name in names]
    roles = tuple(
        role if role != "other" else _like(name, names, exact)
        for role, name in zip(exact, names, strict=True)
    )
    return roles if len(roles) > 1 and "wording" in roles else ()
