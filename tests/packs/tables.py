"""Small tables for cases, written in few lines."""

from __future__ import annotations

import csv
import re
from io import StringIO
from typing import Any


def table_text(table: dict[str, Any]) -> str:
    """The text of a CSV file.

    `fill` holds columns that are the same in every row, `columns` the others, and `rows` their
    cells, with how often a row occurs before it: `9 x police officers,yes`. Every row gets a number
    of its own under `person`.
    """
    fill = {key: str(value) for key, value in (table.get("fill") or {}).items()}
    columns = table["columns"].split(",")
    fixed = {key: value for key, value in fill.items() if key not in columns}
    text = StringIO()
    writer = csv.writer(text)
    writer.writerow(["person", *fixed, *columns])
    number = 0
    for row in table["rows"] or ():
        times, cells = re.findall(r"^(?:(\d+) x )?(.*)$", row)[0]
        for _ in range(int(times or 1)):
            number += 1
            writer.writerow([number, *fixed.values(), *cells.split(",")])
    return text.getvalue()
