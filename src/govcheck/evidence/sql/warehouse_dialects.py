"""Spark, SQL Server and Oracle: what they call by other names than sqlglot translates."""

from __future__ import annotations

import re
from typing import ClassVar

from sqlglot import exp

from govcheck.evidence.sql.dialect import Dialect, literal
from govcheck.evidence.tables.cell import NUMBER
from govcheck.evidence.tables.day_format import DayFormat

_MOST_DIGITS = 15
"""Of a number, before the point and after it."""


class SparkDialect(Dialect):
    """Spark, whether ANSI or not: what cannot be read is NULL, since it is only tried.

    Patterns do without the backslash, which means one thing or another by a setting of the session,
    and without Java's idea that a text ends before its last line break.
    """

    def matches(self, text: exp.Expression, pattern: str) -> exp.Expression:
        """Whether a pattern describes the whole of a text."""
        return exp.RegexpLike(this=text.copy(), expression=literal(_whole(pattern)))

    def day(self, cell: exp.Expression, form: DayFormat) -> exp.Expression:
        """The day in a text; NULL where it has another form or the calendar has no such day."""
        text = self.text(cell)
        there = self.matches(text, form.pattern)
        return exp.Case().when(there, _tried(_dashed(text, form), "date"))

    def number(self, cell: exp.Expression) -> exp.Expression:
        """The number in a text; NULL where something else stands there."""
        text = self.text(cell)
        return exp.Case().when(self.matches(text, NUMBER), _tried(text, "double"))


SPARK = SparkDialect("spark")


def _whole(pattern: str) -> str:
    without = pattern.replace("\\.", "[.]")
    return f"(?s)^({without})(?!.)"


def _dashed(text: exp.Expression, form: DayFormat) -> exp.Expression:
    """The day of a text that has the form, as 2023-04-01, which every session reads alike."""
    sizes = ["([0-9]{1,2})", "([0-9]{1,2})", "([0-9]{1,2})"]
    sizes[form.order[0]] = "([0-9]{4})"
    parts = "[^0-9]?".join(sizes)
    year, month, day = (place + 1 for place in form.order)
    return exp.RegexpReplace(
        this=text.copy(),
        expression=literal(f"(?s)^{parts}.*"),
        replacement=literal(f"${year}-${month}-${day}"),
    )


def _tried(text: exp.Expression, kind: str) -> exp.Expression:
    return exp.TryCast(this=text.copy(), to=exp.DataType.build(kind), safe=True)


class SqlServerDialect(Dialect):
    """SQL Server: it tries, too, but knows no regular expressions. LIKE says as much here."""

    _STYLES: ClassVar = {
        "YYYY-MM-DD": 23,
        "YYYY-MM-DD hh:mm:ss": 23,
        "DD/MM/YYYY": 103,
        "MM/DD/YYYY": 101,
        "DD.MM.YYYY": 104,
        "DD-MM-YYYY": 105,
        "YYYY/MM/DD": 111,
        "YYYYMMDD": 112,
    }

    def day(self, cell: exp.Expression, form: DayFormat) -> exp.Expression:
        """The day in a text; NULL where it has another form or the calendar has no such day."""
        text = self.text(cell)
        there = exp.or_(*(_like(text, item) for item in _spelt_out(form.pattern)))
        part = exp.Left(this=text.copy(), expression=exp.Literal.number(10))
        return exp.Case().when(there, _try_convert("DATE", part, self._STYLES[form.name]))

    def number(self, cell: exp.Expression) -> exp.Expression:
        """The number in a text; NULL where something else stands there."""
        text = self.text(cell)
        there = exp.and_(
            exp.not_(_like(text, "%[^-+.0-9]%")),
            exp.not_(_like(text, f"%{'[0-9]' * (_MOST_DIGITS + 1)}%")),
            exp.or_(_like(text, "[0-9]%"), _like(text, "[-+][0-9]%")),
            _like(text, "%[0-9]"),
        )
        return exp.Case().when(there, _tried(text, "double"))

    def written(self, query: exp.Query) -> str:
        """The text of a query. There may be more rows than an INT can count."""
        for node in query.find_all(exp.Count):
            node.set("big_int", True)  # noqa: FBT003 - a setting of sqlglot
        return super().written(query)


class OracleDialect(Dialect):
    """Oracle: a text without letters is NULL, and sqlglot's types are not those to group by."""

    _TYPES: ClassVar = {
        exp.DataType.Type.TEXT: "VARCHAR2(4000)",
        exp.DataType.Type.DOUBLE: "BINARY_DOUBLE",
    }

    def text(self, cell: exp.Expression) -> exp.Expression:
        """A text without spaces around it; NULL where nothing is left."""
        return exp.Trim(this=cell.copy(), expression=literal(" "))

    def written(self, query: exp.Query) -> str:
        """The text of a query."""
        for node in query.find_all(exp.DataType):
            if own := self._TYPES.get(node.this):
                node.set("this", exp.DataType.Type.USERDEFINED)
                node.set("kind", own)
        return super().written(query)


SQL_SERVER = SqlServerDialect("tsql")
ORACLE = OracleDialect("oracle")


def _like(text: exp.Expression, pattern: str) -> exp.Like:
    return exp.Like(this=text.copy(), expression=literal(pattern))


def _try_convert(kind: str, text: exp.Expression, style: int) -> exp.Anonymous:
    parts = [exp.var(kind), text, exp.Literal.number(style)]
    return exp.Anonymous(this="TRY_CONVERT", expressions=parts)


def _spelt_out(pattern: str) -> list[str]:
    """The pattern of a way to write days as patterns of LIKE, which cannot count."""
    found = [""]
    for digits, other in re.findall(r"\[0-9\]\{([\d,]+)\}|(\[ T\]|\\.|[^\\])", pattern):
        choices = ["[0-9]" * int(number) for number in digits.split(",") if digits]
        found = [one + next_ for one in found for next_ in choices or [other.lstrip("\\")]]
    return found
