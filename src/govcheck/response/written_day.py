"""Days as people write them in a finished document."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_YEAR = r"(?P<{0}>[0-9]{{4}}|[0-9]{{2}})(?![0-9])"
_DAY = r"(?<![0-9])(?P<{0}>[0-9]{{1,2}})"
_WRITTEN = re.compile(
    "|".join(
        (
            r"(?<![0-9])(?P<y1>[0-9]{4})-(?P<m1>[0-9]{2})-(?P<d1>[0-9]{2})(?![0-9])",
            _DAY.format("d2")
            + r"\s?(?P<s>[/.-])\s?(?P<m2>[0-9]{1,2})\s?(?P=s)\s?"
            + _YEAR.format("y2"),
            _DAY.format("d3")
            + r"\s?(?:st|nd|rd|th)?(?:\sof)?[\s-]{1,3}"
            + _MONTH.format("m3")
            + r"\.?,?[\s-]{1,3}"
            + _YEAR.format("y3"),
            r"\b" + _MONTH.format("m4") + r"\.?\s(?P<d4>[0-9]{1,2})(?:st|nd|rd|th)?,?\s"
            r"(?P<y4>[0-9]{4})(?![0-9])",
        )
    ),
    re.IGNORECASE,
)


def days_in(text: str) -> tuple[date, ...]:
    """Every day that a text names, in its order: 2024-01-15, 15/01/2024, 15th January 2024.

    The day comes before the month, as it is written in Britain. A day that does not exist is none.
    """
    found = (_day(match) for match in _WRITTEN.finditer(text))
    return tuple(day for day in found if day)


def _day(match: re.Match[str]) -> date | None:
    parts = {key[0]: value for key, value in match.groupdict().items() if value}
    month, year = parts["m"], parts["y"]
    number = int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1
    try:
        return date(int(year) if len(year) > 2 else 2000 + int(year), number, int(parts["d"]))  # noqa: PLR2004 - a year of two digits
    except ValueError:
        return None
