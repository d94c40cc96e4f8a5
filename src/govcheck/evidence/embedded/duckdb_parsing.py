"""From a CSV file to a Parquet file: parsed once."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from sqlglot import exp

from govcheck.evidence.embedded.duckdb_session import NO_ROOM, DuckdbSession
from govcheck.evidence.files.csv_records import CODECS, CsvForm, records, undecodable
from govcheck.evidence.sql.dialect import DUCKDB, literal
from govcheck.evidence.tables.table import UnreadableTable

_UTF8 = "utf-8"


class ReadableCsv(NamedTuple):
    """A file that DuckDB reads as Python reads the one of which it is made."""

    path: Path
    form: CsvForm


class CsvParser:
    """Makes Parquet files, in the folder of a session, of CSV files of one form."""

    def __init__(self, session: DuckdbSession, form: CsvForm) -> None:
        """Nothing is parsed yet."""
        self._session = session
        self._form = form
        self._readable: dict[Path, ReadableCsv] = {}

    def readable(self, path: Path) -> ReadableCsv:
        """The file itself, or a copy of it. Raises UnreadableTable."""
        if path not in self._readable:
            self._readable[path] = self._made_readable(path)
        return self._readable[path]

    def _made_readable(self, path: Path) -> ReadableCsv:
        form = self._form
        if len(form.headers) == 1 or not form.usual:  # of one column, empty lines would be rows
            return self._written_anew(path)
        if form.encoding == _UTF8:
            return ReadableCsv(path, form)
        return ReadableCsv(self._recoded(path), form._replace(encoding=_UTF8))

    def _recoded(self, path: Path) -> Path:
        copy = self._new_file("csv")
        fault: UnreadableTable | None = None
        with (
            path.open(encoding=CODECS[self._form.encoding], newline="") as source,
            copy.open("w", encoding=_UTF8, newline="") as target,
        ):
            try:
                shutil.copyfileobj(source, target, 1024 * 1024)
            except UnicodeError:  # it holds a piece of the file, so nothing is made of it
                fault = undecodable(path, self._form)
        if fault is not None:
            raise fault
        return copy

    def _new_file(self, suffix: str) -> Path:
        return self._session.folder / f"{len(list(self._session.folder.iterdir()))}.{suffix}"

    def parse(self, path: Path, kept: Mapping[str, exp.Expression]) -> Path:
        """A Parquet file with these columns, by name, made of those of the file: see `cell_at`.

        What DuckDB refuses goes through the reading of Python, which is slow and either finds what
        is wrong, or writes it anew as DuckDB likes it. Raises UnreadableTable.
        """
        try:
            return self._parsed(path, kept)
        except OSError:
            pass
        raise UnreadableTable(*NO_ROOM)

    def _parsed(self, path: Path, kept: Mapping[str, exp.Expression]) -> Path:
        target = self._new_file("parquet")
        source = self.readable(path)
        try:
            self._copy(source, kept, target)
        except UnreadableTable:
            pass
        else:
            return target
        self._copy(self._written_anew(path), kept, target)
        return target

    def _written_anew(self, path: Path) -> ReadableCsv:
        copy = self._new_file("csv")
        with copy.open("w", encoding=_UTF8, newline="") as target:
            writer = csv.writer(target, lineterminator="\n")
            writer.writerow(self._form.headers)
            # A return inside a cell, DuckDB would take for the end of a row.
            writer.writerows(
                [cell.replace("\r", "\n") for cell in record.cells]
                for record in records(path, self._form)
            )
        return ReadableCsv(copy, CsvForm(self._form.headers))

    def _copy(self, source: ReadableCsv, kept: Mapping[str, exp.Expression], target: Path) -> None:
        cells = [exp.alias_(cell.copy(), name, quoted=True) for name, cell in kept.items()]
        query = exp.select(*cells).from_(_csv_rows(*source)).sql(dialect=DUCKDB.name)
        connection = self._session.connection
        self._session.attempt(lambda: connection.sql(query).write_parquet(str(target)))


def cell_at(place: int) -> exp.Column:
    """A cell of a CSV file by its place, counted from 0."""
    return exp.column(f"c{place}", quoted=True)


def _csv_rows(path: Path, form: CsvForm) -> exp.Expression:
    """What stands after FROM for a CSV file: all cells as text, nothing guessed."""
    texts = [
        exp.PropertyEQ(this=exp.to_identifier(cell_at(place).name), expression=literal("VARCHAR"))
        for place in range(len(form.headers))
    ]
    options = {
        "columns": exp.Struct(expressions=texts),
        "auto_detect": exp.false(),
        "delim": literal(form.delimiter),
        "quote": literal('"'),
        "escape": literal('"'),
        "header": exp.true(),
        "skip": exp.Literal.number(form.header_row - 1),
    }
    given = [exp.EQ(this=exp.var(name), expression=value) for name, value in options.items()]
    call = exp.Anonymous(this="READ_CSV", expressions=[literal(str(path)), *given])
    return exp.Table(this=call)
