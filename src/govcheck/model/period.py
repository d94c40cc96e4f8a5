"""Dates as a person writes them: a day, a month, a year, or a span of these."""

from __future__ import annotations

import calendar
import re
from datetime import date
from functools import lru_cache
from typing import Annotated, NamedTuple

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

_DAY = r"[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
_POINT = r"[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?"
_FIRST_YEAR = 1000
_PERIOD = rf"^{_POINT}(/{_POINT})?$"


class Period(NamedTuple):
    """A span of whole days, first and last included."""

    first: date
    last: date


@lru_cache(maxsize=1024)
def parse_period(text: str) -> Period:
    """Read `2023`, `2023-10`, `2023-10-31` or a span `2022-04/2023-03`.

    Raises ValueError where a day does not exist or the span runs backwards.
    """
    begin, _, end = text.partition("/")
    period = Period(_point(begin).first, _point(end or begin).last)
    if period.first > period.last:
        raise ValueError(f"{begin} is after {end}")
    return period


def _point(text: str) -> Period:
    if not re.fullmatch(_POINT, text):
        raise ValueError(f"{text!r} is not a day, a month or a year")
    match [int(part) for part in text.split("-")]:
        case [year, month, number]:
            day = date(year, month, number)
            return Period(day, day)
        case [year, month]:
            return Period(date(year, month, 1), month_end(year, month))
        case [year, *_]:
            return Period(date(year, 1, 1), date(year, 12, 31))
    raise AssertionError("the pattern has one to three parts")


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


@lru_cache(maxsize=1024)
def months_later(day: date, months: int) -> date:
    """The same day so many months later, or that month's last day where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > date.max.year:
        return date.max
    last = month_end(year, month + 1)
    return last.replace(day=min(day.day, last.day))


def _real(text: str) -> str:
    try:
        parse_period(text)
    except ValueError as error:
        raise PydanticCustomError("unreal_period", "{detail}", {"detail": str(error)}) from None
    return text


def _written_as_day(value: object) -> object:
    """Text in any other form is not a day; digits alone would be taken for seconds since 1970."""
    if not isinstance(value, str):
        return value
    try:
        return date.fromisoformat(value if re.fullmatch(_DAY, value) else "")
    except ValueError:
        raise PydanticCustomError("date_parsing", "not a day") from None


Day = Annotated[
    date, BeforeValidator(_written_as_day), Field(json_schema_extra={"pattern": f"^{_DAY}$"})
]
"""A calendar day, written 2023-10-31."""


def _year_as_text(value: object) -> object:
    """A bare year in YAML is a number; it is meant as text."""
    return str(value) if type(value) is int and _FIRST_YEAR <= value <= date.max.year else value


PeriodText = Annotated[
    str,
    StringConstraints(pattern=_PERIOD),
    AfterValidator(_real),
    BeforeValidator(_year_as_text),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "pattern": _PERIOD, "maxLength": 21},
                {"type": "integer", "minimum": _FIRST_YEAR, "maximum": date.max.year},
            ],
            "examples": ["2023-10", "2022-04/2023-03"],
        }
    ),
]
"""A day, month, year or span, kept as it was written; `parse_period` gives its days."""
