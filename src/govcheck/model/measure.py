"""What a check can ask of a data set: counts, and what follows from counts.

A measure says how rows are told apart; an engine counts the rows of each kind; the measure makes
its answer of the counts in Python. So the same measure gives the same figure on every engine.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from math import fsum
from typing import Generic, NamedTuple, TypeVar

from govcheck.model.column import NOT_STATED, UNREAD, Code, Column, Day, Number
from govcheck.model.condition import ByColumn, ByMonth, Condition, Split, columns_of
from govcheck.model.disclosure import Amount, Share

A = TypeVar("A")
X = TypeVar("X")
Group = tuple[str, ...]
"""The values of the columns by which an answer is split; empty where it is not split."""


class Tally(NamedTuple):
    """What an engine is asked to count: the rows of each combination of these splits."""

    splits: tuple[Split, ...]
    extent: Day | None = None
    """The day of which the first and last are wanted for each combination."""
    distinct: Column | None = None
    """The column of which the different values are to be counted for each combination."""

    def columns(self) -> Iterator[Column]:
        """The columns that it needs."""
        for split in self.splits:
            yield from columns_of(split)
        yield from (column for column in (self.extent, self.distinct) if column)


class Cell(NamedTuple):
    """The rows of one combination."""

    rows: int
    first: date | None = None
    last: date | None = None
    distinct: int = 0


Cells = Mapping[tuple[object, ...], Cell]
"""Counted rows by the values of the splits: a code, a day, a month, True; None where blank."""


class Measure(Generic[A]):
    """One question to a data set. Compared by identity: declare it once and use it by name."""

    def __init__(
        self, *, where: Condition | None = None, by: Column | ByMonth | tuple[Column | ByMonth, ...]
    ) -> None:
        """`where` says which rows are meant, `by` how the answer is split."""
        self.where = where
        self.by = tuple(
            item if isinstance(item, ByMonth) else ByColumn(item)
            for item in (by if isinstance(by, tuple) and not isinstance(by, ByMonth) else (by,))
        )

    def tally(self) -> Tally:
        """What has to be counted for it."""
        return Tally(self._splits(self.where))

    def columns(self) -> Iterator[Column]:
        """The columns that it needs."""
        return self.tally().columns()

    def answer(self, cells: Cells, limit: int) -> A:
        """The answer that follows from the counts; `limit` is that of disclosure."""
        raise NotImplementedError

    def _splits(
        self, *conditions: Condition | None, also: Iterable[Split] = ()
    ) -> tuple[Split, ...]:
        wanted: list[Split] = [*self.by, *also]
        for condition in conditions:
            wanted += condition.splits() if condition else ()
        return tuple(dict.fromkeys(wanted))

    def _rows(self, cells: Cells) -> Iterator[tuple[Group, dict[Split, object], Cell]]:
        """The combinations that are meant, each with the group to which it belongs."""
        splits = self.tally().splits
        for values, cell in cells.items():
            row = dict(zip(splits, values, strict=True))
            if self.where is None or self.where.holds(row):
                yield tuple(_named(row[split]) for split in self.by), row, cell


def _named(value: object) -> str:
    if value is None:
        return NOT_STATED
    return UNREAD.value if value is UNREAD else str(value)


class RowCount(Measure[dict[Group, Amount]]):
    """How many rows."""

    def __init__(
        self,
        *,
        where: Condition | None = None,
        by: Column | ByMonth | tuple[Column | ByMonth, ...] = (),
    ) -> None:
        """The rows that are meant, split or not."""
        super().__init__(where=where, by=by)

    def answer(self, cells: Cells, limit: int) -> dict[Group, Amount]:
        """The count of each group, in the order of the groups; unsplit, that of the group ()."""
        counts: dict[Group, int] = defaultdict(int)
        if not self.by:
            counts[()] = 0
        for group, _, cell in self._rows(cells):
            counts[group] += cell.rows
        return {group: Amount(counts[group], limit) for group in sorted(counts)}


class Rate(Measure[dict[Group, Share]]):
    """How many of the rows that are meant are of a certain kind."""

    def __init__(
        self,
        of: Condition,
        *,
        where: Condition | None = None,
        by: Column | ByMonth | tuple[Column | ByMonth, ...] = (),
    ) -> None:
        """`of` is the numerator, `where` the denominator."""
        super().__init__(where=where, by=by)
        self.of = of

    def tally(self) -> Tally:
        """What has to be counted for it."""
        return Tally(self._splits(self.where, self.of))

    def answer(self, cells: Cells, limit: int) -> dict[Group, Share]:
        """The share of each group, in the order of the groups; unsplit, that of the group ()."""
        parts: dict[Group, int] = defaultdict(int)
        wholes: dict[Group, int] = defaultdict(int)
        if not self.by:
            wholes[()] = 0
        for group, row, cell in self._rows(cells):
            wholes[group] += cell.rows
            parts[group] += cell.rows if self.of.holds(row) else 0
        return {group: Share(parts[group], wholes[group], limit) for group in sorted(wholes)}


class Histogram(Measure[dict[Group, "Spread"]]):
    """How often each value of a column occurs."""

    def __init__(
        self,
        of: Column,
        *,
        where: Condition | None = None,
        by: Column | ByMonth | tuple[Column | ByMonth, ...] = (),
    ) -> None:
        """Of a coded column, a day or a number."""
        super().__init__(where=where, by=by)
        self.of = of

    def tally(self) -> Tally:
        """What has to be counted for it."""
        return Tally(self._splits(self.where, also=(ByColumn(self.of),)))

    def answer(self, cells: Cells, limit: int) -> dict[Group, "Spread"]:
        """The values of each group with their counts; blanks and unread cells stand apart."""
        found: dict[Group, dict[object, int]] = defaultdict(lambda: defaultdict(int))
        for group, row, cell in self._rows(cells):
            found[group][row[ByColumn(self.of)]] += cell.rows
        return {group: Spread(found[group], limit) for group in sorted(found)}


class Spread:
    """The values of a column with how often each occurs. Its numbers are exact: never print one."""

    def __init__(self, counts: Mapping[object, int], limit: int) -> None:
        """Blanks are under None, unread cells under UNREAD."""
        self.missing = counts.get(None, 0)
        self.unread = counts.get(UNREAD, 0)
        self.counts = {
            value: count for value, count in counts.items() if value not in (None, UNREAD)
        }
        self.limit = limit

    @property
    def total(self) -> int:
        """The rows with a value."""
        return sum(self.counts.values())

    def centile(self, percent: float) -> object:
        """The smallest value that at least so many per cent do not pass; None where there is none.

        The nearest-rank definition (the inverse of the empirical distribution), so always a value
        that occurs, and the same whatever engine counted.
        """
        reached = 0
        for value in sorted(self.counts, key=_order):
            reached += self.counts[value]
            if reached * 100 >= percent * self.total:
                return value
        return None

    def share(self, *values: object) -> Share:
        """How many of the rows with a value have one of these."""
        return Share(sum(self.counts.get(value, 0) for value in values), self.total, self.limit)


def _order(value: object) -> tuple[str, object]:
    return (type(value).__name__ if isinstance(value, str | date) else "", value)


class Total(Measure[dict[Group, float]]):
    """The sum of a number, for tables in which a row stands for many: exact, never rounded.

    Added up in Python from how often each number occurs, since engines differ in how they add.
    """

    def __init__(
        self,
        of: Number,
        *,
        where: Condition | None = None,
        by: Column | ByMonth | tuple[Column | ByMonth, ...] = (),
    ) -> None:
        """Blanks count as nothing."""
        super().__init__(where=where, by=by)
        self.of = of

    def tally(self) -> Tally:
        """What has to be counted for it."""
        return Tally(self._splits(self.where, also=(ByColumn(self.of),)))

    def answer(self, cells: Cells, limit: int) -> dict[Group, float]:
        """The sum of each group, in the order of the groups; unsplit, that of the group ()."""
        del limit
        found: dict[Group, list[float]] = defaultdict(list)
        if not self.by:
            found[()] = []
        for group, row, cell in self._rows(cells):
            number = row[ByColumn(self.of)]
            found[group].append(number * cell.rows if isinstance(number, int | float) else 0.0)
        return {group: fsum(found[group]) for group in sorted(found)}


class Extent(Measure[dict[Group, tuple[date, date] | None]]):
    """The first and the last day of a column."""

    def __init__(
        self,
        of: Day,
        *,
        where: Condition | None = None,
        by: Column | ByMonth | tuple[Column | ByMonth, ...] = (),
    ) -> None:
        """Blanks are passed over."""
        super().__init__(where=where, by=by)
        self.of = of

    def tally(self) -> Tally:
        """What has to be counted for it."""
        return Tally(self._splits(self.where), extent=self.of)

    def answer(self, cells: Cells, limit: int) -> dict[Group, tuple[date, date] | None]:
        """First and last day of each group; None where no row has a day."""
        del limit
        days: dict[Group, list[date]] = defaultdict(list)
        if not self.by:
            days[()] = []
        for group, _, cell in self._rows(cells):
            days[group] += [day for day in (cell.first, cell.last) if day is not None]
        return {
            group: (min(found), max(found)) if found else None
            for group, found in sorted(days.items())
        }


class Distinct(Measure[dict[Group, Amount]]):
    """How many different values a column has, blanks not counted."""

    def __init__(self, of: Column) -> None:
        """Over the whole table: different values of parts do not add up."""
        super().__init__(by=())
        self.of = of

    def tally(self) -> Tally:
        """What has to be counted for it."""
        if isinstance(self.of, Code):
            return Tally((ByColumn(self.of),))
        return Tally((), distinct=self.of)

    def answer(self, cells: Cells, limit: int) -> dict[Group, Amount]:
        """The number, under the group ()."""
        if isinstance(self.of, Code):
            known = sum(1 for (value,) in cells if value is not None and value is not UNREAD)
        else:
            known = sum(cell.distinct for cell in cells.values())
        return {(): Amount(known, limit)}
