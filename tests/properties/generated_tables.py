"""Tables with cells of every kind, and what can be asked of them, for properties of engines."""

import csv
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import reduce
from operator import and_, or_
from pathlib import Path
from typing import Any, NamedTuple

from hypothesis import strategies as st

from govcheck.evidence.tables.day_format import FORMATS
from govcheck.evidence.tables.rows import Rows
from govcheck.evidence.tables.table import Layout, Table, counted
from govcheck.model.column import Code, Column, Day, Key, Number
from govcheck.model.condition import (
    AS_OF,
    ByColumn,
    ByMonth,
    ByState,
    ByTruth,
    Compare,
    Condition,
    Split,
)
from govcheck.model.measure import Cells, Distinct, Extent, Histogram, Rate, RowCount, Tally, Total
from govcheck.plugin.dataset import Dataset


class Visits(Dataset, key="visits"):
    """Invented: visits to a garden."""

    gate = Code("gate", {"north": ["N", "1", "true"], "south gate": ["S", "0", "no"]})
    kind = Code("kind", {"paid": [], "free": ["", "gratis"]})
    came = Day("came")
    left = Day("left")
    hours = Number("hours")
    ticket = Key("ticket")


class Storage(NamedTuple):
    """How a column is kept in a typed source."""

    name: str
    cells: st.SearchStrategy[Any]


class Case(NamedTuple):
    """A table and what is asked of it."""

    headers: tuple[str, ...]
    columns: tuple[list[Any], ...]
    storages: tuple[str, ...]
    tallies: list[Tally]
    layout: Layout

    def rows(self) -> Rows:
        return Rows(self.headers, self.columns)

    def expected(self) -> dict[Tally, Cells]:
        return counted(self.rows(), self.tallies, self.layout)

    def found(self, table: Table) -> dict[Tally, Cells]:
        return counted(table, self.tallies, self.layout)

    def write_csv(self, path: Path, delimiter: str = ",") -> None:
        with path.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.writer(stream, delimiter=delimiter)
            writer.writerow(self.headers)
            writer.writerows(zip(*self.columns, strict=True))


_DAYS = st.dates(date(2022, 12, 30), date(2023, 3, 2)) | st.sampled_from(
    [date(1, 1, 1), date(999, 12, 31), date(1000, 1, 1), date(2024, 2, 29), date(9999, 12, 30)]
)
_ODD = [
    *("", " ", "   ", "\t", "x", "N", "n ", " north", "South  Gate", "south\tgate", "S", "paid"),
    *("FREE", "gratis", "1", "1.0", "0", "-0", "+1.50", "007", "1.", ".5", "1e3", "1_0", "nan"),
    *(
        "inf",
        "true",
        "True",
        "no",
        "12 3",
        " 4 ",
        "4\n",
        "\t4",
        "\u0661",
        "it's",
        'say "so"',
        "a,b;c",
    ),
    *("2023-02-30", "1/2/2023", "01/02/2023", "31/02/2023", "13/1/2023", "2.1.2023", "1-2-2023"),
    *("2023/01/02", "20230102", "20230230", "2023-01-02", " 2023-01-02 ", "2023-01-02\t"),
    *("2023-01-02 00:00:00", "2023-01-02T00:00:00", "2023-01-02 10:00:00", "0999-01-01", "1/2/23"),
    *("29/02/2024", "29/02/2023", "2023-1-2", "99999999", "5", "line\nbreak", "NULL", "é", "\xa0"),
]
_TEXTS = st.sampled_from(_ODD) | st.text(
    st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=5
)
_WRITTEN = st.builds(
    lambda day, form: day.strftime(form.strptime or "%Y-%m-%d 00:00:00"),
    st.dates(date(2022, 12, 30), date(2023, 3, 2)),
    st.sampled_from(FORMATS),
)
_FLOATS = st.sampled_from(
    [0.0, -0.0, 1.0, 2.5, 20230102.0, 20230230.0, 1e15, 1e300, float("nan"), float("inf"), -1.25]
)
_TIMES = st.builds(
    datetime.combine, _DAYS, st.sampled_from([datetime.min.time(), datetime.max.time()])
)
TEXT = Storage("text", _TEXTS | _WRITTEN)
STORAGES = (
    TEXT,
    Storage("dictionary", _TEXTS | _WRITTEN),
    Storage("day", _DAYS),
    Storage("timestamp", _TIMES),
    Storage("timestamp with zone", _TIMES),
    Storage("whole", st.sampled_from([0, 1, -1, 5, 20230102, 20230230, 99999999, 10**15, 2**53])),
    Storage("float", _FLOATS),
    Storage(
        "decimal", st.sampled_from([Decimal(text) for text in ("0.00", "1.00", "2.50", "-9.99")])
    ),
    Storage("boolean", st.booleans()),
)

