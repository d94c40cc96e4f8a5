"""What the models object to, in words for people who do not program."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from govcheck.intake.problem import shown
from govcheck.intake.suggestion import suggestion

Words = tuple[str, str]
"""What is wrong, and what would be right."""

REFERENCE_HINTS = {
    "evidence": "Add it under evidence, or correct the id.",
    "group": "Use a name that the framework lists.",
}


def describe(error: Mapping[str, Any]) -> Words:
    """Words for one pydantic error at a value. Missing and unknown keys are told elsewhere."""
    describer = _DESCRIBERS.get(error["type"])
    if describer:
        return describer(error)
    return f"{found(error['input'])} is not accepted here: {error['msg']}.", ""


def found(value: object) -> str:
    """A value as a reader would name it."""
    match value:
        case None:
            return "no value"
        case bool():
            return "true" if value else "false"
        case str():
            return f"“{shown(value)}”"
        case int() | float():
            return f"the number {value}"
        case list():
            return "a list"
        case _:
            return "a block of named values"


def _expected(what: str, hint: str) -> Callable[[Mapping[str, Any]], Words]:
    return lambda error: (f"expected {what}, found {found(error['input'])}.", hint)


def _text(error: Mapping[str, Any]) -> Words:
    value = error["input"]
    if isinstance(value, bool | int | float):
        written = {True: "true", False: "false"}[value] if isinstance(value, bool) else str(value)
        return f"expected text, found {found(value)}.", f'Put it in quotes: "{written}".'
    return f"expected text, found {found(value)}.", "Write one piece of text after the colon."


def _date(error: Mapping[str, Any]) -> Words:
    value = error["input"]
    if not isinstance(value, str):
        return f"expected a date, found {found(value)}.", "Write a date as 2023-10-31."
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        return (
            f"there is no day {found(value)}.",
            "Check the month and the day; write a date as 2023-10-31.",
        )
    return f"{found(value)} is not a date.", _as_iso(value)


def _as_iso(value: str) -> str:
    """A hint that turns a British date round, where it is one."""
    match = re.fullmatch(r"([0-9]{1,2})[/. -]([0-9]{1,2})[/. -]([0-9]{4})", value.strip())
    if match:
        day, month, year = (int(part) for part in match.groups())
        if 1 <= day <= 31 and 1 <= month <= 12:  # noqa: PLR2004 - days and months
            return f"Write year, month, day: {year:04}-{month:02}-{day:02}."
    return "Write a date as 2023-10-31."


def _choice(error: Mapping[str, Any]) -> Words:
    value, choices = error["input"], re.findall(r"'([^']*)'", error["ctx"]["expected"])
    listed = ", ".join(choices) if choices else error["ctx"]["expected"]
    message = f"{found(value)} is not one of the answers: {listed}."
    if isinstance(value, bool):
        word = "yes" if value else "no"
        return message, f"Write {word}." if word in choices else ""
    near = suggestion(str(value), choices) if isinstance(value, str) else ""
    return message, near if near.startswith("Did you mean") else ""


def _pattern(error: Mapping[str, Any]) -> Words:
    value, pattern = error["input"], error["ctx"]["pattern"]
    if pattern == r"\S":
        return "the text is blank.", "Write something, or leave the value out."
    if "https" in pattern:
        return f"{found(value)} is not a web address.", "It begins with https:// and has no spaces."
    if pattern == "^[0-9a-f]{64}$":
        return f"{found(value)} is not a sha256 digest.", "It has 64 characters, 0-9 and a-f."
    if pattern.startswith("^[0-9]{4}"):
        hint = "Write a day, month, year or span: 2023-10-31, 2023-10, 2023 or 2022-04/2023-03."
        return f"{found(value)} is not a date or period.", hint
    if pattern.startswith("^[a-z0-9]"):
        hint = "Use small letters, digits and hyphens, as in retention-strategy."
        return f"{found(value)} cannot be used as an id.", hint
    return f"{found(value)} does not have the right form.", f"It has to match {pattern}."


def _limit(words: str, key: str) -> Callable[[Mapping[str, Any]], Words]:
    return lambda error: (
        f"{found(error['input'])} is {words} ({error['ctx'][key]} is the limit).",
        "",
    )


def _one_place(error: Mapping[str, Any]) -> Words:
    given = error["ctx"]["given"]
    message = (
        "says nowhere where it is" if given == "none" else f"is in more than one place ({given})"
    )
    return f"this evidence {message}.", "Give exactly one of path, url and reference."


def _unknown_reference(error: Mapping[str, Any]) -> Words:
    kind, context = error["msg"], error["ctx"]
    near = suggestion(context["value"], context["known"])
    hint = near or REFERENCE_HINTS.get(kind, "")
    return f"there is no {kind} called {found(context['value'])}.", hint


def _own_words(error: Mapping[str, Any]) -> Words:
    return f"{error['msg']}.", ""


_LIST_HINT = "Begin each entry on a new line with a hyphen, or write [one, two]."
_BLOCK_HINT = "Put the named values on the lines below it, indented."

_DESCRIBERS: dict[str, Callable[[Mapping[str, Any]], Words]] = {
    "string_type": _text,
    "int_type": _expected("a whole number", "Write digits without quotes, as 12."),
    "int_from_float": _expected("a whole number", "Write it without a decimal point."),
    "int_parsing_size": _expected("a smaller number", ""),
    "float_type": _expected("a number", "Write digits without quotes, as 12.5."),
    "bool_type": _expected("true or false", "Write true or false, without quotes."),
    "date_type": _date,
    "date_parsing": _date,
    "date_from_datetime_parsing": _date,
    "date_from_datetime_inexact": _date,
    "literal_error": _choice,
    "enum": _choice,
    "tuple_type": _expected("a list", _LIST_HINT),
    "list_type": _expected("a list", _LIST_HINT),
    "set_type": _expected("a list", _LIST_HINT),
    "frozen_set_type": _expected("a list", _LIST_HINT),
    "dict_type": _expected("a block of named values", _BLOCK_HINT),
    "model_type": _expected("a block of named values", _BLOCK_HINT),
    "model_attributes_type": _expected("a block of named values", _BLOCK_HINT),
    "string_pattern_mismatch": _pattern,
    "string_too_short": lambda _: (
        "the text is blank.",
        "Write something, or leave the value out.",
    ),
    "string_too_long": lambda error: (
        f"the text is longer than {error['ctx']['max_length']} characters.",
        "Shorten it, or put it into a document and point to that as evidence.",
    ),
    "too_short": lambda error: (f"at least {error['ctx']['min_length']} entries are needed.", ""),
    "too_long": lambda error: (f"at most {error['ctx']['max_length']} entries are allowed.", ""),
    "greater_than_equal": _limit("too small", "ge"),
    "greater_than": _limit("too small", "gt"),
    "less_than_equal": _limit("too large", "le"),
    "less_than": _limit("too large", "lt"),
    "one_place": _one_place,
    "unknown_reference": _unknown_reference,
    "unreal_period": _own_words,
    "repeated": _own_words,
    "value_error": lambda error: (f"{error['ctx']['error']}.", ""),
}
