"""From the data of an assessment to the sheets of a workbook: every question once, filled in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from govcheck.intake.workbook.address import (
    ENTRIES,
    GROUP,
    NAMED,
    NONE_LIST,
    NONE_MAP,
    NULL,
    RECORD,
    SHEET,
    Address,
    Steps,
)
from govcheck.intake.workbook.cell_text import NONE
from govcheck.intake.workbook.cell_value import written
from govcheck.reference.workbook import words
from govcheck.reference.workbook.shape import Question, Shape
from govcheck.reference.workbook.sheets import Form, Line, Sheet
from govcheck.reference.workbook.table_layout import Source, tables_of

_TABLES = {"entries": (NONE_LIST, ENTRIES), "named": (NONE_MAP, NAMED)}


class Builder:
    """Puts sheets together, in the order in which they are asked for."""

    def __init__(self) -> None:
        self.sheets: list[Sheet] = []
        self.names: list[str] = []

    def name(self, *parts: str) -> str:
        """A name for a sheet, which no other will have."""
        name = words.sheet_name(parts, self.names)
        self.names.append(name)
        return name

    def section(self, key: str, title: str, about: str, shape: Shape, value: Any) -> None:
        """A form for a section, and after it a table for each list in it."""
        name = self.name(key)
        place = len(self.sheets)
        head = Line("heading", title, str(record((key,), value)))
        if shape.kind == "record":
            lines = [head, *self.questions(shape.fields, (key,), _mapping(value), (key,))]
        else:
            question = Question(key, about, shape)
            lines = [Line("heading", title), *self.questions((question,), (), {key: value}, ())]
        self.sheets.insert(place, Form(str(Address(SHEET, (key, ""))), name, title, about, lines))

    def questions(
        self, asked: Sequence[Question], steps: Steps, data: Mapping[str, Any], own: Steps
    ) -> Iterator[Line]:
        """The rows of a record; `own` is what the names of its tables need not repeat."""
        for question in asked:
            value = data.get(question.name)
            path = (*steps, question.name)
            if question.shape.kind == "record":
                title = words.asked(question) or words.label(question.name)
                yield Line("subheading", title, str(record(path, value)))
                yield from self.questions(question.shape.fields, path, _mapping(value), own)
            elif question.shape.kind in _TABLES:
                yield self.table(question, path, value, path[len(own) :])
            else:
                yield answer(question, path, value)
        known = {question.name for question in asked}
        for name in data:
            if name not in known:
                yield answer(Question(name, "", Shape("json")), (*steps, name), data[name])

    def table(self, question: Question, steps: Steps, value: Any, name: Steps) -> Line:
        """Make the table of a list; the row that leads to it."""
        title = words.label(" ".join(name))
        made = tables_of(question, steps, [Source(None, value)], title, self.name)
        always = question.shape.kind == "named" and not question.shape.optional
        present = Line("text", "", str(record(steps, value)))
        top = made[0]._replace(first=present if always else none_line(question, steps, value))
        self.sheets += [top, *made[1:]]
        text = words.asked(question) or title
        return Line("link", text, target=top.name)


def answer(question: Question, steps: Steps, value: Any) -> Line:
    """The row of a question that one cell answers."""
    shape = question.shape
    cell = written(shape.kind, value)
    text = words.asked(question) or words.label(question.name)
    key = str(Address(shape.kind, steps))
    return Line("question", text, key, cell, shape, words.help_for(shape))


def none_line(question: Question, steps: Steps, value: Any) -> Line:
    """The row in which to say that a list is empty, and not merely left out."""
    kind, _ = _TABLES[question.shape.kind]
    text = "If there are none, choose none here. If it is not known, leave all of it blank."
    said = NONE if value is not None and not value else None
    return Line("question", text, str(Address(kind, steps)), said, Shape("choice", (NONE,)))


def record(steps: Steps, value: Any) -> Address:
    """The address of a row under which the questions of a record stand."""
    return Address(RECORD if isinstance(value, dict) else GROUP, steps)


def entry(steps: Steps, data: Mapping[str, Any]) -> Address:
    """The address of an entry that may be there and say nothing at all."""
    missing = steps[-1] in data and data[steps[-1]] is None
    return Address(NULL, steps) if missing else record(steps, data.get(steps[-1]))


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}
