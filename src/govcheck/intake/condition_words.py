"""A condition in the words in which an analyst writes it: what `read_condition` reads."""

from __future__ import annotations

import re
from datetime import date

from govcheck.model.column import Column
from govcheck.model.condition import (
    Among,
    Compare,
    Condition,
    Either,
    Every,
    Missing,
    Moment,
    Opposite,
)

_PLAIN = re.compile(r"[\w.-]+(?: [\w.-]+)*")
_KEYWORDS = frozenset({"and", "or", "not", "in", "is", "blank"})


def written(condition: Condition) -> str:
    """The condition as text."""
    match condition:
        case Among(column=column, values=values):
            return _among(column.name, [value for value in column.values if value in values], "")
        case Missing(column=column):
            return f"{column.name} is blank"
        case Compare(column=column, sign=sign, other=other):
            return f"{column.name} {sign} {_limit(other)}"
        case Opposite(parts=(Among(column=column, values=values),)):
            return _among(column.name, [value for value in column.values if value in values], "!")
        case Opposite(parts=(Missing(column=column),)):
            return f"{column.name} is not blank"
        case Opposite(parts=(part,)):
            return f"not {_inside(part)}"
        case Every(parts=parts):
            return " and ".join(map(_inside, parts))
        case Either(parts=parts):
            return " or ".join(map(_inside, parts))
        case _:
            raise AssertionError("there is no other condition")


def _inside(part: Condition) -> str:
    words = written(part)
    return f"({words})" if isinstance(part, Every | Either) else words


def _among(name: str, values: list[str], negation: str) -> str:
    if len(values) == 1:
        return f"{name} {negation}= {_value(values[0])}"
    return f"{name} {'not ' if negation else ''}in ({', '.join(map(_value, values))})"


def _value(value: str) -> str:
    words = value.casefold().split()
    if _PLAIN.fullmatch(value) and not _KEYWORDS.intersection(words):
        return value
    mark = "'" if '"' in value else '"'
    return f"{mark}{value}{mark}"


def _limit(other: Column | Moment | date | float) -> str:
    match other:
        case Column():
            return other.name
        case date():
            return other.isoformat()
        case Moment(months=months, days=days):
            return f"as_of{_later(months, 'months')}{_later(days, 'days')}"
        case _:
            return f"{other:.15f}".rstrip("0").rstrip(".")


def _later(number: int, unit: str) -> str:
    return f" {'-' if number < 0 else '+'} {abs(number)} {unit}" if number else ""
