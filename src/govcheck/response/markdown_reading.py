"""A response in Markdown, read back. Plain text is read in the same way."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from govcheck.response.piece import Piece, row

_HEADING = re.compile(r"(#{1,6})\s+(.*)")
_ITEM = re.compile(r"(?:[-*+•]|[0-9]{1,9}[.)])\s+(?=\S)")
_FACT = re.compile(r"(?:[-*+]\s+)?\*\*([^*]+):\*\*\s*(.*)|(?:[-*+]\s+)?\*\*([^*]+)\*\*:\s*(.*)")
_RULE = re.compile(r"\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?")
_LINE_ACROSS = re.compile(r"[-=*_]{3,}")
_CELL_END = re.compile(r"(?<!\\)((?:\\\\)*)\|")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def pieces(text: str) -> tuple[Piece, ...]:
    """The pieces of a document."""
    found = tuple(_pieces(text))
    first = next((place for place, piece in enumerate(found) if piece.text), None)
    if first is not None and found[first].kind == "heading" and found[first].level == 1:
        return (*found[:first], Piece("title", found[first].text), *found[first + 1 :])
    return found


def _pieces(text: str) -> Iterator[Piece]:
    table, lines = 0, list[str]()
    for line in [*text.splitlines(), ""]:
        stripped = re.sub(r"^(?:>\s?)+", "", line.strip()).strip()
        if _LINE_ACROSS.fullmatch(stripped):
            stripped = ""
        if lines and (not stripped or _begins(stripped)):
            yield _paragraph(" ".join(lines))
            lines.clear()
        if stripped.startswith("|"):
            if not _RULE.fullmatch(stripped):
                yield row(_cells(stripped), table)
        elif heading := _HEADING.fullmatch(stripped):
            yield Piece("heading", _unescaped(heading[2].rstrip("# ")), level=len(heading[1]))
        elif stripped:
            lines.append(stripped)
        if not stripped.startswith("|"):
            table += 1


def _begins(line: str) -> bool:
    """Whether a line is no continuation of the paragraph above it."""
    return bool(line.startswith("|") or _HEADING.fullmatch(line) or _ITEM.match(line))


def _paragraph(text: str) -> Piece:
    """A paragraph; a name in bold with a colon and what follows it are two cells."""
    if fact := _FACT.fullmatch(text):
        name, value = (fact[1], fact[2]) if fact[1] is not None else (fact[3], fact[4])
        return row((_unescaped(name), _unescaped(value)), -1)
    return Piece("text", _unescaped(_ITEM.sub("", text, count=1) if _ITEM.match(text) else text))


def _cells(line: str) -> tuple[str, ...]:
    inner = _CELL_END.sub("\\1\0", line.removeprefix("|")).removesuffix("\0")
    return tuple(_unescaped(cell.strip()) for cell in inner.split("\0"))


def _unescaped(text: str) -> str:
    return " ".join(html.unescape(_ESCAPED.sub(r"\1", text.strip().strip("*"))).split())
