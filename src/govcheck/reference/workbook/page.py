"""What every sheet has in common: cells, protection, and how it prints."""

from __future__ import annotations

from datetime import date

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from govcheck.intake.workbook.cell_value import Written
from govcheck.model.visible import visible
from govcheck.reference.workbook.look import Look

KEYS = 0
"""The column of the keys: A."""
MOST_CHARACTERS = 32_767
"""Of the text in one cell, as Excel counts them."""
_A4 = 9
_UNLOCKED = {
    "format_cells": True,
    "format_columns": True,
    "format_rows": True,
    "insert_rows": True,
    "delete_rows": True,
    "sort": True,
    "autofilter": True,
    "insert_hyperlinks": True,
}


class TextTooLongError(Exception):
    """A text that no cell can hold; the words say which and what to do."""


def put(page: Worksheet, row: int, column: int, value: Written, look: Format) -> None:
    """Write a value as what it is: text never becomes a formula, a link or a number."""
    if value is None:
        page.write_blank(row, column, None, look)
    elif isinstance(value, str):
        page.write_string(row, column, value, look)
    elif isinstance(value, date):
        page.write_datetime(row, column, value, look)
    else:
        page.write_number(row, column, value, look)


def check_length(value: Written, key: str) -> None:
    """Raises TextTooLongError for a text that a cell would cut off."""
    if isinstance(value, str) and len(value.encode("utf-16-le")) // 2 > MOST_CHARACTERS:
        raise TextTooLongError(
            f"{visible(key.partition(':')[2])}: the text is longer than the {MOST_CHARACTERS:,} "
            "characters that a cell of Excel can hold. Shorten it, or put it into a document and "
            "point to that as evidence."
        )


def set_up(page: Worksheet, look: Look, widths: list[float], title: str) -> None:
    """Widths, protection without a password, and A4 landscape one page wide."""
    page.hide_gridlines(2)
    page.set_column(KEYS, KEYS, 2, look["key"])
    for column, width in enumerate(widths, 1):
        page.set_column(column, column, width, look["page"])
    page.protect("", _UNLOCKED)
    page.set_landscape()
    page.set_paper(_A4)
    page.fit_to_pages(1, 0)
    page.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
    shown = visible(title).replace("&", "&&")[:200]
    page.set_footer(f"&L&8{shown}&R&8Page &P of &N")


def lines_needed(text: str, width: float) -> int:
    """How many lines a text takes in a cell of a width, rather too many than too few."""
    per_line = max(1, int(width * 1.05))
    return sum(max(1, -(-len(part) // per_line)) for part in text.split("\n"))
