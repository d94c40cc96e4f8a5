"""Some cells of a large CSV file, from all over it, without reading the whole."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from contextlib import suppress
from io import StringIO
from pathlib import Path

from govcheck.evidence.files.csv_reader import reader, without_surplus
from govcheck.evidence.files.csv_records import CsvForm

_PLACES = 64
_BYTES = 1024
"""How much is read at each place: some rows."""


def sample(path: Path, form: CsvForm) -> dict[str, list[str]]:
    """Different cells by header, of a file in UTF-8.

    Rows that are cut, or only seem to be rows since a cell has line breaks, mostly do not have the
    right number of cells and are passed over.
    """
    found: dict[str, dict[str, None]] = {header: {} for header in form.headers}
    for text in _pieces(path, form.header_row):
        for row in _rows(text, form.delimiter):
            cells = without_surplus(row, len(form.headers))
            if len(cells) == len(form.headers):
                for header, cell in zip(form.headers, cells, strict=True):
                    found[header][cell] = None
    return {header: list(cells) for header, cells in found.items()}


def _rows(text: str, delimiter: str) -> Iterator[list[str]]:
    """The rows of a piece, up to a cell that is too long to be one."""
    with suppress(csv.Error):
        yield from reader(StringIO(text, newline=""), delimiter)


def _pieces(path: Path, header_row: int) -> Iterator[str]:
    """Whole lines from places that are equally far from one another."""
    with path.open("rb") as stream:
        for _ in range(header_row):
            stream.readline()
        start, size = stream.tell(), path.stat().st_size
        for place in range(start, size, max((size - start) // _PLACES, _BYTES)):
            stream.seek(place)
            if place > start:
                stream.readline()
            piece = stream.read(_BYTES) + stream.readline()
            yield piece.decode(errors="replace")
