"""What a workbook unpacks to, looked at before it is opened: a small file can fill the memory."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path

from govcheck.evidence.tables.table import UnreadableTable
from govcheck.model.packed import UnpacksTooFarError, unpacked

MAX_BYTES = 100 * 1024 * 1024
"""Neither the file nor what it unpacks to may be larger."""
MAX_RATIO = 100
"""Nor may it unpack to so many times its size."""
MAX_CELLS = 20_000_000
MAX_COLUMNS = 1000
"""A sheet takes memory for every cell up to the last that is filled."""
MAX_TEXT = 200_000
"""Bytes of one text: Excel holds 32,767 characters. A text is kept once, for however many cells."""

_SAVE = "Open it in Excel and save it as .xlsx, or as “CSV UTF-8”."
_PLACED = re.compile(rb'<(?:c|row) r="([A-Z]{0,3})([0-9]{1,7})"')
"""A cell or row that says where it stands, as Excel writes it."""
_ANY_PLACE = re.compile(rb"\br\s*=\s*[\"']([A-Za-z]{0,9})([0-9]{1,9})")
_ROW = re.compile(rb"<(?:\w+:)?row\b")
_CELL = re.compile(rb"<(?:\w+:)?c\b")
_ODD = re.compile(rb"<!|<[^<>]*<")
"""What could hide a cell from these expressions."""
_TEXT = re.compile(rb"<(?:\w+:)?si\b[^>]*>")
_TAG = re.compile(rb"<[^>]*>")
_UNCALCULATED = re.compile(
    rb"<c\b(?![^>]*\bt=.str.)[^>]*>\s*<f\b[^>]*(?:/>|>[^<]*</f>)\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>"
)


def looked_into(path: Path) -> tuple[BytesIO, tuple[str, ...]]:
    """The content of a workbook that can be opened safely, and what is to be said of its cells.

    Raises UnreadableTable.
    """
    if path.stat().st_size > MAX_BYTES:
        raise _too_large()
    content = path.read_bytes()
    notes: dict[str, None] = {}
    reason = _no_workbook(content)
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            _check_kind(archive)
        for _, part in unpacked(content, MAX_BYTES, MAX_RATIO):
            _check_texts(part)
            _check_extent(part)
            notes |= dict.fromkeys(_notes(part))
    except UnreadableTable:
        raise
    except UnpacksTooFarError:
        reason = _too_large()
    except Exception:  # noqa: BLE001, S110 - a damaged archive fails in many ways
        pass
    else:
        return BytesIO(content), tuple(notes)
    raise reason  # not above, where the other error would be its context


def _no_workbook(content: bytes) -> UnreadableTable:
    if not content.strip():
        return UnreadableTable("it is empty.", "Export it again, with its headers.")
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        return UnreadableTable(
            "it is protected by a password, or an old workbook (.xls).",
            "Save it as .xlsx without a password.",
        )
    return UnreadableTable("it is damaged, or no workbook.", _SAVE)


def _too_large() -> UnreadableTable:
    return UnreadableTable(
        "it is too large for a workbook, or unpacks to far more than its size.",
        "Export the sheet as “CSV UTF-8”.",
    )


def _check_kind(archive: zipfile.ZipFile) -> None:
    """Other kinds of workbook are opened in other ways, with dangers of their own."""
    names = {name.casefold() for name in archive.namelist()}
    if "xl/workbook.xml" not in names or names & {"content.xml", "xl/workbook.bin"}:
        raise UnreadableTable("it is a workbook of another kind than its name says.", _SAVE)


def _check_texts(part: bytes) -> None:
    if len(part) <= MAX_TEXT or not (b"<si" in part or b":si" in part):
        return
    for text in _TEXT.split(part)[1:]:
        if len(text) > MAX_TEXT and len(_TAG.sub(b"", text)) > MAX_TEXT:
            raise UnreadableTable("a cell holds more text than Excel allows.", _SAVE)


def _check_extent(part: bytes) -> None:
    if b"sheetData" in part:
        height, width = _extent(part[part.index(b"sheetData") :])
        if width > MAX_COLUMNS or width * height > MAX_CELLS:
            raise UnreadableTable(
                "a sheet of it reaches far beyond any table (Ctrl+End in Excel shows how far).",
                "Delete the columns to the right of the table and the rows below it, even if they "
                "look empty, or export the table as “CSV UTF-8”.",
            )


def _extent(cells: bytes) -> tuple[int, int]:
    """How many rows and columns a sheet can have, rather too many than too few."""
    placed = _PLACED.findall(cells)
    tags = sum(map(cells.count, (b"<c", b":c", b"<row", b":row")))
    if tags == len(placed):
        return _last(placed)
    if _ODD.search(cells):
        raise UnreadableTable("it is not written as workbooks are.", _SAVE)
    height, width = _last(_ANY_PLACE.findall(cells))
    rows = _ROW.split(cells)
    widths = [len(_CELL.findall(row)) for row in rows]
    if len(rows) - 1 + sum(widths) == len(placed):
        return height, width
    # What does not say where it stands follows what stands before it.
    return height + len(rows) - 1, width + max(widths)


def _last(places: Iterable[tuple[bytes, bytes]]) -> tuple[int, int]:
    """The last row and the last column of these places."""
    letters = {place[0] for place in places}
    rows = {place[1] for place in places}
    return max(map(int, rows), default=0), max(map(_column, letters), default=0)


def _column(letters: bytes) -> int:
    """The number of a column: 1 for A, 27 for AA."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - ord("A") + 1
    return number


def _notes(part: bytes) -> Iterator[str]:
    if b"sheetData" not in part:
        return
    if b't="e"' in part:
        yield "cells with an error, such as #N/A, are read as blank"
    if b"<f" in part and _UNCALCULATED.search(part):
        yield "formulas that were never worked out are read as blank: save the workbook in Excel"
