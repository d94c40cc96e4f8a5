"""How the days of a table are written: told by the assessment, or found in the cells and said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from govcheck.evidence.nearest import nearest
from govcheck.evidence.tables.day_format import (
    FORMATS,
    NAMES,
    DayFormat,
    format_named,
    formats_that_fit,
    read_day,
)
from govcheck.evidence.tables.opened_table import OpenedTable
from govcheck.evidence.tables.table import Layout, UnreadableTable
from govcheck.model.column import Column, Day
from govcheck.model.data_source import DataSource

_EITHER_WAY = tuple(form for form in FORMATS if form.name in {"DD/MM/YYYY", "MM/DD/YYYY"})
_ONE_WAY = "Export them in one way, best as YYYY-MM-DD."
_LOOKED_AT = 500
"""About so many different cells are enough to tell how days are written."""
_ENOUGH = 4
"""Fewer different days of a month can be its first by chance, or are meant: the 1st of each."""
_MONTHS = 12
_SLIPS = 20
"""Where fewer days than one in so many are written the other way round, they are slips."""


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
    samples: dict[Column, Sequence[object]] = {
        column: opened.samples(header) for column, header in days.items()
    }
    fitting = {column: _fitting(column, cells) for column, cells in samples.items()}
    return dict(_settled({column: forms for column, forms in fitting.items() if forms}, samples))


def _fitting(column: Column, samples: Sequence[object]) -> list[DayFormat]:
    different = [cell for cell in dict.fromkeys(samples) if not isinstance(cell, date)]
    cells = different[:: len(different) // _LOOKED_AT + 1]
    forms = formats_that_fit(cells)
    if not set(forms).isdisjoint(_EITHER_WAY):
        _check_one_way(column, cells)
        _check_not_swapped(column, cells, [cell for cell in samples if isinstance(cell, date)])
    return forms


def _check_one_way(column: Column, cells: Iterable[object]) -> None:
    """Raise UnreadableTable where days are written in both of the ways that look alike."""
    surely = Counter(form for cell in cells for form in _EITHER_WAY if _is_surely(cell, form))
    if min(surely[form] for form in _EITHER_WAY) * _SLIPS > surely.total():
        names = " and partly as ".join(form.name for form in _EITHER_WAY)
        raise UnreadableTable(
            f"the days in {column.name} are written partly as {names}, so that 01/02/2023 can be "
            "either of two days.",
            _ONE_WAY,
        )


def _check_not_swapped(column: Column, texts: Iterable[object], days: Sequence[date]) -> None:
    """Raise UnreadableTable where Excel seems to have made days of what it took for MM/DD/YYYY.

    Then it leaves as text what is no day in that way, and all days fall on the 1st to the 12th.
    """
    first, second = _EITHER_WAY
    of_month = {day.day for day in days}
    early = len(of_month) >= _ENOUGH and max(of_month) <= _MONTHS
    if early and not any(_is_read(cell, second) for cell in texts):
        raise UnreadableTable(
            f"some days in {column.name} are text, and those that are not all fall on the 1st to "
            f"the 12th: day and month seem to be taken for each other where {first.name} was read "
            f"as {second.name}.",
            "Export them from their source in one way, best as YYYY-MM-DD.",
        )


def _is_surely(cell: object, form: DayFormat) -> bool:
    """Whether a day is written in this of the two ways, and cannot be read in the other."""
    return [_is_read(cell, way) for way in _EITHER_WAY] == [way is form for way in _EITHER_WAY]


def _settled(
    fitting: Mapping[Column, list[DayFormat]], samples: Mapping[Column, Sequence[object]]
) -> Iterator[tuple[Column, DayFormat]]:
    """One format for each: where cells leave two, the one that another column is surely in."""
    sure = {forms[0] for forms in fitting.values() if len(forms) == 1}
    for column, forms in fitting.items():
        left = forms if len(forms) == 1 else [form for form in forms if form in sure]
        if len(left) != 1:
            raise _unsettled(column, forms, samples[column])
        yield column, left[0]


def _unsettled(
    column: Column, forms: Sequence[DayFormat], cells: Iterable[object]
) -> UnreadableTable:
    """Either each cell can be read in several ways, or some in one way and some in another."""
    first, second = forms[:2]
    if any(_is_read(cell, first) and _is_read(cell, second) for cell in cells):
        names = " or ".join(form.name for form in forms)
        message = f"the days in {column.name} can be read as {names}."
        return UnreadableTable(
            message, f"Say which in the assessment, as date_format: {first.name}."
        )
    names = " and partly as ".join(form.name for form in forms)
    return UnreadableTable(f"the days in {column.name} are written partly as {names}.", _ONE_WAY)


def _is_read(cell: object, form: DayFormat) -> bool:
    return isinstance(read_day(cell, form), date)


def notes_on_days(bound: Layout, source: DataSource) -> Iterator[str]:
    """What was found out about days, as `days as DD/MM/YYYY (found in left_on)`."""
    if source.date_format is not None:
        return
    for form in dict.fromkeys(bound.day_formats.values()):
        names = [column.name for column, used in bound.day_formats.items() if used is form]
        yield f"days as {form.name} (found in {', '.join(names)})"
