"""Tables as files: comma separated, UTF-8, every line ended alike on every system."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

from invented_data.draw import Draw

Row = dict[str, object]
"""One row: its cells by column."""
Writing = Callable[[str, object], str]
"""How a system writes a cell of a column."""


def plainly(_column: str, cell: object) -> str:
    """Days as 2023-04-01, the rest as it is."""
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def numbered(rows: Iterable[Row], draw: Draw, letter: str) -> list[Row]:
    """The rows in another order, each with a number that means nothing."""
    return [
        {"person": f"{letter}{number:05}", **row} for number, row in enumerate(draw.mixed(rows), 1)
    ]


def write(
    path: Path,
    rows: Sequence[Row],
    *,
    headers: Mapping[str, str] | None = None,
    writing: Writing = plainly,
) -> None:
    """Write the rows under the columns of the first, or under other headers for them."""
    columns = list(rows[0])
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([(headers or {}).get(column, column) for column in columns])
        writer.writerows([writing(column, row[column]) for column in columns] for row in rows)
