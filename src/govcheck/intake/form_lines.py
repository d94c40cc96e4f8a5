"""What is said of YAML files, and what has to be said of JSON and TOML instead."""

from __future__ import annotations

import re
from typing import Literal

from govcheck.intake.places import Lines

Format = Literal["yaml", "json", "toml"]
Hints = tuple[tuple[str, str], ...]
"""Patterns, and what takes their place."""

_IN_BOTH: Hints = (
    (r"(Put it in square brackets): \[(.*)\]\.", r'\1: ["\2"].'),
    (
        r"Begin each entry on a new line with a hyphen, or write \[one, two\]\.",
        'Write a list: ["one", "two"].',
    ),
    (r"Write one piece of text after the colon\.", "Write one piece of text in quotation marks."),
)
_JSON: Hints = (
    *_IN_BOTH,
    (r"Add a line: (.+): \.\.\.", r'Add: "\1": ...'),
    (
        r"Put its values on the lines below it, indented, as (.+): \.\.\.",
        r'Put its values in curly brackets: {"\1": ...}.',
    ),
    (
        r"Put the named values on the lines below it, indented\.",
        'Put the named values in curly brackets: {"name": ...}.',
    ),
    (
        r"Give each answer a name at the start of its line, as `force: cumbria`\.",
        'Give each answer a name, as {"force": "cumbria"}.',
    ),
)
_TOML: Hints = (
    *_IN_BOTH,
    (r"Add a line: (.+): \.\.\.", r"Add a line: \1 = ..."),
    (
        r"Put its values on the lines below it, indented, as (.+): \.\.\.",
        r"Put its values in curly brackets: {\1 = ...}.",
    ),
    (
        r"Put the named values on the lines below it, indented\.",
        "Put the named values in curly brackets: {name = ...}.",
    ),
)
_HINTS: dict[Format, Hints] = {"yaml": (), "json": _JSON, "toml": _TOML}


class FormLines(Lines):
    """The lines of a text in one of the forms, with advice that can be written into it."""

    __slots__ = ("_hints",)

    def __init__(self, text: str, form: Format) -> None:
        """Keep the text, and what is said of its form."""
        super().__init__(text)
        self._hints = _HINTS[form]

    def hint(self, text: str) -> str:
        """What to do, as it is written in this form."""
        for pattern, instead in self._hints:
            text = re.sub(pattern, instead, text)
        return text
