"""Longer texts from the file in passages, and addresses that can be followed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from govcheck.model.visible import visible

_ITEM = re.compile(r"\s*[-•]\s+(?=\S)")
_ADDRESS = re.compile(r"https?://[^\s<>\"']+")


class Passage(NamedTuple):
    """A paragraph, or the items of a list."""

    is_list: bool
    lines: tuple[str, ...]


def passages(text: str) -> tuple[Passage, ...]:
    """The paragraphs and lists of a text.

    Where blank lines part the paragraphs, the other line breaks are those of an editor. Where there
    are none, each line is a paragraph.
    """
    pieces = re.split(r"\n\s*\n", text.strip()) if re.search(r"\n\s*\n", text.strip()) else ()
    if not pieces:
        return tuple(_passages(text.splitlines()))
    return tuple(found for piece in pieces for found in _passages(_unwrapped(piece)))


def _unwrapped(piece: str) -> list[str]:
    """The lines of a piece: an item of a list begins one, and everything else goes on."""
    lines: list[str] = []
    for line in piece.splitlines():
        if lines and not _ITEM.match(line):
            lines[-1] += f" {line}"
        else:
            lines.append(line)
    return lines


def _passages(lines: list[str]) -> Iterator[Passage]:
    said = [line for line in lines if visible(line)]
    for is_list, group in groupby(said, lambda line: bool(_ITEM.match(line))):
        found = tuple(_ITEM.sub("", line, count=1) if is_list else line for line in group)
        if is_list:
            yield Passage(is_list=True, lines=found)
        else:
            yield from (Passage(is_list=False, lines=(line,)) for line in found)


def address(text: str) -> str | None:
    """The text where it is the address of a page on the web, and nothing else."""
    return text if _ADDRESS.fullmatch(text) and visible(text) == text else None
