"""The tracker as CSV."""

from __future__ import annotations

from collections.abc import Sequence

from govcheck.report.comma_separated import written
from govcheck.report.judged import Judged
from govcheck.report.tracker.rows import HEADINGS, rows


def render(judged: Sequence[Judged]) -> str:
    """A line for each recommendation."""
    return written(HEADINGS, rows(judged))
