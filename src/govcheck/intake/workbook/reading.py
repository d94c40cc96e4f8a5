"""A workbook as plain data, with the cell of every value in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from govcheck.intake.places import Entry, Lines
from govcheck.intake.problem import InvalidDocument, Problem, shown
from govcheck.intake.reading import Reading
from govcheck.intake.unprintable import note_text
from govcheck.intake.workbook.address import EXPECTED, SHEET, read_address
from govcheck.intake.workbook.cells import Cells
from govcheck.intake.workbook.opened import Page, opened
from govcheck.intake.workbook.page_reading import PageReading
from govcheck.intake.workbook.parts import Unsafe
from govcheck.intake.workbook.table_reading import Tables
from govcheck.intake.workbook.tree import Tree

_NEW = "Make a new workbook from the last good file: govcheck workbook FILE --output NEW.xlsx"


def read_workbook(raw: bytes, name: str) -> tuple[dict[str, Any], Entry, Lines]:
    """The data, their places, and the cells. Raises InvalidDocument with every problem."""
    try:
        pages = opened(raw)
    except Unsafe as error:
        raise InvalidDocument([Problem(name, 1, 1, str(error))]) from None
    cells = Cells()
    reading = Reading(name, "", cells)
    known = _known(pages, reading, cells)
    tree = Tree(reading)
    tables = Tables(reading, tree, cells)
    for page in known:
        PageReading(page, reading, tree, tables, cells).read()
    tables.read()
    _expect(known, reading, cells)
    for text, offset in tables.texts:
        note_text(reading, text, offset)
    reading.settle()
    return tree.data, tree.top, cells


def _known(pages: Sequence[Page], reading: Reading, cells: Cells) -> list[Page]:
    """The sheets that govcheck made; others are the user's own and not read."""
    known: dict[str, Page] = {}
    start = cells.add(pages[0].spot(1, 1))
    for page in pages:
        marker = page.values.get((1, 1))
        address = read_address(marker) if isinstance(marker, str) else None
        if address is None or address.kind != SHEET:
            continue
        if str(address) in known:
            reading.note(
                cells.add(page.spot(1, 1)),
                f"this sheet is a copy of the sheet {shown(known[str(address)].name)}: it is not "
                "clear which of the two counts.",
                "Delete one of them; or, to keep it for yourself, clear its cell A1.",
            )
            continue
        known[str(address)] = page
        if page.hidden:
            reading.note(
                cells.add(page.spot(1, 1)),
                "this sheet is hidden, so nobody would see the answers on it.",
                "Right-click a tab at the bottom of the window and choose Unhide.",
            )
    if not known:
        reading.stop(
            start,
            "this is not a workbook of govcheck, or column A was deleted from its sheets.",
            f"{_NEW}",
        )
    return list(known.values())


def _expect(known: Sequence[Page], reading: Reading, cells: Cells) -> None:
    """Every sheet that was made is still there, so that no answers are lost unseen."""
    markers = {str(page.values[1, 1]).strip() for page in known}
    if "sheet:/start" not in markers:
        reading.note(
            cells.add(known[0].spot(1, 1)),
            "the sheet Start is gone, or its column A was deleted.",
            f"Undo that, or: {_NEW}",
        )
    for page in known:
        for (row, column), value in page.values.items():
            address = read_address(value) if column == 1 and isinstance(value, str) else None
            if address and address.kind == EXPECTED and address.steps[0] not in markers:
                named = page.values.get((row, 3), "")
                reading.note(
                    cells.add(page.spot(row, 3)),
                    f"the sheet that belongs here is gone, or its column A was deleted"
                    f" ({shown(str(named))}).",
                    f"Undo that, or: {_NEW}",
                )
