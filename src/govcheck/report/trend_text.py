"""The trend of kept results for a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from govcheck.model.trend import TrendLine
from govcheck.model.visible import visible
from govcheck.report.sheet import PLAIN, Sheet, Style

_MOST_DAYS = 6


def render(lines: Sequence[TrendLine], style: Style = PLAIN) -> str:
    """A table for each force and report: a row for each line, a column for each day."""
    if not lines:
        return "Nothing is kept.\n"
    sheet = Sheet(style)
    parts = []
    for force, framework in dict.fromkeys((line.force, line.framework) for line in lines):
        own = [line for line in lines if (line.force, line.framework) == (force, framework)]
        days = sorted({day for line in own for day, _ in line.words})
        shown = days[-_MOST_DAYS:]
        rows = [
            [visible(line.name), *(dict(line.words).get(day, "") for day in shown)] for line in own
        ]
        title = visible(f"{force}, {framework}")
        more = f"\n{len(days) - len(shown)} earlier days are not shown." if days != shown else ""
        table = sheet.table(rows, ["For", *shown], [None] * (len(shown) + 1))
        parts.append(f"{sheet.bold(title)}\n\n{table}{more}\n")
    return "\n".join(parts)
