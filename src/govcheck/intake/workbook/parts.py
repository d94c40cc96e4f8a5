"""The parts of a workbook, looked at before it is opened."""

from __future__ import annotations

import re

from govcheck.intake.source import MAX_BYTES
from govcheck.model.packed import UnpacksTooFarError, unpacked

MAX_UNPACKED = 20 * 1024 * 1024
MAX_RATIO = 200
MAX_CELLS = 200_000
"""Filled cells of all sheets, each of which takes time to read."""
MAX_MERGED = 100_000
"""Cells that are one with others, each of which takes memory."""
_CELL = re.compile(rb"<(?:\w+:)?c[\s>/]")
_MERGED = re.compile(
    rb"<(?:\w+:)?mergeCell\b[^>]*\bref\s*=\s*[\"']([A-Za-z]+)(\d+):([A-Za-z]+)(\d+)"
)
_OLD = b"\xd0\xcf\x11\xe0"
_SAVE = "Open it in Excel and save it as .xlsx."


class Unsafe(Exception):  # noqa: N818 - it names the file
    """A file that is not opened, with the reason and what to do."""


def checked_parts(content: bytes) -> dict[str, bytes]:
    """The parts of a workbook by their names. Raises Unsafe."""
    if len(content) > MAX_BYTES:
        raise Unsafe("the file is larger than 5 MiB. Keep evidence in files of its own.")
    if content.startswith(_OLD):
        raise Unsafe(
            "the file is protected by a password, or an old workbook (.xls). "
            "Save it as .xlsx without a password."
        )
    parts: dict[str, bytes] = {}
    try:
        parts.update(unpacked(content, MAX_UNPACKED, MAX_RATIO))
    except UnpacksTooFarError:
        raise Unsafe("the file unpacks to far more than its size, so it is not opened.") from None
    except Exception:  # noqa: BLE001, S110 - a damaged archive fails in many ways
        pass
    if "xl/workbook.xml" not in parts:
        raise Unsafe(f"the file is damaged, or no Excel workbook. {_SAVE}")
    if any(b"<!DOCTYPE" in part or b"<!ENTITY" in part for part in parts.values()):
        raise Unsafe(f"the file is not written as workbooks are. {_SAVE}")
    if sum(len(_CELL.findall(part)) for part in parts.values()) > MAX_CELLS:
        raise Unsafe(
            f"the workbook has more than {MAX_CELLS:,} cells that hold something or are coloured. "
            "Keep data in files of their own, and delete the rows that are not needed."
        )
    if sum(map(_merged, parts.values())) > MAX_MERGED:
        raise Unsafe(
            "far too many cells are merged. Select all sheets, and choose Unmerge Cells for what "
            "lies outside the questions."
        )
    return parts


def _merged(part: bytes) -> int:
    """How many cells of a sheet are merged with others."""
    return sum(
        (int(last) - int(first) + 1) * (_column(right) - _column(left) + 1)
        for left, first, right, last in _MERGED.findall(part)
    )


def _column(name: bytes) -> int:
    number = 0
    for letter in name.upper()[:4]:
        number = number * 26 + letter - ord("A") + 1
    return number
