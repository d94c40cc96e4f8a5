"""Tables: a row for each entry, which may belong to an entry of another table."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from govcheck.intake.places import Pointer
from govcheck.intake.problem import shown
from govcheck.intake.reading import Reading
from govcheck.intake.workbook import address as kinds
from govcheck.intake.workbook.address import ANY_ENTRY, Address, Steps, read_address
from govcheck.intake.workbook.answers import Answers, Texts
from govcheck.intake.workbook.cells import Cells
from govcheck.intake.workbook.opened import Page
from govcheck.intake.workbook.tree import Tree

_HEADS = frozenset({kinds.NUMBER, kinds.PARENT, kinds.NAME})


class _Table(NamedTuple):
    """One table as it stands on a sheet."""

    page: Page
    answers: Answers
    address: Address
    columns: dict[int, str]
    """The keys of the columns that are read."""
    rows: list[int]
    offset: int


class Tables:
    """All tables of a workbook; those inside the entries of others are read after them."""

    def __init__(self, reading: Reading, tree: Tree, cells: Cells) -> None:
        self.texts: Texts = []
        self._reading = reading
        self._tree = tree
        self._cells = cells
        self._tables: list[_Table] = []
        self._numbers: dict[Steps, dict[int, Pointer]] = {}

    def add(
        self, page: Page, answers: Answers, address: Address, head: int, rows: list[int]
    ) -> None:
        """Remember a table, whose keys stand in a row."""
        columns = {
            column: value.strip()
            for (row, column), value in page.values.items()
            if row == head and column > 1 and isinstance(value, str)
        }
        offset = self._cells.add(page.spot(head + 1, 2))
        self._tables.append(_Table(page, answers, address, columns, rows, offset))

    def read(self) -> None:
        """Read every table, the outer ones first."""
        for table in sorted(self._tables, key=lambda item: item.address.steps.count(ANY_ENTRY)):
            steps = table.address.steps
            if ANY_ENTRY not in steps:
                self._tree.heading(steps, table.offset)
            if kinds.NUMBER in table.columns.values():
                self._numbers.setdefault(steps, {})
            for row in table.rows:
                self._read_row(table, row)

    def _read_row(self, table: _Table, row: int) -> None:
        cells = {column: table.answers.offset(row, column) for column in sorted(table.columns)}
        heads: dict[str, tuple[Any, int]] = {}
        said: list[tuple[Address, Any, int]] = []
        for column, offset in cells.items():
            key = table.columns[column]
            if key in _HEADS:
                heads[key] = (table.answers.head(row, column, offset), offset)
            elif (found := read_address(key)) is not None:
                said.append((found, self._said(table, found, row, column, offset), offset))
        state = str(table.page.values.get((row, 1)) or "")
        if _is_entry(heads, said, state):
            self._take(table, heads, said, (state, min(cells.values())))

    def _said(self, table: _Table, found: Address, row: int, column: int, offset: int) -> Any:
        if found.kind in {kinds.NONE_LIST, kinds.NONE_MAP}:
            return table.answers.none(row, column, offset) or None
        return table.answers.value(found.kind, row, column, offset)

    def _take(
        self,
        table: _Table,
        heads: dict[str, tuple[Any, int]],
        said: list[tuple[Address, Any, int]],
        row: tuple[str, int],
    ) -> None:
        state, first = row
        outer = self._outer(table.address.steps, heads.get(kinds.PARENT), first)
        name = self._name(heads.get(kinds.NAME))
        if outer is None or (kinds.NAME in heads and name is None):
            return
        place = self._tree.entry(outer, name, first)
        if name is not None and self._tree.at(outer) and name in self._tree.at(outer):
            self._reading.note(
                heads[kinds.NAME][1],
                f"there are two entries with the id “{shown(name)}”.",
                "Give each its own, or delete one of the two rows.",
            )
            return
        if state == kinds.NULL + ":" and not _answered(said):
            self._tree.null(place)
        else:
            self._tree.record(place, first)
        self._fill(place, said, state)
        if kinds.NUMBER in heads:
            self._number(table.address.steps, place, *heads[kinds.NUMBER])

    def _fill(self, place: Pointer, said: list[tuple[Address, Any, int]], state: str) -> None:
        for address, value, offset in said:
            inner = (*place, *address.steps)
            if address.kind not in {kinds.NONE_LIST, kinds.NONE_MAP}:
                self._tree.answer(inner, value, offset)
                continue
            self._tree.heading(inner, offset)
            if value:
                self._tree.none(inner, named=address.kind == kinds.NONE_MAP, offset=offset)
        for path in _empty(state):
            self._tree.record((*place, *path), self._tree_offset(place))

    def _tree_offset(self, place: Pointer) -> int:
        entry = self._tree.top
        for step in place:
            entry = (entry[2] or {})[step]
        return entry[0]

    def _outer(self, steps: Steps, parent: tuple[Any, int] | None, first: int) -> Pointer | None:
        """The list or mapping to which an entry belongs."""
        if ANY_ENTRY not in steps:
            return steps
        at = len(steps) - 1 - steps[::-1].index(ANY_ENTRY)
        above, below = steps[:at], steps[at + 1 :]
        said, offset = parent or (None, first)
        if said is None:
            self._reading.note(
                offset,
                "it is not said to which entry this row belongs.",
                "Choose it from the list in this cell.",
            )
            return None
        found = self._entry(above, said)
        if found is None:
            self._reading.note(
                offset,
                f"there is no entry “{shown(str(said))}” to which this row could belong.",
                "Choose one from the list in this cell.",
            )
            return None
        return (*found, *below)

    def _entry(self, above: Steps, said: Any) -> Pointer | None:
        if above in self._numbers:
            number = int(said) if str(said).strip().isdigit() else said
            return self._numbers[above].get(number) if isinstance(number, int) else None
        name = str(said).strip()
        return None if ANY_ENTRY in above else (*above, name)

    def _name(self, head: tuple[Any, int] | None) -> str | None:
        if head is None:
            return None
        value, offset = head
        if value is None:
            self._reading.note(
                offset, "this entry has no id.", "Write a short id: small letters and hyphens."
            )
            return None
        return str(value)

    def _number(self, steps: Steps, place: Pointer, number: Any, offset: int) -> None:
        known = self._numbers[steps]
        if isinstance(number, int) and number in known:
            self._reading.note(
                offset,
                f"two entries have the number {number}, so others cannot refer to them.",
                "Give each its own.",
            )
        elif isinstance(number, int):
            known[number] = place


def _is_entry(
    heads: dict[str, tuple[Any, int]], said: list[tuple[Address, Any, int]], state: str
) -> bool:
    """Whether a row says anything: its number alone is nothing."""
    if _answered(said) or state.startswith((kinds.EMPTY, kinds.NULL)):
        return True
    given = (heads.get(key) for key in (kinds.PARENT, kinds.NAME))
    return not state.startswith(kinds.BLANK) and any(item and item[0] is not None for item in given)


def _answered(said: list[tuple[Address, Any, int]]) -> bool:
    return any(value is not None for _, value, _ in said)


def _empty(state: str) -> Iterator[Steps]:
    """The parts of an entry that are there although nothing in them is answered."""
    if state.startswith(f"{kinds.EMPTY}:"):
        try:
            paths = json.loads(state.partition(":")[2])
        except ValueError:
            return
        for path in paths if isinstance(paths, list) else ():
            found = read_address(f":{path}")
            if found and found.steps:
                yield found.steps
