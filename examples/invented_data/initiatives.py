"""Initiatives and their evaluations: rows of the data set `evaluations`, written out by hand."""

from __future__ import annotations

from collections.abc import Sequence

from invented_data.table import Row

COLUMNS = (
    "initiative", "level", "planned_on", "launched_on", "method", "reported_on", "decision",
    "shared",
)  # fmt: skip


def rows(text: str) -> Sequence[Row]:
    """The rows that are written in lines, their cells divided by bars; `-` is a blank."""
    lines = ([cell.strip() for cell in line.split("|")] for line in text.strip().splitlines())
    return [
        {column: "" if cell == "-" else cell for column, cell in zip(COLUMNS, line, strict=True)}
        for line in lines
    ]
