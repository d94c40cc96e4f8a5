"""From tallies to SQL.

The text is built of sqlglot expressions and written by sqlglot for the dialect: identifiers are
always quoted, values only ever literals of sqlglot.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from sqlglot import exp

from govcheck.evidence.sql.column import SqlColumns
from govcheck.evidence.sql.dialect import Dialect, Field
from govcheck.evidence.tables.table import Layout
from govcheck.model.column import Code, Column
from govcheck.model.condition import ByColumn, Split
from govcheck.model.measure import Tally


class Asked(NamedTuple):
    """One statement: its splits, then the number of rows, then extents, then different values."""

    sql: str
    tallies: tuple[Tally, ...]
    splits: tuple[Split, ...]
    extents: tuple[Column, ...]
    distincts: tuple[Column, ...]


def statements(  # noqa: PLR0913 - one for each part of a statement
    passes: Iterable[Sequence[Tally]],
    layout: Layout,
    table: exp.Expression,
    fields: Mapping[str, Field],
    dialect: Dialect,
    *,
    most: int | None = None,
) -> list[Asked]:
    """One statement for the tallies of each pass.

    `table` stands after FROM; `fields` are its columns by header. `most` rows are asked for.
    """
    columns = SqlColumns(layout, fields, dialect)
    found = []
    for tallies in passes:
        query, asked = _statement(list(tallies), columns, table)
        limited = query if most is None else query.limit(most)
        found.append(asked._replace(sql=dialect.written(limited)))
    return found


def _statement(
    tallies: Sequence[Tally], columns: SqlColumns, table: exp.Expression
) -> tuple[exp.Select, Asked]:
    splits = tuple(dict.fromkeys(split for tally in tallies for split in tally.splits))
    extents = tuple(dict.fromkeys(tally.extent for tally in tallies if tally.extent))
    distincts = tuple(dict.fromkeys(tally.distinct for tally in tallies if tally.distinct))
    if distincts and any(_read_by_python(split) for split in splits):
        raise ValueError("different values cannot be counted for each value of another column")
    told_apart = {f"s{place}": columns.told_apart(split) for place, split in enumerate(splits)}
    firsts = {f"e{place}": columns.value(day) for place, day in enumerate(extents)}
    others = {f"d{place}": columns.value(item) for place, item in enumerate(distincts)}
    inner = {**told_apart, **firsts, **others}
    wanted: list[exp.Expression] = [_name(name) for name in told_apart]
    wanted.append(exp.Count(this=exp.Star()))
    for name in firsts:
        wanted += [exp.Min(this=_name(name)), exp.Max(this=_name(name))]
    wanted += [exp.Count(this=exp.Distinct(expressions=[_name(name)])) for name in others]
    rows: exp.Expression = table.copy()
    if inner:
        cells = [exp.alias_(cell, name, quoted=True) for name, cell in inner.items()]
        rows = exp.select(*cells).from_(rows).subquery("r")
    query = exp.select(*wanted).from_(rows).group_by(*(_name(name) for name in told_apart))
    return query, Asked("", tuple(tallies), splits, extents, distincts)


def _name(name: str) -> exp.Column:
    return exp.column(name, quoted=True)


def _read_by_python(split: Split) -> bool:
    """Whether several cells of the engine can be one value."""
    return isinstance(split, ByColumn) and not isinstance(split.column, Code)
