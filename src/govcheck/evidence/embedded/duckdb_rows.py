"""Rows in Parquet files, counted by DuckDB in narrow passes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from sqlglot import exp

from govcheck.evidence.embedded.duckdb_session import DuckdbSession, paths_of
from govcheck.evidence.sql.answer import cells_of, reader_of
from govcheck.evidence.sql.column import SqlColumns
from govcheck.evidence.sql.dialect import DUCKDB, Field, Kind
from govcheck.evidence.sql.plan import passes
from govcheck.evidence.sql.statements import statements
from govcheck.evidence.tables.opened_table import FIRST_LINES, Wrong
from govcheck.evidence.tables.table import Layout
from govcheck.model.column import Code
from govcheck.model.condition import ByColumn, Split
from govcheck.model.measure import Cells, Tally

TOGETHER = 64
"""Passes are so quick that only tallies with few combinations share one."""
_VALUES = 10_000
"""So many different values of a column are looked at to find out which of them are wrong."""
_NUMBER, _FILE = "file_row_number", "filename"
"""What DuckDB calls the place of a row, beside the columns of the file."""


class RowPlace(NamedTuple):
    """Where a row stands."""

    file: Path
    number: int
    """Counted from 0."""


def parquet_rows(files: Sequence[Path]) -> exp.Expression:
    """What stands after FROM for Parquet files."""
    options = {
        "binary_as_string": exp.true(),
        "hive_partitioning": exp.false(),
        "union_by_name": exp.true() if len(files) > 1 else exp.false(),
    }
    given = [exp.EQ(this=exp.var(name), expression=value) for name, value in options.items()]
    return exp.Table(this=exp.Anonymous(this="READ_PARQUET", expressions=[paths_of(files), *given]))


class DuckdbRows:
    """Parquet files with the same columns, as one table."""

    def __init__(
        self, session: DuckdbSession, files: Sequence[Path], fields: Mapping[str, Field]
    ) -> None:
        """`fields` by header."""
        self._session = session
        self._table = parquet_rows(files)
        self._fields = dict(fields)
        self.headers = tuple(fields)

    def count(self, tallies: Sequence[Tally], layout: Layout) -> list[Cells]:
        """The rows of each combination, for each tally. Raises UnreadableTable."""
        for tally in tallies:
            if tally.distinct is not None:
                self._look_for_spaces(layout.headers[tally.distinct])
        together = passes(tallies, TOGETHER)
        found: dict[Tally, Cells] = {}
        for asked in statements(together, layout, self._table, self._fields, DUCKDB):
            found |= cells_of(asked, self._session.rows(asked.sql), layout)
        self._session.check_unchanged()
        return [found[tally] for tally in tallies]

    def different(self, header: str, most: int) -> list[object]:
        """Different cells of a column, in no order. Raises UnreadableTable."""
        cell = self._fields[header].expression.copy()
        query = exp.select(cell).distinct().from_(self._table.copy()).limit(most)
        return [cell for (cell,) in self._session.rows(query.sql(dialect=DUCKDB.name))]

    def first(self, wrong: Wrong, layout: Layout) -> list[RowPlace]:
        """The places of the first few rows that are wrong in one way. Raises UnreadableTable."""
        if {_NUMBER, _FILE} & {field.expression.name.lower() for field in self._fields.values()}:
            return []  # the file has a column of this name, so the place cannot be asked for
        places = [exp.column(name, quoted=True) for name in (_FILE, _NUMBER)]
        query = (
            exp.select(*places)
            .from_(self._table.copy())
            .where(self._is_wrong(wrong, layout))
            .order_by(*(place.copy() for place in places))
            .limit(FIRST_LINES)
        )
        rows = self._session.rows(query.sql(dialect=DUCKDB.name))
        return [RowPlace(Path(file), number) for file, number in rows]

    def _is_wrong(self, wrong: Wrong, layout: Layout) -> exp.Expression:
        """Under what the rows stand that are wrong, so that they can be found."""
        told_apart = SqlColumns(layout, self._fields, DUCKDB).told_apart(wrong.split)
        read = _value_reader(wrong.split, layout)
        query = exp.select(told_apart.copy()).distinct().from_(self._table.copy()).limit(_VALUES)
        values = self._session.rows(query.sql(dialect=DUCKDB.name))
        return told_apart.isin(*(value for (value,) in values if read(value) == wrong.value))

    def _look_for_spaces(self, header: str) -> None:
        """To trim every cell takes long, so it is only done where a cell needs it."""
        cell, kind, tidy = self._fields[header]
        if kind is not Kind.TEXT or tidy:
            return
        untidy = exp.or_(cell.eq(""), cell.like(" %"), cell.like("% "))
        query = exp.select("1").from_(self._table.copy()).where(untidy).limit(1)
        if not self._session.rows(query.sql(dialect=DUCKDB.name)):
            self._fields[header] = Field(cell, kind, tidy=True)


def _value_reader(split: Split, layout: Layout) -> Callable[[object], object]:
    read = reader_of(split, layout)
    if not (isinstance(split, ByColumn) and isinstance(split.column, Code)):
        return read
    column, relabelled = split.column, layout.relabelled.get(split.column)
    return lambda cell: column.read(read(cell), relabelled)
