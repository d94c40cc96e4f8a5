"""Judge by plain JSON Schema (2020-12); the only room that imports jsonschema."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import SchemaError, ValidationError, best_match
from referencing import Registry

from govcheck.intake.document import Document, Pointer
from govcheck.intake.problem import Problem, shown
from govcheck.intake.suggestion import suggestion

_NOTHING_IS_FETCHED: Registry[Any] = Registry()
_LONGEST_MESSAGE = 300


def unsound_schema(schema: Mapping[str, Any]) -> str | None:
    """Why this is not a JSON Schema, or None where it is one."""
    try:
        Draft202012Validator.check_schema(schema)
    except SchemaError as error:
        place = "/".join(str(step) for step in error.absolute_path)
        return f"{place}: {error.message}" if place else error.message
    return None


def schema_problems(
    document: Document, pointer: Pointer, schema: Mapping[str, Any]
) -> Iterator[Problem]:
    """Everything that the schema objects to in the value at the pointer. Nothing is fetched."""
    value: Any = document.data
    for step in pointer:
        value = value[step]
    validator = Draft202012Validator(
        schema,
        registry=_NOTHING_IS_FETCHED,
        format_checker=Draft202012Validator.FORMAT_CHECKER,
    )
    for error in validator.iter_errors(value):
        deepest = best_match([error]) or error
        yield from _problems(document, pointer, deepest)


def _problems(document: Document, base: Pointer, error: ValidationError) -> Iterator[Problem]:
    place = (*base, *error.absolute_path)
    if error.validator == "additionalProperties" and isinstance(error.instance, dict):
        known = _properties(error.schema)
        for key in error.instance:
            if key not in known:
                yield document.problem(
                    (*place, key),
                    f"“{shown(key)}” is not known.",
                    suggestion(key, known),
                    at_key=True,
                )
        return
    yield document.problem(place, f"{shown(error.message[:_LONGEST_MESSAGE])}.", "")


def _properties(schema: object) -> list[str]:
    return list(schema.get("properties", {})) if isinstance(schema, Mapping) else []
