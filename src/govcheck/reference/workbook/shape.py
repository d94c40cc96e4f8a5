"""The shape of an answer, whichever way it is described: by a model or by a plain JSON Schema."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from annotated_types import Ge, Gt, Le, Lt
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from govcheck.model.period import PeriodText
from govcheck.model.record import EvidenceId, GroupName

_LISTS: tuple[Any, ...] = (tuple, list, set, frozenset)
_PERIOD_MARK = get_args(PeriodText)[-1]
_GROUP_MARK = get_args(GroupName)[-1]
_EVIDENCE_MARK = get_args(EvidenceId)[-1]


@dataclass(frozen=True, slots=True)
class Shape:
    """How something can be answered."""

    kind: str
    """A kind of answer, or record, entries (a list of records), named (records with names)."""
    choices: tuple[str, ...] = ()
    names: Literal["", "groups", "evidence"] = ""
    """What can be chosen from, where that is not known from the shape alone."""
    whole: bool = False
    least: float | None = None
    most: float | None = None
    fields: tuple[Question, ...] = ()
    """Those of the record, or of each entry."""
    optional: bool = True
    """Whether nothing said is told apart from none."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question of a record."""

    name: str
    about: str
    shape: Shape
    required: bool = False


@dataclass(slots=True)
class _Seen:
    """What was found around a type."""

    optional: bool = False
    marks: list[Any] = field(default_factory=list)
    outer: tuple[Any, ...] = ()
    """The records in which the type stands."""


def questions(model: type[BaseModel], outer: tuple[Any, ...] = ()) -> tuple[Question, ...]:
    """The questions of a model, in its order."""
    inside = (*outer, model)
    return tuple(_question(name, item, inside) for name, item in model.model_fields.items())


def _question(name: str, item: FieldInfo, outer: tuple[Any, ...]) -> Question:
    shape = _shape(item.annotation, list(item.metadata), outer)
    return Question(item.alias or name, item.description or "", shape, item.is_required())


def _shape(annotation: Any, marks: list[Any], outer: tuple[Any, ...]) -> Shape:
    seen = _Seen(marks=marks, outer=outer)
    inner = _bare(annotation, seen)
    origin = get_origin(inner)
    if origin in _LISTS:
        return _of_list(_shape(get_args(inner)[0], [], outer), optional=seen.optional)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return _of_mapping(_shape(get_args(inner)[1], [], outer), optional=seen.optional)
    if origin is Literal:
        return _of_choices(get_args(inner), seen)
    return _single(inner, seen)


def _bare(annotation: Any, seen: _Seen) -> Any:
    """The type itself, without what stands around it; a union of types is no type."""
    if get_origin(annotation) is Annotated:
        inner, *more = get_args(annotation)
        seen.marks += more
        return _bare(inner, seen)
    if get_origin(annotation) in (Union, UnionType):
        others = [arg for arg in get_args(annotation) if arg is not NoneType]
        seen.optional |= len(others) < len(get_args(annotation))
        literals = [arg for arg in others if get_origin(arg) is Literal]
        if len(literals) == len(others) and len(others) > 1:
            return Literal[tuple(value for arg in others for value in get_args(arg))]
        return _bare(others[0], seen) if len(others) == 1 else None
    return annotation


def _of_list(item: Shape, *, optional: bool) -> Shape:
    if item.kind == "record":
        return Shape("entries", fields=item.fields, optional=optional)
    if item.kind in {"text", "choice"}:
        return Shape("list", item.choices, item.names, optional=optional)
    return Shape("json", optional=optional)


def _of_mapping(item: Shape, *, optional: bool) -> Shape:
    if item.kind == "record":
        return Shape("named", fields=item.fields, optional=optional)
    return Shape("pairs" if item.kind in {"text", "choice", "pairs"} else "json", optional=optional)


def _of_choices(values: tuple[Any, ...], seen: _Seen) -> Shape:
    if all(isinstance(value, str) for value in values):
        return Shape("choice", tuple(map(str, values)), optional=seen.optional)
    whole = all(type(value) is int for value in values)
    return Shape("number" if whole else "json", whole=whole, optional=seen.optional)


def _single(inner: Any, seen: _Seen) -> Shape:
    if not isinstance(inner, type) or inner in seen.outer:  # a record inside itself has no end
        return Shape("json", optional=seen.optional)
    if issubclass(inner, BaseModel):
        return Shape("record", fields=questions(inner, seen.outer), optional=seen.optional)
    if issubclass(inner, Enum):
        return _of_choices(tuple(item.value for item in inner), seen)
    if inner is bool or inner is date:
        return Shape("flag" if inner is bool else "day", optional=seen.optional)
    if inner in (int, float):
        return _number(inner is int, seen)
    return _text(seen) if inner is str else Shape("json", optional=seen.optional)


def _text(seen: _Seen) -> Shape:
    if _PERIOD_MARK in seen.marks:
        return Shape("period", optional=seen.optional)
    if _GROUP_MARK in seen.marks:
        return Shape("choice", names="groups", optional=seen.optional)
    names: Literal["", "evidence"] = "evidence" if _EVIDENCE_MARK in seen.marks else ""
    return Shape("choice" if names else "text", names=names, optional=seen.optional)


def _number(whole: bool, seen: _Seen) -> Shape:  # noqa: FBT001 - called in one place
    least = most = None
    for mark in _flat(seen.marks):
        match mark:
            case Ge(ge=value) | Gt(gt=value):
                least = float(value)  # type: ignore[arg-type]
            case Le(le=value) | Lt(lt=value):
                most = float(value)  # type: ignore[arg-type]
    return Shape("number", whole=whole, least=least, most=most, optional=seen.optional)


def _flat(marks: list[Any]) -> Iterator[Any]:
    for mark in marks:
        yield from mark.metadata if isinstance(mark, FieldInfo) else (mark,)


def of_schema(schema: Any) -> Shape:
    """The shape that a plain JSON Schema describes, as far as a sheet has a form for it."""
    if not isinstance(schema, Mapping):
        return Shape("json")
    choices = schema.get("enum")
    if isinstance(choices, list | tuple) and choices:
        return _of_choices(tuple(choices), _Seen(optional=True))
    kind = schema.get("type")
    if kind == "object" and isinstance(schema.get("properties"), Mapping):
        return Shape("record", fields=_properties(schema))
    if kind == "array":
        return _of_list(of_schema(schema.get("items")), optional=True)
    if kind == "string":
        return Shape("day" if schema.get("format") == "date" else "text")
    if kind in {"integer", "number"}:
        return Shape("number", whole=kind == "integer")
    return Shape("flag" if kind == "boolean" else "json")


def _properties(schema: Mapping[str, Any]) -> tuple[Question, ...]:
    required = schema.get("required")
    return tuple(
        Question(
            name,
            str(inner.get("description") or "") if isinstance(inner, Mapping) else "",
            of_schema(inner),
            isinstance(required, list | tuple) and name in required,
        )
        for name, inner in schema["properties"].items()
    )
