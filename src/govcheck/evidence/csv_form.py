"""How a CSV file is written: as the assessment says, or found out and said."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from govcheck.evidence.csv_records import CODECS, CsvForm, undecodable
from govcheck.evidence.table import UnreadableTable
from govcheck.model.data_source import DataSource

DELIMITERS = (",", ";", "\t", "|")
NAMES = {",": "comma", ";": "semicolon", "\t": "tab", "|": "vertical bar"}
_HEAD = 1024 * 1024
"""So much of a file is looked at to find out how it is written."""
_ROWS = 200
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def form_of(path: Path, source: DataSource) -> tuple[CsvForm, tuple[str, ...]]:
    """The form of a file, and what was found out. Raises UnreadableTable."""
    head = _head(path)
    encoding = source.encoding or _encoding(path, head)
    header_row = source.header_row or 1
    lines = _lines(path, head, CsvForm((), encoding=encoding), header_row)
    told = "\t" if source.delimiter == "tab" else source.delimiter
    delimiter = told or _delimiter(path, lines)
    headers = next(csv.reader(lines, delimiter=delimiter))
    form = CsvForm(_named(path, headers, header_row), delimiter, encoding, header_row)
    notes = []
    if told is None and len(headers) > 1:
        notes.append(f"delimiter {NAMES[delimiter]} (found)")
    if source.encoding is None and not head.isascii():
        notes.append(f"encoding {encoding} (found)")
    return form, tuple(notes)


def _head(path: Path) -> bytes:
    with path.open("rb") as stream:
        head = stream.read(_HEAD)
    if not head.strip():
        raise UnreadableTable(f"{path.name} is empty.", "Export it again, with its headers.")
    if b"\0" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UnreadableTable(
            f"{path.name} is not a text file.", "Export it as CSV, or correct the path."
        )
    return head


def _encoding(path: Path, head: bytes) -> str:
    """Told by the mark at the beginning, or by what the letters that are not ASCII can be."""
    for mark, encoding in _BOMS:
        if head.startswith(mark):
            return encoding
    strange = [line for line in head.splitlines()[:-1] or [head] if not line.isascii()]
    in_utf8 = sum(1 for line in strange if _decodes(line, "utf-8"))
    if in_utf8 == len(strange):
        return "utf-8"
    if in_utf8 or not all(_decodes(line, "cp1252") for line in strange):
        raise undecodable(path, CsvForm(()))
    return "windows-1252"


def _decodes(line: bytes, codec: str) -> bool:
    try:
        line.decode(codec)
    except UnicodeDecodeError:
        return False
    return True


def _lines(path: Path, head: bytes, form: CsvForm, header_row: int) -> list[str]:
    """The header line and some lines below it."""
    text = head.decode(CODECS[form.encoding], errors="ignore" if len(head) == _HEAD else "replace")
    lines = text.splitlines(keepends=True)
    if len(lines) < header_row or not lines[header_row - 1].strip():
        raise UnreadableTable(
            f"{path.name} has no headers in line {header_row}.",
            "Say in the assessment in which line they stand, as header_row: 3.",
        )
    return lines[header_row - 1 : header_row + _ROWS]


def _delimiter(path: Path, lines: Sequence[str]) -> str:
    """The sign that cuts the header into most parts, and the rows into as many."""
    parts = {sign: list(_widths(lines, sign)) for sign in DELIMITERS}
    fitting = [sign for sign in DELIMITERS if parts[sign][0] > 1 and _is_regular(parts[sign])]
    if len(fitting) == 1:
        return fitting[0]
    cutting = [sign for sign in DELIMITERS if parts[sign][0] > 1]
    if not cutting:
        return ","
    best = sorted(fitting or cutting, key=lambda sign: -parts[sign][0])
    if len(best) > 1 and parts[best[0]][0] == parts[best[1]][0]:
        names = " or ".join(NAMES[sign] for sign in best[:2])
        raise UnreadableTable(
            f"{path.name}: the columns may be divided by {names}.",
            'Say which in the assessment, as delimiter: ";".',
        )
    return best[0]


def _widths(lines: Sequence[str], sign: str) -> Iterator[int]:
    try:
        yield from (len(cells) for cells in islice(csv.reader(lines, delimiter=sign), _ROWS))
    except csv.Error:
        yield 0


def _is_regular(widths: Sequence[int]) -> bool:
    """Whether most rows have as many cells as there are headers."""
    rows = widths[1:]
    return not rows or rows.count(widths[0]) * 2 > len(rows)


def _named(path: Path, headers: Sequence[str], header_row: int) -> tuple[str, ...]:
    """The headers, each with a name of its own; what has none is called by its place."""
    names = [
        name.strip() or f"(column {place} without a header)"
        for place, name in enumerate(headers, 1)
    ]
    twice = [name for name, times in Counter(map(str.casefold, names)).items() if times > 1]
    if twice:
        places = [str(at) for at, name in enumerate(names, 1) if name.casefold() == twice[0]]
        raise UnreadableTable(
            f"{path.name}: columns {' and '.join(places)} have the same header in line"
            f" {header_row}.",
            "Give each column a name of its own. Capital letters make no difference.",
        )
    return tuple(names)
