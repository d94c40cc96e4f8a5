"""JSON to data with places, strictly by RFC 8259."""

from __future__ import annotations

import re
from json import JSONDecodeError, JSONDecoder
from typing import Any

from govcheck.intake import json_words
from govcheck.intake.places import Places
from govcheck.intake.reading import MAX_DEPTH, MAX_NODES, Loaded, Reading, is_blank

_DECODER = JSONDecoder()  # asked for strings only; it knows no places and allows NaN
_SPACE = re.compile(r"[ \t\n\r]*")
_NUMBER = re.compile(r"(-?(?:0|[1-9][0-9]*))(\.[0-9]+)?([eE][-+]?[0-9]+)?(?![0-9A-Za-z.+-])")
_WORD = re.compile(r"(?:true|false|null)\b")
_WORDS = {"true": True, "false": False, "null": None}


def load(reading: Reading) -> Loaded:
    """The data of a JSON text, and their places."""
    scanner = _Scanner(reading)
    begin = scanner.skip(0)
    value, inner = scanner.value(begin, 1)
    if (end := scanner.skip(scanner.end)) < len(reading.text):
        json_words.stop_after_the_end(reading, end)
    return value, (begin, begin, inner)


class _Scanner:
    """Reads one value after another; `end` is where the last one ended.

    It calls itself for values inside values, never deeper than the limit.
    """

    __slots__ = ("_nodes", "_reading", "_text", "end")

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._text = reading.text
        self._nodes = 0
        self.end = 0

    def skip(self, at: int) -> int:
        """The offset of the next character that is not a space."""
        found = _SPACE.match(self._text, at)
        return found.end() if found else at

    def value(self, at: int, depth: int) -> tuple[Any, Places | None]:
        """The value that begins here."""
        self._nodes += 1
        if self._nodes > MAX_NODES:
            self._reading.too_many(at)
        first = self._text[at : at + 1]
        if first == '"':
            text = self._string(at)
            return (None if is_blank(text) else text), None
        if first == "{":
            return self._object(at, depth)
        if first == "[":
            return self._array(at, depth)
        return self._number_or_word(at), None

    def _number_or_word(self, at: int) -> Any:
        if word := _WORD.match(self._text, at):
            self.end = word.end()
            return _WORDS[word[0]]
        number = _NUMBER.match(self._text, at)
        if number is None:
            return self._constant(at)
        self.end = number.end()
        if number[2] or number[3]:
            return self._reading.decimal_number(number[0], at)
        return self._reading.whole_number(number[0], at)

    def _constant(self, at: int) -> None:
        """Note a value that JavaScript and Python write and JSON does not know."""
        self.end = json_words.note_constant(self._reading, at)

    def _string(self, at: int) -> str:
        try:
            text, self.end = _DECODER.raw_decode(self._text, at)
        except JSONDecodeError as error:
            json_words.stop_in_string(self._reading, at, error)
        return str(text)

    def _object(self, at: int, depth: int) -> tuple[dict[str, Any], Places]:
        mapping: dict[str, Any] = {}
        places: Places = {}
        entry = self._first(at, depth, "}")
        while entry is not None:
            key = self._key(entry, places)
            begin = self._after_colon(entry)
            mapping[key], inner = self.value(begin, depth + 1)
            places[key] = (entry, begin, inner)
            entry = self._next(at, "}")
        return mapping, places

    def _array(self, at: int, depth: int) -> tuple[list[Any], Places]:
        items: list[Any] = []
        places: Places = {}
        begin = self._first(at, depth, "]")
        while begin is not None:
            item, inner = self.value(begin, depth + 1)
            places[len(items)] = (begin, begin, inner)
            items.append(item)
            begin = self._next(at, "]")
        return items, places

    def _first(self, opening: int, depth: int, closing: str) -> int | None:
        """The offset of the first entry, or None where the bracket closes at once."""
        if depth > MAX_DEPTH:
            self._reading.too_deep(opening)
        at = self.skip(opening + 1)
        if not self._text.startswith(closing, at):
            return at
        self.end = at + 1
        return None

    def _next(self, opening: int, closing: str) -> int | None:
        """The offset of the next entry, or None where the bracket closes."""
        at = self.skip(self.end)
        if self._text.startswith(closing, at):
            self.end = at + 1
            return None
        if not self._text.startswith(",", at):
            json_words.stop_without_comma(self._reading, opening, at)
        entry = self.skip(at + 1)
        if self._text.startswith(closing, entry):
            json_words.stop_at_last_comma(self._reading, at, closing)
        return entry

    def _key(self, at: int, places: Places) -> str:
        if not self._text.startswith('"', at):
            json_words.stop_at_key(self._reading, at)
        key = self._string(at)
        if is_blank(key):
            self._reading.blank_key(at)
        elif key in places:
            self._reading.repeated_key(key, at, places[key][0])
        return key

    def _after_colon(self, key: int) -> int:
        colon = self.skip(self.end)
        if not self._text.startswith(":", colon):
            json_words.stop_without_colon(self._reading, key, colon)
        return self.skip(colon + 1)
