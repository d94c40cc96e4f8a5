"""Every way in which a workbook can be wrong has a message that names sheet and cell."""

from __future__ import annotations

import sys
import zipfile
from collections.abc import Callable
from datetime import datetime, time
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from tests.reference.workbook.yard import EVIDENCE, REGISTRY, made

from govcheck.intake.assessment import read_assessment
from govcheck.intake.document import read_document
from govcheck.intake.problem import InvalidDocument
from govcheck.reference.workbook.excel import as_xlsx

DATA: dict[str, Any] = {
    "yard": {
        "swept": "yes",
        "swept_on": "2023-10-31",
        "size": 4,
        "gate": {"colour": "red"},
        "carts": [
            {"name": "A", "lamps": [{"name": "l"}]},
            {"name": "B", "lamps": [{"name": "m", "wheels": [{"size": 1}]}]},
        ],
        "sheds": {"left": {"colour": "red"}},
    },
    "recommendations": {"2": {"claim": "met", "actions": [{"id": "A1", "what": "W"}]}},
    "evidence": EVIDENCE,
}


@pytest.fixture(scope="module")
def content() -> bytes:
    return as_xlsx(made(DATA))


def where(sheet: Worksheet, key: str) -> int:
    """The row of a key in the first column."""
    return next(row for row in range(1, sheet.max_row + 1) if sheet.cell(row, 1).value == key)


def heads(sheet: Worksheet, key: str) -> int:
    """The column of a key in the row of keys of a table."""
    return next(column for column in range(2, 40) if sheet.cell(4, column).value == key)


def problems(content: bytes, edit: Callable[[Workbook], object], path: Path) -> list[str]:
    book = openpyxl.load_workbook(BytesIO(content))
    edit(book)
    book.save(path)
    return said(path)


def said(path: Path) -> list[str]:
    try:
        read_assessment(read_document(path, "book.xlsx"), REGISTRY.catalogue)
    except InvalidDocument as error:
        return [str(problem).removeprefix("book.xlsx").lstrip() for problem in error.problems]
    return []


def answer(key: str, value: object, sheet: str = "Yard") -> Callable[[Workbook], object]:
    """Write an answer beside a question."""

    def edit(book: Workbook) -> None:
        page = book[sheet]
        cell = page.cell(where(page, key), 3)
        cell.value = value
        if isinstance(value, datetime | time):
            cell.number_format = "dd/mm/yyyy hh:mm"
        elif isinstance(value, int):
            cell.number_format = "General"

    return edit


def entry(sheet: str, row: int, key: str, value: object) -> Callable[[Workbook], object]:
    """Write into a row of a table, counted from 1."""

    def edit(book: Workbook) -> None:
        page = book[sheet]
        page.cell(6 + row, heads(page, key)).value = value

    return edit


def test_the_workbook_is_right_before_anything_is_changed(content: bytes, tmp_path: Path) -> None:
    assert problems(content, lambda _: None, tmp_path / "a.xlsx") == []


