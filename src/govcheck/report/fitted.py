"""Tables for a terminal that keep to its width: columns of words give way, the others do not."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import chain
from textwrap import wrap

from tabulate import tabulate

_GAP = "  "
_PADDING = 2
"""What the table leaves free beside the heading of a column."""
_LONGEST_WORD = 60
"""Longer words are cut: no name that people give is so long."""


def fitted(
    headers: Sequence[str],
    rows: Sequence[Sequence[str]],
    width: int,
    wrapping: Collection[str] = (),
) -> str:
    """The table; the columns that `wrapping` names may run over several lines.

    A cell can hold lines of its own.
    """
    widths = _widths(headers, rows, width, wrapping)
    wrapped = [[_wrapped(cell, widths[at]) for at, cell in enumerate(row)] for row in rows]
    return tabulate(wrapped, headers, tablefmt="simple", disable_numparse=True)


def _widths(
    headers: Sequence[str], rows: Sequence[Sequence[str]], width: int, wrapping: Collection[str]
) -> list[int]:
    """How wide each column is: those that may wrap share what their longest words leave free."""
    columns = [[line for row in rows for line in row[at].split("\n")] for at in range(len(headers))]
    widths = [
        max(len(name) + _PADDING, *map(len, column), 0)
        for name, column in zip(headers, columns, strict=True)
    ]
    giving = [at for at, name in enumerate(headers) if name in wrapping]
    least = {at: _longest_word(headers[at], columns[at]) for at in giving}
    taken = sum(least.get(at, size) for at, size in enumerate(widths))
    free = width - len(_GAP) * (len(headers) - 1) - taken
    for done, at in enumerate(sorted(giving, key=lambda column: widths[column])):
        more = min(widths[at] - least[at], max(free, 0) // (len(giving) - done))
        widths[at] = least[at] + more
        free -= more
    return widths


def _longest_word(header: str, column: Sequence[str]) -> int:
    words = chain.from_iterable(line.split() for line in column)
    longest = max(map(len, words), default=0)
    return max(len(header) + _PADDING, min(longest, _LONGEST_WORD))


def _wrapped(cell: str, width: int) -> str:
    lines = (
        wrap(line, width, break_long_words=True, break_on_hyphens=False)
        for line in cell.split("\n")
    )
    return "\n".join(chain.from_iterable(lines))
