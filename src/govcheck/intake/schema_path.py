"""Which keys a model allows at a place in the document."""

from __future__ import annotations

from collections.abc import Sequence
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel


def keys_allowed(model: type[BaseModel], pointer: Sequence[str | int]) -> tuple[str, ...]:
    """The names that a mapping at the pointer may hold; empty where any may stand."""
    candidates: list[Any] = [model]
    for step in pointer:
        candidates = [inner for outer in candidates for inner in _below(outer, step)]
    return tuple(
        name
        for candidate in candidates
        if _is_model(candidate)
        for name in (field.alias or key for key, field in candidate.model_fields.items())
    )


def _below(annotation: Any, step: str | int) -> list[Any]:
    """The types that may stand one step further down."""
    if _is_model(annotation):
        fields = {field.alias or key: field for key, field in annotation.model_fields.items()}
        return _alternatives(fields[step].annotation) if step in fields else []
    inner = [arg for arg in get_args(annotation) if arg is not Ellipsis]
    return _alternatives(inner[-1]) if inner else []


def _alternatives(annotation: Any) -> list[Any]:
    """A type without Annotated, taken apart where it is a union."""
    if get_origin(annotation) is Annotated:
        return _alternatives(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        return [found for arg in get_args(annotation) for found in _alternatives(arg)]
    return [annotation]


def _is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def description_at(model: type[BaseModel], pointer: Sequence[str | int]) -> str:
    """The description of the field at a place; empty where there is none."""
    candidates: list[Any] = [model]
    described = ""
    for step in pointer:
        records = [candidate for candidate in candidates if _is_model(candidate)]
        if records:
            fields = [found for record in records if (found := record.model_fields.get(step))]
            described = (fields[0].description or "") if fields else ""
        candidates = [inner for outer in candidates for inner in _below(outer, step)]
    return described
