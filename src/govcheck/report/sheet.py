"""The sheet on which a report for a terminal is laid out: its width, its colours, its tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from textwrap import fill
from typing import Literal, NamedTuple

from tabulate import tabulate

from govcheck.model.visible import visible
from govcheck.model.vocabulary import Severity, Status, Support, Verdict

NARROWEST, WIDEST = 60, 140

_GREEN, _YELLOW, _RED, _BLUE, _BOLD = "32", "33", "31", "36", "1"
_COLOURS: dict[str, str] = {
    Verdict.MET: _GREEN,
    Verdict.PARTLY_MET: _YELLOW,
    Verdict.NOT_MET: _RED,
    Verdict.NOT_ASSESSED: _BLUE,
    Verdict.ERROR: _RED,
    Support.SUPPORTED: _GREEN,
    Support.UNDER_CLAIMED: _GREEN,
    Support.STALE: _YELLOW,
    Support.UNSUPPORTED: _RED,
    Support.CONTRADICTED: _RED,
    Severity.CRITICAL: _RED,
    Severity.MAJOR: _YELLOW,
    Status.GAP: _RED,
}
"""Colour repeats what the word says; nothing is told by colour alone."""


class Style(NamedTuple):
    """How the report looks."""

    width: int = 100
    colour: bool = False
    detail: Literal["quiet", "normal", "verbose"] = "normal"


PLAIN = Style()
"""As a file holds it."""


class Sheet:
    """Lays out lines in one style."""

    def __init__(self, style: Style) -> None:
        """Of the width of the style, within what can be read."""
        self.detail = style.detail
        self.width = max(NARROWEST, min(style.width, WIDEST))
        self._colour = style.colour

    def title(self, text: str) -> Iterator[str]:
        """A heading and the line below it."""
        yield self.bold(text)
        yield ""

    def indented(self, text: str, first: str = "    ", rest: str = "    ") -> str:
        """Text from outside, made visible, over as many lines as it needs."""
        return fill(
            visible(text), self.width, initial_indent=first, subsequent_indent=rest,
            break_long_words=True, break_on_hyphens=False,
        )  # fmt: skip

    def table(
        self, rows: Sequence[Sequence[str]], headers: list[str], widths: list[int | None]
    ) -> str:
        """A table; None leaves a column as wide as it is."""
        return tabulate(
            rows, headers, tablefmt="simple", disable_numparse=True, maxcolwidths=widths
        )

    def coloured(self, word: str) -> str:
        """A word of a closed list in its colour."""
        return self._paint(word, _COLOURS[word]) if word in _COLOURS else visible(word)

    def bold(self, text: str) -> str:
        """A heading."""
        return self._paint(text, _BOLD)

    def _paint(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self._colour else text


def seen(cell: str) -> int:
    """How wide a cell is, its colour left out."""
    return len(re.sub(r"\x1b\[[0-9]+m", "", cell))
