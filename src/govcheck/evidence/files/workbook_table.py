"""Sheets of workbooks, read whole and counted by Python alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from govcheck.evidence.files.csv_table import table_in_memory
from govcheck.evidence.files.several import check_same_headers, told_of
from govcheck.evidence.files.workbook_parts import looked_into
from govcheck.evidence.header_names import header_names, headers_below, title_fault
from govcheck.evidence.nearest import nearest
from govcheck.evidence.tables.cell import blank, label
from govcheck.evidence.tables.opened_table import OpenedTable
from govcheck.evidence.tables.table import UnreadableTable
from govcheck.model.data_source import DataSource
from govcheck.model.visible import shortened

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

_LONGEST = 60
_MOST_NAMED = 10
_MOST_TITLES = 100
"""The headers are looked for in so many rows."""
_DAMAGED = (
    "it is damaged, or protected.",
    "Open it in Excel and save it as .xlsx without a password, or as “CSV UTF-8”.",
)
Row = list[object]


class _Sheet(NamedTuple):
    """What stands on a sheet, without what is blank around it."""

    headers: tuple[str, ...]
    rows: list[Row]
    first: int
    """The row of the sheet in which the first of them stands, counted from 1."""
    notes: tuple[str, ...]


def workbook_table(paths: Sequence[Path], source: DataSource, name: str) -> OpenedTable:
    """Read a sheet of each workbook as one table. Raises UnreadableTable."""
    _require_engine()
    several = len(paths) > 1
    sheets = []
    for path in paths:
        with told_of(path, several=several):
            sheets.append(_read(path, source))
            check_same_headers(sheets[-1].headers, sheets[0].headers, paths[0])
    places = [
        f"row {row} of {path.name}" if several else f"row {row}"
        for path, sheet in zip(paths, sheets, strict=True)
        for row in range(sheet.first, sheet.first + len(sheet.rows))
    ]
    rows = (row for sheet in sheets for row in sheet.rows)
    notes = tuple(dict.fromkeys(note for sheet in sheets for note in sheet.notes))
    return table_in_memory(sheets[0].headers, rows, places.__getitem__, name, notes)


def _require_engine() -> None:
    try:
        import python_calamine  # noqa: F401, PLC0415 - an extra
    except ImportError:
        raise UnreadableTable(
            "it takes python-calamine to read it, which is not installed.",
            'Install it with: pip install "govcheck[tables]"',
        ) from None


def _read(path: Path, source: DataSource) -> _Sheet:
    from python_calamine import CalamineWorkbook  # noqa: PLC0415 - an extra

    content, notes = looked_into(path)
    rows = None
    try:
        with CalamineWorkbook.from_filelike(content) as workbook:
            sheet, found = _sheet(workbook, source.sheet)
            rows = list(_rows(sheet))
    except UnreadableTable:
        raise
    except Exception:  # noqa: BLE001, S110 - what libraries say may hold a row's values
        pass
    if rows is None:  # not raised above, where the other error would be its context
        raise UnreadableTable(*_DAMAGED)
    table = _cut(rows, source.header_row or 1, (*found, *notes))
    if source.header_row is None:
        _check_title(rows, len(table.headers))
    return table


def _sheet(workbook: CalamineWorkbook, wanted: str | None) -> tuple[CalamineSheet, tuple[str, ...]]:
    """The sheet that is meant, and what was found out: the first that can be seen."""
    from python_calamine import SheetTypeEnum, SheetVisibleEnum  # noqa: PLC0415 - an extra

    sheets = [item for item in workbook.sheets_metadata if item.typ == SheetTypeEnum.WorkSheet]
    names = [item.name for item in sheets]
    if wanted is not None:
        by_folded = {name.strip().casefold(): name for name in names}
        meant = by_folded.get(wanted.strip().casefold())
        if meant is None:
            known = ", ".join(shortened(name, _LONGEST) for name in names[:_MOST_NAMED])
            raise UnreadableTable(
                f"it has no sheet “{shortened(wanted, _LONGEST)}”.",
                nearest(wanted, names, f"It has: {known}."),
            )
        return workbook.get_sheet_by_name(meant), ()
    seen = [item.name for item in sheets if item.visible == SheetVisibleEnum.Visible]
    if not seen:
        raise UnreadableTable(
            "it has no sheet that can be seen.", "Name the sheet, as sheet: Leavers."
        )
    several = f"sheet “{shortened(seen[0], _LONGEST)}” (the first of {len(names)})"
    return workbook.get_sheet_by_name(seen[0]), (several,) if len(names) > 1 else ()


def _rows(sheet: CalamineSheet) -> Iterator[Row]:
    """The rows from the first of the sheet. A text that occurs often is kept once."""
    known: dict[str, str] = {}
    for row in sheet.iter_rows():
        yield [known.setdefault(cell, cell) if isinstance(cell, str) else cell for cell in row]


def _check_title(rows: Sequence[Row], usual: int) -> None:
    filled = (sum(1 for cell in row if not blank(cell)) for row in rows[:_MOST_TITLES])
    below = headers_below(filled, usual)
    if below is not None:
        raise title_fault("row 1", usual, f"row {below + 1}")


def _cut(rows: list[Row], header_row: int, notes: tuple[str, ...]) -> _Sheet:
    """The rows under the headers, without what is blank below the last and around all of them.

    Blank rows between others are rows, as in a CSV file: a row that is wiped is not gone.
    """
    while rows and all(map(blank, rows[-1])):
        rows.pop()
    if not rows:
        raise UnreadableTable(
            "the sheet is empty.",
            "If the table stands on another sheet, name it as sheet: Leavers.",
        )
    if header_row > len(rows) or all(map(blank, rows[header_row - 1])):
        raise UnreadableTable(
            f"there are no headers in row {header_row}.",
            "Say in the assessment in which row they stand, as header_row: 3.",
        )
    heads, under = rows[header_row - 1], rows[header_row:]
    used = [
        column
        for column, head in enumerate(heads)
        if not (blank(head) and all(blank(row[column]) for row in under))
    ]
    return _Sheet(
        header_names([label(heads[column]) or "" for column in used], header_row),
        [[row[column] for column in used] for row in under],
        header_row + 1,
        notes,
    )
