"""From the words of an analyst to a condition: `reason = resignation and left_on >= 2023-04-01`.

condition   either, or several joined by `or`; `and` binds closer, `not` closest; brackets
test        COLUMN = VALUE, COLUMN != VALUE, COLUMN in (VALUE, VALUE), COLUMN not in (...),
            COLUMN < LIMIT (also <=, >, >=), COLUMN is blank, COLUMN is not blank
VALUE       words, in quotation marks where they hold brackets, commas, `and` or `or`
LIMIT       a number, a day as 2023-04-01, another column of days, or the date of judgement, as
            as_of, as_of - 12 months, as_of + 30 days
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import reduce
from types import MappingProxyType

from govcheck.intake.condition_tokens import ConditionError, Cursor, Token, tokens_of
from govcheck.intake.problem import shown
from govcheck.intake.suggestion import suggestion
from govcheck.intake.written_date import day_hint
from govcheck.model.column import Code, Column, Day, Number, folded_label
from govcheck.model.condition import AS_OF, Compare, Condition, Either, Every, Moment

Labels = Mapping[str, Mapping[str, str]]
"""What labels of a force stand for, by the name of the column."""
NO_LABELS: Labels = MappingProxyType({})
MAX_LENGTH = 2_000
"""The longest text that is read."""
_MAX_DEPTH = 40
"""Brackets inside one another."""
_MOST_MONTHS, _MOST_DAYS = 1_200, 36_525
_NUMBER = re.compile(r"[-+]?[0-9]{1,15}(\.[0-9]{1,15})?")
_WHOLE = re.compile(r"[0-9]{1,4}")
_UNITS = {"month": "months", "months": "months", "day": "days", "days": "days"}
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_JOINING = frozenset({"and", "or"})
_COMPARING = frozenset({"<", "<=", ">", ">="})


def read_condition(text: str, columns: Iterable[Column], labels: Labels = NO_LABELS) -> Condition:
    """The condition that a text states about these columns. Raises ConditionError.

    `labels` are those that the assessment explains: what they stand for, by column.
    """
    if len(text) > MAX_LENGTH:
        raise ConditionError(
            f"the condition is longer than {MAX_LENGTH:,} characters.", "Make it shorter.", 0
        )
    reader = _Reader(tokens_of(text), {column.name: column for column in columns}, labels)
    condition = reader.either()
    reader.expect_end()
    return condition


class _Reader(Cursor):
    """Goes through the words once, from left to right."""

    def __init__(
        self, tokens: Sequence[Token], columns: Mapping[str, Column], labels: Labels
    ) -> None:
        super().__init__(tokens)
        self._columns = columns
        self._labels = labels
        self._depth = 0

    def either(self) -> Condition:
        """Conditions of which at least one holds."""
        parts = [self._every()]
        while self.take("or"):
            parts.append(self._every())
        return parts[0] if len(parts) == 1 else Either(tuple(parts))

    def expect_end(self) -> None:
        """Stop where something follows."""
        if not self.at_end():
            self.stop(
                f"“{self.shown()}” stands where the condition could end.",
                "Join conditions by and, or; put text of several words in quotation marks.",
            )

    def _every(self) -> Condition:
        parts = [self._one()]
        while self.take("and"):
            parts.append(self._one())
        return parts[0] if len(parts) == 1 else Every(tuple(parts))

    def _one(self) -> Condition:
        negations = 0
        while self.take("not"):
            negations += 1
        condition = self._in_brackets() if self.take("(") else self._test()
        return reduce(lambda inner, _: ~inner, range(negations), condition)

    def _in_brackets(self) -> Condition:
        self._depth += 1
        if self._depth > _MAX_DEPTH:
            self.stop("brackets lie too deep inside one another.", "Take some away.")
        condition = self.either()
        if not self.take(")"):
            self.stop(f"a closing bracket is missing before {self.here()}.", "Add it.")
        self._depth -= 1
        return condition

    def _test(self) -> Condition:
        column = self._column()
        if self.take("is"):
            negated = self.take("not")
            if not self.take("blank"):
                self.stop(f"after “is” comes blank or not blank, not {self.here()}.", "")
            return ~column.is_missing() if negated else column.is_missing()
        if self.take("="):
            return self._equal(column)
        if self.take("!="):
            return ~self._equal(column)
        negated = self.take("not")
        if self.take("in"):
            among = self._coded(column).is_in(*self._list(column))
            return ~among if negated else among
        sign = self.token.text
        if negated or self.token.quoted or sign not in _COMPARING:
            self.stop(
                f"after “{column.name}” comes a comparison, not {self.here()}.",
                "It can be =, !=, <, <=, >, >=, in (...), not in (...), is blank, is not blank.",
            )
        self.at += 1
        return self._limit(column, sign)

    def _column(self) -> Column:
        token = self.token
        if self.at_end():
            self.stop("a condition is missing at the end.", "Begin it with a column.")
        if token.text not in self._columns:
            hint = suggestion(token.text, self._columns)
            self.stop(f"there is no column “{shown(token.text)}”.", hint)
        self.at += 1
        return self._columns[token.text]

    def _equal(self, column: Column) -> Condition:
        if isinstance(column, Day | Number):
            place = self.at
            most = self._limit(column, "<=")
            self.at = place
            return Every((self._limit(column, ">="), most))
        return self._coded(column).is_(self._value(self._coded(column)))

    def _list(self, column: Column) -> list[str]:
        if not self.take("("):
            self.stop("after “in” comes a list in brackets.", "Write it as: in (one, another).")
        values = [self._value(self._coded(column))]
        while self.take(","):
            values.append(self._value(self._coded(column)))
        if not self.take(")"):
            self.stop(f"a comma or a closing bracket is missing before {self.here()}.", "")
        return values

    def _value(self, column: Code) -> str:
        """A value, by its own name or by one of the labels for it."""
        place = self.at
        text = self._words()
        explained = self._labels.get(column.name, {})
        value = column.read(text, {folded_label(label): one for label, one in explained.items()})
        if value not in column.values:
            self.at = place
            hint = _in_quotes(text, column.values) or suggestion(text, column.values)
            if not text:
                self.stop(f"a value is missing before {self.here()}.", hint)
            self.stop(f"“{column.name}” is never “{shown(text)}”.", hint)
        return str(value)

    def _words(self) -> str:
        """What is in quotation marks, or all words up to a sign, `and` or `or`."""
        if self.token.quoted and not self.at_end():
            self.at += 1
            return self.tokens[self.at - 1].text
        words = []
        while not self.token.quoted and not self.token.is_(*_JOINING, *_COMPARING, *"(),=", "!="):
            words.append(self.token.text)
            self.at += 1
        return " ".join(words)

    def _coded(self, column: Column) -> Code:
        if not isinstance(column, Code):
            self.stop(
                f"“{column.name}” has no list of values.",
                f"It can be asked: {column.name} is blank.",
            )
        return column

    def _limit(self, column: Column, sign: str) -> Compare:
        if isinstance(column, Day):
            return Compare(column, sign, self._day(column))
        if not isinstance(column, Number):
            self.stop(
                f"“{column.name}” is neither a day nor a number, so nothing is below or above.",
                "Use =, !=, in (...) or is blank.",
            )
        if not _NUMBER.fullmatch(self.token.text):
            self.stop(
                f"“{column.name}” is a number; {self.here()} is not.",
                "Write a number without thousands separators, as 1200 or 0.5.",
            )
        self.at += 1
        return Compare(column, sign, float(self.tokens[self.at - 1].text))

    def _day(self, column: Column) -> Day | date | Moment:
        if self.take("as_of"):
            return self._moment()
        text = self.token.text
        found = self._columns.get(text) or _read_day(text)
        if not isinstance(found, Day | date):
            self.stop(f"“{column.name}” is a day; {self.here()} is not.", day_hint(text))
        self.at += 1
        return found

    def _moment(self) -> Moment:
        """So many months and days before or after the date of judgement."""
        moment = AS_OF
        while self.token.is_("+", "-"):
            sign = 1 if self.take("+") else -1
            self.at += sign < 0
            number, unit = self.token.text, self.tokens[min(self.at + 1, self.last)]
            if not _WHOLE.fullmatch(number) or not unit.is_(*_UNITS):
                self.stop(
                    "after + or - comes a number of months or days.",
                    "Write it as: as_of - 12 months.",
                )
            self.at += 2
            moment = moment.plus(**{_UNITS[unit.text.casefold()]: sign * int(number)})
            if abs(moment.months) > _MOST_MONTHS or abs(moment.days) > _MOST_DAYS:
                self.stop("that day lies more than a hundred years away.", "Correct the number.")
        return moment


def _in_quotes(text: str, values: Iterable[str]) -> str:
    """What to say where a value was cut short by a joining word in it, as in `fire and rescue`."""
    begun = [value for value in values if text and value.startswith(f"{text} ")]
    return f'Write it in quotation marks: "{begun[0]}".' if begun else ""


def _read_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None
