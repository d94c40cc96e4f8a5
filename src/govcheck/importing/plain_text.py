"""Plain text: each line is a paragraph, unless the lines were broken to a width."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govcheck.importing.block import Block
from govcheck.importing.heading import is_named

_NEW_LINE = re.compile(r"\r\n|[\r\n]")
_MARK = re.compile(
    r"(?P<glyph>[-\u2013\u2014\u2022*\u00b7\u25aa\u25ab\u25e6\u2023\u2043\u25cf\u25cb\u25a0\u25a1"
    r"\u27a2\u2713\uf0b7\uf0a7\uf0d8]|o(?=\s))\s*(?=\S)"
    r"|(?P<number>\((?:[a-z]|[ivx]{1,5}|[0-9]{1,3})\)|(?:[a-z]|[ivx]{1,5}|[0-9]{1,3})[.)])\s+(?=\S)"
)
_RULE = re.compile(r"[-=_*~]{3,}")
_ENDED = re.compile(r"[.:;!?,][\"'\u2019\u201d)]*$|[;,] (?:and|or)$")
_PAGE_WIDTH = 120
"""Longer lines are paragraphs: no program breaks lines so late."""
_LEAST_WIDTH = 50
"""A text of shorter lines was not broken: its lines are short."""
_WELL_FILLED = 0.7
_INDENTED = 4
"""How much shorter the lines of an item can be than those around it."""


def item(line: str) -> tuple[str, str] | None:
    """The mark and the text of a line that is an item of a list; every bullet becomes a hyphen."""
    found = _MARK.match(line)
    if found is None or _RULE.fullmatch(line):
        return None
    return ("-" if found["glyph"] else found["number"]), line[found.end() :]


def width_of(text: str) -> int:
    """To how many characters the lines of a text were broken; 0 where they were not."""
    longest = max(len(line.strip()) for line in _NEW_LINE.split(text))
    return longest if _LEAST_WIDTH <= longest <= _PAGE_WIDTH else 0


def blocks(text: str, first: int = 1, width: int | None = None) -> Iterator[Block]:
    """The lines of a text as blocks, with those of a paragraph that was broken put together.

    `first` is the number of its first line, `width` that of the document it is a part of.
    """
    full_width = width_of(text) if width is None else width
    number, parts, last, indented = first, list[str](), "", 0
    for at, raw in enumerate(_NEW_LINE.split(text), start=first):
        line, own = raw.strip(), _indent(raw)
        hanging = own > indented and item(parts[0] if parts else "") is not None
        if parts and line and last and _goes_on(last, line, full_width, hanging=hanging):
            parts.append(line)
        else:
            yield from _block(" ".join(parts), number)
            number, parts, indented = at, [line], own
        last = line
    yield from _block(" ".join(parts), number)


def _block(line: str, number: int) -> Iterator[Block]:
    if not line or _RULE.fullmatch(line):
        return
    where = f"line {number}"
    found = item(line)
    yield Block("bullet", found[1], where, found[0]) if found else Block("paragraph", line, where)


def _indent(line: str) -> int:
    return len(line.expandtabs()) - len(line.expandtabs().lstrip())


def _goes_on(last: str, line: str, width: int, *, hanging: bool) -> bool:
    """Whether a line is the rest of the one above.

    The line above is full and its next word had no room on it, or the line hangs below the text of
    an item; no sentence ended, and no field begins.
    """
    if item(line) or _RULE.fullmatch(line) or is_named(line):
        return False
    if hanging and line[0].islower():
        return True
    full = width > 0 and len(last) >= _WELL_FILLED * width
    room = width - _INDENTED - len(last)
    if not full or len(line.split(maxsplit=1)[0]) < room:
        return False
    return line[0].islower() or not _ENDED.search(last)
