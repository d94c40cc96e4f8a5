"""The sheets as somebody sees them who fills them in."""

from __future__ import annotations

from io import BytesIO

import openpyxl
import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from tests.reference.workbook.yard import made

from govcheck.reference.workbook.excel import as_xlsx

DATA = {"yard": {"carts": [{"name": "A", "lamps": [{"name": "l"}]}]}}
HEADS = 5
"""The row that names the columns of a table; the entries begin two below."""


@pytest.fixture(scope="module")
def file() -> Workbook:
    return openpyxl.load_workbook(BytesIO(as_xlsx(made(DATA))))


def locked(page: Worksheet, row: int) -> list[bool]:
    return [page.cell(row, column).protection.locked for column in range(1, page.max_column + 1)]


@pytest.mark.parametrize("row", [HEADS + 2, HEADS + 3], ids=["entry", "spare row"])
def test_excel_can_delete_and_sort_the_rows_of_a_table(file: Workbook, row: int) -> None:
    page = file["Carts"]
    assert not any(locked(page, row))
    assert not page.row_dimensions[row].protection.locked
    assert all(locked(page, HEADS))


def test_the_requirements_of_a_report_stay_where_they_are(file: Workbook) -> None:
    page = file["Requirements"]
    assert locked(page, HEADS + 2)[:4] == [True] * 4
    assert page.row_dimensions[HEADS + 2].protection.locked


def test_what_every_entry_has_to_say_comes_first(file: Workbook) -> None:
    heads = [cell.value for cell in file["Carts lamps"][HEADS]]
    assert heads[1:5] == ["No.", "Of carts", "Name", "Lit on"]


def test_a_day_is_asked_for_as_a_cell_shows_it(file: Workbook) -> None:
    (row,) = (row for row in file["Yard"].values if row[0] == "day:/yard/swept_on")
    assert row[1] == "When? For example: 31/10/2023."


def test_the_bullets_of_a_recommendation_stand_below_each_other(file: Workbook) -> None:
    assert "W\n- one" in {row[1] for row in file["Recommendations"].values}


def test_the_question_of_a_table_is_as_wide_as_the_table(file: Workbook) -> None:
    assert "B2:I2" in {str(cells) for cells in file["Carts"].merged_cells.ranges}
