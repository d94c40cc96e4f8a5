"""How the systems of one force write what they hold: labels, days, spaces."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from invented_data.draw import Draw

Labels = Mapping[str, Mapping[str, Sequence[str]]]
"""The labels that stand for a value, by column and value; the value itself where there are none."""
_ONE_IN = 30


class Hand:
    """Writes cells as one force does."""

    def __init__(
        self, draw: Draw, labels: Labels, *, days: str = "%Y-%m-%d", spaces: bool = False
    ) -> None:
        """`spaces` are strewn after some labels, as they are where people type."""
        self._draw = draw
        self._labels = labels
        self._days = days
        self._spaces = spaces

    def __call__(self, column: str, cell: object) -> str:
        """The cell as text."""
        if isinstance(cell, date):
            return cell.strftime(self._days)
        text = str(cell)
        labels = self._labels.get(column, {}).get(text)
        if not labels:
            return text
        written = self._draw.one_of(labels)
        return f"{written} " if self._spaces and not self._draw.below(_ONE_IN) else written
