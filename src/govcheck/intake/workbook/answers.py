"""What stands in the cells for answers, or why it cannot be read."""

from __future__ import annotations

from typing import Any

from govcheck.intake.expected_type import found
from govcheck.intake.reading import Reading
from govcheck.intake.workbook.cell_text import NONE, UnreadableText
from govcheck.intake.workbook.cell_value import read
from govcheck.intake.workbook.cells import Cells
from govcheck.intake.workbook.opened import Fault, Page

Texts = list[tuple[str, int]]


class Answers:
    """The answers on one sheet."""

    def __init__(self, page: Page, reading: Reading, cells: Cells, texts: Texts) -> None:
        self._page = page
        self._reading = reading
        self._cells = cells
        self._texts = texts
        self._hidden_told: set[int] = set()
        self._merged_told: set[str] = set()

    def offset(self, row: int, column: int) -> int:
        """The number by which places refer to a cell."""
        return self._cells.add(self._page.spot(row, column))

    def head(self, row: int, column: int, offset: int) -> Any:
        """What names an entry, which is no answer by itself."""
        return self._read("json", row, column, offset)

    def value(self, kind: str, row: int, column: int, offset: int) -> Any:
        """The answer in a cell; None where it is blank or cannot be read, which is noted."""
        value = self._read(kind, row, column, offset)
        if value is not None:
            self._tell_hidden(row, offset)
        return value

    def _read(self, kind: str, row: int, column: int, offset: int) -> Any:
        merged = self._page.merged.get((row, column))
        if merged is not None:
            self._tell_merged(merged, offset)
            return None
        cell = self._page.values.get((row, column))
        if isinstance(cell, Fault):
            self._reading.note(offset, *cell)
            return None
        try:
            value = read(kind, cell)
        except UnreadableText as error:
            self._reading.note(offset, str(error))
            return None
        if isinstance(cell, str):
            self._texts.append((cell, offset))
        return value

    def none(self, row: int, column: int, offset: int) -> bool:
        """Whether a cell says that there are none."""
        value = self.value("choice", row, column, offset)
        if isinstance(value, str) and value.casefold() == NONE:
            return True
        if value is not None:
            self._reading.note(
                offset,
                f"{found(value)} is not one of the answers: none.",
                "Write none if there are none; otherwise leave the cell blank.",
            )
        return False

    def _tell_merged(self, cells: str, offset: int) -> None:
        if cells not in self._merged_told:
            self._merged_told.add(cells)
            self._reading.note(
                offset,
                f"the cells {cells} are merged, so it is not clear what the answer belongs to.",
                "Select them and choose Unmerge Cells.",
            )

    def _tell_hidden(self, row: int, offset: int) -> None:
        if row in self._page.hidden_rows and row not in self._hidden_told:
            self._hidden_told.add(row)
            self._reading.note(
                offset,
                f"row {row} is hidden and holds an answer, which nobody would see.",
                "Clear the filter, or select the rows around it and choose Unhide.",
            )
