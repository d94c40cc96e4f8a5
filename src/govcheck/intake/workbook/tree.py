"""The data of a document as they come together, and the cell of every value, answered or not."""

from __future__ import annotations

from typing import Any

from govcheck.intake.places import Entry, Places, Pointer
from govcheck.intake.reading import Reading


class Tree:
    """Data and places, built value by value."""

    def __init__(self, reading: Reading) -> None:
        self.data: dict[str, Any] = {}
        self._places: Places = {}
        self._reading = reading
        self._asked: dict[Pointer, int] = {}
        self._none: dict[Pointer, int] = {}

    @property
    def top(self) -> Entry:
        """The places of everything."""
        return (0, 0, self._places)

    def answer(self, pointer: Pointer, value: Any, offset: int) -> None:
        """Put the answer to a question, which may be blank, where it belongs."""
        if pointer in self._asked:
            other = self._reading.lines.cell(self._asked[pointer])
            self._reading.note(
                offset,
                f"this question stands in the workbook a second time; the other place is {other}.",
                "Delete one of the two rows, with everything in it.",
            )
            return
        self._asked[pointer] = offset
        self._mark(pointer, offset)
        if value is not None:
            self._put(pointer, value, offset)

    def none(self, pointer: Pointer, *, named: bool, offset: int) -> None:
        """Say that a list has no entries."""
        self._none[pointer] = offset
        self._put(pointer, {} if named else [], offset)

    def record(self, pointer: Pointer, offset: int) -> None:
        """Say that a record is there, even if nothing in it is answered."""
        self._mark(pointer, offset)
        self._put(pointer, {}, offset)

    def null(self, pointer: Pointer) -> None:
        """Say that an entry is there without any answer, unless it has one."""
        outer = self._container(pointer, 0)
        if isinstance(outer, dict):
            outer.setdefault(pointer[-1], None)
        elif outer is not None:
            outer.append(None)

    def heading(self, pointer: Pointer, offset: int) -> None:
        """Remember where the questions of a record, or the entries of a list, begin."""
        self._mark(pointer, offset)

    def entry(self, pointer: Pointer, key: str | None, offset: int) -> Pointer:
        """The place of one more entry of a list or, with a key, of a mapping."""
        if pointer in self._none:
            self._reading.note(
                self._none.pop(pointer),
                "the answer is none, but there are entries: the first is in "
                f"{self._reading.lines.cell(offset)}.",
                "Make this cell blank, or the entries.",
            )
        if key is None:
            self._put(pointer, [], offset)
            found = self.at(pointer)
            place: Pointer = (*pointer, len(found) if isinstance(found, list) else 0)
        else:
            place = (*pointer, key)
        self._mark(place, offset)
        return place

    def at(self, pointer: Pointer) -> Any:
        """What is there, or None."""
        value: Any = self.data
        for step in pointer:
            if isinstance(value, dict):
                value = value.get(str(step))
            elif isinstance(value, list) and isinstance(step, int) and step < len(value):
                value = value[step]
            else:
                return None
        return value

    def _put(self, pointer: Pointer, value: Any, offset: int) -> None:
        """Put a value; a record or list that is there already stays."""
        outer = self._container(pointer, offset)
        step = pointer[-1]
        if isinstance(outer, dict) and isinstance(step, str):
            there = outer.get(step)
            if value in ({}, []) and isinstance(there, type(value)):
                return
            outer[step] = value
        elif isinstance(outer, list) and isinstance(step, int) and step >= len(outer):
            outer.append(value)
        elif isinstance(outer, list) and outer[-1] is None:
            outer[-1] = value

    def _container(self, pointer: Pointer, offset: int) -> Any:
        """The mapping or list in which a value belongs, made where it is not there."""
        value: Any = self.data
        for index, step in enumerate(pointer[:-1]):
            inner = self.at(pointer[: index + 1])
            if inner is None:
                inner = [] if isinstance(pointer[index + 1], int) else {}
                self._put(pointer[: index + 1], inner, offset)
            if not isinstance(inner, dict | list):
                self._reading.note(
                    offset,
                    f"this cannot be answered beside what “{step}” already holds.",
                    "Make a new workbook and copy the answers into it: govcheck workbook --help",
                )
                return None
            value = inner
        return value

    def _mark(self, pointer: Pointer, offset: int) -> None:
        """Remember the cell of a value, and of what is around it if nothing else is."""
        places = self._places
        for index, step in enumerate(pointer):
            key, value, inner = places.get(step, (offset, offset, None))
            if inner is None:
                inner = {}
            if index == len(pointer) - 1:
                key = value = offset
            places[step] = (key, value, inner)
            places = inner
