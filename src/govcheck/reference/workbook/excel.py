"""The sheets as an Excel file. XlsxWriter is imported here and nowhere else."""

from __future__ import annotations

from datetime import UTC, date, datetime
from io import BytesIO

import xlsxwriter
from xlsxwriter.workbook import Workbook

from govcheck.reference.workbook.book import Book
from govcheck.reference.workbook.choices import Choices
from govcheck.reference.workbook.form_sheet import write_form
from govcheck.reference.workbook.look import Look
from govcheck.reference.workbook.sheets import Form
from govcheck.reference.workbook.table_sheet import write_table

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_date_format": "dd/mm/yyyy",
}


def as_xlsx(book: Book) -> bytes:
    """The workbook as the bytes of a file: the same sheets give the same bytes."""
    stream = BytesIO()
    file = xlsxwriter.Workbook(stream, _OPTIONS)
    _properties(file, book)
    look = Look(file)
    sheets = [file.add_worksheet(sheet.name) for sheet in book.sheets]
    choices = Choices(file, book)
    for sheet, page in zip(book.sheets, sheets, strict=True):
        if isinstance(sheet, Form):
            write_form(page, sheet, look, choices)
        else:
            write_table(page, sheet, look, choices)
    choices.write()
    sheets[0].activate()
    file.close()
    return stream.getvalue()


def _properties(file: Workbook, book: Book) -> None:
    day = date.fromisoformat(book.day)
    created = datetime(day.year, day.month, day.day, tzinfo=UTC).replace(tzinfo=None)
    file.set_properties({"title": book.title, "author": "govcheck", "created": created})
    file.set_size(28_000, 16_000)
