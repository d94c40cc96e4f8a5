"""How counts, days and lists are written in every report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import TypeVar

from govcheck.model.deadline import in_words
from govcheck.model.period import parse_period
from govcheck.model.result import ComputedDate, Location, Result
from govcheck.model.vocabulary import Verdict

W = TypeVar("W", bound=StrEnum)


def day(text: str) -> str:
    """A day as a person writes it: 31 August 2023."""
    return in_words(date.fromisoformat(text))


def period(text: str) -> str:
    """A period as a person writes it, `2022-04/2022-06` as April to June 2022.

    What is not written in this way stays as it is.
    """
    begin, _, end = text.partition("/")
    try:
        parse_period(text)
    except ValueError:
        return text
    first, last = _point(begin), _point(end)
    if not end or first == last:
        return first
    year = f" {end[:4]}"
    same = begin[:4] == end[:4] and first.endswith(year)
    return f"{first.removesuffix(year) if same else first} to {last}"


def _point(text: str) -> str:
    """A year, a month or a day in words; nothing of nothing."""
    if text.count("-") == 1:
        return month(date.fromisoformat(f"{text}-01"))
    return day(text) if "-" in text else text


def month(day: date) -> str:
    """The month of a day: August 2023."""
    return in_words(day).partition(" ")[2]


def counted(number: int, noun: str) -> str:
    """A number with its noun: 1 gap, 2 gaps."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def parts(counts: Mapping[W, int]) -> str:
    """What a total is made of, without the zeros: 2 critical, 8 major."""
    return ", ".join(f"{number} {word}" for word, number in counts.items() if number)


def of_which(noun: str, counts: Mapping[Verdict, int]) -> str:
    """A count of verdicts over its whole: 1 of 3 recommendations met (1 partly met, 1 not met)."""
    total = sum(counts.values())
    others: dict[Verdict, int] = {**counts, Verdict.MET: 0}
    rest = parts(others)
    return f"{counts[Verdict.MET]} of {total} {noun} met" + (f" ({rest})" if rest else "")


def spot(location: Location) -> str:
    """Where in its file something stands: line and column, or sheet and cell of a workbook."""
    return location.cell or f"{location.line}:{location.column}"


def place(file: str, location: Location) -> str:
    """File and place, as messages have them: file.yaml:7:3 or book.xlsx [Retention!C7]."""
    return f"{file} [{location.cell}]" if location.cell else f"{file}:{spot(location)}"


def computed_dates(result: Result) -> tuple[str, ...]:
    """One line for each last day that was worked out, with its rule; the same day and rule once."""
    lines: dict[str, list[str]] = {}
    for recommendation in result.recommendations:
        if recommendation.due:
            lines.setdefault(_dated(recommendation.due), []).append(recommendation.number)
    said = [f"{_recommendations(numbers)} due by {line}" for line, numbers in lines.items()]
    if result.framework.response:
        said.append(f"Response due by {_dated(result.framework.response)}")
    return tuple(said)


def _recommendations(numbers: Sequence[str]) -> str:
    noun = "Recommendation" if len(numbers) == 1 else "Recommendations"
    return f"{noun} {', '.join(numbers)}"


def _dated(computed: ComputedDate) -> str:
    past = " (now past)" if computed.passed else ""
    return f"{day(computed.last_day)}{past}: {computed.rule} ({computed.source.rstrip('.')})."
