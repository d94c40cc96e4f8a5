"""Which rows are meant: typed conditions over columns, composed with `&`, `|` and `~`.

Every condition is true or false for every row, never unknown: a comparison with a blank is false,
and its opposite true. So the same condition means the same on every engine.
"""

import operator
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from typing import Literal, NamedTuple

from govcheck.model.column import Code, Column, Day
from govcheck.model.period import months_later

# Named tuples are equal where their members are, whatever their names: so each says what it is.


class ByColumn(NamedTuple):
    """Rows told apart by the value of a column."""

    column: Column
    told_apart_by: Literal["value"] = "value"


class ByMonth(NamedTuple):
    """Rows told apart by the month of a day, as `2023-04`."""

    column: Day
    told_apart_by: Literal["month"] = "month"


class ByState(NamedTuple):
    """Rows told apart by whether a column is given, blank or unreadable."""

    column: Column
    told_apart_by: Literal["state"] = "state"


class ByTruth(NamedTuple):
    """Rows told apart by whether a comparison holds."""

    comparison: "Compare"


Split = ByColumn | ByMonth | ByState | ByTruth
"""One way to tell rows apart that every engine knows."""


class Moment(NamedTuple):
    """A day reckoned from the date of judgement."""

    months: int = 0
    days: int = 0

    def plus(self, *, months: int = 0, days: int = 0) -> "Moment":
        """So much later; negative numbers are earlier."""
        return Moment(self.months + months, self.days + days)

    def on(self, as_of: date) -> date:
        """The day itself."""
        return months_later(as_of, self.months) + timedelta(days=self.days)


AS_OF = Moment()
"""The date of judgement."""

GIVEN = "given"
MISSING = "missing"
UNREADABLE = "unreadable"
"""The states of a cell: with a value, blank (nothing but spaces), or with something else in it."""

Value = object


class Condition:
    """A statement that is true or false for each row."""

    def __and__(self, other: "Condition") -> "Condition":
        """Both hold."""
        return Every((self, other))

    def __or__(self, other: "Condition") -> "Condition":
        """At least one holds."""
        return Either((self, other))

    def __invert__(self) -> "Condition":
        """It does not hold."""
        return Opposite(self)

    def splits(self) -> Iterator[Split]:
        """What has to be told apart to know whether it holds."""
        raise NotImplementedError

    def holds(self, row: Mapping[Split, Value]) -> bool:
        """Whether it holds for rows with these values."""
        raise NotImplementedError

    def columns(self) -> Iterator[Column]:
        """The columns that it is about."""
        for split in self.splits():
            yield from columns_of(split)


class Among(Condition):
    """A coded column has one of some values."""

    def __init__(self, column: Code, values: frozenset[str]) -> None:
        """The values are those of the column."""
        self.column = column
        self.values = values

    def splits(self) -> Iterator[Split]:
        """The column."""
        yield ByColumn(self.column)

    def holds(self, row: Mapping[Split, Value]) -> bool:
        """Whether the value is one of them."""
        return row[ByColumn(self.column)] in self.values


class Missing(Condition):
    """A column is blank."""

    def __init__(self, column: Column) -> None:
        """Of any kind."""
        self.column = column

    def splits(self) -> Iterator[Split]:
        """The state of the column; of codes the values, which are counted anyway."""
        yield self._split()

    def _split(self) -> Split:
        coded = isinstance(self.column, Code)
        return ByColumn(self.column) if coded else ByState(self.column)

    def holds(self, row: Mapping[Split, Value]) -> bool:
        """Whether the cell is blank."""
        return row[self._split()] in (None, MISSING)


class Compare(Condition):
    """A day or number beside another. Equal comparisons are one."""

    def __init__(self, column: Column, sign: str, other: "Day | Moment | date | float") -> None:
        """`sign` is <, <=, > or >=."""
        self.column = column
        self.sign = sign
        self.other = other

    def _parts(self) -> tuple[object, ...]:
        return (self.column, self.sign, self.other)

    def __eq__(self, other: object) -> bool:
        """Whether it says the same."""
        return isinstance(other, Compare) and self._parts() == other._parts()

    def __hash__(self) -> int:
        """By what it says."""
        return hash(self._parts())

    def splits(self) -> Iterator[Split]:
        """Itself: the engine compares."""
        yield ByTruth(self)

    def holds(self, row: Mapping[Split, Value]) -> bool:
        """What the engine found."""
        return row[ByTruth(self)] is True

    def columns(self) -> Iterator[Column]:
        """One or two."""
        yield self.column
        if isinstance(self.other, Column):
            yield self.other

    def limit(self, as_of: date) -> "Day | date | float":
        """The other side, with a moment turned into its day."""
        return self.other.on(as_of) if isinstance(self.other, Moment) else self.other


class _Composed(Condition):
    def __init__(self, parts: tuple[Condition, ...]) -> None:
        self.parts = parts

    def splits(self) -> Iterator[Split]:
        """Those of every part."""
        for part in self.parts:
            yield from part.splits()


class Every(_Composed):
    """All parts hold."""

    def holds(self, row: Mapping[Split, Value]) -> bool:
        """Whether all do."""
        return all(part.holds(row) for part in self.parts)


class Either(_Composed):
    """At least one part holds."""

    def holds(self, row: Mapping[Split, Value]) -> bool:
        """Whether one does."""
        return any(part.holds(row) for part in self.parts)


class Opposite(_Composed):
    """The part does not hold."""

    def __init__(self, part: Condition) -> None:
        """Of one part."""
        super().__init__((part,))

    def holds(self, row: Mapping[Split, Value]) -> bool:
        """Whether it does not."""
        return not self.parts[0].holds(row)


def columns_of(split: Split) -> Iterator[Column]:
    """The columns that have to be there to tell rows apart so."""
    if isinstance(split, ByTruth):
        yield from split.comparison.columns()
    else:
        yield split.column


COMPARISONS: dict[str, Callable[[float, float], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
"""The signs. Days compare as numbers do."""
