"""What a renderer is given: a result, and what only the command knows of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from govcheck.model.decision import Decision
from govcheck.model.result import Location, Result
from govcheck.model.trend import TrendLine
from govcheck.model.visible import visible
from govcheck.report.words import place


class CheckHelp(NamedTuple):
    """What the docstring of a check says."""

    title: str
    why: str
    close: str


class Judged(NamedTuple):
    """A result with what only the command knows of it."""

    path: str
    """How the reader named the file; places are printed with it."""
    result: Result
    closing: str
    """The exit status and its reason."""
    help: Mapping[str, CheckHelp] = {}
    """What the checks say of themselves, by id."""
    decision: Decision | None = None
    """What the gate says of it, where one was asked for more than a threshold."""
    trend: tuple[TrendLine, ...] = ()
    """How the kept results of the same force and report went, where there is a history."""

    def place(self, location: Location) -> str:
        """Where something stands: a line, as editors and terminals know it, or a cell."""
        return visible(place(self.path, location))
