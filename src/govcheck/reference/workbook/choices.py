"""What can be chosen in a cell: lists on a sheet of their own, and rules for days and numbers."""

from __future__ import annotations

from datetime import date
from typing import Any

from xlsxwriter.utility import xl_range_abs
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from govcheck.model.visible import shortened
from govcheck.reference.workbook.book import Book
from govcheck.reference.workbook.shape import Shape
from govcheck.reference.workbook.sheets import Table

_SHEET = "Choices"
_LONGEST_MESSAGE = 255
_LONGEST_TITLE = 32
_FIRST_DAY = date(1900, 3, 1)
_LAST_DAY = date(2199, 12, 31)
_FLAG = ("yes", "no")


class Choices:
    """The closed answers of a workbook, each list once."""

    def __init__(self, file: Workbook, book: Book) -> None:
        self._page = file.add_worksheet(_SHEET)
        self._page.hide()
        self._groups = book.groups
        self._ranges: dict[tuple[str, ...], str] = {}
        self._tables = {sheet.name: sheet for sheet in book.sheets if isinstance(sheet, Table)}
        self._evidence = book.evidence

    def write(self) -> None:
        """Fill the sheet on which the lists stand."""
        for column, items in enumerate(self._ranges):
            for row, item in enumerate(items):
                self._page.write_string(row, column, item)

    def rule(  # noqa: PLR0913, PLR0917 - what Excel keeps with a range of cells
        self,
        page: Worksheet,
        cells: tuple[int, int, int, int],
        shape: Shape,
        told: str,
        title: str,
        source: str = "",
    ) -> None:
        """What a range of cells accepts, and the words that appear when one is chosen."""
        rule = {**self._accepted(shape), "ignore_blank": True}
        if source:
            rule |= {"validate": "list", "source": source, "show_error": False}
        if told:
            rule["input_title"] = shortened(title, _LONGEST_TITLE)
            rule["input_message"] = shortened(told, _LONGEST_MESSAGE)
        if told or rule["validate"] != "any":
            page.data_validation(*cells, rule)

    def refers_to(self, sheet: str) -> str:
        """The cells of a table with what names its entries, as the source of a list."""
        table = self._tables.get(sheet)
        if table is None:
            return ""
        return f"='{sheet}'!{xl_range_abs(6, 1, 5 + len(table.rows) + table.spare, 1)}"

    def _accepted(self, shape: Shape) -> dict[str, Any]:
        match shape.kind:
            case "day":
                return {
                    "validate": "date",
                    "criteria": "between",
                    "minimum": _FIRST_DAY,
                    "maximum": _LAST_DAY,
                    "error_title": "A date, please",
                    "error_message": "Write a date, as 31/10/2023.",
                }
            case "number":
                return _number(shape)
            case "flag":
                return self._list(_FLAG)
            case "choice" | "list":
                return self._of_names(shape)
        return {"validate": "any"}

    def _of_names(self, shape: Shape) -> dict[str, Any]:
        if shape.names == "evidence":
            return {
                "validate": "list",
                "source": self.refers_to(self._evidence),
                "show_error": False,
            }
        rule = self._list(self._groups if shape.names == "groups" else shape.choices)
        if shape.kind == "list":
            rule["show_error"] = False  # several can be written, which no rule can describe
        return rule

    def _list(self, items: tuple[str, ...]) -> dict[str, Any]:
        if not items:
            return {"validate": "any"}
        if items not in self._ranges:
            column = len(self._ranges)
            place = xl_range_abs(0, column, len(items) - 1, column)
            self._ranges[items] = f"={_SHEET}!{place}"
        return {
            "validate": "list",
            "source": self._ranges[items],
            "error_title": "Not one of the answers",
            "error_message": "Choose an answer from the list, or leave the cell blank.",
        }


def _number(shape: Shape) -> dict[str, Any]:
    least = -(2**53) if shape.least is None else shape.least
    most = 2**53 if shape.most is None else shape.most
    kind = "whole number" if shape.whole else "number"
    return {
        "validate": "integer" if shape.whole else "decimal",
        "criteria": "between",
        "minimum": int(least) if shape.whole else least,
        "maximum": int(most) if shape.whole else most,
        "error_title": f"A {kind}, please",
        "error_message": f"Write a {kind} in digits, or leave the cell blank.",
    }
