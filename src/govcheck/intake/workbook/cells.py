"""Where the values of a workbook stand: on which sheet, and in which cell."""

from __future__ import annotations

import re
from typing import NamedTuple

from govcheck.intake.places import Lines, Place

_HINTS: tuple[tuple[str, str], ...] = (
    (r"Add a line: .*", "Fill in the cell."),
    (
        r"Write year, month, day: ([0-9-]+)\.",
        r"The cell holds text, not a date: choose the format Date for it (Ctrl+1), and write \1.",
    ),
    (
        r"(Write a date as [0-9-]+\.)",
        r"\1 If that stays text, choose the format Date for the cell (Ctrl+1) first.",
    ),
    (
        r"Write digits only, without quotes: (-?[0-9]+)\.",
        r"The cell holds text, not a number: choose the format General (Ctrl+1), write \1 again.",
    ),
    (r"Write digits without quotes, as ([0-9.]+)\.", r"Write digits only, as \1."),
    (r"Put it in quotes: .*", "Choose the format Text for the cell (Ctrl+1), and write it again."),
    (r", without quotes\.", "."),
    (r"Write true or false\.", "Write yes or no."),
    (r"or leave the value out\.", "or leave the cell blank."),
)
"""What is said of text files, and what has to be said of cells instead."""


class Spot(NamedTuple):
    """A cell. `before` is the number of rows on the sheets before its own."""

    sheet: str
    before: int
    row: int
    column: int

    @property
    def coordinate(self) -> str:
        """The cell as Excel names it: C7."""
        return f"{letters(self.column)}{self.row}"


class Cells(Lines):
    """The cells of a workbook that hold something or ask for it.

    Its lines are the rows of all sheets, counted one after the other.
    """

    __slots__ = ("_spots",)

    def __init__(self) -> None:
        super().__init__("")
        self._spots: list[Spot] = []

    def add(self, spot: Spot) -> int:
        """Remember a cell; the number by which places refer to it."""
        self._spots.append(spot)
        return len(self._spots) - 1

    def place(self, offset: int) -> Place:
        """The row, counted over all sheets, and the column."""
        spot = self._spots[offset]
        return spot.before + spot.row, spot.column

    def cell(self, offset: int) -> str | None:
        """The cell with its sheet: Retention!C7."""
        spot = self._spots[offset]
        return f"{spot.sheet}!{spot.coordinate}"

    def hint(self, text: str) -> str:
        """What to do, in the words of somebody who has a sheet before them."""
        for pattern, instead in _HINTS:
            text = re.sub(pattern, instead, text)
        return text


def letters(column: int) -> str:
    """The name of a column: A for 1, AA for 27."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