ANSWERS: tuple[tuple[str, object, str], ...] = (
    (
        "choice:/yard/swept",
        True,
        "true is not one of the answers: yes, no. Write yes.",
    ),
    ("choice:/yard/swept", "Yes", "“Yes” is not one of the answers: yes, no. Write yes."),
    (
        "day:/yard/swept_on",
        "15/01/2024",
        "“15/01/2024” is not a date. The cell holds text, not a date: choose the format Date for "
        "it (Ctrl+1), and write 2024-01-15.",
    ),
    (
        "day:/yard/swept_on",
        45230,
        "expected a date, found the number 45230. Write a date as 2023-10-31. If that stays text, "
        "choose the format Date for the cell (Ctrl+1) first.",
    ),
    (
        "day:/yard/swept_on",
        datetime(2023, 10, 31, 14, 0),
        "this is a date with a time of day (2023-10-31 14:00). Write the date alone: 2023-10-31.",
    ),
    ("day:/yard/swept_on", time(14), "this is a time of day, which is never asked for."),
    (
        "period:/yard/about",
        datetime(2023, 10, 1),
        "this has become a date (1 October 2023), so it is not known whether the day or the month "
        "is meant. Choose the format Text for the cell (Ctrl+1), and write 2023-10-01 for the day "
        "or 2023-10 for the month.",
    ),
    (
        "number:/yard/size",
        "12",
        "expected a whole number, found “12”. The cell holds text, not a number: choose the format "
        "General (Ctrl+1), write 12 again.",
    ),
    (
        "number:/yard/size",
        1e300,
        "expected a whole number, found the number 1e+300. Write it without decimals, as 12.",
    ),
    (
        "number:/yard/size",
        1.5,
        "expected a whole number, found the number 1.5. Write it without decimals, as 12.",
    ),
    ("number:/yard/size", "#N/A", "the cell shows the error #N/A. Correct the formula, or"),
    (
        "number:/yard/size",
        "=1+1",
        "the cell holds a formula that has not been worked out. Open the workbook in Excel and",
    ),
    ("flag:/yard/locked", "perhaps", "expected true or false, found “perhaps”. Write yes or no."),
    ("text:/prepared_by", 12, "expected text, found the number 12. Choose the format Text for"),
    ("text:/prepared_by", "a\u0085b", "the text holds the unprintable character U+0085."),
    ("list:/yard/evidence", "e1; e3", "there is no evidence called “e3”. Known are: e1, e2."),
    ("json:/yard/anything", "json:{", "what follows json: cannot be read: "),
    ("none-list:/yard/always", "some", "“some” is not one of the answers: none. Write none if"),
)


@pytest.mark.parametrize(("key", "value", "message"), ANSWERS, ids=range(len(ANSWERS)))
def test_a_wrong_answer_is_told_at_its_cell(
    content: bytes, tmp_path: Path, key: str, value: object, message: str
) -> None:
    sheet = "Start" if key == "text:/prepared_by" else "Yard"
    sheet = "Always" if "always" in key else sheet
    found = problems(content, answer(key, value, sheet), tmp_path / "a.xlsx")
    row = where(openpyxl.load_workbook(BytesIO(content))[sheet], key)
    assert len(found) == 1
    place, _, told = found[0].partition(": ")
    assert place == f"[{sheet}!C{row}]"
    assert (
        told.removeprefix(f"{key.rpartition('/')[2]}: ")
        .removeprefix("entry 2 of evidence: ")
        .startswith(message)
    )


def test_true_booleans_are_answers_to_yes_or_no(content: bytes, tmp_path: Path) -> None:
    assert problems(content, answer("flag:/yard/locked", True), tmp_path / "a.xlsx") == []  # noqa: FBT003
    assert read_document(tmp_path / "a.xlsx").data["yard"]["locked"] is True


def test_a_formula_that_was_worked_out_is_its_value(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    problems(content, answer("number:/yard/size", 4711), path)
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part.replace(b"<v>4711</v>", b"<f>4710+1</f><v>4711</v>"))
    assert said(path) == []
    assert read_document(path).data["yard"]["size"] == 4711


def test_days_that_are_counted_from_1904_are_the_same_days(content: bytes, tmp_path: Path) -> None:
    def edit(book: Workbook) -> None:
        book.epoch = openpyxl.utils.datetime.MAC_EPOCH

    assert problems(content, edit, tmp_path / "a.xlsx") == []
    assert read_document(tmp_path / "a.xlsx").data["yard"]["swept_on"] == "2023-10-31"


def _merge(book: Workbook) -> None:
    row = where(book["Yard"], "choice:/yard/swept")
    book["Yard"].merge_cells(start_row=row, end_row=row + 2, start_column=3, end_column=3)


def _hide(book: Workbook) -> None:
    book["Carts"].row_dimensions[7].hidden = True


def _hide_sheet(book: Workbook) -> None:
    book["Carts"].sheet_state = "hidden"


def _no_keys(book: Workbook) -> None:
    book["Carts"].delete_cols(1)


def _no_keys_at_the_start(book: Workbook) -> None:
    book["Start"].delete_cols(1)


def _no_keys_anywhere(book: Workbook) -> None:
    for sheet in book.worksheets:
        sheet.delete_cols(1)


