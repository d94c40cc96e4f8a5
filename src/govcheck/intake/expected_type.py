"""What to say of a value of the wrong type, and how to write it right."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from govcheck.intake.problem import shown

_LONGEST_NUMBER = 30
Words = tuple[str, str]
"""What is wrong, and what would be right."""


def found(value: object) -> str:
    """A value as a reader would name it."""
    match value:
        case None:
            return "no value"
        case bool():
            return "true" if value else "false"
        case str():
            return f"“{shown(value)}”"
        case int() | float():
            return f"the number {shown(str(value), _LONGEST_NUMBER)}"
        case list():
            return "a list"
        case _:
            return "a block of named values"


def expected(what: str, hint: Callable[[Any], str]) -> Callable[[Mapping[str, Any]], Words]:
    """Words for a value of another type than expected, with a hint that depends on it."""
    return lambda error: (
        f"expected {what}, found {found(error['input'])}.",
        hint(error["input"]),
    )


def in_quotes(value: object) -> str:
    """How to write a value as text."""
    if isinstance(value, bool | int | float):
        written = str(value).lower() if isinstance(value, bool) else str(value)
        return f'Put it in quotes: "{written}".'
    return "Write one piece of text after the colon."


def in_digits(example: str) -> Callable[[Any], str]:
    """How to write a value as a number."""

    def hint(value: object) -> str:
        digits = re.sub(r"[\s,%£]", "", value) if isinstance(value, str) else ""
        if re.fullmatch(r"-?[0-9]+", digits):
            return f"Write digits only, without quotes: {digits}."
        if isinstance(value, float):
            return f"Write it without decimals, as {example}."
        return f"Write digits without quotes, as {example}."

    return hint


def true_or_false(value: object) -> str:
    """How to write a value as true or false."""
    meant = {"yes": "true", "true": "true", "no": "false", "false": "false"}
    word = meant.get(value.casefold()) if isinstance(value, str) else None
    return f"Write {word or 'true or false'}, without quotes."


def as_list(value: object) -> str:
    """How to write a value as a list."""
    if isinstance(value, str) and re.fullmatch(r"[\w .,&-]{1,60}", value):
        return f"Put it in square brackets: [{value.strip()}]."
    return "Begin each entry on a new line with a hyphen, or write [one, two]."


def as_block(_: object) -> str:
    """How to write named values."""
    return "Put the named values on the lines below it, indented."
