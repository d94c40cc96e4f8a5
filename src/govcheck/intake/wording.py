"""What the models object to, in words for people who do not program."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from govcheck.intake.expected_type import (
    Words,
    as_block,
    as_list,
    expected,
    found,
    in_digits,
    in_quotes,
    true_or_false,
)
from govcheck.intake.suggestion import suggestion
from govcheck.intake.written_date import day_hint
from govcheck.intake.written_form import form

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


def _date(error: Mapping[str, Any]) -> Words:
    value = error["input"]
    if not isinstance(value, str):
        return f"expected a date, found {found(value)}.", day_hint(str(value))
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        return f"there is no day {found(value)}.", "Check the year, the month and the day."
    return f"{found(value)} is not a date.", day_hint(value)


def _unreal_period(error: Mapping[str, Any]) -> Words:
    begin, _, end = error["input"].partition("/")
    if end and " is after " in error["msg"]:
        return f"{found(error['input'])} ends before it begins.", f"Write {end}/{begin}."
    return (
        f"{found(error['input'])} has a day, month or year that does not exist.",
        "Check it against a calendar.",
    )


def _choice(error: Mapping[str, Any]) -> Words:
    value, choices = error["input"], re.findall(r"'([^']*)'", error["ctx"]["expected"])
    if len(choices) < 2:  # noqa: PLR2004 - no choice
        only = error["ctx"]["expected"].strip("'")
        return f"expected {only}, found {found(value)}.", f"Write {only}, without quotes."
    message = f"{found(value)} is not one of the answers: {', '.join(choices)}."
    if isinstance(value, bool):
        word = "yes" if value else "no"
        return message, f"Write {word}." if word in choices else ""
    # Only another spelling of an answer is suggested: the nearest word may be its opposite.
    same = [choice for choice in choices if _letters(choice) == _letters(str(value))]
    return message, f"Write {same[0]}." if same else ""


def _letters(text: str) -> str:
    return "".join(filter(str.isalpha, text.casefold()))


def _limit(words: str, key: str) -> Callable[[Mapping[str, Any]], Words]:
    def describer(error: Mapping[str, Any]) -> Words:
        limit = f"{words} {_plain(error['ctx'][key])}"
        return f"{found(error['input'])} cannot be right: it has to be {limit}.", ""

    return describer


def _plain(number: float) -> str:
    return f"{int(number):,}" if number == int(number) else str(number)


def _entries(words: str, key: str) -> Callable[[Mapping[str, Any]], Words]:
    def describer(error: Mapping[str, Any]) -> Words:
        number = error["ctx"][key]
        needed = "1 entry is" if number == 1 else f"{number} entries are"
        return f"{words} {needed} needed.", ""

    return describer


def _one_place(error: Mapping[str, Any]) -> Words:
    given = error["ctx"]["given"]
    if given == "none":
        message = "this evidence says nowhere where it is."
    else:
        listed = given.replace(" and ", ", ", given.count(" and ") - 1)
        message = f"this evidence is in more than one place: {listed}."
    return message, "Give exactly one of path, url and reference."


def _one_source(error: Mapping[str, Any]) -> Words:
    given = error["ctx"]["given"]
    message = (
        f"this data set gives {given}." if given else "this data set says nowhere where it is."
    )
    return message, "Give either path, or connection with table, or connection with query."


def _unknown_reference(error: Mapping[str, Any]) -> Words:
    kind, context = error["msg"], error["ctx"]
    near = suggestion(context["value"], context["known"])
    hint = near or REFERENCE_HINTS.get(kind, "")
    return f"there is no {kind} called {found(context['value'])}.", hint


_DESCRIBERS: dict[str, Callable[[Mapping[str, Any]], Words]] = {
    "string_type": expected("text", in_quotes),
    "int_type": expected("a whole number", in_digits("12")),
    "int_from_float": expected("a whole number", in_digits("12")),
    "float_type": expected("a number", in_digits("12.5")),
    "bool_type": expected("true or false", true_or_false),
    "date_type": _date,
    "date_parsing": _date,
    "date_from_datetime_parsing": _date,
    "date_from_datetime_inexact": _date,
    "literal_error": _choice,
    "enum": _choice,
    "tuple_type": expected("a list", as_list),
    "list_type": expected("a list", as_list),
    "set_type": expected("a list", as_list),
    "frozen_set_type": expected("a list", as_list),
    "dict_type": expected("a block of named values", as_block),
    "model_type": expected("a block of named values", as_block),
    "string_pattern_mismatch": form,
    "string_too_short": lambda error: (
        f"{found(error['input'])} is shorter than {error['ctx']['min_length']} characters.",
        "",
    ),
    "string_too_long": lambda error: (
        f"the text is longer than {error['ctx']['max_length']} characters.",
        "Shorten it, or put it into a document and point to that as evidence.",
    ),
    "too_short": _entries("at least", "min_length"),
    "too_long": lambda error: (f"at most {error['ctx']['max_length']} entries are allowed.", ""),
    "greater_than_equal": _limit("at least", "ge"),
    "greater_than": _limit("more than", "gt"),
    "less_than_equal": _limit("at most", "le"),
    "less_than": _limit("less than", "lt"),
    "one_place": _one_place,
    "one_source": _one_source,
    "unknown_reference": _unknown_reference,
    "unreal_period": _unreal_period,
    "repeated": lambda error: (f"{error['msg']}.", "Give each its own."),
    "value_error": lambda error: (f"{error['ctx']['error']}.", ""),
    "assertion_error": lambda error: (f"{error['ctx']['error']}.", ""),
}
