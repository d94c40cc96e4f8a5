"""How the cells of a declared column are read in one table."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from govcheck.evidence.tables.cell import label, read_number, read_text
from govcheck.evidence.tables.day_format import ISO, read_day
from govcheck.model.column import Code, Column, Day, Number

if TYPE_CHECKING:
    from govcheck.evidence.tables.table import Layout


def reader(column: Column, layout: Layout) -> Callable[[object], object]:
    """What makes a value of a cell of this column: None where it is blank, UNREAD where odd.

    Of a coded column the label as it is written, since labels are read after counting.
    """
    if isinstance(column, Code):
        return label
    if isinstance(column, Day):
        form = layout.day_formats.get(column, ISO)
        return lambda cell: read_day(cell, form)
    return read_number if isinstance(column, Number) else read_text
