"""What stands in the first column of a sheet: the address of an answer, and what it may hold.

`day:/retention/review/completed_on` says that the row asks for a day and whose. So a sheet can be
read without knowing which packs made it.
"""

from __future__ import annotations

from typing import NamedTuple

Steps = tuple[str, ...]
"""The keys on the way to a value; `ANY_ENTRY`, which no key can be, for each entry of a table."""

ANY_ENTRY = "\0"
ANSWER_COLUMN = 3
"""The column of a form in which answers stand: C."""

HEADS, YOUR_ANSWER = "heads", "Your answer"
"""The row above the questions of a form, and what it says above the answers."""

SHEET, EXPECTED = "sheet", "expected"
"""The first cell of a sheet that is read; a row that says that there has to be one."""
RECORD, GROUP, NULL = "record", "group", "null"
NONE_LIST, NONE_MAP = "none-list", "none-map"
ENTRIES, NAMED = "entries", "named"
COLUMNS = frozenset({ENTRIES, NAMED})
"""Rows under which a table begins: a list of entries, or entries that have a name each."""
LABEL, BLANK, EMPTY = "label", "blank", "empty"
"""Rows of a table that are no entries; entries that are none unless answered; blank parts."""
NUMBER, PARENT, NAME = "#", "parent", "key"
"""Columns of a table: the number of the entry, that of the entry to which it belongs, its key."""
ANSWERS = frozenset({"text", "choice", "day", "period", "number", "flag", "list", "pairs", "json"})


class Address(NamedTuple):
    """What a row or a column is there for."""

    kind: str
    steps: Steps = ()

    def __str__(self) -> str:
        """The address as it is written into a cell."""
        return f"{self.kind}:" + "".join(f"/{_escaped(step)}" for step in self.steps)

    @property
    def is_answer(self) -> bool:
        """Whether the cell beside or below it holds an answer."""
        return self.kind in ANSWERS


def read_address(text: str) -> Address | None:
    """The address in a cell, or None where something else stands in it."""
    kind, colon, path = text.strip().partition(":")
    if not colon or (path and not path.startswith("/")):
        return None
    return Address(kind, tuple(map(_unescaped, path.split("/")[1:])))


def _escaped(step: str) -> str:
    if step == ANY_ENTRY:
        return "*"
    return step.replace("~", "~0").replace("/", "~1").replace("*", "~2")


def _unescaped(step: str) -> str:
    if step == "*":
        return ANY_ENTRY
    return step.replace("~2", "*").replace("~1", "/").replace("~0", "~")
