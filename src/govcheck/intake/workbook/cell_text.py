"""How values that are more than one text, number or day are written into a cell, and read again."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

NONE = "none"
"""What stands in a cell that says: there are none."""
AS_JSON = "json:"
"""How a cell begins whose value is written as JSON, as it could not be kept otherwise."""

_QUOTED = r'"(?:[^"\\]|\\.)*"'
_ITEM = re.compile(rf"\s*(?:({_QUOTED})[^\S\n]*(?=[,;\n]|\Z)|([^,;\n]*))[,;\n]?")
_NAME = rf"({_QUOTED}|[^\s\"=>][^=>\n]*?)"
_PAIR = re.compile(rf"\s*{_NAME}\s*(?:>\s*(?:{_NAME}\s*)?)?(?:=[^\S\n]*({_QUOTED}|[^\n]*?)\s*)?")
_NO_PLAIN_ITEM = re.compile(r'[,;"\n\r]|^\s|\s$|^(?i:none)$|^$')
_NO_PLAIN_NAME = re.compile(r'[=>"\n\r]|^\s|\s$|^$')
_NO_PLAIN_VALUE = re.compile(r'[\n\r]|^"|^\s|\s$|^$')
_CHANGED_ON_THE_WAY = re.compile(r"\r|_x[0-9A-Fa-f]{4}_|x005F_|\A(?i:json):")
"""What programs for workbooks take for something else, and what looks like our own notation."""


class UnreadableText(ValueError):  # noqa: N818 - it names the text
    """A cell that is not written as its kind is; the words say what would be right."""


def is_kept(text: str) -> bool:
    """Whether a text comes back from a cell as it was put there."""
    return not _CHANGED_ON_THE_WAY.search(text)


def as_json(value: Any) -> str:
    """A value that a cell has no other form for."""
    text = AS_JSON + json.dumps(value, ensure_ascii=False)
    return text if is_kept(text[len(AS_JSON) :]) else text.replace("_", "\\u005f")


def written_list(items: list[str]) -> str:
    """Several short texts in one cell."""
    return "; ".join(_quoted(item, _NO_PLAIN_ITEM) for item in items) or NONE


def read_list(text: str) -> list[str]:
    """The texts in a cell, between which commas, semicolons or line breaks stand."""
    if text.strip().casefold() == NONE:
        return []
    found = (match for match in _ITEM.finditer(text) if match[0])
    items = (_unquoted(match[1]) if match[1] else match[2].strip() for match in found)
    return [item for item in items if item]


def written_pairs(pairs: dict[str, Any]) -> str:
    """Names with their texts, a line each, or with names inside: `reason > VR = resignation`."""
    return "\n".join(_lines(pairs)) or NONE


def _lines(pairs: dict[str, Any]) -> Iterator[str]:
    for name, value in pairs.items():
        outer = _quoted(name, _NO_PLAIN_NAME)
        if isinstance(value, str):
            yield f"{outer} = {_quoted(value, _NO_PLAIN_VALUE)}"
            continue
        for inner, text in value.items():
            middle = _quoted(inner, _NO_PLAIN_NAME)
            yield f"{outer} > {middle} = {_quoted(text, _NO_PLAIN_VALUE)}"
        if not value:
            yield f"{outer} >"


def read_pairs(text: str) -> dict[str, Any]:
    """Names with their texts. Raises UnreadableText."""
    pairs: dict[str, Any] = {}
    lines = [] if text.strip().casefold() == NONE else text.split("\n")
    for line in filter(str.strip, lines):
        found = _PAIR.fullmatch(line)
        if found is None or (found[3] is None and (found[2] or not line.rstrip().endswith(">"))):
            raise UnreadableText(f"“{line.strip()}” is not written as name = meaning.")
        _take(pairs, found, line)
    return pairs


def _take(pairs: dict[str, Any], found: re.Match[str], line: str) -> None:
    outer, inner, value = (part and _unquoted(part) for part in found.groups())
    target = pairs if inner is None and value is not None else pairs.setdefault(outer, {})
    if not isinstance(target, dict) or (inner or outer) in (target if value is not None else ()):
        raise UnreadableText(f"“{line.strip()}” says a second time what a line above says.")
    if value is not None:
        target[inner or outer] = value


def _quoted(text: str, unless: re.Pattern[str]) -> str:
    return json.dumps(text, ensure_ascii=False) if unless.search(text) else text


def _unquoted(text: str) -> str:
    if len(text) > 1 and text[0] == text[-1] == '"':
        try:
            return str(json.loads(text, strict=False))
        except ValueError:
            return text
    return text
