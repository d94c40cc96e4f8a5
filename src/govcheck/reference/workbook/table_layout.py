"""Lists as tables: a row for each entry, and a table of its own for each list inside an entry."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from govcheck.intake.workbook.address import (
    ANY_ENTRY,
    EMPTY,
    NAME,
    NONE_LIST,
    NONE_MAP,
    NULL,
    NUMBER,
    PARENT,
    Address,
    Steps,
)
from govcheck.intake.workbook.cell_text import NONE
from govcheck.intake.workbook.cell_value import Written, written
from govcheck.reference.workbook import words
from govcheck.reference.workbook.shape import Question, Shape
from govcheck.reference.workbook.sheets import Column, Row, Table

SPARE_ROWS = 25
_LISTS = {"entries": NONE_LIST, "named": NONE_MAP}


class Source(NamedTuple):
    """One list that goes into a table."""

    parent: str | int | None
    """What names the entry that holds it: the key of that entry, or its number."""
    value: Any


class _Field(NamedTuple):
    """A question of an entry, however deep in it."""

    path: Steps
    question: Question


def tables_of(  # noqa: PLR0913, PLR0917 - where the list stands, and what it is called
    question: Question,
    steps: Steps,
    sources: Sequence[Source],
    title: str,
    name: Callable[..., str],
    parent: tuple[str, str] = ("", ""),
) -> list[Table]:
    """The table of a list, and those of the lists inside its entries.

    `parent` is the title and the sheet of the entries to which the entries belong.
    """
    entries = [
        (source.parent, key, entry) for source in sources for key, entry in _items(source.value)
    ]
    fields = [
        *_fields(_first_required(question)),
        *_extras(question, [item[2] for item in entries]),
    ]
    inside = [item for item in fields if item.question.shape.kind in _LISTS]
    named = question.shape.kind == "named"
    by_key = named and ANY_ENTRY not in steps
    numbered = bool(inside) and not by_key
    sheet = name(title)
    heads = _heads(numbered=numbered, parent=parent, named=named, starred=ANY_ENTRY in steps)
    rows = [
        _row(fields, entry, _lead(number if numbered else None, outer, key, heads))
        for number, (outer, key, entry) in enumerate(entries, 1)
    ]
    table = Table(
        f"sheet{Address('', steps)}",
        sheet,
        title,
        words.asked(question),
        str(Address(question.shape.kind, steps)),
        [*heads, *map(_column, fields)],
        rows,
        spare=max(SPARE_ROWS, len(rows) // 2),
    )
    tables = [table]
    for item in inside:
        own = [
            Source(key if by_key else number, _at(entry, item.path))
            for number, (_, key, entry) in enumerate(entries, 1)
        ]
        below = (*steps, ANY_ENTRY, *item.path)
        inner = f"{title} {words.label(' '.join(item.path)).lower()}"
        tables += tables_of(item.question, below, own, inner, name, (title, sheet))
    return tables


def _items(value: Any) -> Iterator[tuple[str | None, Any]]:
    if isinstance(value, dict):
        yield from value.items()
    elif isinstance(value, list):
        yield from ((None, entry) for entry in value)


def _first_required(question: Question) -> list[Question]:
    """What every entry has to say comes first: it tells one entry from the others."""
    return sorted(question.shape.fields, key=lambda item: not item.required)


def _fields(asked: Sequence[Question], outer: Steps = ()) -> Iterator[_Field]:
    for question in asked:
        path = (*outer, question.name)
        if question.shape.kind == "record":
            yield from _fields(question.shape.fields, path)
        else:
            yield _Field(path, question)


def _extras(question: Question, entries: Sequence[Any]) -> Iterator[_Field]:
    """Keys that an entry has and its description does not know."""
    known = {item.name for item in question.shape.fields}
    names = (name for entry in entries if isinstance(entry, dict) for name in entry)
    for name in dict.fromkeys(names):
        if name not in known:
            yield _Field((name,), Question(name, "", Shape("json")))


def _heads(*, numbered: bool, parent: tuple[str, str], named: bool, starred: bool) -> list[Column]:
    """The columns that say which entry it is, before those that say what it is."""
    heads = []
    if numbered:
        about = "The number of the entry, by which other sheets refer to it. Any number, once."
        heads.append(Column(NUMBER, "No.", about, Shape("number", whole=True)))
    if starred:
        title, sheet = parent
        about = f"To which entry of the sheet {sheet} does it belong? Its number or id there."
        heads.append(Column(PARENT, f"Of {title.lower()}", about, refers_to=sheet))
    if named:
        about = "A short id: small letters, digits and hyphens, for example: retention-strategy."
        heads.append(Column(NAME, "Id", about))
    return heads


def _lead(
    number: int | None, parent: str | int | None, key: str | None, heads: Sequence[Column]
) -> list[Written]:
    values: Mapping[str, Written] = {
        NUMBER: number,
        PARENT: parent if isinstance(parent, int) else written("text", parent),
        NAME: written("text", key),
    }
    return [values[head.key] for head in heads]


def _column(field: _Field) -> Column:
    question = field.question
    shape, kind = question.shape, question.shape.kind
    head = words.label(" ".join(field.path))
    about = words.asked(question)
    if kind in _LISTS:
        told = f"{about} They have a sheet of their own. Choose none here if there are none."
        return Column(str(Address(_LISTS[kind], field.path)), head, told, Shape("choice", (NONE,)))
    helped = " ".join(filter(None, [about, words.help_for(shape)]))
    return Column(str(Address(kind, field.path)), head, helped, shape)


def _row(fields: Sequence[_Field], entry: Any, lead: list[Written]) -> Row:
    cells = [_cell(field.question.shape, _at(entry, field.path)) for field in fields]
    if entry is None:
        return Row([*lead, *cells], f"{NULL}:")
    answered = {
        field.path[:depth]
        for field, cell in zip(fields, cells, strict=True)
        if cell is not None
        for depth in range(len(field.path))
    }
    blank = [path for path in _records(fields) if _is_blank(entry, path) and path not in answered]
    paths = [str(Address("", path))[1:] for path in blank]
    return Row([*lead, *cells], f"{EMPTY}:{json.dumps(paths)}" if paths else "")


def _records(fields: Sequence[_Field]) -> list[Steps]:
    """The entry itself, and the records inside it."""
    inside = (field.path[:depth] for field in fields for depth in range(len(field.path)))
    return list(dict.fromkeys(((), *inside)))


def _is_blank(entry: Any, path: Steps) -> bool:
    return isinstance(_at(entry, path), dict)


def _cell(shape: Shape, value: Any) -> Written:
    if shape.kind in _LISTS:
        return NONE if value is not None and not value else None
    return written(shape.kind, value)


def _at(entry: Any, path: Steps) -> Any:
    """What an entry says at a place inside it."""
    for step in path:
        entry = entry.get(step) if isinstance(entry, dict) else None
    return entry
