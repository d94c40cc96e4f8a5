"""Days and due dates as documents write them, and as a framework holds them."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b"
)
_YEAR = r"(?:19|20)[0-9]{2}\b"
_WRITTEN = (
    rf"(?P<iso>{_YEAR}-[0-9]{{2}}-[0-9]{{2}})\b"
    r"|(?P<d>[0-9]{1,2})[/.](?P<m>[0-9]{1,2})[/.](?P<y>[0-9]{4})\b"
    rf"|(?:(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?(?: of)? )?(?P<month>{_MONTH}),? (?P<year>{_YEAR})"
)
_DAY = re.compile(rf"(?<![0-9/.-])(?:{_WRITTEN})", re.IGNORECASE)
_DUE = re.compile(
    r"\b(?:by|no later than) (?:the end of |end of |end )?"
    rf"(?:{_WRITTEN}|(?P<only>{_YEAR})(?!-))",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"\bwith immediate effect\b|\bimmediately\b|\bas soon as (?:possible|practicable)\b"
    r"|\bwithin (?:[a-z]+|[0-9]{1,3}) (?:day|week|month|year)s?\b"
    r"(?: of (?:publication|(?:this|the|our) (?:inspection )?report)(?: being published)?\b"
    r"| of (?:(?! (?:should|must)\b)[^,.;:]){1,60}?(?=[,.;:]|$))?"
    r"|\b(?:before|by (?:the )?(?:start of|beginning of|spring|summer|autumn|winter))"
    r" [^,.;:]{1,40}",
    re.IGNORECASE,
)


class WrittenDue(NamedTuple):
    """A due date: its words, and the date in the form of a framework where they give one."""

    wording: str
    by: str | None
    start: int
    end: int


def day_in(text: str) -> str | None:
    """The first day that a text names, as 2023-07-07. The day is written before the month."""
    for found in _DAY.finditer(text):
        read = _date(found)
        if read and read.count("-") == 2:  # noqa: PLR2004 - year, month and day
            return read
    return None


def dues_in(text: str) -> tuple[WrittenDue, ...]:
    """Every due date that a text names, those that give no date at the end."""
    dated = [
        WrittenDue(found[0], found["only"] or _date(found), *found.span())
        for found in _DUE.finditer(text)
    ]
    vague = [
        WrittenDue(found[0], None, *found.span())
        for found in _VAGUE.finditer(text)
        if not any(due.start < found.end() and found.start() < due.end for due in dated)
    ]
    return (*dated, *vague)


def _date(found: re.Match[str]) -> str | None:
    """As precise as it is written; None for a day that does not exist."""
    try:
        if found["iso"]:
            return date.fromisoformat(found["iso"]).isoformat()
        if found["d"]:
            return date(int(found["y"]), int(found["m"]), int(found["d"])).isoformat()
        month = _MONTHS.index(found["month"][:3].lower()) + 1
        day = date(int(found["year"]), month, int(found["day"] or 1)).isoformat()
        return day if found["day"] else day[:7]
    except ValueError:
        return None
