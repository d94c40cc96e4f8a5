"""Small CSV files, read whole and counted by Python alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path

from govcheck.evidence.csv_records import CsvForm, records
from govcheck.evidence.opened_table import FIRST_LINES, OpenedTable, Wrong
from govcheck.evidence.rows import Rows
from govcheck.evidence.table import Layout
from govcheck.evidence.told_of import told_of


def small_csv_table(
    files: Mapping[Path, CsvForm], name: str, notes: tuple[str, ...] = ()
) -> OpenedTable:
    """Read CSV files with the same headers as one table. Raises UnreadableTable."""
    found: list[Sequence[str]] = []
    places: list[str] = []
    for path, form in files.items():
        of_file = f" of {path.name}" if len(files) > 1 else ""
        with told_of(path, several=len(files) > 1):
            for line, cells in records(path, form):
                found.append(cells)
                places.append(f"{line}{of_file}")
    headers = next(iter(files.values())).headers
    return table_in_memory(headers, found, places, name, notes)


def table_in_memory(
    headers: Sequence[str],
    records: Iterable[Sequence[object]],
    places: Sequence[str],
    name: str,
    notes: tuple[str, ...] = (),
) -> OpenedTable:
    """Rows with the place of each, as a table that is open."""
    columns: list[Sequence[object]] = list(zip(*records, strict=True)) or [() for _ in headers]
    rows = Rows(headers, columns)
    return OpenedTable(
        rows, name, notes=notes, samples=rows.cells, lines=partial(_lines, rows, places)
    )


def _lines(
    rows: Rows, places: Sequence[str], wrongs: Sequence[Wrong], layout: Layout
) -> Mapping[Wrong, tuple[str, ...]]:
    found = rows.find(wrongs, layout, FIRST_LINES)
    return {wrong: tuple(places[row] for row in numbers) for wrong, numbers in found.items()}
