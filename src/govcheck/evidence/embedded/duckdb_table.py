"""Parquet files, opened for counting by DuckDB."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from sqlglot import exp

from govcheck.evidence.embedded.duckdb_rows import DuckdbRows, parquet_rows
from govcheck.evidence.embedded.duckdb_session import DuckdbSession
from govcheck.evidence.sql.dialect import DUCKDB, Field, Kind, literal
from govcheck.evidence.tables.opened_table import OpenedTable, Wrong
from govcheck.evidence.tables.table import Layout, UnreadableTable

SAMPLE = 1_000
"""So many different cells are looked at to find out how days are written."""
_KINDS = {
    "VARCHAR": Kind.TEXT,
    "DATE": Kind.DAY,
    "BOOLEAN": Kind.BOOLEAN,
    "FLOAT": Kind.FLOAT,
    "DOUBLE": Kind.FLOAT,
    "DECIMAL": Kind.NUMBER,
    **{f"{sign}{size}": Kind.NUMBER for sign in ("", "U") for size in ("INTEGER", "HUGEINT")},
    **{f"{sign}{size}INT": Kind.NUMBER for sign in ("", "U") for size in ("TINY", "SMALL", "BIG")},
}
"""The types of DuckDB that are counted as they are."""
_NESTED = re.compile(r".*\]|(STRUCT|MAP|UNION|BLOB|GEOMETRY|VARIANT)\b.*", re.DOTALL)
_Types = Mapping[str, str]
"""The types of columns by header, in the order of the file."""


def parquet_table(paths: Sequence[Path], name: str, notes: tuple[str, ...] = ()) -> OpenedTable:
    """Open Parquet files as one table. Raises UnreadableTable."""
    session = DuckdbSession(paths)
    try:
        types = _same_types(session, paths)
    except BaseException:
        session.close()
        raise
    nested = [header for header, kind in types.items() if _NESTED.fullmatch(kind)]
    fields = {item: _field(item, kind) for item, kind in types.items() if item not in nested}
    rows = DuckdbRows(session, paths, fields)
    left_out = [f"columns that hold lists or records are left out: {len(nested)}"] if nested else []
    return OpenedTable(
        rows,
        name,
        notes=(*notes, *left_out),
        samples=partial(_samples, rows, fields),
        lines=partial(_row_numbers, rows, several=len(paths) > 1),
        close=session.close,
    )


def _same_types(session: DuckdbSession, paths: Sequence[Path]) -> _Types:
    """The types of the columns, which have to be the same in all files."""
    first, *others = (_types(session, path) for path in paths)
    for path, types in zip(paths[1:], others, strict=True):
        for header in (*first, *types):
            if first.get(header) != types.get(header):
                raise UnreadableTable(
                    f"column “{header}” of {path.name} is not as in {paths[0].name}.",
                    "Export all files in the same way, or name one of them.",
                )
    return first


def _types(session: DuckdbSession, path: Path) -> _Types:
    query = exp.select("*").from_(parquet_rows([path]))
    described = session.rows(f"DESCRIBE {query.sql(dialect=DUCKDB.name)}")
    schema = exp.Table(this=exp.Anonymous(this="PARQUET_SCHEMA", expressions=[literal(str(path))]))
    parts = exp.select(exp.column("name"), exp.column("num_children")).from_(schema)
    headers = _outermost(session.rows(parts.sql(dialect=DUCKDB.name)))
    twice = [item for item, times in Counter(map(str.lower, headers)).items() if times > 1]
    if twice:
        raise UnreadableTable(
            f"more than one column of {path.name} is called “{twice[0]}”.",
            "Give each column a name of its own. Capital letters make no difference.",
        )
    return {row[0]: row[1] for row in described}


def _outermost(parts: Sequence[tuple[str, int | None]]) -> list[str]:
    """The names of the columns themselves: each part is followed by the parts of which it is."""
    names: list[str] = []
    inside = 0
    for name, children in parts[1:]:
        if not inside:
            names.append(name)
        inside = max(inside - 1, 0) + (children or 0)
    return names


def _field(header: str, kind: str) -> Field:
    cell = exp.column(header, quoted=True)
    if kind.startswith("TIMESTAMP"):  # of any precision, with a time zone or without
        return Field(exp.cast(cell, "timestamp"), Kind.TIMESTAMP)
    known = _KINDS.get(kind.partition("(")[0])
    return Field(cell, known) if known else Field(exp.cast(cell, "text"), Kind.TEXT)


def _samples(rows: DuckdbRows, fields: Mapping[str, Field], header: str) -> Sequence[object]:
    if fields[header].kind in {Kind.DAY, Kind.TIMESTAMP}:
        return ()
    return rows.different(header, SAMPLE)


def _row_numbers(
    rows: DuckdbRows, wrongs: Sequence[Wrong], layout: Layout, *, several: bool
) -> dict[Wrong, tuple[str, ...]]:
    return {
        wrong: tuple(
            f"row {place.number + 1}" + (f" of {place.file.name}" if several else "")
            for place in rows.first(wrong, layout)
        )
        for wrong in wrongs
    }
