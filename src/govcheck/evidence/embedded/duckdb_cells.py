"""How the cells of a CSV file are kept in Parquet: days and numbers as such, others as written.

What cannot be read is kept as a value that every table reads so: a day before all that count, and
a number that is none.
"""

from __future__ import annotations

import re
from datetime import date

from sqlglot import exp

from govcheck.evidence.sql.dialect import DUCKDB, Kind, literal
from govcheck.evidence.tables.day_format import ISO, DayFormat
from govcheck.evidence.tables.table import Layout
from govcheck.model.column import Column, Day, Number


def kept(cell: exp.Expression, column: Column | None, layout: Layout) -> exp.Expression:
    """What is kept of the cells of a column; None where a header stands for several columns."""
    given = exp.NEQ(
        this=exp.Trim(this=cell.copy(), expression=literal(" ")), expression=literal("")
    )
    if isinstance(column, Day):
        day = _day(cell, layout.day_formats.get(column, ISO))
        unread = exp.Case().when(given, exp.cast(literal(date.min.isoformat()), "date"))
        return exp.Coalesce(this=day, expressions=[unread])
    if isinstance(column, Number):
        unread = exp.Case().when(given, exp.cast(literal("nan"), "double"))
        return exp.Coalesce(this=DUCKDB.number(cell), expressions=[unread])
    return cell


def kind(column: Column | None) -> Kind:
    """As what they are kept."""
    if isinstance(column, Day):
        return Kind.DAY
    return Kind.FLOAT if isinstance(column, Number) else Kind.TEXT


def _day(cell: exp.Expression, form: DayFormat) -> exp.Expression:
    """The day of a cell. That most cells have the form is seen without a slow regular expression.

    DuckDB reads a day with blanks of any kind around it. In a text of this length they stand in the
    place of a digit: at an end that is looked at, or in the year, which is then too early to count.
    """
    exact = DUCKDB.day(cell, form)
    if not form.strptime:
        return exact
    like = exp.Like(this=cell.copy(), expression=literal(re.sub("[DMY]", "_", form.name)))
    digits = [exp.GTE(this=end, expression=literal("0")) for end in _ends(cell, form)]
    parts = [cell.copy(), literal(form.strptime)]
    parsed = exp.cast(exp.Anonymous(this="TRY_STRPTIME", expressions=parts), "date")
    return exp.Case().when(exp.and_(like, *digits), parsed).else_(exact)


def _ends(cell: exp.Expression, form: DayFormat) -> list[exp.Expression]:
    """What begins with the first sign of a text, and its last where that is not of the year."""
    last = exp.Anonymous(this="RIGHT", expressions=[cell.copy(), exp.Literal.number(1)])
    return [cell.copy(), last] if form.order[0] == 0 else [cell.copy()]
