"""From the words of an analyst to a measure: what is counted, of which rows, and split by what."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, NamedTuple

from govcheck.intake.condition_text import NO_LABELS, Labels, read_condition
from govcheck.intake.condition_tokens import ConditionError
from govcheck.intake.condition_words import written
from govcheck.intake.suggestion import suggestion
from govcheck.model.column import Code, Column, Day, Number
from govcheck.model.condition import ByMonth, Condition
from govcheck.model.measure import Distinct, Extent, Histogram, Measure, Rate, RowCount
from govcheck.plugin.dataset import Dataset

_MONTH = re.compile(r"month\s*\(\s*(\S+)\s*\)", re.IGNORECASE)
_By = Column | ByMonth
_FIRST_DAY = date(1000, 1, 1)
"""Earlier days are not read as days."""


class Question(NamedTuple):
    """What was asked, in words and as measures."""

    kind: str
    words: str
    """As `rows where reason = resignation, by group`."""
    by: tuple[str, ...]
    """The names of the columns by which the answer is split."""
    of: Column | None
    """The column that is asked about, if there is one."""
    measure: Measure[Any]
    rows: RowCount
    """How many rows each group has, of days those with a day: what may be shown depends on it."""


class QuestionError(ValueError):
    """An option that cannot be used, with the reason and what would be right."""

    def __init__(self, option: str, message: str, hint: str, text: str = "", at: int = 0) -> None:
        self.option = option
        self.text = text
        self.at = at
        """Where in the text it went wrong, counted from 0."""
        super().__init__(f"{message} {hint}".strip())


class Asked(NamedTuple):
    """The words of the command line."""

    kind: str = "count"
    subject: str = ""
    where: str | None = None
    by: tuple[str, ...] = ()


def read_question(asked: Asked, dataset: type[Dataset], labels: Labels = NO_LABELS) -> Question:
    """The question about a data set. Raises QuestionError.

    `labels` are those that the assessment explains for the data set.
    """
    columns = dataset.columns()
    by = tuple(item for text in asked.by for item in _splits(text, columns))
    where = None if asked.where is None else _condition("where", asked.where, columns, labels)
    of, measure, words = _BUILDERS[asked.kind](_Terms(asked, columns, where, by, labels))
    names = tuple(_name(item) for item in by)
    said = words if where is None else f"{words.replace('all rows', 'rows')} where {written(where)}"
    said += f", by {', '.join(names)}" if names else ""
    return Question(asked.kind, said, names, of, measure, RowCount(where=_given(of, where), by=by))


def _given(of: Column | None, where: Condition | None) -> Condition | None:
    """Of days only those that can be read: of many rows a single one may have a day."""
    if not isinstance(of, Day):
        return where
    given = of.not_before(_FIRST_DAY)
    return given if where is None else where & given


_Built = tuple[Column | None, Measure[Any], str]


class _Terms(NamedTuple):
    """What a question is made of."""

    asked: Asked
    columns: Sequence[Column]
    where: Condition | None
    by: tuple[_By, ...]
    labels: Labels

    def column(self) -> Column:
        """The column that is asked about."""
        return _column(self.asked.kind, self.asked.subject, self.columns)


def _count(terms: _Terms) -> _Built:
    return None, RowCount(where=terms.where, by=terms.by), "rows"


def _rate(terms: _Terms) -> _Built:
    of = _condition("rate", terms.asked.subject, terms.columns, terms.labels)
    return None, Rate(of, where=terms.where, by=terms.by), f"share with {written(of)}, of all rows"


def _missing(terms: _Terms) -> _Built:
    column = terms.column()
    measure = Rate(column.is_missing(), where=terms.where, by=terms.by)
    return column, measure, f"share in which {column.name} is blank, of all rows"


def _histogram(terms: _Terms) -> _Built:
    column = terms.column()
    if not isinstance(column, Code | Number):
        months = f" Ask for --count --by 'month({column.name})'." if isinstance(column, Day) else ""
        raise QuestionError(
            "histogram",
            f"the single values of “{column.name}” are those of persons and are not shown.",
            f"It goes with columns of values or numbers.{months}",
        )
    return (
        column,
        Histogram(column, where=terms.where, by=terms.by),
        f"values of {column.name} in all rows",
    )


def _distinct(terms: _Terms) -> _Built:
    if terms.where or terms.by:
        raise QuestionError(
            "distinct",
            "different values are counted over the whole table.",
            "Leave out --where and --by.",
        )
    column = terms.column()
    return column, Distinct(column), f"different values of {column.name}"


def _extent(terms: _Terms) -> _Built:
    column = terms.column()
    if not isinstance(column, Day):
        days = [item.name for item in terms.columns if isinstance(item, Day)]
        hint = f"Columns of days are: {', '.join(days)}." if days else ""
        raise QuestionError("first-last", f"“{column.name}” is no column of days.", hint)
    return (
        column,
        Extent(column, where=terms.where, by=terms.by),
        f"first and last {column.name} of all rows",
    )


_BUILDERS: dict[str, Callable[[_Terms], _Built]] = {
    "count": _count,
    "rate": _rate,
    "missing": _missing,
    "histogram": _histogram,
    "distinct": _distinct,
    "first-last": _extent,
}


def _condition(option: str, text: str, columns: Sequence[Column], labels: Labels) -> Condition:
    try:
        return read_condition(text, columns, labels)
    except ConditionError as error:
        raise QuestionError(option, error.message, error.hint, text, error.at) from None


def _column(option: str, text: str, columns: Sequence[Column]) -> Column:
    known = {column.name: column for column in columns}
    if text not in known:
        raise QuestionError(option, f"there is no column “{text}”.", suggestion(text, known))
    return known[text]


def _splits(text: str, columns: Sequence[Column]) -> list[_By]:
    return [_split(part.strip(), columns) for part in text.split(",") if part.strip()]


def _split(text: str, columns: Sequence[Column]) -> _By:
    """A column of values, or the month of a day: other columns would tell persons apart."""
    month = _MONTH.fullmatch(text)
    column = _column("by", month[1] if month else text, columns)
    if month and isinstance(column, Day):
        return ByMonth(column)
    if not month and isinstance(column, Code):
        return column
    if month:
        raise QuestionError("by", f"“{column.name}” is no column of days.", "")
    name = column.name
    hint = f"Write: month({name})." if isinstance(column, Day) else "Choose a column of values."
    raise QuestionError("by", f"“{name}” has a value for each person.", hint)


def _name(item: _By) -> str:
    return f"month({item.column.name})" if isinstance(item, ByMonth) else item.name
