"""The tracker as text, CSV and Excel: the same rows, and no formula whatever a cell holds."""

import shutil
import subprocess
from datetime import datetime
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from govcheck.model.deadline import in_words
from govcheck.model.result import Result
from govcheck.model.vocabulary import Verdict
from govcheck.report.comma_separated import cell
from govcheck.report.tracker import rows_csv, text, workbook
from govcheck.report.tracker.rows import HEADINGS, rows
from tests.report.results import of, result
from tests.report.test_comma_separated import read
from tests.report.test_renderers import HOSTILE

OFFICE = shutil.which("soffice")


def bare() -> Result:
    """A recommendation without anything that can be left out."""
    item = result()
    part = item.recommendations[0]
    action = part.actions[0]._replace(owner=None, due=None, overdue=False)
    empty = part._replace(due=None, owner=None, id=None, actions=(action,))
    return item._replace(recommendations=(empty,))


def test_a_row_says_where_things_stand_and_what_is_next() -> None:
    (row,) = rows(of(result()))
    assert row == (
        "words", "2", "#1", "words", "AMBER", "ongoing, expected to be implemented",
        "31 January 2024", "words",
        "Partly met; an action is under way. Next: A1 words (words, due 15 January 2024, overdue)."
        " 2 checks found a gap, 0 could not be assessed.",
    )  # fmt: skip


def test_what_is_missing_is_said() -> None:
    (row,) = rows(of(bare()))
    assert (row.id, row.due, row.owner) == ("", "no deadline set", "no owner named")
    assert "Next: A1 words (no owner, no date)." in row.comment


def test_where_nothing_is_left_nothing_is_said_of_gaps() -> None:
    item = result()
    part = item.recommendations[0]
    done = part._replace(checks=(), requirements=(), actions=(), verdict=Verdict.MET)
    (row,) = rows(of(item._replace(recommendations=(done,))))
    assert row.comment == "Met, and supported."
    assert row.colour == "GREEN"


def test_the_table_has_every_colour_with_its_meaning() -> None:
    shown = text.render(of(result(), bare()))
    assert "AMBER" in shown
    assert "no deadline" in shown
    assert shown.endswith("WHITE: not this force's to deliver\n")


def said(value: object) -> object:
    """What Excel shows of a cell."""
    return in_words(value.date()) if isinstance(value, datetime) else value or ""


def test_a_due_date_is_a_date_that_can_be_sorted() -> None:
    sheet = openpyxl.load_workbook(BytesIO(workbook.render(of(result(), bare()))))["Tracker"]
    assert (sheet["G2"].is_date, said(sheet["G2"].value)) == (True, "31 January 2024")
    assert sheet["G3"].value == "no deadline set"
    assert sheet["G2"].number_format == "d mmmm yyyy"


@pytest.mark.parametrize("words", HOSTILE)
def test_csv_and_excel_hold_the_same_rows_as_text(words: str) -> None:
    judged = of(result(words), bare())
    expected = [list(HEADINGS), *([*row] for row in rows(judged))]
    assert read(rows_csv.render(judged)) == [[cell(item) for item in row] for row in expected]
    book = openpyxl.load_workbook(BytesIO(workbook.render(judged)))
    sheet = book["Tracker"]
    assert [[said(item.value) for item in row] for row in sheet.iter_rows()] == expected
    assert {item.data_type for row in sheet.iter_rows() for item in row} <= {"s", "n", "d"}
    assert {item.hyperlink for row in sheet.iter_rows() for item in row} == {None}
    texts = (item for row in sheet.iter_rows(min_row=2) for item in row if not item.is_date)
    assert all(item.quotePrefix for item in texts)


def test_the_sheet_prints_on_a4_and_keeps_its_headings() -> None:
    sheet = openpyxl.load_workbook(BytesIO(workbook.render(of(result()))))["Tracker"]
    assert sheet.freeze_panes == "A2"
    assert sheet.print_title_rows == "$1:$1"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.auto_filter.ref == "A1:I2"
    assert sheet["E2"].fill.fgColor.rgb == "FFFFDFA0"


def test_a_text_that_no_cell_can_hold_is_cut_with_a_mark() -> None:
    judged = of(result("long words " * 4000))
    sheet = openpyxl.load_workbook(BytesIO(workbook.render(judged)))["Tracker"]
    assert len(sheet["D2"].value) <= 32_767
    assert sheet["D2"].value.endswith("…")


def test_the_same_result_is_the_same_bytes() -> None:
    assert workbook.render(of(result())) == workbook.render(of(result()))


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_reads_the_same_words(tmp_path: Path) -> None:
    assert OFFICE
    (tmp_path / "tracker.xlsx").write_bytes(workbook.render(of(result("=1+1"))))
    subprocess.run(
        [OFFICE, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
         "--convert-to", "csv", "--outdir", str(tmp_path), str(tmp_path / "tracker.xlsx")],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    lines = (tmp_path / "tracker.csv").read_text("utf-8")
    assert lines.startswith("Force,No.,Id,Recommendation,Status")
    assert "=1+1,2,#1,=1+1,AMBER" in lines
