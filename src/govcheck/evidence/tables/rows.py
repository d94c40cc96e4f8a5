"""Rows held in memory and counted by Python alone: for small files, and for tests of checks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import islice, repeat
from math import nan
from operator import itemgetter
from typing import NamedTuple, cast

from govcheck.evidence.tables.cell_reading import reader
from govcheck.evidence.tables.opened_table import Wrong
from govcheck.evidence.tables.table import Layout
from govcheck.model.column import UNREAD, Code, Column, Key
from govcheck.model.condition import (
    COMPARISONS,
    GIVEN,
    MISSING,
    UNREADABLE,
    ByColumn,
    ByMonth,
    ByState,
    ByTruth,
    Compare,
    Split,
)
from govcheck.model.measure import Cell, Cells, Tally

_ALIKE = {bool, int, float, Decimal}
"""Types of which cells can be equal and not the same."""
_FEW = 40
"""Splits with more values are not counted together with others."""
_COMBINATIONS = 2_000
"""From more combinations the answers are not put together: that would take as long."""


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
        combined = _Combined(reading, [_told_by(tally) for tally in tallies])
        return [self._count(tally, reading, combined) for tally in tallies]

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

    def _count(self, tally: Tally, reading: _Reading, combined: _Combined) -> Cells:
        if not tally.splits:
            return {(): self._whole(tally, reading)} if self.length else {}
        counted = combined.rows(_told_by(tally))
        if tally.extent is None and tally.distinct is None:
            return {key: Cell(rows) for key, rows in counted.items()}
        apart = len(tally.splits)
        parts: dict[tuple[object, ...], list[tuple[tuple[object, ...], int]]] = {}
        for key, rows in counted.items():
            parts.setdefault(key[:apart], []).append((key[apart:], rows))
        return {key: _cell(tally, found) for key, found in parts.items()}

    def _whole(self, tally: Tally, reading: _Reading) -> Cell:
        """All rows together: the different cells are enough."""
        days = reading.values(tally.extent) if tally.extent else ()
        found = [day for day in days if isinstance(day, date)]
        others = set(reading.values(tally.distinct)) if tally.distinct else set()
        first, last = min(found, default=None), max(found, default=None)
        return Cell(self.length, first, last, len(others - {None, UNREAD}))


def _told_by(tally: Tally) -> tuple[Split, ...]:
    """Its splits. Days and other values are told apart like them, and put together afterwards."""
    also = (ByColumn(column) for column in (tally.extent, tally.distinct) if column)
    return (*tally.splits, *also)


class _Combined:
    """How many rows there are of each combination of splits.

    The rows are gone through once, for all splits with few values together; what the tallies ask
    is put together from that. Where there are too many combinations, each tally goes through them.
    """

    def __init__(self, reading: _Reading, asked: Sequence[tuple[Split, ...]]) -> None:
        several = dict.fromkeys(split for splits in asked if len(splits) > 1 for split in splits)
        few = [split for split in several if len(reading.counted(split)) <= _FEW]
        self._reading = reading
        self._places = {split: place for place, split in enumerate(few)}
        self._together = self._gone_through(few) if few else Counter[tuple[object, ...]]()
        self._is_small = len(self._together) <= _COMBINATIONS

    def rows(self, splits: tuple[Split, ...]) -> Mapping[tuple[object, ...], int]:
        """The rows of each combination of these."""
        if len(splits) == 1:
            return self._reading.counted(splits[0])
        if not self._is_small or any(split not in self._places for split in splits):
            return self._gone_through(splits)
        pick = itemgetter(*(self._places[split] for split in splits))
        found: Counter[tuple[object, ...]] = Counter()
        for key, rows in self._together.items():
            found[pick(key)] += rows
        return found

    def _gone_through(self, splits: Sequence[Split]) -> Counter[tuple[object, ...]]:
        return Counter(zip(*(self._reading.told_apart(split) for split in splits), strict=True))


def _cell(tally: Tally, found: Sequence[tuple[tuple[object, ...], int]]) -> Cell:
    """The cell of one combination: its days first, its different values last."""
    days = [values[0] for values, _ in found if tally.extent and isinstance(values[0], date)]
    others = {values[-1] for values, _ in found} if tally.distinct else set()
    return Cell(
        sum(rows for _, rows in found),
        min(days, default=None),
        max(days, default=None),
        len(others - {None, UNREAD}),
    )


class _Cells(NamedTuple):
    """A column: what stands in each row, and what each different cell means."""

    keys: Sequence[object]
    rows: Mapping[object, int]
    """How many rows there are of each key."""
    values: Mapping[object, object]
    """What each key means."""


class _Reading:
    """The cells of a table as values; each different cell of a column is read once."""

    def __init__(self, cells: Mapping[str, Sequence[object]], layout: Layout) -> None:
        self._cells = cells
        self._layout = layout
        self._column = cache(self._read)
        self._ordinals = cache(self._read_ordinals)
        self._by_key = cache(self._read_split)
        self.told_apart = cache(self._told_apart)
        self.counted = cache(self._counted)

    def _read(self, column: Column) -> _Cells:
        cells = self._cells[self._layout.headers[column]]
        read = reader(column, self._layout)
        rows = Counter(cells)
        types = set(map(type, rows))
        if types & _ALIKE and len(_ALIKE & set(map(type, cells))) > 1:
            # True, 1 and 1.0 are one to a dictionary
            cells, read = range(len(cells)), _nth(cells, read)
            rows = Counter(cells)
        elif isinstance(column, Key) and types == {str}:
            return _Cells(cells, rows, _read_texts(cast("Iterable[str]", rows)))
        return _Cells(cells, rows, dict(zip(rows, map(read, rows), strict=True)))

    def values(self, column: Column) -> Iterable[object]:
        """The different values of a column."""
        return self._column(column).values.values()

    def _read_split(self, split: Split) -> tuple[Column, Mapping[object, object]] | None:
        """What a split makes of each different cell; None where it takes two columns."""
        if isinstance(split, ByTruth):
            column, limit = split.comparison.column, split.comparison.limit(self._layout.as_of)
            if isinstance(limit, Column):
                return None
            holds, edge = COMPARISONS[split.comparison.sign], _ordinal(limit)
            values = self._column(column).values
            return column, {key: holds(_ordinal(one), edge) for key, one in values.items()}
        values = self._column(split.column).values
        if isinstance(split, ByMonth):
            return split.column, {key: _month(one) for key, one in values.items()}
        if isinstance(split, ByState):
            return split.column, _states(values, raw=isinstance(split.column, Code))
        return split.column, values

    def _counted(self, split: Split) -> Mapping[tuple[object, ...], int]:
        """How many rows there are of each value."""
        told = self._by_key(split)
        found: Counter[object] = Counter()
        if told is None:
            holds = list(self._compared(cast("ByTruth", split).comparison))
            found[True] = sum(holds)  # in half the time that a Counter takes
            found[False] = len(holds) - found[True]
        else:
            column, by_key = told
            keys, rows, _ = self._column(column)
            if len(rows) * 4 > len(keys):
                found.update(map(by_key.__getitem__, keys))
            else:
                for key, number in rows.items():
                    found[by_key[key]] += number
        return {(value,): number for value, number in found.items() if number}

    def _told_apart(self, split: Split) -> Sequence[object]:
        told = self._by_key(split)
        if told is None:
            return list(self._compared(cast("ByTruth", split).comparison))
        column, by_key = told
        return list(map(by_key.__getitem__, self._column(column).keys))

    def coded(self, split: Split) -> Sequence[object]:
        """As told apart, with labels read as the codes for which they stand."""
        values = self.told_apart(split)
        if not (isinstance(split, ByColumn) and isinstance(split.column, Code)):
            return values
        relabelled = self._layout.relabelled.get(split.column)
        known = {label: split.column.read(label, relabelled) for label in set(values)}
        return [known[label] for label in values]

    def _compared(self, comparison: Compare) -> Iterable[bool]:
        columns = (comparison.column, cast("Column", comparison.other))
        ones, others = (self._ordinals(column) for column in columns)
        return map(COMPARISONS[comparison.sign], ones, others)

    def _read_ordinals(self, column: Column) -> Sequence[float]:
        keys, _, values = self._column(column)
        by_key = {key: _ordinal(one) for key, one in values.items()}
        return list(map(by_key.__getitem__, keys))


def _nth(cells: Sequence[object], read: Callable[[object], object]) -> Callable[[object], object]:
    """Reads the cell of a row, where cells cannot be told from one another by themselves."""
    return lambda row: read(cells[cast("int", row)])


def _ordinal(value: object) -> float:
    """What compares as the value does; nothing compares with what is blank or unread."""
    if isinstance(value, date):
        return value.toordinal()
    return value if isinstance(value, int | float) else nan


def _month(value: object) -> object:
    return value.isoformat()[:7] if isinstance(value, date) else value


def _read_texts(cells: Iterable[str]) -> dict[object, object]:
    """What each text means, as read_text finds it, but of many at once."""
    values: dict[object, object] = dict(zip(cells, map(str.strip, cells, repeat(" ")), strict=True))
    return values | {cell: None for cell, text in values.items() if not text}


def _states(values: Mapping[object, object], *, raw: bool) -> Mapping[object, str]:
    """The state of each cell. Labels are still raw, as they were written, and may be all spaces."""
    given = dict.fromkeys(values, GIVEN)
    missing = {
        key: MISSING
        for key, one in values.items()
        if one is None or (raw and isinstance(one, str) and not one.strip(" "))
    }
    return given | missing | {key: UNREADABLE for key, one in values.items() if one is UNREAD}
