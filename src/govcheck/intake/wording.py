"""What the models object to, in words for people who do not program."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from govcheck.intake.problem import shown
from govcheck.intake.suggestion import suggestion
from govcheck.intake.written_date import day_hint, period_hint

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


def _expected(what: str, hint: Callable[[Any], str]) -> Callable[[Mapping[str, Any]], Words]:
    return lambda error: (
        f"expected {what}, found {found(error['input'])}.",
        hint(error["input"]),
    )


def _in_quotes(value: object) -> str:
    if isinstance(value, bool | int | float):
        written = str(value).lower() if isinstance(value, bool) else str(value)
        return f'Put it in quotes: "{written}".'
    return "Write one piece of text after the colon."


def _in_digits(example: str) -> Callable[[Any], str]:
    def hint(value: object) -> str:
        digits = re.sub(r"[\s,%£]", "", value) if isinstance(value, str) else ""
        if re.fullmatch(r"-?[0-9]+", digits):
            return f"Write digits only, without quotes: {digits}."
        if isinstance(value, float):
            return f"Write it without decimals, as {example}."
        return f"Write digits without quotes, as {example}."

    return hint


def _true_or_false(value: object) -> str:
    meant = {"yes": "true", "true": "true", "no": "false", "false": "false"}
    word = meant.get(value.casefold()) if isinstance(value, str) else None
    return f"Write {word or 'true or false'}, without quotes."


def _as_list(value: object) -> str:
    if isinstance(value, str) and re.fullmatch(r"[\w .,&-]{1,60}", value):
        return f"Put it in square brackets: [{value.strip()}]."
    return "Begin each entry on a new line with a hyphen, or write [one, two]."


def _as_block(_: object) -> str:
    return "Put the named values on the lines below it, indented."


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


def _pattern(error: Mapping[str, Any]) -> Words:
    value, pattern = error["input"], error["ctx"]["pattern"]
    for begins, what, hint in _FORMS:
        if pattern.startswith(begins):
            return f"{found(value)} {what}.", hint(value)
    return f"{found(value)} does not have the right form.", f"The form is {pattern}."


def _as_id(value: str) -> str:
    slug = re.sub(r"[^a-z0-9._-]+", "-", value.casefold()).strip("-._")[:80]
    return f"Use small letters, digits and hyphens, as {slug or 'retention-strategy'}."


_FORMS: tuple[tuple[str, str, Callable[[str], str]], ...] = (
    (r"\S", "is blank", lambda _: "Write something, or leave the value out."),
    (
        "^https?:",
        "is not a web address",
        lambda _: "It begins with https:// or http:// and has no spaces.",
    ),
    (
        "^[0-9a-f]{64}",
        "is not a sha256 digest",
        lambda _: "It has 64 characters, digits and the letters a to f.",
    ),
    ("^[0-9]{4}", "is not a date or period", period_hint),
    ("^[a-z0-9]", "cannot be used as an id", _as_id),
    (
        "^[A-Za-z0-9]",
        "cannot be used as a number or id",
        lambda _: "Use letters, digits, dots and hyphens, without spaces, as A1.",
    ),
    (
        r"^(\*|[<>=!~0-9]",
        "does not say which versions will do",
        lambda _: 'Write it with a sign, in quotes, as ">=1" or ">=1.2,<2".',
    ),
)
"""How patterns begin, and what to say of a text that does not match them."""


def _limit(words: str, key: str) -> Callable[[Mapping[str, Any]], Words]:
    return lambda error: (
        f"{found(error['input'])} cannot be right: it has to be {words} {_plain(error['ctx'][key])}.",
        "",
    )


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


def _unknown_reference(error: Mapping[str, Any]) -> Words:
    kind, context = error["msg"], error["ctx"]
    near = suggestion(context["value"], context["known"])
    hint = near or REFERENCE_HINTS.get(kind, "")
    return f"there is no {kind} called {found(context['value'])}.", hint


_DESCRIBERS: dict[str, Callable[[Mapping[str, Any]], Words]] = {
    "string_type": _expected("text", _in_quotes),
    "int_type": _expected("a whole number", _in_digits("12")),
    "int_from_float": _expected("a whole number", _in_digits("12")),
    "float_type": _expected("a number", _in_digits("12.5")),
    "bool_type": _expected("true or false", _true_or_false),
    "date_type": _date,
    "date_parsing": _date,
    "date_from_datetime_parsing": _date,
    "date_from_datetime_inexact": _date,
    "literal_error": _choice,
    "enum": _choice,
    "tuple_type": _expected("a list", _as_list),
    "list_type": _expected("a list", _as_list),
    "set_type": _expected("a list", _as_list),
    "frozen_set_type": _expected("a list", _as_list),
    "dict_type": _expected("a block of named values", _as_block),
    "model_type": _expected("a block of named values", _as_block),
    "string_pattern_mismatch": _pattern,
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
    "unknown_reference": _unknown_reference,
    "unreal_period": _unreal_period,
    "repeated": lambda error: (f"{error['msg']}.", "Give each its own."),
    "value_error": lambda error: (f"{error['ctx']['error']}.", ""),
    "assertion_error": lambda error: (f"{error['ctx']['error']}.", ""),
}
