"""Measured figures as bars, drawn from the words that are printed and from nothing else.

What is suppressed or rounded in the words is so in the drawing: a figure that names no two numbers
gets no bar.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from govcheck.model.finding import Figure
from govcheck.model.result import FindingKind, Result

_NUMBER = r"(?:about )?([0-9][0-9,]*(?:\.[0-9]+)?)"
_PERCENT = re.compile(r"([0-9]+(?:\.[0-9]+)?) %")
_OF = re.compile(rf"^{_NUMBER} of {_NUMBER}$")
_COUNT = re.compile(rf"^{_NUMBER}(?:, as stated)?$")
_WANTED = re.compile(r"^at (?:least|most) ([0-9]+(?:\.[0-9]+)?) %$")


class Bar(NamedTuple):
    """How far the bar reaches and where the mark of what is wanted stands, in hundredths."""

    length: float
    wanted: float | None


class Measured(NamedTuple):
    """A figure with its bar, and the check and finding that it belongs to."""

    check: str
    kind: FindingKind
    figure: Figure
    bar: Bar | None


def measured(result: Result) -> tuple[Measured, ...]:
    """Every figure of the result once, in the order of the report."""
    found = (
        Measured(check.id, finding.kind, finding.figure, bar_of(finding.figure))
        for check in result.check_results()
        for finding in check.findings
        if finding.figure
    )
    return tuple(dict.fromkeys(found))


def bar_of(figure: Figure) -> Bar | None:
    """The bar of a figure that is a share, or that can be held against what is wanted."""
    share = _share(figure.value)
    if share is not None:
        return Bar(min(share, 100), _least(figure.wanted))
    return _beside(_COUNT.match(figure.value), _COUNT.match(figure.wanted))


def _least(wanted: str) -> float | None:
    if wanted == "all":
        return 100
    least = _WANTED.match(wanted)
    return min(float(least[1]), 100) if least else None


def _share(value: str) -> float | None:
    percent = _PERCENT.match(value)
    if percent:
        return float(percent[1])
    of = _OF.match(value)
    return round(100 * _number(of[1]) / _number(of[2]), 2) if of and _number(of[2]) else None


def _beside(found: re.Match[str] | None, wanted: re.Match[str] | None) -> Bar | None:
    """Two counts on one scale, the larger of them as its end."""
    if not found or not wanted:
        return None
    counts = _number(found[1]), _number(wanted[1])
    longest = max(*counts, 1)
    return Bar(round(100 * counts[0] / longest, 2), round(100 * counts[1] / longest, 2))


def _number(text: str) -> float:
    return float(text.replace(",", ""))