def _copied_sheet(book: Workbook) -> None:
    book.copy_worksheet(book["Carts"]).title = "Old"


def _twice(book: Workbook) -> None:
    page = book["Yard"]
    row = where(page, "choice:/yard/swept")
    for column in (1, 2, 3):
        page.cell(row + 1, column).value = page.cell(row, column).value


def _misplaced(book: Workbook) -> None:
    page = book["Yard"]
    row = where(page, "choice:/yard/swept")
    page.insert_rows(row)
    page.cell(row, 3).value = "An answer"


def _none_and_some(book: Workbook) -> None:
    page = book["Carts"]
    page.cell(where(page, "none-list:/yard/carts"), 3).value = "none"


def _column(book: Workbook) -> None:
    book["Yard"].insert_cols(3)


def _far(book: Workbook) -> None:
    book["Yard"]["Z60000"] = "x"


BOOKS: tuple[tuple[Callable[[Workbook], object], str], ...] = (
    (_merge, "[Yard!C4]: the cells C4:C6 are merged, so it is not clear what the answer belongs"),
    (_hide, "[Carts!C7]: row 7 is hidden and holds an answer, which nobody would see."),
    (_hide_sheet, "[Carts!A1]: this sheet is hidden, so nobody would see the answers on it."),
    (_no_keys, "[Start!C28]: the sheet that belongs here is gone, or its column A was deleted"),
    (_no_keys_at_the_start, "[Recommendations!A1]: the sheet Start is gone, or its column A"),
    (_no_keys_anywhere, "[Start!A1]: this is not a workbook of govcheck, or column A was deleted"),
    (_copied_sheet, "[Old!A1]: this sheet is a copy of the sheet Carts: it is not clear which"),
    (_twice, "[Yard!C5]: this question stands in the workbook a second time; the other place is"),
    (_misplaced, "[Yard!C4]: nothing is asked in this row, so “An answer” belongs to no question."),
    (_none_and_some, "[Carts!C3]: the answer is none, but there are entries: the first is in"),
    (_column, "[Yard!D2]: a column was added or deleted, so the answers no longer stand in column"),
    (_far, ":1:1: the sheet Yard reaches far beyond any questions: in Excel, Ctrl+End shows"),
    (
        entry("Carts lamps", 1, "parent", 7),
        "[Carts lamps!C7]: there is no entry “7” to which this row could belong.",
    ),
    (
        entry("Carts lamps", 1, "parent", "x"),
        "[Carts lamps!C7]: there is no entry “x” to which this row could belong.",
    ),
    (
        entry("Carts lamps", 1, "parent", None),
        "[Carts lamps!C7]: it is not said to which entry this row belongs.",
    ),
    (entry("Carts", 2, "#", 1), "[Carts!B8]: two entries have the number 1, so others cannot"),
    (entry("Evidence", 1, "key", None), "[Evidence!B7]: this entry has no id. Write a short id"),
    (entry("Evidence", 2, "key", "e1"), "[Evidence!B8]: there are two entries with the id “e1”."),
    (entry("Evidence", 3, "key", "e3"), "[Evidence!C9]: title is missing in e3. Fill in the cell."),
    (
        entry("Actions", 1, "parent", "7"),
        "[Actions!B7]: report holds no recommendation “7”.",
    ),
    (entry("Actions", 1, "text:/what", None), "[Actions!D7]: what is missing in entry 1 of"),
)


@pytest.mark.parametrize(("edit", "message"), BOOKS, ids=range(len(BOOKS)))
def test_a_workbook_that_was_damaged_is_told_where(
    content: bytes, tmp_path: Path, edit: Callable[[Workbook], object], message: str
) -> None:
    found = problems(content, edit, tmp_path / "a.xlsx")
    assert any(told.startswith(message) for told in found), found


def test_what_does_no_harm_is_not_told(content: bytes, tmp_path: Path) -> None:
    def edit(book: Workbook) -> None:
        book.create_sheet("Mine")["A1"] = "notes"
        book["Yard"]["F1"] = "a note"
        book["Yard"].merge_cells("D5:F6")
        book["Carts"].insert_rows(8)
        book["Carts"]["Z8"] = "a column of my own"
        book["Carts"]["Z9"] = "a column of my own"
        book["Yard"].row_dimensions[where(book["Yard"], "flag:/yard/locked")].hidden = True
        book["Recommendations"].title = "Our answers"

    path = tmp_path / "a.xlsx"
    assert problems(content, edit, path) == []
    assert read_document(path).data["yard"] == DATA["yard"]


