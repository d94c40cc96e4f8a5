"""Documents for a model, generated from its types: mostly valid, and then changed in places."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from annotated_types import Ge, Gt, Le
from hypothesis import strategies as st
from pydantic import BaseModel, StringConstraints
from pydantic.fields import FieldInfo

ODD: tuple[Any, ...] = (
    None, True, False, 0, 1, 1.0, 1.5, -1, 2023, 2023.0, 10**30, "", " ", "x", "yes", "no", "1",
    "2023-02-30", "2023-01-01", "2023-01-01\n", "2023-1-1", "2023/2022", "2023-01-01T00:00:00",
    "a\n", "A", "é", "x" * 81, [], [None], ["x", "x"], {}, {"x": 1}, {"x\n": None}, [[]],
)  # fmt: skip
TEXT_CHANGES: tuple[Callable[[str], str], ...] = (
    lambda text: text + "\n",
    lambda text: " " + text,
    lambda text: text.upper(),
    lambda text: text[:-1],
    lambda text: text * 2,
    lambda text: text.replace("-", "/"),
)


@st.composite
def of_model(draw: st.DrawFn, model: type[BaseModel]) -> dict[str, Any]:
    """A block for a model: what it requires, and some of the rest."""
    hints = get_type_hints(model, include_extras=True)
    fields = model.model_fields
    needed = [name for name, field in fields.items() if field.is_required()]
    others = sorted(set(fields) - set(needed))
    chosen = draw(st.lists(st.sampled_from(others), max_size=4, unique=True)) if others else []
    if alternatives := _exactly_one(model):
        chosen = [name for name in chosen if name not in alternatives]
        chosen.append(draw(st.sampled_from(alternatives)))
    return {fields[name].alias or name: draw(values(hints[name])) for name in [*needed, *chosen]}


def _exactly_one(model: type[BaseModel]) -> list[str]:
    """Fields of which exactly one has to be there, as the model's own schema says."""
    extra = model.model_config.get("json_schema_extra")
    forms = extra.get("oneOf", []) if isinstance(extra, dict) else []
    return [form["required"][0] for form in forms]


def values(annotation: Any, marks: tuple[Any, ...] = ()) -> st.SearchStrategy[Any]:
    """JSON values for a type."""
    origin, inside = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return values(inside[0], (*inside[1:], *marks))
    if origin in (Union, UnionType):
        return st.one_of(*(values(part, marks) for part in inside))
    if origin is Literal:
        return st.sampled_from(inside)
    if origin is tuple:
        return st.lists(values(inside[0]), max_size=2)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return st.dictionaries(values(inside[0]), values(inside[1]), max_size=2)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return st.deferred(lambda: of_model(annotation))
    return _SIMPLE[annotation](_limits(marks))


def _limits(marks: tuple[Any, ...]) -> Mapping[str, Any]:
    found: dict[str, Any] = {}
    for mark in marks:
        for part in mark.metadata if isinstance(mark, FieldInfo) else (mark,):
            if isinstance(part, StringConstraints) and part.pattern:
                found["pattern"] = part.pattern
            elif isinstance(part, Ge):
                found["least"] = part.ge
            elif isinstance(part, Gt):
                found["least"] = part.gt
            elif isinstance(part, Le):
                found["most"] = part.le
    return found


def _text(limits: Mapping[str, Any]) -> st.SearchStrategy[str]:
    pattern = limits.get("pattern")
    return st.from_regex(pattern) if pattern not in (None, r"\S") else st.text(max_size=9)


_SIMPLE: dict[Any, Callable[[Mapping[str, Any]], st.SearchStrategy[Any]]] = {
    str: _text,
    date: lambda _: st.dates().map(date.isoformat),
    int: lambda limits: st.integers(limits.get("least"), limits.get("most")),
    float: lambda limits: st.floats(limits.get("least"), limits.get("most"), allow_nan=False),
    bool: lambda _: st.booleans(),
    NoneType: lambda _: st.none(),
    # A copy each time: what is drawn is changed further on.
    Any: lambda _: st.sampled_from(ODD).map(copy.deepcopy),
}


@st.composite
def changed(draw: st.DrawFn, documents: st.SearchStrategy[Any]) -> Any:
    """A document with up to two changes: of a value or text, of a key, or a key more or less."""
    document = copy.deepcopy(draw(documents))
    for _ in range(draw(st.integers(0, 2))):
        holders = list(_holders(document))
        holder, key = draw(st.sampled_from(holders)) if holders else (document, None)
        kind = draw(st.sampled_from(["value", "remove", "add", "text", "rename"]))
        if kind == "add" and isinstance(holder, dict):
            holder[
                draw(st.sampled_from(["x", "id", "comment", "a-b", "1", "Not An Id", "x\n", "-"]))
            ] = copy.deepcopy(draw(st.sampled_from(ODD)))
        elif key is None:
            continue
        elif kind == "remove" and isinstance(holder, dict):
            del holder[key]
        elif kind == "rename" and isinstance(holder, dict):
            holder[draw(st.sampled_from(TEXT_CHANGES))(key)] = holder.pop(key)
        elif kind == "text" and isinstance(holder[key], str):
            holder[key] = draw(st.sampled_from(TEXT_CHANGES))(holder[key])
        else:
            holder[key] = copy.deepcopy(draw(st.sampled_from(ODD)))
    return document


def _holders(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every place in a document: what holds it, and its key there."""
    places = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in list(places):
        yield value, key
        if isinstance(inner, dict | list):
            yield from _holders(inner)
