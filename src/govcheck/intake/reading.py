"""One reading of one text: what the loaders share, whatever the format."""

from __future__ import annotations

from typing import Any, NoReturn

from govcheck.intake.places import Entry, Lines
from govcheck.intake.problem import (
    CORRECT_FIRST,
    MAX_PROBLEMS,
    STOPPED,
    InvalidDocument,
    Problem,
    shown,
)

MAX_DEPTH = 64
"""Lists and mappings inside one another. A self-assessment needs 8."""

MAX_NODES = 200_000
"""Values in one file."""

MAX_WHOLE_NUMBER = 2**53 - 1
"""The largest whole number that JSON, spreadsheets and databases all keep exactly."""

MAX_DIGITS = 300
"""Longer runs of digits are refused unread: their conversion takes time and has limits."""

Loaded = tuple[Any, Entry]
"""The data of a text and the places of everything in them."""

_BLANKS = (
    " \t\r\n\v\f\x1c\x1d\x1e\x1f\x85\xa0\xad\u115f\u1160\u1680\u180e\u2028\u2029\u202f\u205f\u2060"
    "\u2800\u3000\u3164\ufeff\uffa0"
) + "".join(map(chr, range(0x2000, 0x2010)))


def is_blank(text: str) -> bool:
    """Whether a text shows nothing: it is empty, or all spaces, visible or not."""
    return not text or (not "!" <= text[0] <= "~" and not text.strip(_BLANKS))


class Reading:
    """A text under examination, and what was found wrong in it so far."""

    __slots__ = ("lines", "name", "problems", "text")

    def __init__(self, name: str, text: str, lines: Lines | None = None) -> None:
        """Begin to read a text that messages call by this name."""
        self.name = name
        self.text = text
        self.lines = lines or Lines(text)
        self.problems: list[Problem] = []

    def note(self, offset: int, message: str, hint: str = "") -> None:
        """Keep a problem and read on, to tell of as many as possible at once."""
        self.problems.append(self.lines.problem(self.name, offset, message, hint))
        if len(self.problems) >= MAX_PROBLEMS:
            self.stop(offset, STOPPED, CORRECT_FIRST)

    def stop(self, offset: int, message: str, hint: str = "") -> NoReturn:
        """End the reading: what follows cannot be understood."""
        last = self.lines.problem(self.name, offset, message, hint)
        raise InvalidDocument([*self.problems, last])

    def settle(self) -> None:
        """Raise what was found, if anything was."""
        if self.problems:
            raise InvalidDocument(self.problems)

    def line_of(self, offset: int) -> int:
        """The line of a character, counted from 1."""
        return self.lines.place(offset)[0]

    def whole_number(self, digits: str, offset: int, base: int = 10) -> int | None:
        """The number that the digits stand for; a number out of all proportion is a problem."""
        if len(digits) <= MAX_DIGITS:
            number = int(digits, base)
            if -MAX_WHOLE_NUMBER <= number <= MAX_WHOLE_NUMBER:
                return number
        self.too_large(digits, offset)
        return None

    def decimal_number(self, digits: str, offset: int) -> float | None:
        """The number that the digits stand for; one too large to be kept is a problem."""
        if len(digits) <= MAX_DIGITS:
            number = float(digits)
            if abs(number) != float("inf"):
                return number
        self.too_large(digits, offset)
        return None

    def not_a_number(self, text: str, offset: int) -> None:
        """Note a value such as infinity, which JSON and spreadsheets have no number for."""
        self.note(
            offset,
            f"`{shown(text, 20)}` is not a number that can be counted with.",
            "Write the number, or leave the value out if it is not known.",
        )

    def repeated_key(self, key: str, offset: int, earlier: int) -> None:
        """Note a key that the same mapping already has."""
        self.note(
            offset,
            f"the key `{shown(key)}` is given twice; the other one is on line"
            f" {self.line_of(earlier)}.",
            "Keep one of the two, with everything that belongs under it.",
        )

    def blank_key(self, offset: int) -> None:
        """Note a key that says nothing."""
        self.note(
            offset,
            "a key is blank.",
            "Write the name of the answer before the colon or equals sign, or remove the entry.",
        )

    def too_deep(self, offset: int) -> NoReturn:
        """End the reading at a value that lies too deep."""
        self.stop(
            offset,
            f"values lie more than {MAX_DEPTH} levels inside one another.",
            "A self-assessment needs fewer than ten: look for a bracket or an indent too many.",
        )

    def too_many(self, offset: int) -> NoReturn:
        """End the reading at a value too many."""
        self.stop(
            offset,
            f"the file holds more than {MAX_NODES:,} values.",
            "Keep tables as evidence or data sets beside the self-assessment, and refer to them.",
        )

    def too_large(self, digits: str, offset: int) -> None:
        """Note a number that cannot be kept as it is written."""
        self.note(
            offset,
            f"the number `{shown(digits, 24)}` is too large or too long to be kept exactly.",
            "If it is a reference and not an amount, put it in quotation marks.",
        )
