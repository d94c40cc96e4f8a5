"""Workbooks as Excel saves them, and with parts that no Excel would write."""

import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from xlsxwriter import Workbook

Sheets = Mapping[str, Sequence[Sequence[object]]]
SHEET = "xl/worksheets/sheet1.xml"


def workbook(path: Path, sheets: Sheets | Sequence[Sequence[object]]) -> Path:
    """Days are days, numbers numbers; None is left out."""
    with Workbook(
        path, {"default_date_format": "dd/mm/yyyy", "strings_to_formulas": False}
    ) as made:
        for name, rows in (sheets if isinstance(sheets, Mapping) else {"Sheet1": sheets}).items():
            sheet = made.add_worksheet(name)
            for number, row in enumerate(rows):
                for column, cell in enumerate(row):
                    if cell is not None:
                        sheet.write(number, column, cell)
    return path


def changed(path: Path, **parts: Callable[[bytes], bytes]) -> Path:
    """The workbook with some of its parts made anew, by the end of their names before `.xml`."""
    with zipfile.ZipFile(path) as archive:
        found = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in found.items():
            change = parts.get(Path(name).stem, bytes)
            archive.writestr(name, change(content))
    return path


def sheet_data(xml: str) -> Callable[[bytes], bytes]:
    """A sheet with this between the tags of its data."""
    head, tail = (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
        b"",
    )
    return lambda _old: (
        head + b"<sheetData>" + xml.encode() + b"</sheetData>" + tail + b"</worksheet>"
    )
