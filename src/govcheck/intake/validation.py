"""Hold a document against a model: the typed value, or every problem at its place."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from govcheck.intake.document import Document, Pointer
from govcheck.intake.places import Place
from govcheck.intake.problem import MOST_EXAMINED, Problem, shown
from govcheck.intake.schema_path import keys_allowed
from govcheck.intake.suggestion import suggestion
from govcheck.intake.wording import describe

M = TypeVar("M", bound=BaseModel)

References = Mapping[str, Collection[str]]
"""Ids that the document may refer to, by kind (`evidence`, `group`)."""


def validate(
    document: Document, model: type[M], references: References, *, known_keys: Collection[str] = ()
) -> tuple[M | None, tuple[Problem, ...]]:
    """The model's value, or None with every problem.

    Judged as JSON text: that is where strict mode means what JSON Schema means by its types.
    `known_keys` are further names for suggestions at the top level.
    """
    try:
        text = json.dumps(document.data)
        return model.model_validate_json(text, context=dict(references)), ()
    except ValidationError as errors:
        words = _Describer(document, model, known_keys)
        told = _worth_telling(errors.errors(include_url=False))
        # In the order of the file, so that what is cut off is what stands last in it.
        first = sorted(told, key=words.place)[:MOST_EXAMINED]
        return None, tuple(words.problem(error) for error in first)


def _worth_telling(errors: Sequence[ErrorDetails]) -> Iterator[ErrorDetails]:
    """Errors without those that only follow from others: wrong entries make no list too short."""
    inside = Counter(
        error["loc"][:depth] for error in errors for depth in range(len(error["loc"]) + 1)
    )
    for error in errors:
        if error["type"] != "too_short" or inside[error["loc"]] == 1:
            yield error


class _Describer:
    """Turns errors of one model on one document into problems."""

    def __init__(
        self, document: Document, model: type[BaseModel], known_keys: Collection[str]
    ) -> None:
        self._document = document
        self._model = model
        self._known_keys = known_keys

    def place(self, error: Mapping[str, Any]) -> Place:
        """Where the value stands that an error is about."""
        return self._document.place(self._pointer(error["loc"])[0])

    def problem(self, error: Mapping[str, Any]) -> Problem:
        """An error in words."""
        pointer, rest = self._pointer(error["loc"])
        if error["type"] == "missing":
            return self._missing(pointer, str(rest[-1]))
        if error["type"] == "extra_forbidden":
            return self._unknown_key(pointer)
        if error["input"] is None and "[key]" not in rest:
            return self._document.problem(
                pointer, f"{name_of(pointer)} has no value.", "Fill it in."
            )
        message, hint = describe(error)
        if error["type"] == "model_type":
            for first in keys_allowed(self._model, pointer)[:1]:
                hint = f"Put its values on the lines below it, indented, as {first}: ..."
        return self._document.problem(
            pointer, f"{name_of(pointer)}: {message}", hint, at_key="[key]" in rest
        )

    def _pointer(self, loc: tuple[str | int, ...]) -> tuple[Pointer, tuple[str | int, ...]]:
        """The part of a model's location that is in the document, and what is left of it.

        Names of the branches of a union are in the location but not in the document.
        """
        value: Any = self._document.data
        pointer: list[str | int] = []
        rest: list[str | int] = []
        for step in loc:
            if _holds(value, step):
                value = value[step]
                pointer.append(step)
            else:
                rest.append(step)
        return tuple(pointer), tuple(rest)

    def _missing(self, pointer: Pointer, key: str) -> Problem:
        where = f" in {name_of(pointer)}" if pointer else ""
        return self._document.problem(
            (*pointer, key),  # a workbook has a place for it; in other files it is that of the rest
            f"{shown(key)} is missing{where}.",
            f"Add a line: {shown(key)}: ...",
            at_key=True,
        )

    def _unknown_key(self, pointer: Pointer) -> Problem:
        key = str(pointer[-1])
        known = keys_allowed(self._model, pointer[:-1])
        if len(pointer) == 1:
            known = (*known, *(name for name in self._known_keys if name not in known))
        where = f" in {name_of(pointer[:-1])}" if len(pointer) > 1 else ""
        return self._document.problem(
            pointer, f"“{shown(key)}” is not known{where}.", suggestion(key, known), at_key=True
        )


def name_of(pointer: Pointer) -> str:
    """A place as a person would say it: roles, entry 3, headcount."""
    if not pointer:
        return "the file"
    last = pointer[-1]
    if isinstance(last, int):
        return f"entry {last + 1} of {name_of(pointer[:-1])}"
    return f"recommendation {shown(last)}" if pointer[:-1] == ("recommendations",) else shown(last)


def _holds(value: Any, step: str | int) -> bool:
    """Whether a document's value has something at a step."""
    if isinstance(value, list):
        return isinstance(step, int) and step < len(value)
    return isinstance(value, dict) and step in value
