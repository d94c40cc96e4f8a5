"""Small CSV files, read whole and counted by Python alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path

from govcheck.evidence.files.csv_records import CsvForm, all_rows
from govcheck.evidence.files.several import told_of
from govcheck.evidence.tables.opened_table import FIRST_LINES, OpenedTable, Wrong
from govcheck.evidence.tables.rows import Rows
from govcheck.evidence.tables.table import Layout


def small_csv_table(
    files: Mapping[Path, CsvForm], name: str, notes: tuple[str, ...] = ()
) -> OpenedTable:
    """Read CSV files with the same headers as one table. Raises UnreadableTable."""
    found: list[Sequence[str]] = []
    places: list[tuple[Path, Sequence[int]]] = []
    for path, form in files.items():
        with told_of(path, several=len(files) > 1):
            rows, lines = all_rows(path, form)
        found += rows
        places.append((path, lines))
    headers = next(iter(files.values())).headers
    return table_in_memory(headers, found, partial(_place, places), name, notes)


def _place(places: Sequence[tuple[Path, Sequence[int]]], row: int) -> str:
    """The line of a row, and its file where there are several."""
    for path, lines in places:
        if row < len(lines):
            return f"{lines[row]} of {path.name}" if len(places) > 1 else f"{lines[row]}"
        row -= len(lines)
    raise AssertionError(row)


def table_in_memory(
    headers: Sequence[str],
    records: Iterable[Sequence[object]],
    place: Callable[[int], str],
    name: str,
    notes: tuple[str, ...] = (),
) -> OpenedTable:
    """Rows as a table that is open; `place` tells where a row stands, counted from 0."""
    columns: list[Sequence[object]] = list(zip(*records, strict=True)) or [() for _ in headers]
    rows = Rows(headers, columns)
    return OpenedTable(
        rows, name, notes=notes, samples=rows.cells, lines=partial(_lines, rows, place)
    )


def _lines(
    rows: Rows, place: Callable[[int], str], wrongs: Sequence[Wrong], layout: Layout
) -> Mapping[Wrong, tuple[str, ...]]:
    found = rows.find(wrongs, layout, FIRST_LINES)
    return {wrong: tuple(map(place, numbers)) for wrong, numbers in found.items()}
