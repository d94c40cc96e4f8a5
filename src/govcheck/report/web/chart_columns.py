"""The trend of a measured share: a column for each part of the time, drawn from printed words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from govcheck.report.web.chart_figures import Bar, Drawn
from govcheck.report.words import period

STEP, HEIGHT = 96, 120
"""How far columns stand apart and how high 100 % is, in pixels."""
_WIDTH = 56


class Column(NamedTuple):
    """One column in pixels, from the top left; `hatched` is the part that is not known."""

    left: float
    width: float
    top: float
    height: float
    hatched: float
    value: str
    """Its per cent, where that is known."""
    label: tuple[str, str]
    """The months, and the year."""


class Columns(NamedTuple):
    """All columns, and where the line of what is wanted lies."""

    columns: tuple[Column, ...]
    width: int
    wanted: float | None


def columns_of(parts: Sequence[Drawn]) -> Columns:
    """The columns of figures that follow one another in time."""
    marks = {part.bar.wanted for part in parts if part.bar} or {None}
    wanted = marks.pop() if len(marks) == 1 else None
    level = None if wanted is None else _pixels(100 - wanted)
    return Columns(tuple(_columns(parts)), STEP * len(parts), level)


def _columns(parts: Sequence[Drawn]) -> Iterator[Column]:
    for place, part in enumerate(parts):
        bar = part.bar or Bar(0, 0, None)
        reach = bar.length + bar.unknown
        yield Column(
            left=STEP * place + (STEP - _WIDTH) / 2,
            width=_WIDTH,
            top=_pixels(100 - reach),
            height=_pixels(bar.length),
            hatched=_pixels(bar.unknown),
            value=part.figure.value.partition(" (")[0] if "%" in part.figure.value else "",
            label=_label(part.figure.period),
        )


def _label(text: str) -> tuple[str, str]:
    """A period on two lines that fit below a column: Apr to Jun, 2022."""
    words, _, year = period(text).rpartition(" ")
    return re.sub(r"([A-Z][a-z]{2})[a-z]+", r"\1", words), year


def _pixels(hundredths: float) -> float:
    return round(HEIGHT * hundredths / 100, 1)
