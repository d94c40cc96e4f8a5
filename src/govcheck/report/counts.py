"""What was counted in a data set, for a terminal: only through the types that hide small counts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from textwrap import fill
from typing import NamedTuple, TypeVar

from govcheck.model.column import NOT_STATED, UNREAD, Code
from govcheck.model.data_register import DataState
from govcheck.model.disclosure import RATE_FROM, Amount, Share
from govcheck.model.measure import Group, Spread
from govcheck.model.visible import visible
from govcheck.report.fitted import fitted
from govcheck.report.words import month

A = TypeVar("A")
Rows = tuple[tuple[str, ...], ...]
_QUARTERS = (
    ("a quarter have at most", 25),
    ("half have at most", 50),
    ("three quarters have at most", 75),
)


class Counted(NamedTuple):
    """An answer as a table, with what it is the answer to."""

    question: str
    headers: tuple[str, ...]
    rows: Rows
    state: DataState
    limit: int
    split: bool = False
    """Whether the answer is split into groups: those with few rows are then left out."""


def of_enough(answer: Mapping[Group, A], rows: Mapping[Group, Amount]) -> dict[Group, A]:
    """The answer without groups of few rows: their names alone would tell that they are not empty.

    Whoever knows the whole could then work out how many each of them has.
    """
    return {
        group: found
        for group, found in answer.items()
        if not group or (group in rows and rows[group].rounded is not None)
    }


def render(counted: Counted, width: int) -> str:
    """The table, where it comes from and what was noted on the way, ending in a line break."""
    lines = [f"{counted.state.key}: {counted.question}", ""]
    if counted.rows:
        cells = [[visible(cell) for cell in row] for row in counted.rows]
        lines += [fitted(counted.headers, cells, width, counted.headers), ""]
    else:
        lines += [f"No group has as many as {counted.limit} rows.", ""]
    lines += [
        fill(visible(line), width, subsequent_indent="  ", break_on_hyphens=False)
        for line in _footing(counted)
    ]
    return "\n".join(lines) + "\n"


def _footing(counted: Counted) -> Iterator[str]:
    state = counted.state
    period = f", period {state.period}" if state.period else ""
    yield f"Source: {state.source}, {state.rows} rows{period}."
    if state.notes:
        yield f"Found: {'; '.join(state.notes)}."
    for violation in state.violations:
        lines = f" First lines: {', '.join(violation.lines)}." if violation.lines else ""
        yield f"Not as declared: {violation.message}{lines}"
    if counted.split:
        yield f"Left out are groups with fewer than {counted.limit} rows, if there are any."
    yield (
        f"Counts below {counted.limit} are shown as “fewer than {counted.limit}”, "
        f"others to the nearest {counted.limit}."
    )


def amounts(answer: Mapping[Group, Amount]) -> Rows:
    """A row for each group with its count."""
    return tuple((*group, str(amount)) for group, amount in answer.items())


def shares(answer: Mapping[Group, Share]) -> Rows:
    """A row for each group with its share."""
    return tuple((*group, str(share)) for group, share in answer.items())


def months(answer: Mapping[Group, tuple[date, date] | None], rows: Mapping[Group, Amount]) -> Rows:
    """A row for each group with the months of its first and last day, where enough rows have one.

    The days themselves are those of single persons. `rows` counts those with a day.
    """
    return tuple(
        (*group, *_months(found, rows[group]), str(rows[group])) for group, found in answer.items()
    )


def _months(found: tuple[date, date] | None, rows: Amount) -> tuple[str, str]:
    if found is None or rows.rounded is None:
        return "not shown", "not shown"
    return month(found[0]), month(found[1])


def spreads(answer: Mapping[Group, Spread], column: Code | None) -> Rows:
    """Rows for each group: the count of each value of a code, or the quarters of numbers."""
    return tuple(
        (*group, value, count)
        for group, spread in answer.items()
        for value, count in (_values(spread, column.values) if column else _quarters(spread))
    )


def _values(spread: Spread, values: Sequence[str]) -> Iterator[tuple[str, str]]:
    for value in values:
        yield value, str(Amount(spread.counts.get(value, 0), spread.limit))
    yield from _others(spread)


def _quarters(spread: Spread) -> Iterator[tuple[str, str]]:
    """Of numbers no single one: the middle of many, where there are many."""
    enough = spread.total >= RATE_FROM * spread.limit
    for words, percent in _QUARTERS:
        value = spread.centile(percent)
        yield words, _number(value) if enough else "not shown"
    yield "rows with a number", str(Amount(spread.total, spread.limit))
    yield from _others(spread)


def _number(value: object) -> str:
    """A number as people write it, without noughts behind the point."""
    text = f"{value:,.6f}" if isinstance(value, int | float) else ""
    return text.rstrip("0").rstrip(".")


def _others(spread: Spread) -> Iterator[tuple[str, str]]:
    for words, count in ((NOT_STATED, spread.missing), (UNREAD.value, spread.unread)):
        yield words, str(Amount(count, spread.limit))
