"""How each requirement is known, as bars: for each recommendation the shares of its requirements.

A bar stands in the row of the numbers it is drawn from.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from govcheck.model.ledger import Entry, Ledger
from govcheck.model.vocabulary import Basis


class Part(NamedTuple):
    """A part of a bar, in hundredths of its length."""

    basis: Basis
    start: float
    length: float


class Row(NamedTuple):
    """One bar with its numbers."""

    name: str
    counts: Mapping[Basis, int]
    total: int
    parts: tuple[Part, ...]


class Coverage(NamedTuple):
    """All bars; the last is that of everything together."""

    words: tuple[Basis, ...]
    rows: tuple[Row, ...]


def coverage_of(ledger: Ledger) -> Coverage:
    """The bars of each recommendation, and of all."""
    rows = [
        _row(f"{account.number} {account.title}", account.requirements)
        for account in ledger.recommendations
    ]
    return Coverage(tuple(Basis), (*rows, _row("All requirements", [*ledger.entries()])))


def _row(name: str, entries: Sequence[Entry]) -> Row:
    found = Counter(entry.basis for entry in entries)
    counts = {basis: found[basis] for basis in Basis}
    parts: list[Part] = []
    begun = 0
    for basis, count in counts.items():
        if count:
            parts.append(Part(basis, _share(begun, len(entries)), _share(count, len(entries))))
            begun += count
    return Row(name, counts, len(entries), tuple(parts))


def _share(count: int, total: int) -> float:
    return round(100 * count / total, 2)
