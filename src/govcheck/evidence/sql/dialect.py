"""What SQL engines call by different names, beyond what sqlglot translates."""

from __future__ import annotations

import sys
from enum import Enum
from typing import NamedTuple

from sqlglot import exp

from govcheck.evidence.tables.cell import NUMBER
from govcheck.evidence.tables.day_format import ISO, MIDNIGHT, DayFormat, calendar_pattern


class Kind(Enum):
    """How an engine keeps the cells of a column."""

    TEXT = "text"
    DAY = "day"
    TIMESTAMP = "timestamp"
    NUMBER = "number"
    """Exact: whole numbers and decimals."""
    FLOAT = "float"
    """Can be infinite, or not a number."""
    BOOLEAN = "boolean"


class Field(NamedTuple):
    """A column as the engine has it. Other types than the kinds are cast in the expression."""

    expression: exp.Expression
    kind: Kind
    tidy: bool = False
    """Text in which no cell is empty or has spaces around it."""


class Dialect:
    """An engine that fails over a day that is none: the calendar is checked before it reads one."""

    def __init__(self, name: str, end: str = "$") -> None:
        """Take the name of sqlglot, and what a regular expression calls the end of the text."""
        self.name = name
        self.end = end

    def written(self, query: exp.Query) -> str:
        """The text of a query."""
        return query.sql(dialect=self.name)

    def text(self, cell: exp.Expression) -> exp.Expression:
        """A text without spaces around it; NULL where nothing is left."""
        trimmed = exp.Trim(this=cell.copy(), expression=literal(" "))
        return exp.Nullif(this=trimmed, expression=literal(""))

    def matches(self, text: exp.Expression, pattern: str) -> exp.Expression:
        """Whether a pattern describes the whole of a text."""
        return exp.RegexpLike(this=text.copy(), expression=literal(f"^({pattern}){self.end}"))

    def day(self, cell: exp.Expression, form: DayFormat) -> exp.Expression:
        """The day in a text; NULL where it has another form or the calendar has no such day."""
        text = self.text(cell)
        there = self.matches(text, calendar_pattern(form))
        return exp.Case().when(there, exp.StrToDate(this=_day_part(text, form), format=_told(form)))

    def number(self, cell: exp.Expression) -> exp.Expression:
        """The number in a text; NULL where something else stands there."""
        text = self.text(cell)
        return exp.Case().when(self.matches(text, NUMBER), exp.cast(text, "double"))

    def is_finite(self, number: exp.Expression) -> exp.Expression:
        """Whether it is a number at all, and not infinite. Engines put NaN above all numbers."""
        most = exp.cast(literal(repr(sys.float_info.max)), "double")
        return number.copy().between(exp.Neg(this=most), most)


class TryingDialect(Dialect):
    """DuckDB: what cannot be read as a day is NULL.

    All is done by functions of one cell, without CASE: so each is done once for every different
    cell of a Parquet file, and not once for every row.
    """

    def day(self, cell: exp.Expression, form: DayFormat) -> exp.Expression:
        """The day in a text; NULL where it has another form or the calendar has no such day."""
        pattern = form.pattern if form.strptime else f"{ISO.pattern})({MIDNIGHT}"
        parts = [self._part(cell, pattern), _told(form)]
        return exp.cast(exp.Anonymous(this="TRY_STRPTIME", expressions=parts), "date")

    def number(self, cell: exp.Expression) -> exp.Expression:
        """The number in a text; NULL where something else stands there."""
        return exp.TryCast(this=self._part(cell, NUMBER), to=exp.DataType.build("double"))

    @staticmethod
    def _part(cell: exp.Expression, pattern: str) -> exp.Expression:
        """What a pattern describes of a text but for spaces around it; empty for another text."""
        whole = literal(f"^ *({pattern}) *$")
        group = exp.Literal.number(1)
        return exp.Anonymous(this="REGEXP_EXTRACT", expressions=[cell.copy(), whole, group])

    def is_finite(self, number: exp.Expression) -> exp.Expression:
        """Whether it is a number at all, and not infinite.

        DuckDB passes over the comparison where the statistics of a Parquet file, which know nothing
        of NaN, seem to make it needless.
        """
        return exp.Anonymous(this="ISFINITE", expressions=[number.copy()])


DUCKDB = TryingDialect("duckdb")
POSTGRES = Dialect("postgres")


def literal(text: str) -> exp.Literal:
    """A text as a value."""
    return exp.Literal.string(text)


def _day_part(text: exp.Expression, form: DayFormat) -> exp.Expression:
    """The text without the time of day, which the pattern has found to be midnight."""
    if form.strptime:
        return text.copy()
    one, ten = exp.Literal.number(1), exp.Literal.number(10)
    return exp.Substring(this=text.copy(), start=one, length=ten)


def _told(form: DayFormat) -> exp.Literal:
    return literal(form.strptime or ISO.strptime)
