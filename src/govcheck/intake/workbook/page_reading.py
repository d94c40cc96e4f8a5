"""The rows of a sheet: questions with an answer beside them, and tables."""

from __future__ import annotations

from typing import Any

from govcheck.intake.problem import shown
from govcheck.intake.reading import Reading, is_blank
from govcheck.intake.workbook import address as kinds
from govcheck.intake.workbook.address import ANSWER_COLUMN, Address, read_address
from govcheck.intake.workbook.answers import Answers
from govcheck.intake.workbook.cells import Cells
from govcheck.intake.workbook.opened import Page
from govcheck.intake.workbook.table_reading import Tables
from govcheck.intake.workbook.tree import Tree

_NOTES = frozenset({kinds.HEADS, kinds.LABEL, kinds.SHEET, kinds.EXPECTED})


class PageReading:
    """Goes through one sheet from top to bottom."""

    def __init__(
        self, page: Page, reading: Reading, tree: Tree, tables: Tables, cells: Cells
    ) -> None:
        self._page = page
        self._reading = reading
        self._tree = tree
        self._tables = tables
        self._cells = cells
        self._answers = Answers(page, reading, cells, tables.texts)

    def read(self) -> None:
        """Take every row."""
        if self._answers_moved():
            return
        filled = sorted({row for row, _ in self._page.values})
        table: tuple[Address, int] | None = None
        rows: list[int] = []
        for row in filled:
            found = self._address(row)
            if found is not None and found.kind in kinds.COLUMNS:
                self._add(table, rows)
                table, rows = (found, row), []
            elif table is None:
                self._form_row(row, found)
            elif found is None or found.kind in {kinds.BLANK, kinds.EMPTY, kinds.NULL}:
                rows.append(row)
        self._add(table, rows)

    def _answers_moved(self) -> bool:
        """Whether the answers of a form no longer stand where they are looked for."""
        for (row, column), value in self._page.values.items():
            if value != kinds.YOUR_ANSWER or column == kinds.ANSWER_COLUMN:
                continue
            if self._address(row) == Address(kinds.HEADS):
                self._reading.note(
                    self._cells.add(self._page.spot(row, column)),
                    "a column was added or deleted, so the answers no longer stand in column C.",
                    "Undo that. Notes of your own can stand from column E on.",
                )
                return True
        return False

    def _add(self, table: tuple[Address, int] | None, rows: list[int]) -> None:
        if table is not None:
            self._tables.add(self._page, self._answers, *table, rows)

    def _address(self, row: int) -> Address | None:
        key = self._page.values.get((row, 1))
        if not isinstance(key, str):
            return None
        if key.startswith(f"{kinds.EMPTY}:"):
            return Address(kinds.EMPTY)
        return read_address(key)

    def _form_row(self, row: int, found: Address | None) -> None:
        if found is None:
            self._misplaced(row)
            return
        if found.kind in _NOTES:
            return
        offset = self._cells.add(self._page.spot(row, ANSWER_COLUMN))
        pointer: tuple[Any, ...] = found.steps
        match found.kind:
            case kinds.RECORD:
                self._tree.record(pointer, offset)
            case kinds.GROUP:
                self._tree.heading(pointer, offset)
            case kinds.NULL:
                self._tree.heading(pointer, offset)
                self._tree.null(pointer)
            case kinds.NONE_LIST | kinds.NONE_MAP:
                self._tree.heading(pointer, offset)
                if self._answers.none(row, ANSWER_COLUMN, offset):
                    named = found.kind == kinds.NONE_MAP
                    self._tree.none(pointer, named=named, offset=offset)
            case _ if found.is_answer:
                value = self._answers.value(found.kind, row, ANSWER_COLUMN, offset)
                self._tree.answer(pointer, value, offset)

    def _misplaced(self, row: int) -> None:
        """An answer in a row in which nothing is asked would be lost."""
        value = self._page.values.get((row, ANSWER_COLUMN))
        if value is None or (isinstance(value, str) and is_blank(value)):
            return
        self._reading.note(
            self._cells.add(self._page.spot(row, ANSWER_COLUMN)),
            f"nothing is asked in this row, so “{shown(str(value))}” belongs to no question.",
            "Move it beside a question. Notes of your own can stand from column E on, or on a "
            "sheet of your own.",
        )
