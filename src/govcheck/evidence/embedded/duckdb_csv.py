"""Large CSV files: parsed once by DuckDB, kept in temporary Parquet files, counted from there."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from sqlglot import exp

from govcheck.evidence.embedded.duckdb_cells import kept, kind
from govcheck.evidence.embedded.duckdb_parsing import CsvParser, cell_at
from govcheck.evidence.embedded.duckdb_rows import DuckdbRows, RowPlace, parquet_rows
from govcheck.evidence.embedded.duckdb_session import DuckdbSession
from govcheck.evidence.files.csv_lines import lines_of_rows
from govcheck.evidence.files.csv_records import CsvForm
from govcheck.evidence.files.csv_sample import sample
from govcheck.evidence.files.several import told_of
from govcheck.evidence.sql.dialect import DUCKDB, Field
from govcheck.evidence.tables.opened_table import OpenedTable, Wrong
from govcheck.evidence.tables.table import Layout
from govcheck.model.column import Column
from govcheck.model.condition import columns_of
from govcheck.model.measure import Cells, Tally


def csv_table(
    paths: Sequence[Path], form: CsvForm, name: str, notes: tuple[str, ...] = ()
) -> OpenedTable:
    """Open CSV files of one form as one table. Raises UnreadableTable."""
    session = DuckdbSession(paths)
    table = DuckdbCsv(session, paths, form)
    return OpenedTable(
        table, name, notes=notes, samples=table.samples, lines=table.lines, close=session.close
    )


class _Parsed(NamedTuple):
    """The files as Parquet, with the columns that were asked for."""

    columns: frozenset[Column]
    layout: Layout
    rows: DuckdbRows
    sources: Mapping[Path, Path]
    """The CSV files by the Parquet files."""


class DuckdbCsv:
    """CSV files of one form. Those columns are kept that are asked for."""

    def __init__(self, session: DuckdbSession, paths: Sequence[Path], form: CsvForm) -> None:
        """Nothing is parsed yet."""
        self.headers = form.headers
        self._session = session
        self._paths = paths
        self._form = form
        self._parser = CsvParser(session, form)
        self._samples: dict[str, list[str]] = {}
        self._parsed: _Parsed | None = None

    def count(self, tallies: Sequence[Tally], layout: Layout) -> list[Cells]:
        """The rows of each combination, for each tally. Raises UnreadableTable."""
        columns = frozenset(column for tally in tallies for column in tally.columns())
        return self._as_parquet(columns, layout).rows.count(tallies, layout)

    def samples(self, header: str) -> Sequence[object]:
        """Different cells of a column. Raises UnreadableTable."""
        if not self._samples:
            self._samples = sample(*self._parser.readable(self._paths[0]))
        return self._samples[header]

    def lines(self, wrongs: Sequence[Wrong], layout: Layout) -> Mapping[Wrong, tuple[str, ...]]:
        """The first few lines of each wrong. Raises UnreadableTable."""
        columns = frozenset(column for wrong in wrongs for column in columns_of(wrong.split))
        parsed = self._as_parquet(columns, layout)
        places = {wrong: parsed.rows.first(wrong, layout) for wrong in wrongs}
        lines = self._lines_of({place for found in places.values() for place in found}, parsed)
        return {wrong: tuple(map(lines.__getitem__, found)) for wrong, found in places.items()}

    def _lines_of(self, places: Collection[RowPlace], parsed: _Parsed) -> dict[RowPlace, str]:
        found: dict[RowPlace, str] = {}
        for file, source in parsed.sources.items():
            numbers = {place.number for place in places if place.file == file}
            rows = partial(self._count_rows, file)
            of_file = f" of {source.name}" if len(self._paths) > 1 else ""
            for number, line in lines_of_rows(source, self._form, numbers, rows).items():
                found[RowPlace(file, number)] = f"{line}{of_file}"
        return found

    def _count_rows(self, file: Path) -> int:
        query = exp.select(exp.Count(this=exp.Star())).from_(parquet_rows([file]))
        return int(self._session.rows(query.sql(dialect=DUCKDB.name))[0][0])

    def _as_parquet(self, columns: frozenset[Column], layout: Layout) -> _Parsed:
        last = self._parsed
        if last is None or layout != last.layout or not columns <= last.columns:
            last = self._parsed = self._parse(columns, layout)
        return last

    def _parse(self, columns: frozenset[Column], layout: Layout) -> _Parsed:
        found: dict[str, exp.Expression] = {}
        fields: dict[str, Field] = {}
        for place, header in enumerate(self.headers):
            here = [column for column in columns if layout.headers[column] == header]
            if here:
                cell, only = cell_at(place), here[0] if len(here) == 1 else None
                found[cell.name] = kept(cell, only, layout)
                fields[header] = Field(cell, kind(only))
        if not found:  # the rows are to be counted, and nothing else
            found = {cell_at(0).name: cell_at(0)}
        sources = self._files(found)
        return _Parsed(columns, layout, DuckdbRows(self._session, tuple(sources), fields), sources)

    def _files(self, found: Mapping[str, exp.Expression]) -> dict[Path, Path]:
        sources = {}
        for path in self._paths:
            with told_of(path, several=len(self._paths) > 1):
                sources[self._parser.parse(path, found)] = path
        self._session.check_unchanged()
        return sources
