"""The cells of a row. Spaces around a cell in quotation marks are no part of it."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _csv import Reader

_BEFORE, _AFTER = ' "', '" '


def reader(lines: Iterable[str], delimiter: str, *, strict: bool = False) -> Reader:
    """Cuts lines into cells.

    Strict where rows are counted: else a quotation mark that is never closed would swallow rows in
    silence. Then it stops over spaces after a quotation mark, see `without_spaces`.
    """
    return csv.reader(lines, delimiter=delimiter, strict=strict, skipinitialspace=True)


def without_spaces(lines: Iterable[str], delimiter: str) -> Iterator[str]:
    """The same lines without the spaces between the end of a cell and its quotation mark."""
    after = re.compile(f'" +(?=[{delimiter}\r\n]|$)')
    return (after.sub('"', line) if _AFTER in line else line for line in lines)


def is_usual(text: str, delimiter: str) -> bool:
    """Whether every engine reads a text as Python does.

    They differ over spaces around quotation marks, and over lines that only end in a return.
    """
    if "\r" in text and "\n" not in text:
        return False
    if '"' not in text or not (_BEFORE in text or _AFTER in text):
        return True
    beside = f"[{delimiter}\r\n]"
    return not re.search(f'(?:^|{beside}) +"|" +(?:{beside}|$)', text)


def without_surplus(cells: list[str], headers: int) -> list[str]:
    """Without blank cells beyond the headers: a delimiter at the end of a line says nothing."""
    return cells if any(map(str.strip, cells[headers:])) else cells[:headers]
