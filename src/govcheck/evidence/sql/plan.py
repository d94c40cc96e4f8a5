"""Which tallies are counted together: few passes, none of them so wide that it costs more."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from math import prod

from govcheck.model.column import Code, Day, Number
from govcheck.model.condition import ByColumn, ByMonth, ByState, ByTruth, Split
from govcheck.model.measure import Tally

_LABELS_OF_A_VALUE = 3
_MONTHS = 200
_DAYS = 5_000
_NUMBERS = 1_000
_KEYS = 10**9


def passes(tallies: Sequence[Tally], most: int) -> list[list[Tally]]:
    """The tallies, each in one pass.

    A tally goes with others where the combinations stay below `most`, or where they have to be
    told apart anyway. Different values are counted in a pass of their own.
    """
    found: list[list[Tally]] = []
    for tally in sorted(tallies, key=_combinations, reverse=True):
        fitting = (group for group in found if _fits(tally, group, most))
        group = next(fitting, None) if tally.distinct is None else None
        if group is None:
            found.append([tally])
        else:
            group.append(tally)
    return found


def _fits(tally: Tally, group: Sequence[Tally], most: int) -> bool:
    if group[0].distinct is not None:
        return False
    splits = set(chain.from_iterable(item.splits for item in group))
    united = splits | set(tally.splits)
    told_apart = prod(map(_size, splits))
    wider = prod(map(_size, united))
    return wider <= most or (wider == told_apart and told_apart < _KEYS)


def _combinations(tally: Tally) -> int:
    return prod(map(_size, tally.splits))


def _size(split: Split) -> int:
    """About how many groups there will be."""
    if isinstance(split, ByTruth):
        return 2
    if isinstance(split, ByState):
        return 3
    if isinstance(split, ByMonth):
        return _MONTHS
    return _column_size(split)


def _column_size(split: ByColumn) -> int:
    if isinstance(split.column, Code):
        return _LABELS_OF_A_VALUE * len(split.column.values) + 1
    if isinstance(split.column, Day):
        return _DAYS
    return _NUMBERS if isinstance(split.column, Number) else _KEYS
