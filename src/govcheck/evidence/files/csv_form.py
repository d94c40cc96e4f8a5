"""How a CSV file is written: as the assessment says, or found out and said."""

from __future__ import annotations

import re
from pathlib import Path

from govcheck.evidence.files.csv_delimiter import (
    NAMES,
    Head,
    check_title,
    check_told,
    found_delimiter,
)
from govcheck.evidence.files.csv_reader import is_usual
from govcheck.evidence.files.csv_records import CODECS, CsvForm, undecodable
from govcheck.evidence.header_names import header_names
from govcheck.evidence.tables.table import UnreadableTable
from govcheck.model.data_source import DataSource

_HEAD = 1024 * 1024
"""So much of a file is looked at to find out how it is written."""
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_SEPARATOR = re.compile(r"\ufeff?\"?sep=([,;|\t])\"?\s*", re.IGNORECASE)
"""The first line in which some programs tell Excel the delimiter."""


def form_of(path: Path, source: DataSource) -> tuple[CsvForm, tuple[str, ...]]:
    """The form of a file, and what was found out. Raises UnreadableTable."""
    content = _content(path, source)
    encoding = source.encoding or _encoding(path, content)
    text = content.decode(CODECS[encoding], errors="replace")
    told: str | None = "\t" if source.delimiter == "tab" else source.delimiter
    header_row = source.header_row or 1
    separator = _SEPARATOR.match(text) if source.header_row is None else None
    if separator:
        told, header_row = told or separator[1], 2
    head = Head(text, header_row)
    delimiter = told or found_delimiter(head)
    if source.delimiter:
        check_told(head, delimiter)
    if source.header_row is None:
        check_title(head, delimiter)
    headers = header_names(head.headers(delimiter), header_row)
    notes = []
    if source.delimiter is None and len(headers) > 1:
        notes.append(f"delimiter {NAMES[delimiter]} (found)")
    if source.encoding is None and not content.isascii():
        notes.append(f"encoding {encoding} (found)")
    usual = is_usual(text, delimiter)
    return CsvForm(headers, delimiter, encoding, header_row, usual), tuple(notes)


def _content(path: Path, source: DataSource) -> bytes:
    """The beginning of a file."""
    with path.open("rb") as stream:
        content = stream.read(_HEAD)
        more = bool(stream.read(1))
    if not content.strip():
        raise UnreadableTable("it is empty.", "Export it again, with its headers.")
    wide = source.encoding == "utf-16" or content.startswith((b"\xff\xfe", b"\xfe\xff"))
    if b"\0" in content and not wide:
        raise UnreadableTable(
            f"it is not a text file: it holds bytes that no text has{_place_of(content)}.",
            "Export it again as “CSV UTF-8”, or correct the path. If its letters are stored in "
            "two bytes each, say so, as encoding: utf-16.",
        )
    if more and not (b"\n" in content or b"\r" in content):
        raise UnreadableTable(
            "its first line is longer than any line of headers should be.",
            "Check that it is the right file, and that each row has a line of its own.",
        )
    return content[: content.rfind(b"\n") + 1 or None] if more and not wide else content


def _place_of(content: bytes) -> str:
    """Where the first such byte stands, if the bytes before it are lines of text."""
    lines = content.count(b"\n", 0, content.index(b"\0"))
    return f" (first in line {lines + 1})" if lines else ""


def _encoding(path: Path, content: bytes) -> str:
    """Told by the mark at the beginning, or by what the letters that are not ASCII can be."""
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return encoding
    if content.isascii():
        return "utf-8"
    strange = [line for line in content.splitlines() if not line.isascii()]
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
