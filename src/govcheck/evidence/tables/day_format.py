"""How days are written in a file: told by the assessment, or found out and said."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from functools import cache
from typing import Final, NamedTuple

from govcheck.evidence.tables.cell import label, read_text
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


_YEAR: Final = "[1-9][0-9]{3}"
ISO: Final = DayFormat("YYYY-MM-DD", f"{_YEAR}-[0-9]{{2}}-[0-9]{{2}}", "%Y-%m-%d", (0, 1, 2))
_LEAP: Final = "([1-9][0-9](0[48]|[2468][048]|[13579][26])|([2468][048]|[13579][26])00)"
"""The leap years from 1000 to 9999."""
_EITHER: Final = "[0-9]{1,2}"
MIDNIGHT: Final = "[ T]00:00:00"
"""The time of day that may stand after a day."""
FORMATS: Final = (
    ISO,
    DayFormat("YYYY-MM-DD hh:mm:ss", f"{ISO.pattern}{MIDNIGHT}", "", (0, 1, 2)),
    DayFormat("DD/MM/YYYY", f"{_EITHER}/{_EITHER}/{_YEAR}", "%d/%m/%Y", (2, 1, 0)),
    DayFormat("MM/DD/YYYY", f"{_EITHER}/{_EITHER}/{_YEAR}", "%m/%d/%Y", (2, 0, 1)),
    DayFormat("DD.MM.YYYY", f"{_EITHER}\\.{_EITHER}\\.{_YEAR}", "%d.%m.%Y", (2, 1, 0)),
    DayFormat("DD-MM-YYYY", f"{_EITHER}-{_EITHER}-{_YEAR}", "%d-%m-%Y", (2, 1, 0)),
    DayFormat("YYYY/MM/DD", f"{_YEAR}/[0-9]{{2}}/[0-9]{{2}}", "%Y/%m/%d", (0, 1, 2)),
    DayFormat("YYYYMMDD", f"{_YEAR}[0-9]{{4}}", "%Y%m%d", (0, 1, 2)),
)
_SHAPE = str.maketrans("23456789", "1" * 8)
_BY_NAME = {item.name: item for item in FORMATS}
NAMES = tuple(_BY_NAME)
_DIGITS = re.compile("[0-9]+")
FIRST_YEAR = 1000
"""Earlier years are slips of the pen; engines differ in how they read them. Days are UNREAD."""


_ISO_AT_ONCE: Final = re.compile(ISO.pattern).fullmatch


def format_named(name: str) -> DayFormat | None:
    """The format that an assessment names."""
    return _BY_NAME.get(name)


def read_day(raw: object, form: DayFormat) -> date | Unread | None:
    """The day in a cell; None where it is blank, UNREAD where something else stands there."""
    if isinstance(raw, date):
        day = raw.date() if isinstance(raw, datetime) else raw
        return UNREAD if day.year < FIRST_YEAR else day
    if form is ISO and isinstance(raw, str) and _ISO_AT_ONCE(raw):
        try:  # the usual case, and most of the work in a small table
            return date.fromisoformat(raw)
        except ValueError:
            return UNREAD
    text = read_text(raw)
    if text is None:
        return None
    if not _matcher(form.pattern)(text):
        return UNREAD
    return _day(_numbers(text, form), form)


@cache
def _matcher(pattern: str) -> Callable[[str], re.Match[str] | None]:
    return re.compile(pattern).fullmatch


def _numbers(text: str, form: DayFormat) -> Sequence[int]:
    if form.name == "YYYYMMDD":
        return int(text[:4]), int(text[4:6]), int(text[6:])
    return [int(part) for part in _DIGITS.findall(text)[:3]]


def _day(numbers: Sequence[int], form: DayFormat) -> date | Unread:
    year, month, day = form.order
    try:
        return date(numbers[year], numbers[month], numbers[day])
    except ValueError:
        return UNREAD


def calendar_pattern(form: DayFormat) -> str:
    """A regular expression of the days that there are, for engines that fail over others.

    Months of 31 and of 30 days, February, and its 29th in leap years.
    """
    zero = "0" if form.order[0] == 0 else "0?"
    kinds = (
        (_YEAR, f"({zero}[13578]|1[02])", f"({zero}[1-9]|[12][0-9]|3[01])"),
        (_YEAR, f"({zero}[469]|11)", f"({zero}[1-9]|[12][0-9]|30)"),
        (_YEAR, f"{zero}2", f"({zero}[1-9]|1[0-9]|2[0-8])"),
        (_LEAP, f"{zero}2", "29"),
    )
    sign = next((sign for sign in "/.-" if sign in form.name), "").replace(".", "\\.")
    midnight = "" if form.strptime else MIDNIGHT
    days = (sign.join(kind[place] for place in _written(form)) for kind in kinds)
    return f"({'|'.join(days)}){midnight}"


def _written(form: DayFormat) -> list[int]:
    """Year, month and day, as 0, 1 and 2, in the order in which they are written."""
    return sorted(range(3), key=form.order.__getitem__)


def formats_that_fit(cells: Iterable[object]) -> list[DayFormat]:
    """The formats that read the most of these cells, the same number each; none where none does.

    More than one is an ambiguity that only the assessment can settle: 01/02/2023 is two days.
    """
    texts = [cell for cell in cells if cell is not None and str(cell).strip(" ")]
    shapes = {str(label(cell)).strip(" ").translate(_SHAPE) for cell in texts}
    forms = [form for form in FORMATS if any(map(_matcher(form.pattern), shapes))]
    if len(forms) < 2:  # noqa: PLR2004 - nothing to choose
        return forms
    fits = {
        form: sum(1 for cell in texts if isinstance(read_day(cell, form), date)) for form in forms
    }
    most = max(fits.values(), default=0)
    return [form for form, count in fits.items() if count == most] if most else []
