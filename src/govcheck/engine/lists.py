"""The entries of every list that the force draws up, so that one that is gone can be named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from pydantic import BaseModel

from govcheck.engine.citation import HOLDS_NOTHING
from govcheck.model.assessment import SelfAssessment
from govcheck.model.result import ListResult

_NAMES: Final = ("id", "name", "title")
"""The keys by which an entry is known; else by the first text in it."""
_LONGEST: Final = 80


def lists_of(assessment: SelfAssessment) -> tuple[ListResult, ...]:
    """The lists in the sections of packs, and the data sets, each with the names of its entries.

    Words of a closed list, as groups, are an answer and no entries.
    """
    sections = [
        name for name in type(assessment).model_fields if name not in SelfAssessment.model_fields
    ]
    found = [item for name in sections for item in _within(name, getattr(assessment, name))]
    if assessment.datasets:
        found.append(ListResult("datasets", tuple(sorted(assessment.datasets))))
    return tuple(found)


def _within(path: str, value: Any) -> Iterator[ListResult]:
    if isinstance(value, BaseModel):
        for name, inner in value.__dict__.items():
            if type(inner) not in HOLDS_NOTHING:
                yield from _within(f"{path}.{name}", inner)
    elif isinstance(value, Mapping):
        names = sorted(value)  # the order of keys says nothing
        yield from _entries(path, names, map(value.__getitem__, names))
    elif isinstance(value, tuple | list) and all(isinstance(item, BaseModel) for item in value):
        yield from _entries(path, _distinct(map(_named, value)), value)


def _entries(path: str, names: list[str], values: Iterable[Any]) -> Iterator[ListResult]:
    if names:
        yield ListResult(path, tuple(names))
    for name, value in zip(names, values, strict=True):
        yield from _within(f"{path}[{name}]", value)


def _named(entry: BaseModel) -> str:
    keys = (*_NAMES, *type(entry).model_fields)
    texts = (text for key in keys if isinstance(text := getattr(entry, key, None), str))
    return next(texts, "")[:_LONGEST]


def _distinct(names: Iterable[str]) -> list[str]:
    """The names, those that are blank or there already with a number."""
    seen = Counter[str]()
    distinct = []
    for name in names:
        seen[name] += 1
        distinct.append(f"{name} ({seen[name]})".lstrip() if seen[name] > 1 or not name else name)
    return distinct
