"""The data sets of a run as they were looked at, line by line, for every form of report."""

from __future__ import annotations

from collections.abc import Iterator

from govcheck.model.result import DatasetResult


def heading(item: DatasetResult) -> str:
    """Which table it is and how many rows it has: `leavers: leavers.csv, about 40 rows`."""
    if item.failure:
        return f"{item.key}: {item.source}, not counted"
    period = f", period {item.period}" if item.period else ""
    return f"{item.key}: {item.source}, {item.rows} rows{period}"


def remarks(item: DatasetResult) -> Iterator[str]:
    """What was found out about it, and where it is not as it is declared."""
    if item.failure:
        yield item.failure
    if item.notes:
        yield f"Found: {'; '.join(item.notes)}."
    for violation in item.violations:
        yield f"Not as declared: {violation.message}{_lines(violation.lines)}"


def _lines(lines: tuple[str, ...]) -> str:
    return f" First lines: {', '.join(lines)}." if lines else ""