def test_rows_can_be_sorted(content: bytes, tmp_path: Path) -> None:
    def edit(book: Workbook) -> None:
        page = book["Carts"]
        rows = [[page.cell(row, column).value for column in range(1, 12)] for row in (8, 7)]
        for row, cells in enumerate(rows, 7):
            for column, value in enumerate(cells, 1):
                page.cell(row, column).value = value

    path = tmp_path / "a.xlsx"
    assert problems(content, edit, path) == []
    assert read_document(path).data["yard"]["carts"] == DATA["yard"]["carts"][::-1]


def test_a_number_for_a_recommendation_is_its_name(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    assert problems(content, entry("Actions", 1, "parent", 2), path) == []
    assert read_document(path).data["recommendations"] == DATA["recommendations"]


def test_an_entry_that_is_wiped_is_gone(content: bytes, tmp_path: Path) -> None:
    def edit(book: Workbook) -> None:
        for column in range(2, 20):
            book["Evidence"].cell(8, column).value = None

    path = tmp_path / "a.xlsx"
    assert problems(content, edit, path) == []
    assert list(read_document(path).data["evidence"]) == ["e1"]


def test_a_question_that_is_open_has_a_cell(content: bytes, tmp_path: Path) -> None:
    (path := tmp_path / "a.xlsx").write_bytes(content)
    document = read_document(path)
    page = openpyxl.load_workbook(path)["Yard"]
    row = where(page, "flag:/yard/locked")
    assert document.cell(("yard", "locked")) == f"Yard!C{row}"
    assert document.cell(("yard", "carts", 1, "paint", "on")) == "Carts!E8"
    assert document.place(("yard", "locked"))[1] == 3


def archive(path: Path, parts: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made_:
        for name, part in parts.items():
            made_.writestr(name, part)
    return path


def test_what_is_no_workbook_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    for raw in (b"", b"PK\x03\x04 rubbish", b"x" * 99):
        path.write_bytes(raw)
        assert said(path) == [
            ":1:1: the file is damaged, or no Excel workbook. Open it in Excel and save it as .xlsx."
        ]
    path.write_bytes(b"\xd0\xcf\x11\xe0 old")
    assert said(path)[0].startswith(":1:1: the file is protected by a password, or an old")
    path.write_bytes(bytes(5 * 1024 * 1024 + 1))
    assert said(path)[0].startswith(":1:1: the file is larger than 5 MiB.")
    bomb = {"xl/workbook.xml": b"", "xl/bomb.xml": bytes(10**7)}
    assert said(archive(path, bomb))[0].startswith(":1:1: the file unpacks to far more than its")
    laughs = {"xl/workbook.xml": b'<!DOCTYPE x [<!ENTITY a "b">]><x/>'}
    assert said(archive(path, laughs))[0].startswith(":1:1: the file is not written as workbooks")
    many = {
        "xl/workbook.xml": b"<x/>",
        "xl/a.xml": b"".join(b"<c r='A%x'>" % n for n in range(200_001)),
    }
    assert said(archive(path, many))[0].startswith(":1:1: the workbook has more than 200,000 cells")
    merged = {"xl/workbook.xml": b'<mergeCell ref="A1:XFD1048576"/>'}
    assert said(archive(path, merged))[0].startswith(":1:1: far too many cells are merged.")
    assert said(archive(path, {"xl/workbook.xml": b"<x/>"}))[0].startswith(
        ":1:1: the file is damaged, or no workbook: open it in Excel and save it as .xlsx."
    )


def test_without_openpyxl_the_message_says_what_to_install(
    content: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (path := tmp_path / "a.xlsx").write_bytes(content)
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    assert said(path) == [
        ':1:1: Excel files need an extra part of govcheck: python -m pip install "govcheck[xlsx]"'
    ]
