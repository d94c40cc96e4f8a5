"""The lines of some rows of a large CSV file, without reading more of it than needed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from itertools import islice
from pathlib import Path

from govcheck.evidence.files.csv_records import CsvForm, records

EARLY = 100_000
"""Up to so many rows are read by Python to find their lines: longer takes too long."""
_CHUNK = 1024 * 1024


def lines_of_rows(
    path: Path, form: CsvForm, numbers: Collection[int], rows: Callable[[], int]
) -> Mapping[int, str]:
    """The lines of the rows with these numbers, which are counted from 0.

    Of late rows, `12` where the file has a line for each of its `rows`, and `row 12` where cells
    have line breaks, or lines between the rows are empty.
    """
    last = max(numbers, default=0)
    if last < EARLY:
        first = enumerate(islice(records(path, form), last + 1))
        return {number: f"{record.line}" for number, record in first if number in numbers}
    if _lines(path) == form.header_row + rows():
        return {number: f"{form.header_row + 1 + number}" for number in numbers}
    return {number: f"row {number + 1}" for number in numbers}


def _lines(path: Path) -> int:
    """How many lines a file has, empty ones at its end not counted."""
    lines, end = 0, b""
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            lines += chunk.count(b"\n")
            end = chunk
    return lines - end.count(b"\n", len(end.rstrip())) + 1
