"""However a table is written, it says the same: CSV of every kind, and workbooks."""

import csv
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.evidence.sheds import AS_OF, Sheds, measured
from tests.evidence.workbooks import workbook

from govcheck.evidence.files.csv_records import CODECS
from govcheck.evidence.tables.day_format import FORMATS
from govcheck.evidence.tables.rows import Rows
from govcheck.evidence.tables.table import Layout, counted
from govcheck.model.condition import ByMonth
from govcheck.model.measure import Distinct, Extent, Histogram, Rate, RowCount, Spread, Total

HEADERS = ("plot", "kind", "let_on", "left_on", "rent")
SURE = ("sure", "old", date(2023, 1, 31), None, 1.0)
"""Without such a day the way in which days are written could not be told."""
MEASURES = (
    RowCount(),
    RowCount(by=ByMonth(Sheds.left_on)),
    Rate(Sheds.kind.is_("old"), by=Sheds.kind),
    Rate(Sheds.let_on.before(Sheds.left_on), where=~Sheds.left_on.is_missing()),
    Rate(Sheds.rent.below(7), by=Sheds.kind),
    Histogram(Sheds.rent, by=Sheds.kind),
    Extent(Sheds.let_on),
    Total(Sheds.rent),
    Distinct(Sheds.plot),
)
Cell = str | float | date | None
Table = Sequence[tuple[Cell, ...]]


class Written(NamedTuple):
    delimiter: str
    encoding: str
    days: str
    quoting: int
    end: str
    told: bool


texts = st.text("aé€ÄN,;|\t\"' 1\n", max_size=4)
days = st.none() | st.dates(date(2022, 12, 1), date(2023, 2, 28))
numbers = st.none() | st.integers(0, 40).map(lambda number: number / 4)
rows = st.tuples(
    texts, st.sampled_from(["old", "OLD  ONE", " new", "", " ", "odd; é"]), days, days, numbers
)
tables = st.lists(rows, max_size=12).map(lambda found: [SURE, *found])
ways = st.builds(
    Written,
    st.sampled_from([",", ";", "\t", "|"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]),
    st.sampled_from([form.name for form in FORMATS]),
    st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC]),
    st.sampled_from(["\n", "\r\n"]),
    st.booleans(),
)


def plain(answer: object) -> object:
    """An answer that can be compared."""
    if isinstance(answer, dict):
        return {group: plain(one) for group, one in answer.items()}
    if isinstance(answer, Spread):
        return answer.counts, answer.missing, answer.unread
    return answer


def directly(table: Table) -> list[object]:
    """The answers to all measures of rows that were never written."""
    found = Rows(HEADERS, list(zip(*table, strict=True)))
    bound = Layout(
        {column: column.name for column in Sheds.columns() if column.name != "doors"}, AS_OF
    )
    cells = counted(found, [item.tally() for item in MEASURES], bound)
    return [plain(item.answer(cells[item.tally()], 5)) for item in MEASURES]


def through(folder: Path, path: str, **how: object) -> list[object]:
    """The answers to all measures of a file."""
    found = measured(folder, path, MEASURES, **how)
    assert found.state.failure == ""
    assert found.dataset is not None
    return [plain(found.dataset[item]) for item in MEASURES]


def write_csv(path: Path, table: Table, way: Written) -> None:
    strftime = next(form.strptime for form in FORMATS if form.name == way.days)
    with path.open("w", encoding=way.encoding, newline="") as stream:
        writer = csv.writer(
            stream, delimiter=way.delimiter, quoting=way.quoting, lineterminator=way.end
        )
        writer.writerow(HEADERS)
        for row in table:
            writer.writerow(
                cell.strftime(strftime or "%Y-%m-%d 00:00:00")
                if isinstance(cell, date)
                else ""
                if cell is None
                else cell
                for cell in row
            )


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(table=tables, way=ways)
def test_a_csv_file_says_the_same_however_it_is_written(
    tmp_path: Path, table: Table, way: Written
) -> None:
    write_csv(tmp_path / "sheds.csv", table, way)
    how: dict[str, object] = {}
    if way.told:
        how = {"delimiter": way.delimiter, "date_format": way.days}
    if way.told or _looks_like_utf8(tmp_path / "sheds.csv", way):
        how["encoding"] = next(
            name for name, codec in CODECS.items() if way.encoding in {codec, name}
        )
    assert through(tmp_path, "sheds.csv", **how) == directly(table)


def _looks_like_utf8(path: Path, way: Written) -> bool:
    """Whether what is no UTF-8 could be: Ã© is é in the other encoding."""
    try:
        path.read_bytes().decode()
    except UnicodeDecodeError:
        return False
    return way.encoding == "cp1252"


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(table=tables, above=st.integers(0, 3))
def test_a_workbook_says_the_same(tmp_path: Path, table: Table, above: int) -> None:
    titles = [["Sheds that were let"], *([[]] * 3)][:above]
    workbook(tmp_path / "sheds.xlsx", [*titles, HEADERS, *table])
    while not any(cell is not None and str(cell).strip(" ") for cell in table[-1]):
        table = table[:-1]  # a sheet ends with its last cell
    assert through(tmp_path, "sheds.xlsx", header_row=above + 1) == directly(table)