_COLUMNS = st.sampled_from(Visits.columns())
_CODES = st.sampled_from([Visits.gate, Visits.kind])
_VALUED = st.sampled_from([Visits.came, Visits.left, Visits.hours, Visits.ticket])
_DAY_COLUMNS = st.sampled_from([Visits.came, Visits.left])
_SIGNS = st.sampled_from(["<", "<=", ">", ">="])
_MOMENTS = st.sampled_from([AS_OF, AS_OF.plus(months=-1), AS_OF.plus(days=-40)])
_COMPARISONS = st.builds(
    Compare, _DAY_COLUMNS, _SIGNS, _DAY_COLUMNS | _MOMENTS | st.just(date(2023, 1, 2))
) | st.builds(Compare, st.just(Visits.hours), _SIGNS, st.sampled_from([1, 2.5, 0.1, -3]))
_SIMPLE = (
    _COMPARISONS
    | st.builds(lambda column: column.is_missing(), _COLUMNS)
    | st.builds(lambda code, many: code.is_in(*code.values[:many]), _CODES, st.integers(1, 2))
)
_SPLITS: st.SearchStrategy[Split] = (
    _COLUMNS.map(ByState)
    | st.builds(ByTruth, _COMPARISONS)
    | _DAY_COLUMNS.map(ByMonth)
    | _CODES.map(ByColumn)
)


def _composed(
    parts: list[Condition], way: Callable[[Any, Any], Any], opposite: object
) -> Condition:
    whole: Condition = reduce(way, parts)
    return ~whole if opposite else whole


CONDITIONS = st.builds(
    _composed,
    st.lists(_SIMPLE, min_size=1, max_size=3),
    st.sampled_from([and_, or_]),
    st.booleans(),
)
_WHERE = st.none() | CONDITIONS
_BY = st.lists(_COLUMNS | _DAY_COLUMNS.map(ByMonth), max_size=2, unique=True).map(tuple)
MEASURES: st.SearchStrategy[Any] = st.one_of(
    st.builds(RowCount, where=_WHERE, by=_BY),
    st.builds(Rate, CONDITIONS, where=_WHERE, by=_BY),
    st.builds(Histogram, _COLUMNS, where=_WHERE, by=_BY),
    st.builds(Total, st.just(Visits.hours), where=_WHERE, by=_BY),
    st.builds(Extent, _DAY_COLUMNS, where=_WHERE, by=_BY),
    st.builds(Distinct, _COLUMNS),
)
TALLIES = MEASURES.map(lambda measure: measure.tally()) | st.builds(
    Tally,
    st.lists(_SPLITS, max_size=3, unique=True).map(tuple),
    extent=st.none() | _DAY_COLUMNS,
    distinct=st.none() | _VALUED,
)


@st.composite
def cases(
    draw: st.DrawFn, storages: tuple[Storage, ...], most_rows: int = 12, most_tallies: int = 8
) -> Case:
    """A table whose columns are kept in some of these ways."""
    columns: list[Column] = list(Visits.columns())
    kept = [draw(st.sampled_from(storages)) for _ in columns]
    length = draw(st.integers(0, most_rows))
    cells = tuple(
        draw(st.lists(st.none() | item.cells, min_size=length, max_size=length)) for item in kept
    )
    headers = tuple(f'{column.name} "of" a\'visit' for column in columns)
    layout = Layout(
        dict(zip(columns, headers, strict=True)),
        date(2023, 2, 1),
        {day: draw(st.sampled_from(FORMATS)) for day in (Visits.came, Visits.left)},
        {Visits.gate: {"x": "north"}},
    )
    tallies = draw(st.lists(TALLIES, min_size=1, max_size=most_tallies))
    return Case(headers, cells, tuple(item.name for item in kept), tallies, layout)


def in_utc(cell: datetime | None) -> datetime | None:
    """The same time, with its zone told."""
    return None if cell is None else cell.replace(tzinfo=UTC)
