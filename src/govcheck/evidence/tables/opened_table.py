"""A table that is open for counting, and what was found out on the way."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import TracebackType
from typing import NamedTuple, Self

from govcheck.evidence.tables.table import Layout, Table
from govcheck.model.condition import Split

FIRST_LINES = 5
"""How many line numbers are told of one violation."""


class Wrong(NamedTuple):
    """Rows that are wrong in one way: those that a split puts under a value."""

    split: Split
    value: object


LineFinder = Callable[[Sequence[Wrong], Layout], Mapping[Wrong, tuple[str, ...]]]
"""Finds the first few lines of each wrong in one pass, as `12`, or `row 12` in a workbook."""


class OpenedTable:
    """A context manager: what it holds is closed at its end, whatever happens."""

    def __init__(  # noqa: PLR0913 - one for each thing that a table has
        self,
        table: Table,
        name: str,
        *,
        notes: tuple[str, ...] = (),
        samples: Callable[[str], Sequence[object]] = lambda _header: (),
        lines: LineFinder | None = None,
        close: Callable[[], None] = lambda: None,
    ) -> None:
        """Describe an open table.

        `name` is how it is called in reports. `notes` say what was found out, as `delimiter “;”`.
        `samples` gives cells of one column, from which the way of writing days is found; none where
        days are days already. `lines` is left out where rows have no lines, as in a database.
        """
        self.table = table
        self.name = name
        self.notes = notes
        self.samples = samples
        self.lines = lines
        self._close = close

    def __enter__(self) -> Self:
        """The table itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close what it holds."""
        self._close()
