"""A difference for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from govcheck.model.difference import Difference
from govcheck.model.visible import visible
from govcheck.report.difference_lines import heading, parts, summary
from govcheck.report.sheet import PLAIN, Sheet, Style

_LONGEST = 40


def render(difference: Difference, style: Style = PLAIN) -> str:
    """What changed, ending in a line break."""
    return "\n".join(_lines(difference, Sheet(style))).rstrip() + "\n"


def _lines(difference: Difference, sheet: Sheet) -> Iterator[str]:
    yield sheet.bold(sheet.indented(heading(difference), first=""))
    yield ""
    for remark in difference.remarks:
        yield sheet.indented(remark, first="")
    if difference.remarks:
        yield ""
    for part in parts(difference):
        yield from sheet.title(part.title)
        rows = [[sheet.coloured(cell) for cell in row] for row in part.rows]
        widths: list[int | None] = [
            _LONGEST if any(len(cell) > _LONGEST for cell in column) else None
            for column in zip(*part.rows, strict=True)
        ]
        yield sheet.table(rows, list(part.headers), widths)
        yield ""
    yield sheet.indented(visible(summary(difference)), first="")
