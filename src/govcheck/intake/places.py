"""Where the values of a document stand in its text.

Loaders record character offsets, which cost next to nothing; lines and columns are worked out only
for the few places that a message names.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from govcheck.intake.problem import Problem

Pointer = tuple[str | int, ...]
"""The way from the top of a document to a value: keys of mappings and indexes of lists."""

Place = tuple[int, int]
"""A line and a column, both counted from 1."""

Entry = tuple[int, int, "Places | None"]
"""The offsets of a key and of its value, and the entries inside the value. For an item of a list
the two offsets are the same."""

Places = dict[str | int, Entry]

_LINE_BREAK = re.compile(r"\r\n|\r|\n")


class Lines:
    """The lines of a text."""

    __slots__ = ("_starts", "_text")

    def __init__(self, text: str) -> None:
        """Keep the text; its lines are counted when the first place is asked for."""
        self._text = text
        self._starts: list[int] | None = None

    def place(self, offset: int) -> Place:
        """The line and column of a character."""
        if self._starts is None:
            self._starts = [0, *(found.end() for found in _LINE_BREAK.finditer(self._text))]
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def cell(self, offset: int) -> str | None:
        """The cell of a workbook; in a text there is none."""
        del offset
        return None

    def problem(self, name: str, offset: int, message: str, hint: str = "") -> Problem:
        """A problem at a place of the file of this name."""
        return Problem(name, *self.place(offset), message, self.hint(hint), self.cell(offset))

    def hint(self, text: str) -> str:
        """What to do, in words that fit the kind of file."""
        return text


def nearest(top: Entry, pointer: Pointer) -> Entry:
    """The entry of a value, or of the nearest value around it that the document has."""
    entry = top
    for step in pointer:
        inner = entry[2]
        if inner is None or step not in inner:
            break
        entry = inner[step]
    return entry
