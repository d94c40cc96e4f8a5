"""The cells of a column as an SQL expression: blank, unread, a day, a number, and comparisons."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlglot import exp

from govcheck.evidence.sql.dialect import Dialect, Field, Kind, literal
from govcheck.evidence.tables.day_format import FIRST_YEAR, ISO
from govcheck.evidence.tables.table import Layout
from govcheck.model.column import Column, Day, Number
from govcheck.model.condition import (
    GIVEN,
    MISSING,
    UNREADABLE,
    ByColumn,
    ByMonth,
    ByState,
    Compare,
    Split,
)

UNREAD_MONTH = 0
STATES = (MISSING, GIVEN, UNREADABLE)
"""The states by the numbers that engines count them under."""
_SIGNS = {"<": exp.LT, "<=": exp.LTE, ">": exp.GT, ">=": exp.GTE}
_FIRST = date(FIRST_YEAR, 1, 1)
_LAST = date.max
_EIGHT_DIGITS = 99_999_999


class SqlColumns:
    """The declared columns of one table in the words of one engine.

    It keeps to `cell.py` and `day_format.py`; a property test holds both against each other.
    """

    def __init__(self, layout: Layout, fields: Mapping[str, Field], dialect: Dialect) -> None:
        """`fields` by header."""
        self._layout = layout
        self._fields = fields
        self._dialect = dialect

    def told_apart(self, split: Split) -> exp.Expression:
        """What rows are grouped by. Of a column the cell as it is: Python reads what it means."""
        if isinstance(split, ByColumn):
            return self._field(split.column).expression.copy()
        if isinstance(split, ByMonth):
            return self._month(split.column)
        if isinstance(split, ByState):
            return self._state(split.column)
        return exp.Case().when(self._holds(split.comparison), _int(1)).else_(_int(0))

    def value(self, column: Column) -> exp.Expression:
        """The day, number or text of a column; NULL where it is blank or unread."""
        if isinstance(column, Day):
            return self._guarded(self._day(column), self._day_guard(column))
        if isinstance(column, Number):
            return self._guarded(self._number(column), self._number_guard(column))
        return self._text(column)

    def _field(self, column: Column) -> Field:
        return self._fields[self._layout.headers[column]]

    @staticmethod
    def _guarded(value: exp.Expression, guard: exp.Expression | None) -> exp.Expression:
        return value if guard is None else exp.Case().when(guard, value)

    def _text(self, column: Column) -> exp.Expression:
        """The cell as it is, but for spaces around text; NULL where it is blank."""
        cell, kind, tidy = self._field(column)
        return self._dialect.text(cell) if kind is Kind.TEXT and not tidy else cell.copy()

    def _blank(self, column: Column) -> exp.Expression:
        return self._text(column).is_(exp.null())

    def _day(self, column: Column) -> exp.Expression:
        """The day of a cell for which the guard holds."""
        cell, kind, _ = self._field(column)
        form = self._layout.day_formats.get(column, ISO)
        if kind is Kind.DAY:
            return cell.copy()
        if kind is Kind.TIMESTAMP:
            return exp.cast(cell.copy(), "date")
        if kind is Kind.TEXT:
            return self._dialect.day(cell, form)
        if kind is not Kind.BOOLEAN and form.name == "YYYYMMDD":
            return self._dialect.day(self._digits(cell), form)
        return exp.cast(exp.null(), "date")

    @staticmethod
    def _digits(number: exp.Expression) -> exp.Expression:
        """The digits of a whole number of at most eight of them; NULL of others."""
        few = number.copy().between(0, _EIGHT_DIGITS)
        whole = exp.Floor(this=number.copy()).eq(number.copy())
        digits = exp.cast(exp.cast(number.copy(), "int"), "text")
        return exp.Case().when(few, exp.Case().when(whole, digits))

    def _day_guard(self, column: Column) -> exp.Expression | None:
        """Days that a person can mean. Engines know others, and infinite ones."""
        if self._field(column).kind not in {Kind.DAY, Kind.TIMESTAMP}:
            return None
        return self._day(column).between(_day(_FIRST), _day(_LAST))

    def _number(self, column: Column) -> exp.Expression:
        cell, kind, _ = self._field(column)
        if kind in {Kind.NUMBER, Kind.FLOAT}:
            return exp.cast(cell.copy(), "double")
        return self._dialect.number(cell) if kind is Kind.TEXT else exp.cast(exp.null(), "double")

    def _number_guard(self, column: Column) -> exp.Expression | None:
        """Finite numbers, where the column can have others."""
        if self._field(column).kind is not Kind.FLOAT:
            return None
        return self._dialect.is_finite(self._number(column))

    def _month(self, column: Day) -> exp.Expression:
        day = self._day(column)
        year, month = (
            exp.Extract(this=exp.var(part), expression=day) for part in ("YEAR", "MONTH")
        )
        number = exp.cast(year * 100 + month, "int")
        months = exp.Case().when(self._day_guard(column) or day.is_(exp.null()).not_(), number)
        return months.when(self._blank(column), exp.null()).else_(_int(UNREAD_MONTH))

    def _state(self, column: Column) -> exp.Expression:
        states = exp.Case().when(self._blank(column), _int(STATES.index(MISSING)))
        if not isinstance(column, Day | Number):
            return states.else_(_int(STATES.index(GIVEN)))
        given = self.value(column).is_(exp.null()).not_()
        return states.when(given, _int(STATES.index(GIVEN))).else_(_int(STATES.index(UNREADABLE)))

    def _holds(self, comparison: Compare) -> exp.Expression:
        """The comparison, with guards: a row for which it is unknown does not count."""
        limit = comparison.limit(self._layout.as_of)
        sides = [self._side(comparison.column), self._side(limit)]
        compared = _SIGNS[comparison.sign](this=sides[0][0], expression=sides[1][0])
        return exp.paren(exp.and_(compared, *(guard for _, guard in sides if guard is not None)))

    def _side(self, side: Column | date | float) -> tuple[exp.Expression, exp.Expression | None]:
        if isinstance(side, Day):
            return self._day(side), self._day_guard(side)
        if isinstance(side, Column):
            return self._number(side), self._number_guard(side)
        return (_day(side) if isinstance(side, date) else _number(side)), None


def _day(day: date) -> exp.Expression:
    return exp.cast(literal(day.isoformat()), "date")


def _number(number: float) -> exp.Expression:
    return exp.cast(literal(repr(float(number))), "double")


def _int(number: int) -> exp.Literal:
    return exp.Literal(this=str(number), is_string=False)
