"""TOML to data with places: the standard library reads the data, a scan finds the places."""

from __future__ import annotations

import math
import re
import tomllib
from datetime import date, datetime, time
from typing import Any

from govcheck.intake import toml_words
from govcheck.intake.places import Entry, Places
from govcheck.intake.reading import (
    MAX_DEPTH,
    MAX_NODES,
    MAX_WHOLE_NUMBER,
    Loaded,
    Reading,
    is_blank,
)
from govcheck.intake.toml_places import COMMENT, STRING, find_places

_STRUCTURE = re.compile(rf"{COMMENT}|{STRING}|[\[\]{{}}.,=\n]", re.DOTALL)
_SCALAR = re.compile(r"[^\s,\]}#]*")


def load(reading: Reading) -> Loaded:
    """The data of a TOML text, and their places."""
    _refuse_excess(reading)
    try:
        data = tomllib.loads(reading.text)
    except ValueError as error:
        toml_words.stop_at_error(reading, error)
    if not data:
        return None, (0, 0, None)  # nothing but comments
    top = find_places(reading.text)
    return _Conversion(reading).of(data, top, 1), top


def _refuse_excess(reading: Reading) -> None:
    """Stop at too deep or too many values, on which the standard library would founder."""
    depth = dots = values = 0
    for found in _STRUCTURE.finditer(reading.text):
        match found[0]:
            case "[" | "{":
                depth += 1
            case "]" | "}":
                depth -= 1
            case ".":
                dots += 1
            case "=":
                dots = 0
                values += 1
            case "," | "\n":
                dots = 0
        if depth > MAX_DEPTH or dots > MAX_DEPTH:
            reading.too_deep(found.start())
        if values > MAX_NODES:
            reading.too_many(found.start())


class _Conversion:
    """Turns what TOML can hold into what JSON can hold."""

    __slots__ = ("_nodes", "_reading")

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._nodes = 0

    def of(self, value: Any, entry: Entry, depth: int) -> Any:
        """The value as JSON has it. What JSON has nothing for is a problem."""
        self._nodes += 1
        if self._nodes > MAX_NODES:
            self._reading.too_many(entry[1])
        match value:
            case dict() | list():
                if depth > MAX_DEPTH:
                    self._reading.too_deep(entry[1])
                return self._all(value, entry, depth)
            case str():
                return None if is_blank(value) else value
            case bool():
                return value
            case int() | float():
                return self._number(value, entry[1])
            case datetime() | date() | time():
                return value.isoformat()
        raise AssertionError(value)

    def _all(
        self, values: dict[str, Any] | list[Any], entry: Entry, depth: int
    ) -> dict[str, Any] | list[Any]:
        inner: Places = entry[2] or {}
        if isinstance(values, list):
            return [
                self.of(value, inner.get(index, entry), depth + 1)
                for index, value in enumerate(values)
            ]
        for key in filter(is_blank, values):
            self._reading.blank_key(inner.get(key, entry)[0])
        return {
            key: self.of(value, inner.get(key, entry), depth + 1) for key, value in values.items()
        }

    def _number(self, value: float, offset: int) -> int | float | None:
        found = _SCALAR.match(self._reading.text, offset)
        source = found[0] if found else ""
        if source.lstrip("+-") in {"inf", "nan"}:
            self._reading.not_a_number(source, offset)
            return None
        # A whole number may be too large even to be asked whether it is finite.
        if abs(value) > MAX_WHOLE_NUMBER if isinstance(value, int) else math.isinf(value):
            self._reading.too_large(source, offset)
            return None
        return value
