"""Sheets of workbooks as tables."""

import sys
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

import pytest
from tests.evidence.leavers import LAYOUT, Leavers
from tests.evidence.workbooks import Sheets, changed, workbook
from xlsxwriter import Workbook

from govcheck.evidence.files.workbook_table import workbook_table
from govcheck.evidence.tables.opened_table import OpenedTable, Wrong
from govcheck.evidence.tables.rows import Rows
from govcheck.evidence.tables.table import UnreadableTable
from govcheck.model.condition import MISSING, ByState
from govcheck.model.data_source import DataSource

HEADERS = ["person", "reason", "left_on"]
ROW = [1, "VR", date(2023, 4, 5)]


def opened(folder: Path, sheets: Sheets | Sequence[Sequence[object]], **how: object) -> OpenedTable:
    path = workbook(folder / "book.xlsx", sheets)
    return workbook_table([path], DataSource.model_validate({"path": "x.xlsx", **how}), "x.xlsx")


def refused(folder: Path, sheets: Sheets | Sequence[Sequence[object]], **how: object) -> str:
    with pytest.raises(UnreadableTable) as caught:
        opened(folder, sheets, **how)
    return f"{caught.value.message} {caught.value.fix}"


def columns(table: OpenedTable) -> dict[str, list[object]]:
    assert isinstance(table.table, Rows)
    return {header: list(table.table.cells(header)) for header in table.table.headers}


def test_cells_come_as_what_they_are(tmp_path: Path) -> None:
    table = opened(tmp_path, [HEADERS, ROW, ["A2", None, datetime(2023, 4, 6, 7, 30)], [True, " "]])  # noqa: DTZ001
    assert columns(table) == {
        "person": [1.0, "A2", True],
        "reason": ["VR", "", " "],
        "left_on": [date(2023, 4, 5), datetime(2023, 4, 6, 7, 30), ""],  # noqa: DTZ001
    }
    assert table.notes == ()


def test_what_is_blank_around_the_table_is_not_of_it_and_what_is_between_is(tmp_path: Path) -> None:
    rows = [[], [None, "Leavers 2023"], [None, *HEADERS, " "], [], [None, *ROW, None, " "], [" "]]
    table = opened(tmp_path, rows, header_row=3)
    assert columns(table) == {
        "person": ["", 1.0],
        "reason": ["", "VR"],
        "left_on": ["", date(2023, 4, 5)],
    }


def test_a_column_without_a_header_is_called_by_its_place(tmp_path: Path) -> None:
    table = opened(tmp_path, [["a", None, 7], ["x", "y", "z"]])
    assert table.table.headers == ("a", "(column 2 without a header)", "7")


def test_rows_are_told_as_those_of_the_sheet(tmp_path: Path) -> None:
    rows = [[], HEADERS, ROW, [], [2, None, None], [3, None, None]]
    table = opened(tmp_path, rows, header_row=2)
    wrong = Wrong(ByState(Leavers.reason), MISSING)
    layout = LAYOUT._replace(headers={Leavers.reason: "reason"})
    assert table.lines is not None
    assert table.lines([wrong], layout) == {wrong: ("row 4", "row 5", "row 6")}


@pytest.mark.parametrize(
    ("sheet", "cell", "notes"),
    [
        (None, "first", ["sheet “Staff” (the first of 2)"]),
        ("Staff", "first", []),
        (" leavers ", "second", []),
    ],
)
def test_a_sheet_is_named_or_it_is_the_first(
    tmp_path: Path, sheet: str | None, cell: str, notes: list[str]
) -> None:
    sheets = {"Staff": [["a"], ["first"]], "Leavers": [["a"], ["second"]]}
    table = opened(tmp_path, sheets, sheet=sheet)
    assert columns(table) == {"a": [cell]}
    assert list(table.notes) == notes


def test_hidden_sheets_and_charts_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    with Workbook(path) as made:
        made.add_chartsheet("Chart")
        made.add_worksheet("Lists").hide()
        seen = made.add_worksheet("Leavers")
        seen.write_column(0, 0, ["a", "seen"])
        seen.activate()
        seen.set_first_sheet()
    table = workbook_table([path], DataSource(path="x"), "x")
    assert columns(table) == {"a": ["seen"]}
    assert table.notes == ("sheet “Leavers” (the first of 2)",)


