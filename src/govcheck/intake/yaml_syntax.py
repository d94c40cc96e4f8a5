"""The YAML parser's complaints in plain words, with what to do about each."""

from __future__ import annotations

from collections.abc import Callable
from typing import NoReturn

import yaml

from govcheck.intake.problem import shown
from govcheck.intake.reading import Reading
from govcheck.intake.yaml_lines import (
    SEVERAL_LINES,
    Words,
    colon_too_many,
    indenting_tab,
    line_at,
    misplaced,
)

_Explain = Callable[[str, int, int], Words]
"""From the text, the place of the problem, and the place where the part around it begins."""


def stop_at_syntax_error(reading: Reading, error: yaml.MarkedYAMLError) -> NoReturn:
    """End the reading at what the parser could not understand."""
    text = reading.text
    at = error.problem_mark.index if error.problem_mark else 0
    begin = error.context_mark.index if error.context_mark else at
    if (tab := indenting_tab(text, at)) is not None:
        reading.stop(tab, *_TAB)
    problem = f"{error.context or ''}; {error.problem or ''}"
    if "maximum nesting depth" in problem:  # newer parsers have a limit of their own
        reading.too_deep(at)
    for phrase, words in _FIXED:
        if phrase in problem:
            reading.stop(at, *words)
    for phrase, explain in _BY_PLACE:
        if phrase in problem:
            reading.stop(*explain(text, at, begin))
    reading.stop(
        at,
        f"this is not valid YAML ({shown(error.problem or 'no reason given')}).",
        "Compare with the lines around it: `key: value`, or `- item`, indented by spaces.",
    )


def _unclosed_quote(text: str, _at: int, begin: int) -> Words:
    mark = text[begin : begin + 1]
    return (
        begin,
        f"a quotation mark ({mark}) is opened here and not closed where it should be.",
        f"Put another {mark} at the end of the text, or take the first one away.",
    )


def _no_colon(text: str, _at: int, begin: int) -> Words:
    _, line = line_at(text, begin)
    hint = (
        "Write a key, a colon and a space, as `owner: Head of People`."
        f" {SEVERAL_LINES}, and its lines are indented."
    )
    return begin, f"there is no colon after `{shown(line, 40)}`.", hint


def _unclosed_bracket(text: str, _at: int, begin: int) -> Words:
    opening = text[begin : begin + 1]
    closing = {"[": "]", "{": "}"}.get(opening, "bracket")
    hint = (
        f"Put a comma between the entries and {closing} after the last one, or, for plain text,"
        " put it in quotation marks."
    )
    return (
        begin,
        f"what is opened here with {opening} lacks a comma or its closing {closing}.",
        hint,
    )


def _bad_beginning(text: str, at: int, _begin: int) -> Words:
    mark = shown(text[at : at + 1]) or "this character"
    return at, f"text cannot begin with {mark} in YAML.", "Put the whole text in quotation marks."


def _bad_beginning_of_part(text: str, _at: int, begin: int) -> Words:
    return _bad_beginning(text, begin, begin)


def _no_value(text: str, at: int, _begin: int) -> Words:
    mark = shown(text[at : at + 1]) or "the end"
    return at, f"{mark} stands where a value is expected.", "Put the value there, or remove it."


def _directive(text: str, at: int, _begin: int) -> Words:
    start, _ = line_at(text, at)
    message = "a line that begins with % is a command to YAML, and this one is not known."
    return start, message, "Remove it, or put the text in quotation marks."


_TAB = (
    "the line is indented with a tab.",
    "Indent with spaces, two for each level; YAML does not accept tabs there.",
)
_BACKSLASH = (
    "a backslash in double quotation marks begins a code, and this one is not known.",
    "Use single quotation marks ('...') around the text, or write each backslash twice.",
)
_TEXT_AFTER_BAR = (
    "text follows | or > on the same line.",
    "Begin the text on the next line, indented, or put text that begins so in quotation marks.",
)
_ITEM_AFTER_KEY = (
    "an item of a list stands on the same line as its key.",
    "Put each `- item` on a line of its own, below the key.",
)
_AFTER_THE_END = (
    "something follows the end of the document.",
    "Remove the line `...` or what comes after it.",
)

_FIXED: tuple[tuple[str, tuple[str, str]], ...] = (
    ("found a tab", _TAB),
    ("escape", _BACKSLASH),
    ("did not find expected hexdecimal number", _BACKSLASH),
    ("while scanning a block scalar", _TEXT_AFTER_BAR),
    ("block sequence entries are not allowed", _ITEM_AFTER_KEY),
    ("<document start>", _AFTER_THE_END),
)
_BY_PLACE: tuple[tuple[str, _Explain], ...] = (
    ("found unexpected end of stream", _unclosed_quote),
    ("found unexpected document indicator", _unclosed_quote),
    ("could not find expected ':'", _no_colon),
    ("mapping values are not allowed", colon_too_many),
    ("mapping keys are not allowed", _bad_beginning),
    ("did not find expected key", misplaced),
    ("did not find expected '-' indicator", misplaced),
    ("did not find expected ',' or", _unclosed_bracket),
    ("found character that cannot start any token", _bad_beginning),
    ("while scanning an alias", _bad_beginning_of_part),
    ("while scanning an anchor", _bad_beginning_of_part),
    ("tag", _bad_beginning_of_part),
    ("did not find expected node content", _no_value),
    ("directive", _directive),
    ("found incompatible YAML document", _directive),
)
