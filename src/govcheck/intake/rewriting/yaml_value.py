"""A value as the text that stands after the colon of its key in a YAML file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from textwrap import wrap
from typing import Any, NamedTuple

from govcheck.intake.document import parse_document
from govcheck.intake.entry_text import yaml_text
from govcheck.intake.problem import InvalidDocument

STEP = 2
WIDTH = 98
_LEAST_WIDTH = 40


class Value(NamedTuple):
    """What follows a key: on its own line, and on the lines below."""

    head: str
    body: str = ""


def rendered(value: Any, column: int) -> Value:
    """A value under a key that begins in a column."""
    if isinstance(value, dict) and value:
        return Value("", "".join(pairs(value, column + STEP)))
    if isinstance(value, list) and any(isinstance(item, dict | list) for item in value):
        return Value("", "".join(item(one, column + STEP) for one in value))
    if isinstance(value, str) and ("\n" in value or column + len(value) > WIDTH):
        return _long_text(value, column)
    return Value("" if value is None else f" {_inline(value)}")


def pairs(value: dict[str, Any], column: int) -> Iterator[str]:
    """The lines of a mapping."""
    for key, inner in value.items():
        head, body = rendered(inner, column)
        yield f"{' ' * column}{yaml_text(key)}:{head}\n{body}"


def item(value: Any, column: int) -> str:
    """The lines of an item of a list."""
    outer = " " * column
    if isinstance(value, dict) and value:
        lines = "".join(pairs(value, column + STEP))
        return f"{outer}- {lines[column + STEP :]}"
    return f"{outer}- {_inline(value)}\n"


def _inline(value: Any) -> str:
    if isinstance(value, str):
        return yaml_text(value)
    if isinstance(value, list):
        return f"[{', '.join(map(_inline, value))}]"
    if isinstance(value, dict):
        inner = (f"{yaml_text(key)}: {_inline(one)}" for key, one in value.items())
        return f"{{{', '.join(inner)}}}"
    return json.dumps(value)


def _long_text(text: str, column: int) -> Value:
    """A text over several lines, where it reads back as what it is; else in quotation marks."""
    indent = " " * (column + STEP)
    plain = text.rstrip("\n")
    chomped = {0: "-", 1: ""}.get(len(text) - len(plain), "+")
    if "\n" in plain or chomped != "-":
        lines, head = text.removesuffix("\n").split("\n"), f" |{chomped}"
    else:
        width = max(WIDTH - column, _LEAST_WIDTH)
        lines, head = wrap(text, width, break_long_words=False, break_on_hyphens=False), " >-"
    body = "".join(f"{indent}{line}".rstrip(" ") + "\n" for line in lines)
    value = Value(head, body)
    return value if _reads_as(value, column, text) else Value(f" {_inline(text)}")


def _reads_as(value: Value, column: int, text: str) -> bool:
    try:
        document = f"{' ' * column}key:{value.head}\n{value.body}{' ' * column}next: 1\n"
        return bool(parse_document(document, "", "yaml").data == {"key": text, "next": 1})
    except InvalidDocument:
        return False
