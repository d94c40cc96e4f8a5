"""What is really wrong where a JSON Schema objects: one cause for each fault, as near as can be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from jsonschema.exceptions import ValidationError, best_match

_FIRST_TOLD = ("const", "enum", "type", "format")
"""Of several complaints about one value, the one that says most; then any other."""


def causes(errors: Iterable[ValidationError]) -> list[ValidationError]:
    """The causes of errors, in their order; of those about one plain value only one."""
    found = [cause for error in errors for cause in _causes(error)]
    weightiest: dict[tuple[str | int, ...], ValidationError] = {}
    for cause in found:
        rival = weightiest.setdefault(tuple(cause.absolute_path), cause)
        if _rank(cause) < _rank(rival):
            weightiest[tuple(cause.absolute_path)] = cause
    return [
        cause
        for cause in found
        if isinstance(cause.instance, dict | list)
        or weightiest[tuple(cause.absolute_path)] is cause
    ]


def names_of_which_one_is_needed(error: ValidationError) -> tuple[str, ...]:
    """The names in `oneOf: [{required: [a]}, {required: [b]}]`; empty for any other complaint."""
    forms: Any = error.validator_value
    if error.validator != "oneOf" or not isinstance(error.instance, dict):
        return ()
    needed = [form.get("required", []) if isinstance(form, dict) else [] for form in forms]
    single = all(len(names) == 1 for names in needed)
    return tuple(names[0] for names in needed) if single else ()


def given(error: ValidationError) -> list[str]:
    """Which of these names the value gives, without a value only where that made the fault."""
    values: Any = error.instance
    named = [name for name in names_of_which_one_is_needed(error) if name in values]
    filled = [name for name in named if values[name] is not None]
    return filled if error.context or len(filled) > 1 else named


def _causes(error: ValidationError) -> Iterator[ValidationError]:
    """Where a value may have several forms, what is wrong with the form that it has."""
    forms = _forms(error) if error.validator in ("anyOf", "oneOf") else {}
    names = names_of_which_one_is_needed(error)
    if names:
        there = given(error)
        near = [forms[names.index(there[0])]] if len(there) == 1 else []
    else:
        near = _nearest(list(forms.values()))
    if len(near) == 1:
        for inner in near[0]:
            yield from _causes(inner)
    else:
        yield error if names else best_match([error]) or error


def _forms(error: ValidationError) -> dict[object, list[ValidationError]]:
    """What is wrong with each form, by its number; a form in which nothing is wrong is left out."""
    forms: dict[object, list[ValidationError]] = {}
    for inner in error.context or ():
        # A form that is `false` has no path.
        number = inner.schema_path[0] if inner.schema_path else None
        forms.setdefault(number, []).append(inner)
    return forms


def _nearest(forms: list[list[ValidationError]]) -> list[list[ValidationError]]:
    """Forms of the right type; where none is, all but `null`, which stands for no answer."""
    answers = [form for form in forms if not any(_is_about_type(e, "null") for e in form)]
    return [form for form in answers if not any(map(_is_about_type, form))] or answers


def _is_about_type(error: ValidationError, name: str = "") -> bool:
    """Whether the value as a whole is not of the type that a form has to have."""
    about = error.validator == "type" and not error.path
    return about and name in ("", error.validator_value)


def _rank(cause: ValidationError) -> int:
    told = str(cause.validator)
    return _FIRST_TOLD.index(told) if told in _FIRST_TOLD else len(_FIRST_TOLD)
