"""From the rows that an SQL engine gives back to counted cells."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from functools import cache

from govcheck.evidence.sql.column import STATES, UNREAD_MONTH
from govcheck.evidence.sql.statements import Asked
from govcheck.evidence.tables.cell_reading import reader
from govcheck.evidence.tables.table import Layout, together
from govcheck.model.column import UNREAD
from govcheck.model.condition import ByColumn, ByMonth, ByState, Split
from govcheck.model.measure import Cell, Cells, Tally

Raw = Sequence[object]
"""A row or a column of a result, as a driver gives it."""
_Key = tuple[object, ...]


def cells_of(asked: Asked, rows: Iterable[Raw], layout: Layout) -> dict[Tally, Cells]:
    """The counted cells of each tally of a statement."""
    columns = list(zip(*rows, strict=True))
    if not columns:
        return {tally: {} for tally in asked.tallies}
    values: dict[Split, list[object]] = {}
    for split, raw in zip(asked.splits, columns, strict=False):
        values[split] = list(map(cache(reader_of(split, layout)), raw))
    measured = columns[len(asked.splits) :]
    return {
        tally: _added(_keys(tally, values, len(columns[0])), _cells(tally, asked, measured))
        for tally in asked.tallies
    }


def _keys(tally: Tally, values: dict[Split, list[object]], rows: int) -> Iterable[_Key]:
    if not tally.splits:
        return [()] * rows
    return zip(*(values[split] for split in tally.splits), strict=True)


def _cells(tally: Tally, asked: Asked, measured: Sequence[Raw]) -> Iterator[Cell]:
    """What was measured for each row of the result, as far as the tally asks for it."""
    rows = [_whole(count) for count in measured[0]]
    nothing: Sequence[None] = [None] * len(rows)
    firsts: Iterable[date | None] = nothing
    lasts: Iterable[date | None] = nothing
    if tally.extent:
        place = 1 + 2 * asked.extents.index(tally.extent)
        firsts, lasts = (map(_day, measured[place]), map(_day, measured[place + 1]))
    different: Iterable[int] = [0] * len(rows)
    if tally.distinct:
        place = 1 + 2 * len(asked.extents) + asked.distincts.index(tally.distinct)
        different = map(_whole, measured[place])
    return map(Cell, rows, firsts, lasts, different)


def _added(keys: Iterable[_Key], cells: Iterable[Cell]) -> Cells:
    """The cells by key. Where nothing is grouped, one row is given about no rows."""
    found: dict[_Key, Cell] = {}
    for key, cell in zip(keys, cells, strict=True):
        if cell.rows:
            found[key] = together(found[key], cell) if key in found else cell
    return found


def reader_of(split: Split, layout: Layout) -> Callable[[object], object]:
    """What makes a value of what an engine has told apart. Labels stay labels."""
    if isinstance(split, ByColumn):
        return reader(split.column, layout)
    if isinstance(split, ByMonth):
        return _month
    if isinstance(split, ByState):
        return lambda state: STATES[_whole(state)]
    return bool


def _month(raw: object) -> object:
    if raw is None:
        return None
    number = _whole(raw)
    return UNREAD if number == UNREAD_MONTH else f"{number // 100:04}-{number % 100:02}"


def _day(raw: object) -> date | None:
    return raw.date() if isinstance(raw, datetime) else raw  # type: ignore[return-value]


def _whole(raw: object) -> int:
    """A count as a driver gives it: an int, or a Decimal."""
    return int(raw)  # type: ignore[call-overload, no-any-return]
