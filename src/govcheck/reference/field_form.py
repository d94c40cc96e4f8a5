"""How a field can be answered, read from its type: the one reading for starter files and pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from govcheck.plugin import GroupName

Kind = Literal["text", "day", "number", "true or false", "record", "list", "table"]
_LISTS: tuple[Any, ...] = (tuple, list, set, frozenset)
_GROUP_MARK = get_args(GroupName)[-1]


@dataclass(frozen=True, slots=True)
class Form:
    """The shape of an answer."""

    kind: Kind
    optional: bool
    """Whether the value can be left blank."""
    choices: tuple[str, ...] = ()
    record: type[BaseModel] | None = None
    """The record itself, or that of each entry of a list or table."""
    names_groups: bool = False
    """Whether the names of the framework's groups are what can be written."""


def form_of(field: FieldInfo) -> Form:
    """The shape of the answer to a field."""
    return _form(field.annotation, tuple(field.metadata))


def can_be_blank(record: type[BaseModel]) -> bool:
    """Whether a record is valid with every value in it left blank."""
    return all(not stands_alone(field) or _blank(field) for field in record.model_fields.values())


def stands_alone(field: FieldInfo) -> bool:
    """Whether the line of a field has to be there, or may be there without a value."""
    return field.is_required() or form_of(field).optional


def _blank(field: FieldInfo) -> bool:
    form = form_of(field)
    return form.optional or (
        form.kind == "record" and form.record is not None and can_be_blank(form.record)
    )


def _form(annotation: Any, marks: tuple[Any, ...]) -> Form:
    inner, optional = _without_none(annotation)
    if get_origin(inner) is Annotated:
        inner, *more = get_args(inner)
        marks = (*marks, *more)
        inner, nested = _without_none(inner)
        optional = optional or nested
    groups = _GROUP_MARK in marks
    origin = get_origin(inner)
    if origin in _LISTS:
        return _collection("list", get_args(inner)[0], optional=optional)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return _collection("table", get_args(inner)[1], optional=optional)
    if origin is Literal:
        return Form("text", optional, tuple(str(item) for item in get_args(inner)))
    return _single(inner, optional=optional, names_groups=groups)


def _single(inner: Any, *, optional: bool, names_groups: bool) -> Form:
    if not isinstance(inner, type):
        return Form("text", optional)
    if issubclass(inner, BaseModel):
        return Form("record", optional, record=inner)
    if issubclass(inner, Enum):
        return Form("text", optional, tuple(str(item.value) for item in inner))
    kinds: dict[type, Kind] = {date: "day", bool: "true or false", int: "number", float: "number"}
    return Form(kinds.get(inner, "text"), optional, names_groups=names_groups)


def _collection(kind: Literal["list", "table"], item: Any, *, optional: bool) -> Form:
    entry = _form(item, ())
    return Form(kind, optional, entry.choices, entry.record, entry.names_groups)


def _without_none(annotation: Any) -> tuple[Any, bool]:
    if get_origin(annotation) not in (Union, UnionType):
        return annotation, False
    others = [arg for arg in get_args(annotation) if arg is not NoneType]
    optional = len(others) < len(get_args(annotation))
    return (others[0] if len(others) == 1 else Union[tuple(others)]), optional  # noqa: UP007
