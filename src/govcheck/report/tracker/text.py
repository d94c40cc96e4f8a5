"""The tracker as a table of text."""

from __future__ import annotations

from collections.abc import Sequence

from govcheck.report.judged import Judged
from govcheck.report.sheet import Sheet, Style
from govcheck.report.tracker.colour import MEANING
from govcheck.report.tracker.rows import HEADINGS, rows

_WIDTH = 140
_WIDTHS = (18, 4, 8, 24, None, 13, 11, 12, 40)


def render(judged: Sequence[Judged]) -> str:
    """The table, and what its colours mean."""
    table = Sheet(Style(_WIDTH)).table(
        [[*row[:5], *row[6:]] for row in rows(judged)],
        [*HEADINGS[:5], *HEADINGS[6:]],
        [*_WIDTHS[:5], *_WIDTHS[6:]],
    )
    meanings = "".join(f"{colour}: {meaning}\n" for colour, meaning in MEANING.items())
    return f"{table}\n\n{meanings}"
