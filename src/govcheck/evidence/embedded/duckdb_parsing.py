"""From a CSV file to a Parquet file: parsed once."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Mapping
from pathlib import Path

from sqlglot import exp

from govcheck.evidence.embedded.duckdb_session import NO_ROOM, DuckdbSession
from govcheck.evidence.files.csv_records import CODECS, CsvForm, records, undecodable
from govcheck.evidence.sql.dialect import DUCKDB, literal
from govcheck.evidence.tables.table import UnreadableTable

_UTF8 = "utf-8"


class CsvParser:
    """Makes Parquet files, in the folder of a session, of CSV files of one form."""

    def __init__(self, session: DuckdbSession, form: CsvForm) -> None:
        """Nothing is parsed yet."""
        self._session = session
        self._form = form
        self._in_utf8: dict[Path, Path] = {}

    def in_utf8(self, path: Path) -> Path:
        """The file itself, or a copy of it in UTF-8. Raises UnreadableTable."""
        if self._form.encoding == _UTF8:
            return path
        if path not in self._in_utf8:
            self._in_utf8[path] = self._recoded(path)
        return self._in_utf8[path]

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
        form = self._form
        target = self._new_file("parquet")
        if len(form.headers) > 1:  # empty lines would be rows
            try:
                self._copy(self.in_utf8(path), form, kept, target)
            except UnreadableTable:
                pass
            else:
                return target
        self._copy(
            self._written_anew(path), form._replace(delimiter=",", header_row=1), kept, target
        )
        return target

    def _written_anew(self, path: Path) -> Path:
        copy = self._new_file("csv")
        with copy.open("w", encoding=_UTF8, newline="") as target:
            writer = csv.writer(target, lineterminator="\n")
            writer.writerow(self._form.headers)
            writer.writerows(record.cells for record in records(path, self._form))
        return copy

    def _copy(
        self, path: Path, form: CsvForm, kept: Mapping[str, exp.Expression], target: Path
    ) -> None:
        cells = [exp.alias_(cell.copy(), name, quoted=True) for name, cell in kept.items()]
        query = exp.select(*cells).from_(_csv_rows(path, form)).sql(dialect=DUCKDB.name)
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
