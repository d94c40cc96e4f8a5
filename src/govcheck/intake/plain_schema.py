"""Judge by plain JSON Schema (2020-12); the only room that imports jsonschema."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import SchemaError, ValidationError
from referencing import Registry
from referencing.exceptions import Unresolvable

from govcheck.intake.document import Document, Pointer
from govcheck.intake.expected_type import Words, found
from govcheck.intake.problem import Problem, shown
from govcheck.intake.schema_cause import causes, given, names_of_which_one_is_needed
from govcheck.intake.suggestion import suggestion
from govcheck.intake.validation import name_of
from govcheck.intake.wording import describe
from govcheck.model.unchanging import plain

_NOTHING_IS_FETCHED: Registry[Any] = Registry()
_LONGEST_MESSAGE = 300
_TELL = "Tell whoever wrote the schema."


def unsound_schema(schema: Mapping[str, Any]) -> str | None:
    """Why this is not a JSON Schema, or None where it is one."""
    try:
        Draft202012Validator.check_schema(plain(schema))
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
        plain(schema),
        registry=_NOTHING_IS_FETCHED,
        format_checker=Draft202012Validator.FORMAT_CHECKER,
    )
    try:
        for cause in causes(validator.iter_errors(value)):
            yield from _problems(document, pointer, cause)
    except Unresolvable as error:
        message = f"the schema of this part points to {shown(error.ref)}, which it does not hold."
        yield document.problem(pointer, message, _TELL, at_key=True)
    except RecursionError:
        message = "the schema of this part points to itself without end."
        yield document.problem(pointer, message, _TELL, at_key=True)


def _problems(document: Document, base: Pointer, error: ValidationError) -> Iterator[Problem]:
    place = (*base, *error.absolute_path)
    if error.validator == "additionalProperties" and isinstance(error.instance, dict):
        yield from _unknown_keys(document, place, error)
    elif error.validator == "required" and isinstance(error.instance, dict):
        key = shown(error.message.removesuffix(" is a required property")[1:-1])
        message = f"{key} is missing in {name_of(place)}." if place else f"{key} is missing."
        yield document.problem(place, message, f"Add a line: {key}: ...", at_key=True)
    else:
        message, hint = _in_words(error)
        yield document.problem(place, f"{name_of(place)}: {message}", hint)


def _unknown_keys(document: Document, place: Pointer, error: ValidationError) -> Iterator[Problem]:
    known = list(_mapping(_mapping(error.schema).get("properties")))
    where = f" in {name_of(place)}" if place else ""
    for key in _mapping(error.instance):
        if key not in known:
            message = f"“{shown(key)}” is not known{where}."
            yield document.problem((*place, key), message, suggestion(key, known), at_key=True)


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _in_words(error: ValidationError) -> Words:
    """The words that a model would use for the same complaint, where there are such."""
    names = names_of_which_one_is_needed(error)
    if names:
        return _one_of(names, given(error))
    value, limit = error.instance, error.validator_value
    kind, key = _AS_A_MODEL_SAYS.get(f"{error.validator} {limit}") or _AS_A_MODEL_SAYS.get(
        str(error.validator), ("", "")
    )
    if error.validator in ("enum", "const"):
        choices = limit if isinstance(limit, list) and error.validator == "enum" else [limit]
        limit = ", ".join(repr(choice) for choice in choices)
    if kind:
        return describe({"type": kind, "input": value, "ctx": {key: limit}})
    return f"{found(value)} is not accepted here: {shown(error.message[:_LONGEST_MESSAGE])}.", ""


def _one_of(names: Sequence[str], there: Sequence[str]) -> Words:
    message = f"exactly one of {_listed(names)} is needed,"
    if there:
        return f"{message} found {_listed(there)}.", "Keep one of them."
    return f"{message} none is given.", "Add one of them."


def _listed(names: Sequence[str]) -> str:
    *others, last = map(shown, names)
    return f"{', '.join(others)} and {last}" if others else last


_AS_A_MODEL_SAYS = {
    "type object": ("dict_type", ""),
    "type array": ("list_type", ""),
    "type string": ("string_type", ""),
    "type integer": ("int_type", ""),
    "type number": ("float_type", ""),
    "type boolean": ("bool_type", ""),
    "format date": ("date_parsing", ""),
    "enum": ("literal_error", "expected"),
    "const": ("literal_error", "expected"),
    "minimum": ("greater_than_equal", "ge"),
    "exclusiveMinimum": ("greater_than", "gt"),
    "maximum": ("less_than_equal", "le"),
    "exclusiveMaximum": ("less_than", "lt"),
    "minItems": ("too_short", "min_length"),
    "maxItems": ("too_long", "max_length"),
    "minLength": ("string_too_short", "min_length"),
    "maxLength": ("string_too_long", "max_length"),
    "pattern": ("string_pattern_mismatch", "pattern"),
}
"""Complaints of a JSON Schema, and what a model says: the type, and what it calls the limit."""
