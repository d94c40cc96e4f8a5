"""How the days of a table are written: told by the assessment, or found in the cells and said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from govcheck.evidence.day_format import NAMES, DayFormat, format_named, formats_that_fit
from govcheck.evidence.nearest import nearest
from govcheck.evidence.opened_table import OpenedTable
from govcheck.evidence.table import Layout, UnreadableTable
from govcheck.model.column import Column, Day
from govcheck.model.data_source import DataSource


def day_formats(
    headers: Mapping[Column, str], source: DataSource, opened: OpenedTable
) -> dict[Column, DayFormat]:
    """The format of each column of days that holds text. Raises UnreadableTable."""
    days = {column: header for column, header in headers.items() if isinstance(column, Day)}
    if source.date_format is not None:
        told = format_named(source.date_format)
        if told is None:
            known = f"It can be: {', '.join(NAMES)}."
            raise UnreadableTable(
                f"date_format is “{source.date_format}”, which is not known.",
                nearest(source.date_format, NAMES, known),
            )
        return dict.fromkeys(days, told)
    fitting = {column: _fitting(opened, header) for column, header in days.items()}
    return dict(_settled({column: forms for column, forms in fitting.items() if forms}))


def _fitting(opened: OpenedTable, header: str) -> list[DayFormat]:
    cells = [cell for cell in opened.samples(header) if not isinstance(cell, date)]
    return formats_that_fit(cells)


def _settled(
    fitting: Mapping[Column, list[DayFormat]],
) -> Iterator[tuple[Column, DayFormat]]:
    """One format for each: where cells leave two, the one that another column is surely in."""
    sure = {forms[0] for forms in fitting.values() if len(forms) == 1}
    for column, forms in fitting.items():
        left = forms if len(forms) == 1 else [form for form in forms if form in sure]
        if len(left) != 1:
            names = " or ".join(form.name for form in forms)
            raise UnreadableTable(
                f"the days in {column.name} can be read as {names}.",
                f"Say which in the assessment, as date_format: {forms[0].name}.",
            )
        yield column, left[0]


def notes_on_days(bound: Layout, source: DataSource) -> Iterator[str]:
    """What was found out about days, as `days as DD/MM/YYYY (found in left_on)`."""
    if source.date_format is not None:
        return
    for form in dict.fromkeys(bound.day_formats.values()):
        names = [column.name for column, used in bound.day_formats.items() if used is form]
        yield f"days as {form.name} (found in {', '.join(names)})"
