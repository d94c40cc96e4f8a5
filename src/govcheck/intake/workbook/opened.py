"""The sheets of a workbook as openpyxl reads them. It is imported here and nowhere else."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from govcheck.intake.workbook.cells import Spot, letters
from govcheck.intake.workbook.parts import Unsafe, checked_parts

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

MISSING = 'Excel files need an extra part of govcheck: python -m pip install "govcheck[xlsx]"'
_MOST_CELLS = 500_000
"""On one sheet, counted to the last that is filled."""
_DAMAGED = "the file is damaged, or no workbook: open it in Excel and save it as .xlsx."


class Fault(NamedTuple):
    """Why a cell cannot be read, and what to do."""

    message: str
    hint: str


@dataclass(slots=True)
class Page:
    """One sheet."""

    name: str
    before: int
    """How many rows the sheets before it have."""
    height: int
    values: dict[tuple[int, int], object] = field(default_factory=dict)
    """What stands in the cells that are not blank, by row and column; a Fault where unreadable."""
    merged: dict[tuple[int, int], str] = field(default_factory=dict)
    """For cells that are one with others: all of them, as C7:C9."""
    hidden_rows: frozenset[int] = frozenset()
    hidden: bool = False

    def spot(self, row: int, column: int) -> Spot:
        """A cell of this sheet."""
        return Spot(self.name, self.before, row, column)


def opened(content: bytes) -> tuple[Page, ...]:
    """The sheets of a workbook that is safe to open. Raises Unsafe with what is wrong."""
    try:
        import openpyxl  # noqa: PLC0415 - an extra
    except ImportError:
        raise Unsafe(MISSING) from None
    parts = checked_parts(content)
    computed = any(b"<f" in part for name, part in parts.items() if "worksheets/" in name)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what openpyxl does not keep, which nobody wants
            values = openpyxl.load_workbook(BytesIO(content), data_only=True)
            formulas = openpyxl.load_workbook(BytesIO(content)) if computed else None
            return tuple(_pages(values, formulas))
    except Unsafe:
        raise
    except Exception:  # noqa: BLE001, S110 - a damaged workbook fails in many ways
        pass
    raise Unsafe(_DAMAGED)


def _pages(values: Workbook, formulas: Workbook | None) -> Iterator[Page]:
    before = 0
    for sheet in values.worksheets:
        if sheet.max_row * sheet.max_column > _MOST_CELLS:
            raise Unsafe(
                f"the sheet {sheet.title} reaches far beyond any questions: in Excel, Ctrl+End "
                "shows how far. Delete the rows and columns that are not needed."
            )
        page = Page(sheet.title, before, sheet.max_row)
        written = formulas[sheet.title] if formulas else None
        for row in sheet.iter_rows():
            for cell in row:
                value = _value(cell, written)
                if value is not None:
                    page.values[cell.row, cell.column] = value  # type: ignore[index]
        page.merged = dict(_merged(sheet))
        page.hidden_rows = frozenset(
            number for number, row in sheet.row_dimensions.items() if row.hidden
        )
        page.hidden = sheet.sheet_state != "visible"
        before += page.height
        yield page


def _value(cell: Cell | MergedCell, written: Worksheet | None) -> object:
    if cell.data_type == "e":
        return Fault(
            f"the cell shows the error {cell.value}.", "Correct the formula, or write the answer."
        )
    if cell.value is None and written is not None:
        behind = written[cell.coordinate]
        if behind.data_type == "f":
            return Fault(
                "the cell holds a formula that has not been worked out.",
                "Open the workbook in Excel and save it, or write the answer itself.",
            )
    return cell.value


def _merged(sheet: Worksheet) -> Iterator[tuple[tuple[int, int], str]]:
    for found in sheet.merged_cells.ranges:
        first, last = (found.min_row, found.min_col), (found.max_row, found.max_col)
        name = f"{letters(first[1])}{first[0]}:{letters(last[1])}{last[0]}"
        for row in range(first[0], last[0] + 1):
            for column in range(first[1], last[1] + 1):
                yield (row, column), name