def test_a_workbook_of_hidden_sheets_has_none_to_take(tmp_path: Path) -> None:
    path = workbook(tmp_path / "book.xlsx", [HEADERS, ROW])
    hidden = b'state="hidden" sheetId'
    changed(path, workbook=lambda old: old.replace(b"sheetId", hidden))
    with pytest.raises(UnreadableTable, match=r"^it has no sheet that can be seen\.$"):
        workbook_table([path], DataSource(path="x"), "x")


@pytest.mark.parametrize(
    ("wanted", "hint"),
    [("Leaver", "Did you mean: Leavers?"), ("Zzz", "It has: Staff, Leavers.")],
)
def test_a_sheet_that_is_not_there_is_looked_for(tmp_path: Path, wanted: str, hint: str) -> None:
    sheets = {"Staff": [["a"]], "Leavers": [["a"]]}
    assert refused(tmp_path, sheets, sheet=wanted) == f"it has no sheet “{wanted}”. {hint}"


@pytest.mark.parametrize(
    ("rows", "how", "message"),
    [
        ([], {}, "the sheet is empty."),
        ([[" "], [None, "  "]], {}, "the sheet is empty."),
        ([[], HEADERS, ROW], {}, "there are no headers in row 1."),
        ([HEADERS, ROW], {"header_row": 3}, "there are no headers in row 3."),
        (
            [["Leavers 2023"], ["by HR"], [], HEADERS, ROW],
            {},
            "row 1 looks like a title: most of those below it have 3 cells. "
            "If the headers stand in row 4, say so, as header_row: 4.",
        ),
        (
            [["secret", "b", "SECRET "], ROW],
            {},
            "columns 1 and 3 have the same header in row 1.",
        ),
    ],
)
def test_a_sheet_without_a_table_is_told(
    tmp_path: Path, rows: list[list[object]], how: dict[str, object], message: str
) -> None:
    told = refused(tmp_path, rows, **how)
    assert told.startswith(message)
    assert "secret" not in told


def test_all_workbooks_of_a_folder_are_one_table(tmp_path: Path) -> None:
    one = workbook(tmp_path / "a.xlsx", [HEADERS, ROW])
    two = workbook(tmp_path / "b.xlsx", [HEADERS, [], [2, None, None]])
    table = workbook_table([one, two], DataSource(path="x"), "x")
    assert columns(table)["person"] == [1.0, "", 2.0]
    wrong = Wrong(ByState(Leavers.reason), MISSING)
    layout = LAYOUT._replace(headers={Leavers.reason: "reason"})
    assert table.lines is not None
    assert table.lines([wrong], layout) == {wrong: ("row 2 of b.xlsx", "row 3 of b.xlsx")}


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (
            [["person", "left_on", "reason"], ROW],
            "in b.xlsx: its headers are not those of a.xlsx, first in column 2.",
        ),
        ([[]], "in b.xlsx: the sheet is empty."),
    ],
)
def test_the_workbook_of_a_folder_that_does_not_fit_is_named(
    tmp_path: Path, rows: list[list[object]], message: str
) -> None:
    one = workbook(tmp_path / "a.xlsx", [HEADERS, ROW])
    two = workbook(tmp_path / "b.xlsx", rows)
    with pytest.raises(UnreadableTable) as caught:
        workbook_table([one, two], DataSource(path="x"), "x")
    assert caught.value.message == message


def test_a_part_that_cannot_be_read_says_nothing_of_what_it_holds(tmp_path: Path) -> None:
    path = workbook(tmp_path / "book.xlsx", [HEADERS, ["secret"]])
    changed(path, workbook=lambda old: old.replace(b"<sheets>", b"<sheets secret"))
    with pytest.raises(UnreadableTable) as caught:
        workbook_table([path], DataSource(path="x"), "x")
    assert caught.value.message == "it is damaged, or protected."
    assert caught.value.__cause__ is caught.value.__context__ is None


def test_without_the_extra_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    assert refused(tmp_path, [HEADERS, ROW]) == (
        "it takes python-calamine to read it, which is not installed. "
        'Install it with: pip install "govcheck[tables]"'
    )
