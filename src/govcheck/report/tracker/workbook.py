"""The tracker as an Excel workbook. No cell is a formula or a link, whatever it holds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from govcheck.model.visible import shortened
from govcheck.report.judged import Judged
from govcheck.report.tracker.colour import MEANING, Colour
from govcheck.report.tracker.rows import HEADINGS, Row, rows
from govcheck.report.word.saving import undated

_FILLS = {
    Colour.GREEN: "#C6E5CC",
    Colour.AMBER: "#FFDFA0",
    Colour.RED: "#F6BDB7",
    Colour.WHITE: "#FFFFFF",
}
"""Pale, so that the black words on them have a contrast of more than 7 to 1."""
_WIDTHS = (16, 5, 9, 24, 9, 18, 19, 18, 60)
"""In letters."""
_LINE, _TALLEST = 15, 409
"""Of a row: points for each of its lines, and the most that Excel knows."""
_MOST = 32_767
"""Letters that a cell of Excel can hold."""
_STATUS, _DUE = 4, 6
_LOOK = {"text_wrap": True, "valign": "top", "border": 1}
_TEXT = {**_LOOK, "quote_prefix": True}
"""The prefix keeps a cell a text even when somebody types into it."""
_A4 = 9


def render(judged: Sequence[Judged]) -> bytes:
    """A sheet with a row for each recommendation, and one with the meaning of the colours."""
    file = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(file, options) as book:
        day = max(item.result.as_of for item in judged)
        made = datetime.fromisoformat(day).replace(tzinfo=UTC)
        book.set_properties({"title": "Tracker of recommendations", "created": made})
        cell = book.add_format(_TEXT)
        head = book.add_format(
            {"bold": True, "text_wrap": True, "valign": "top", "border": 1, "bg_color": "#1F3864",
             "font_color": "#FFFFFF"}
        )  # fmt: skip
        fills = {
            colour: book.add_format({**_TEXT, "bold": True, "bg_color": fill})
            for colour, fill in _FILLS.items()
        }
        found = rows(judged)
        sheet = _sheet(book, "Tracker", len(found))
        _fill(sheet, found, head, cell, fills)
        _date(
            sheet, judged, book.add_format({**_LOOK, "num_format": "d mmmm yyyy", "align": "left"})
        )
        _explain(book.add_worksheet("Colours"), head, cell, fills)
    return undated(file.getvalue())


def _sheet(book: Workbook, name: str, count: int) -> Worksheet:
    """A sheet that prints on A4 and keeps its headings in sight."""
    sheet = book.add_worksheet(name)
    sheet.set_margins(left=0.4, right=0.4)
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(count, 1), len(HEADINGS) - 1)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_footer("&LTracker of recommendations&RPage &P of &N")
    return sheet


def _fill(
    sheet: Worksheet, found: Sequence[Row], head: Format, cell: Format, fills: dict[Colour, Format]
) -> None:
    for column, heading in enumerate(HEADINGS):
        sheet.write_string(0, column, heading, head)
    for line, row in enumerate(found, 1):
        sheet.set_row(line, _height(row))
        for column, text in enumerate(row):
            look = fills[row.colour] if column == _STATUS else cell
            sheet.write_string(line, column, shortened(text, _MOST), look)


def _date(sheet: Worksheet, judged: Sequence[Judged], look: Format) -> None:
    """Due dates again as dates, so that they can be sorted and filtered."""
    items = (item for one in judged for item in one.result.recommendations)
    for line, item in enumerate(items, 1):
        if item.due:
            sheet.write_datetime(line, _DUE, datetime.fromisoformat(item.due.last_day), look)


def _height(row: Row) -> int:
    """What the longest cell needs; not every program works it out when it opens the file."""
    lines = max(len(text) // width + 1 for text, width in zip(row, _WIDTHS, strict=True))
    return min(lines * _LINE, _TALLEST)


def _explain(sheet: Worksheet, head: Format, cell: Format, fills: dict[Colour, Format]) -> None:
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_column(0, 0, 12)
    sheet.set_column(1, 1, 60)
    sheet.write_string(0, 0, "Status", head)
    sheet.write_string(0, 1, "Meaning", head)
    for line, (colour, meaning) in enumerate(MEANING.items(), 1):
        sheet.write_string(line, 0, colour, fills[colour])
        sheet.write_string(line, 1, meaning, cell)
