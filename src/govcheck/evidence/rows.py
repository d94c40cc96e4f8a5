"""Rows held in memory and counted by Python alone: for small files, and for tests of checks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from itertools import islice

from govcheck.evidence.cell import blank
from govcheck.evidence.cell_reading import reader
from govcheck.evidence.opened_table import Wrong
from govcheck.evidence.table import Layout
from govcheck.model.column import UNREAD, Code, Column
from govcheck.model.condition import (
    COMPARISONS,
    GIVEN,
    MISSING,
    UNREADABLE,
    ByColumn,
    ByMonth,
    ByState,
    Compare,
    Split,
)
from govcheck.model.measure import Cell, Cells, Tally


class Rows:
    """A table by columns. Every column has as many cells as there are rows."""

    def __init__(self, headers: Sequence[str], columns: Sequence[Sequence[object]]) -> None:
        """`columns` in the order of `headers`; cells are texts, numbers, days or None."""
        self.headers = tuple(headers)
        self._cells = dict(zip(headers, columns, strict=True))
        self.length = len(columns[0]) if columns else 0

    def cells(self, header: str) -> Sequence[object]:
        """The cells of one column, as they are written."""
        return self._cells[header]

    def count(self, tallies: Sequence[Tally], layout: Layout) -> list[Cells]:
        """The rows of each combination, for each tally."""
        reading = _Reading(self._cells, layout)
        return [self._count(tally, reading) for tally in tallies]

    def find(
        self, wrongs: Sequence[Wrong], layout: Layout, most: int
    ) -> dict[Wrong, tuple[int, ...]]:
        """The first few rows that are wrong in each way, counted from 0."""
        reading = _Reading(self._cells, layout)
        return {
            wrong: tuple(
                islice(
                    (
                        row
                        for row, value in enumerate(reading.coded(wrong.split))
                        if value == wrong.value
                    ),
                    most,
                )
            )
            for wrong in wrongs
        }

    def _count(self, tally: Tally, reading: _Reading) -> Cells:
        keys = self._keys(tally, reading)
        if tally.extent is None and tally.distinct is None:
            return {key: Cell(rows) for key, rows in Counter(keys).items()}
        extents = reading.values(tally.extent) if tally.extent else [None] * self.length
        others = reading.values(tally.distinct) if tally.distinct else [None] * self.length
        found: dict[tuple[object, ...], tuple[int, list[date], set[object]]] = {}
        for key, day, other in zip(keys, extents, others, strict=True):
            rows, days, different = found.get(key, (0, [], set()))
            if isinstance(day, date):
                days = [min([day, *days]), max([day, *days])]
            if other is not None and other is not UNREAD:
                different.add(other)
            found[key] = (rows + 1, days, different)
        return {
            key: Cell(rows, min(days, default=None), max(days, default=None), len(different))
            for key, (rows, days, different) in found.items()
        }

    def _keys(self, tally: Tally, reading: _Reading) -> Iterable[tuple[object, ...]]:
        if not tally.splits:
            return [()] * self.length
        return zip(*(reading.told_apart(split) for split in tally.splits), strict=True)


class _Reading:
    """The cells of a table as values, each column read once."""

    def __init__(self, cells: Mapping[str, Sequence[object]], layout: Layout) -> None:
        self._cells = cells
        self._layout = layout
        self.values = cache(self._values)
        self.told_apart = cache(self._told_apart)

    def _values(self, column: Column) -> Sequence[object]:
        cells = self._cells[self._layout.headers[column]]
        read = reader(column, self._layout)
        different = set(cells)
        if not all(isinstance(cell, str) for cell in different if cell is not None):
            return [read(cell) for cell in cells]  # True and 1 are the same to a dictionary
        known = {cell: read(cell) for cell in different}
        return [known[cell] for cell in cells]

    def _told_apart(self, split: Split) -> Sequence[object]:
        if isinstance(split, ByColumn):
            return self.values(split.column)
        if isinstance(split, ByMonth):
            return [_month(value) for value in self.values(split.column)]
        if isinstance(split, ByState):
            return [_state(value) for value in self.values(split.column)]
        return self._compared(split.comparison)

    def coded(self, split: Split) -> Sequence[object]:
        """As told apart, with labels read as the codes for which they stand."""
        values = self.told_apart(split)
        if not (isinstance(split, ByColumn) and isinstance(split.column, Code)):
            return values
        relabelled = self._layout.relabelled.get(split.column)
        known = {label: split.column.read(label, relabelled) for label in set(values)}
        return [known[label] for label in values]

    def _compared(self, comparison: Compare) -> Sequence[bool]:
        holds = COMPARISONS[comparison.sign]
        ones = self.values(comparison.column)
        limit = comparison.limit(self._layout.as_of)
        others = self.values(limit) if isinstance(limit, Column) else [limit] * len(ones)
        unknown = (None, UNREAD)
        return [
            one not in unknown and other not in unknown and holds(one, other)  # type: ignore[arg-type]
            for one, other in zip(ones, others, strict=True)
        ]


def _month(value: object) -> object:
    return value.isoformat()[:7] if isinstance(value, date) else value


def _state(value: object) -> str:
    if blank(value):  # a label is still as it was written
        return MISSING
    return UNREADABLE if value is UNREAD else GIVEN
