"""A table that can be counted, whatever holds it, and how it is read as a declared data set."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple, Protocol

from govcheck.evidence.tables.day_format import DayFormat
from govcheck.model.column import Code, Column
from govcheck.model.condition import ByColumn, Split
from govcheck.model.measure import Cell, Cells, Tally


class Layout(NamedTuple):
    """How the columns of a data set are found and read in one table."""

    headers: Mapping[Column, str]
    """The header of each declared column that the table has."""
    as_of: date
    """The date of judgement, for conditions that are reckoned from it."""
    day_formats: Mapping[Column, DayFormat] = {}
    """How days are written, where they are text."""
    relabelled: Mapping[Column, Mapping[str, str]] = {}
    """Codes by the labels that the assessment explains, folded."""

    def lacks(self, tally: Tally) -> tuple[Column, ...]:
        """The columns that a tally needs and the table does not have."""
        return tuple(dict.fromkeys(item for item in tally.columns() if item not in self.headers))


class UnreadableTable(Exception):  # noqa: N818 - named for what it reports
    """A table cannot be read, in words for the person who gave it; never a value of a row."""

    def __init__(self, message: str, fix: str = "") -> None:
        self.message = message
        self.fix = fix
        super().__init__(message)


class Table(Protocol):
    """Rows under headers, in a file, a database or memory."""

    @property
    def headers(self) -> tuple[str, ...]:
        """The names of the columns, as they are written."""

    def count(self, tallies: Sequence[Tally], layout: Layout) -> list[Cells]:
        """The rows of each combination, for each tally, in as few passes as can be.

        Coded columns come as they are written; `read_codes` makes values of them. Days come as
        `date`, numbers as numbers, blanks as None, what cannot be read as UNREAD; months as text,
        states as `given`, `missing` and `unreadable`, comparisons as True and False, which is also
        what a comparison with a blank is. Raises UnreadableTable.
        """


def counted(table: Table, tallies: Sequence[Tally], layout: Layout) -> dict[Tally, Cells]:
    """The rows of each combination for each tally, codes read. Equal tallies are counted once.

    Raises UnreadableTable.
    """
    wanted = list(dict.fromkeys(tallies))
    found = table.count(wanted, layout)
    return {
        tally: read_codes(cells, tally.splits, layout)
        for tally, cells in zip(wanted, found, strict=True)
    }


def read_codes(cells: Cells, splits: tuple[Split, ...], layout: Layout) -> Cells:
    """The same counts by the values for which labels stand; what falls together is added up."""
    readers = {
        place: split.column
        for place, split in enumerate(splits)
        if isinstance(split, ByColumn) and isinstance(split.column, Code)
    }
    if not readers:
        return cells
    known: dict[tuple[int, object], object] = {}
    found: dict[tuple[object, ...], Cell] = {}
    for labels, cell in cells.items():
        values = list(labels)
        for place, column in readers.items():
            label = labels[place]
            if (place, label) not in known:
                relabelled = layout.relabelled.get(column)
                known[place, label] = column.read(label, relabelled)
            values[place] = known[place, label]
        key = tuple(values)
        found[key] = together(found[key], cell) if key in found else cell
    return found


def together(one: Cell, other: Cell) -> Cell:
    """The cell of the rows of both."""
    rows, different = one.rows + other.rows, one.distinct + other.distinct
    if one.first is other.first is None:  # no days are asked for, as mostly
        return Cell(rows, distinct=different)
    firsts = [day for day in (one.first, other.first) if day]
    lasts = [day for day in (one.last, other.last) if day]
    return Cell(rows, min(firsts), max(lasts), different)
