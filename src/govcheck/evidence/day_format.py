"""How days are written in a file: told by the assessment, or found out and said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Final, NamedTuple

from govcheck.model.column import UNREAD, Unread


class DayFormat(NamedTuple):
    """One way to write a day, with all of it given: four digits for the year."""

    name: str
    """As an assessment writes it: YYYY-MM-DD."""
    pattern: str
    """A regular expression without groups, for engines that check the form."""
    strptime: str
    """For engines that read it."""
    order: tuple[int, int, int]
    """Where year, month and day stand."""


ISO: Final = DayFormat("YYYY-MM-DD", "[0-9]{4}-[0-9]{2}-[0-9]{2}", "%Y-%m-%d", (0, 1, 2))
FORMATS: Final = (
    ISO,
    DayFormat("YYYY-MM-DD hh:mm:ss", "[0-9]{4}-[0-9]{2}-[0-9]{2}[ T]00:00:00", "", (0, 1, 2)),
    DayFormat("DD/MM/YYYY", "[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}", "%d/%m/%Y", (2, 1, 0)),
    DayFormat("MM/DD/YYYY", "[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}", "%m/%d/%Y", (2, 0, 1)),
    DayFormat("DD.MM.YYYY", "[0-9]{1,2}\\.[0-9]{1,2}\\.[0-9]{4}", "%d.%m.%Y", (2, 1, 0)),
    DayFormat("DD-MM-YYYY", "[0-9]{1,2}-[0-9]{1,2}-[0-9]{4}", "%d-%m-%Y", (2, 1, 0)),
    DayFormat("YYYY/MM/DD", "[0-9]{4}/[0-9]{2}/[0-9]{2}", "%Y/%m/%d", (0, 1, 2)),
    DayFormat("YYYYMMDD", "[0-9]{8}", "%Y%m%d", (0, 1, 2)),
)
_BY_NAME = {item.name: item for item in FORMATS}
NAMES = tuple(_BY_NAME)
FIRST_YEAR = 1000
"""Earlier years are slips of the pen; engines differ in how they read them."""


def format_named(name: str) -> DayFormat | None:
    """The format that an assessment names."""
    return _BY_NAME.get(name)


def read_day(raw: object, form: DayFormat) -> date | Unread | None:
    """The day in a cell; None where it is blank, UNREAD where something else stands there."""
    if raw is None:
        return None
    if isinstance(raw, datetime):
        return raw.date()
    if isinstance(raw, date):
        return raw
    text = str(raw).strip(" ")
    if not text:
        return None
    if not re.fullmatch(form.pattern, text):
        return UNREAD
    return _day(_numbers(text, form), form)


def _numbers(text: str, form: DayFormat) -> Sequence[int]:
    if form.name == "YYYYMMDD":
        return int(text[:4]), int(text[4:6]), int(text[6:])
    return [int(part) for part in re.findall("[0-9]+", text)[:3]]


def _day(numbers: Sequence[int], form: DayFormat) -> date | Unread:
    year, month, day = (numbers[place] for place in form.order)
    if year < FIRST_YEAR:
        return UNREAD
    try:
        return date(year, month, day)
    except ValueError:
        return UNREAD


def formats_that_fit(cells: Iterable[object]) -> list[DayFormat]:
    """The formats that read the most of these cells, the same number each; none where none does.

    More than one is an ambiguity that only the assessment can settle: 01/02/2023 is two days.
    """
    texts = [cell for cell in cells if cell is not None and str(cell).strip(" ")]
    fits = {
        form: sum(1 for cell in texts if isinstance(read_day(cell, form), date)) for form in FORMATS
    }
    most = max(fits.values(), default=0)
    return [form for form, count in fits.items() if count == most] if most else []
