"""Dates as people write them, turned into the form that the file needs: a hint, never a reading."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = (
    *("jan", "feb", "mar", "apr", "may", "jun"),
    *("jul", "aug", "sep", "oct", "nov", "dec"),
)
_DAY_FIRST = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)?[/. -]([0-9]{1,2}|[a-z]+)[/. -]([0-9]{4})")
_YEAR_FIRST = re.compile(r"([0-9]{4})[/. -]([0-9]{1,2})[/. -]([0-9]{1,2})(?:[t ].*)?")
_DIGITS_ONLY = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_MONTH_ONLY = re.compile(r"([0-9]{1,2}|[a-z]+)[/. -]([0-9]{4})")
_FINANCIAL_YEAR = re.compile(r"([0-9]{4})[/-]([0-9]{2})")
_NO_SUCH_DAY = "The calendar has no such day: check the day and the month."
_EXAMPLE = "2023-10-31"


def day_hint(text: str) -> str:
    """What to write instead of a text that is not a day."""
    if re.fullmatch(r"[0-9]{4}-(0[1-9]|1[0-2])", text.strip()):
        return f"Write the day too, as {text.strip()}-01."
    return _instead(text) or f"Write a date as {_EXAMPLE}."


def period_hint(text: str) -> str:
    """What to write instead of a text that is not a day, month, year or span."""
    said = _MONTH_ONLY.fullmatch(text.strip().casefold())
    month = _month(said[1]) if said else 0
    if said and month:
        return f"Write the year first: {said[2]}-{month:02}."
    years = _FINANCIAL_YEAR.fullmatch(text.strip())
    if years and int(years[2]) == (int(years[1]) + 1) % 100:
        return f"If the financial year is meant, write {years[1]}-04/{int(years[1]) + 1:04}-03."
    return _instead(text) or (
        f"Write a day, month, year or span: {_EXAMPLE}, 2023-10, 2023 or 2022-04/2023-03."
    )


def _instead(text: str) -> str:
    folded = text.strip().casefold()
    turned = _DAY_FIRST.fullmatch(folded)
    if turned:
        return _year_month_day(turned[3], turned[2], turned[1])
    straight = _YEAR_FIRST.fullmatch(folded) or _DIGITS_ONLY.fullmatch(folded)
    return _year_month_day(*straight.groups()) if straight else ""


def _year_month_day(year: str, month: str, day: str) -> str:
    """The hint, if there is such a month."""
    number = _month(month)
    try:
        return f"Write year, month, day: {date(int(year), number, int(day)).isoformat()}."
    except ValueError:
        return _NO_SUCH_DAY if number else ""


def _month(written: str) -> int:
    """The number of a month given by number or name; 0 if there is none."""
    if written.isdigit():
        return int(written) if 1 <= int(written) <= len(_MONTHS) else 0
    return _MONTHS.index(written[:3]) + 1 if written[:3] in _MONTHS else 0
