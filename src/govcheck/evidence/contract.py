"""Hold a table to what its data set declares: counts of rows that break it, never a value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from govcheck.evidence.headers import unused_headers
from govcheck.evidence.nearest import nearest
from govcheck.evidence.tables.day_format import NAMES
from govcheck.evidence.tables.opened_table import FIRST_LINES, OpenedTable, Wrong
from govcheck.evidence.tables.table import Layout
from govcheck.model.column import UNREAD, Code, Column, Day, Key, Number
from govcheck.model.condition import MISSING, UNREADABLE, ByColumn, ByState, ByTruth, Compare
from govcheck.model.data_register import Violation
from govcheck.model.disclosure import Amount, Whole
from govcheck.model.measure import Cells, Tally
from govcheck.plugin.dataset import Dataset

ALL_ROWS = Tally(())


class _Rule(NamedTuple):
    """One way in which rows can be wrong."""

    column: Column
    kind: str
    tally: Tally
    keys: tuple[object, ...]
    """The values of the tally's split under which the wrong rows are counted."""
    wrong: Wrong
    said: str
    """What is said of them; the rows follow."""
    fix: str = ""


def contract_tallies(kind: type[Dataset], bound: Layout) -> list[Tally]:
    """What has to be counted to hold a table to its contract."""
    unique = [tally for column in _unique(kind, bound) for tally in _different(column)]
    return [ALL_ROWS, *(rule.tally for rule in _rules(kind, bound)), *unique]


def violations(
    kind: type[Dataset],
    cells: Mapping[Tally, Cells],
    bound: Layout,
    opened: OpenedTable,
    limit: int,
) -> Iterator[Violation]:
    """Every way in which rows are not as declared, with how many and the first few lines."""
    rows = sum(cell.rows for cell in cells[ALL_ROWS].values())
    yield from _absent(kind, bound, opened, Whole(rows, limit))
    found = []
    for rule in _rules(kind, bound):
        counted = cells[rule.tally]
        number = sum(counted[(key,)].rows for key in rule.keys if (key,) in counted)
        if number:
            found.append((rule, Amount(number, limit)))
    lines = opened.lines([rule.wrong for rule, _ in found], bound) if opened.lines else {}
    for rule, amount in found:
        yield _violation(rule, amount, lines.get(rule.wrong, ()))
    yield from _repeated(kind, cells, bound, limit)


def _violation(rule: _Rule, amount: Amount, lines: Sequence[str]) -> Violation:
    # So many lines as are told would be a count: of few rows only the first line is told.
    told = tuple(lines if amount.exact >= max(amount.limit, FIRST_LINES) else lines[:1])
    message = f"{rule.said} in {amount} rows.{rule.fix}"
    return Violation(rule.column.name, rule.kind, amount, message, told)


def _absent(
    kind: type[Dataset], bound: Layout, opened: OpenedTable, rows: Amount
) -> Iterator[Violation]:
    free = unused_headers(opened, bound)
    for column in kind.columns():
        if column not in bound.headers and not column.optional:
            fix = f"If it has another header, say which, as columns: {{{column.name}: its header}}."
            about = column.about.rstrip(".")
            message = (
                f"There is no column {column.name} ({about}). {nearest(column.name, free, fix)}"
            )
            yield Violation(column.name, "absent", rows, message)


def _rules(kind: type[Dataset], bound: Layout) -> Iterator[_Rule]:
    for column in kind.columns():
        if column in bound.headers:
            yield from _about_cells(column, bound)
            if isinstance(column, Number):
                yield from _about_limits(column)
    for first, second in kind.orders():
        if first in bound.headers and second in bound.headers:
            split = ByTruth(second.before(first))
            said = f"{second.name} is before {first.name}"
            yield _Rule(
                second, "out of order", Tally((split,)), (True,), Wrong(split, value=True), said
            )


def _about_cells(column: Column, bound: Layout) -> Iterator[_Rule]:
    state = ByState(column)
    split = ByColumn(column) if isinstance(column, Code) else state
    tally = Tally((split,))
    if not column.optional:
        blank = Wrong(state, MISSING)
        yield _Rule(column, "blank", tally, (None, MISSING), blank, f"{column.name} is blank")
    if isinstance(column, Code):
        known = ", ".join(column.values)
        fix = f" Known are: {known}. Explain others under values, as {column.name}: {{...}}."
        wrong = Wrong(split, UNREAD)
        said = f"{column.name} holds a label that is not known"
        yield _Rule(column, "not recognised", tally, (UNREAD,), wrong, said, fix)
    elif not isinstance(column, Key):
        wrong = Wrong(state, UNREADABLE)
        said = f"{column.name} is not {_wanted(column, bound)}"
        fix = _how_written(column, bound)
        yield _Rule(column, "not recognised", tally, (UNREADABLE,), wrong, said, fix)


def _wanted(column: Column, bound: Layout) -> str:
    if not isinstance(column, Day):
        return "a number"
    written = bound.day_formats.get(column)
    return f"a day written as {written.name}" if written else "a day"


def _how_written(column: Column, bound: Layout) -> str:
    if not isinstance(column, Day):
        return " Write numbers as 1234.5, with nothing else beside them."
    if column in bound.day_formats:
        return ""
    return (
        f" Write days as {', '.join(NAMES[:-1])} or {NAMES[-1]}; no other numbers stand for days."
    )


def _about_limits(column: Number) -> Iterator[_Rule]:
    unit = f" {column.unit}" if column.unit else ""
    for sign, limit, kind in (("<", column.least, "too small"), (">", column.most, "too large")):
        if limit is not None:
            split = ByTruth(Compare(column, sign, limit))
            side = "below" if sign == "<" else "above"
            said = f"{column.name} is {side} {limit:g}{unit}"
            yield _Rule(column, kind, Tally((split,)), (True,), Wrong(split, value=True), said)


def _unique(kind: type[Dataset], bound: Layout) -> list[Column]:
    return [column for column in kind.unique if column in bound.headers]


def _different(column: Column) -> tuple[Tally, Tally]:
    """How many different values there are, and how many rows have one."""
    return Tally((), distinct=column), Tally((ByState(column),))


def _repeated(
    kind: type[Dataset], cells: Mapping[Tally, Cells], bound: Layout, limit: int
) -> Iterator[Violation]:
    for column in _unique(kind, bound):
        different, states = (cells[tally] for tally in _different(column))
        values = sum(cell.distinct for cell in different.values())
        rows = sum(cell.rows for key, cell in states.items() if key != (MISSING,))
        if rows > values:
            amount = Amount(rows - values, limit)
            message = f"{column.name} repeats that of an earlier row in {amount} rows."
            yield Violation(column.name, "twice", amount, message, optional=column.optional)
