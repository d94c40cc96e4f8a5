"""The YAML parser's complaints in plain words, with what to do about each."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NoReturn

import yaml

from govcheck.intake.problem import shown
from govcheck.intake.reading import Reading

_Words = tuple[int, str, str]
"""Where, what is wrong, what to do."""

_Explain = Callable[[str, int, int], _Words]
"""From the text, the place of the problem, and the place where the surrounding part begins."""

_KEY = re.compile(r"[ ]*(?:- +)*(?:\"[^\"]*\"|'[^']*'|[^\s\"'#][^#]*?)[ ]*:(?=\s|$)")


def stop_at_syntax_error(reading: Reading, error: yaml.MarkedYAMLError) -> NoReturn:
    """End the reading at what the parser could not understand."""
    text = reading.text
    at = error.problem_mark.index if error.problem_mark else 0
    begin = error.context_mark.index if error.context_mark else at
    problem = f"{error.context or ''}; {error.problem or ''}"
    if (tab := _indenting_tab(text, at)) is not None:
        reading.stop(*_tab(text, tab, begin))
    for phrase, explain in _EXPLANATIONS:
        if phrase in problem:
            reading.stop(*explain(text, at, begin))
    reading.stop(
        at,
        f"this is not valid YAML ({shown(error.problem or 'no reason given')}).",
        "Compare with the lines around it: `key: value`, or `- item`, indented by spaces.",
    )


def _line(text: str, offset: int) -> tuple[int, str]:
    """The line around a character: where it begins, and what it says."""
    begin = max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
    found = re.compile(r"[^\r\n]*").match(text, begin)
    return begin, found[0] if found else ""


def _line_before(text: str, offset: int) -> tuple[int, str]:
    """The nearest line above that says something."""
    begin, _ = _line(text, offset)
    while begin > 0:
        begin, line = _line(text, begin - 1)
        if line.strip() and not line.lstrip().startswith("#"):
            return begin, line
    return 0, ""


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _indenting_tab(text: str, at: int) -> int | None:
    """The tab among the spaces at the beginning of the line, if there is one."""
    begin, line = _line(text, at)
    blank = line[: len(line) - len(line.lstrip())]
    return begin + blank.index("\t") if "\t" in blank else None


def _tab(_text: str, at: int, _begin: int) -> _Words:
    return (
        at,
        "the line is indented with a tab.",
        "Indent with spaces, two for each level; YAML does not accept tabs there.",
    )


def _unclosed_quote(text: str, _at: int, begin: int) -> _Words:
    mark = text[begin : begin + 1]
    return (
        begin,
        f"a quotation mark ({mark}) is opened here and not closed where it should be.",
        f"Put another {mark} at the end of the text, or take the first one away.",
    )


def _no_colon(text: str, _at: int, begin: int) -> _Words:
    _, line = _line(text, begin)
    at = begin
    return (
        at,
        f"there is no colon after `{shown(line.strip(), 40)}`.",
        "Write a key, a colon and a space, as `owner: Head of People`. Text of several lines"
        " begins with > after the colon, and its lines are indented.",
    )


def _colon_too_many(text: str, at: int, _begin: int) -> _Words:
    """A colon in text, a line indented by mistake, or a line above without its colon."""
    begin, line = _line(text, at)
    _, above = _line_before(text, at)
    if _KEY.match(line[: at - begin]):
        message = "a second colon followed by a space stands on this line."
        return at, message, "Put the text after the first colon in quotation marks."
    if not above:
        return at, "a colon stands where none is expected.", "Put the text in quotation marks."
    start = begin + _indent(line)
    if _indent(line) > _indent(above) and _KEY.match(above):
        return (
            start,
            "the line is indented further than the one above, which already has its value.",
            "Begin it in the same column as the line above, or let nothing follow the colon there.",
        )
    return (
        start,
        f"the line above (`{shown(above.strip(), 40)}`) does not end as it should.",
        "See that it has a colon followed by a space after its key.",
    )


def _misplaced(text: str, at: int, begin: int) -> _Words:
    """Something follows a closed quotation, or a line is out of line with those above."""
    start, line = _line(text, at)
    before = line[: at - start].rstrip()
    if before[-1:] in {"'", '"'}:
        return _after_quote(at, before[-1])
    if text[at : at + 1] in {"]", "}"}:
        return at, "a closing bracket has no opening one.", "Remove it or put the text in quotes."
    if text.startswith("- ", at) and at - start == begin - _line(text, begin)[0]:
        return (
            at,
            "an item of a list stands between named answers.",
            "Indent it below the key to which the list belongs, or give it a name and a colon.",
        )
    return _out_of_line(text, at, begin)


def _after_quote(at: int, mark: str) -> _Words:
    advice = "Write an apostrophe twice ('')" if mark == "'" else 'Write the inner mark as \\"'
    return (
        at,
        "text follows a closing quotation mark.",
        f"{advice}, or put quotation marks around the whole text only.",
    )


def _out_of_line(text: str, at: int, begin: int) -> _Words:
    column = begin - _line(text, begin)[0] + 1
    return (
        at,
        "the line does not begin in the same column as those it belongs to.",
        f"Entries that belong together begin in one column, here column {column}.",
    )


def _unclosed_bracket(text: str, _at: int, begin: int) -> _Words:
    opening = text[begin : begin + 1]
    closing = {"[": "]", "{": "}"}.get(opening, "bracket")
    return (
        begin,
        f"what is opened here with {opening} lacks a comma or its closing {closing}.",
        f"Put a comma between the entries and {closing} after the last one, or, for plain text,"
        " put it in quotation marks.",
    )


def _bad_beginning(text: str, at: int, _begin: int) -> _Words:
    mark = shown(text[at : at + 1]) or "this character"
    return (
        at,
        f"text cannot begin with {mark} in YAML.",
        "Put the whole text in quotation marks.",
    )


def _at_context(text: str, _at: int, begin: int) -> _Words:
    return _bad_beginning(text, begin, begin)


def _backslash(_text: str, at: int, _begin: int) -> _Words:
    return (
        at,
        "a backslash in double quotation marks begins a code, and this one is not known.",
        "Use single quotation marks ('...') around the text, or write each backslash twice.",
    )


def _text_after_bar(_text: str, at: int, _begin: int) -> _Words:
    return (
        at,
        "text follows | or > on the same line.",
        "Begin the text on the next line, indented; for text that begins with | or >, put it in"
        " quotation marks.",
    )


def _item_after_key(_text: str, at: int, _begin: int) -> _Words:
    return (
        at,
        "an item of a list stands on the same line as its key.",
        "Put each `- item` on a line of its own, below the key.",
    )


def _no_value(text: str, at: int, _begin: int) -> _Words:
    mark = shown(text[at : at + 1]) or "the end"
    return at, f"{mark} stands where a value is expected.", "Put the value there, or remove it."


def _directive(_text: str, at: int, begin: int) -> _Words:
    return (
        min(at, begin),
        "a line that begins with % is a command to YAML, and this one is not known.",
        "Remove it, or put the text in quotation marks.",
    )


def _after_end(_text: str, at: int, _begin: int) -> _Words:
    return (
        at,
        "something follows the end of the document.",
        "Remove the line `...` or what comes after it.",
    )


_EXPLANATIONS: tuple[tuple[str, _Explain], ...] = (
    ("found a tab", _tab),
    ("found unexpected end of stream", _unclosed_quote),
    ("found unexpected document indicator", _unclosed_quote),
    ("could not find expected ':'", _no_colon),
    ("mapping values are not allowed", _colon_too_many),
    ("mapping keys are not allowed", _bad_beginning),
    ("did not find expected key", _misplaced),
    ("did not find expected '-' indicator", _misplaced),
    ("did not find expected ',' or", _unclosed_bracket),
    ("found character that cannot start any token", _bad_beginning),
    ("while scanning an alias", _at_context),
    ("while scanning an anchor", _at_context),
    ("tag", _at_context),
    ("escape", _backslash),
    ("did not find expected hexdecimal number", _backslash),
    ("while scanning a block scalar", _text_after_bar),
    ("block sequence entries are not allowed", _item_after_key),
    ("did not find expected node content", _no_value),
    ("directive", _directive),
    ("found incompatible YAML document", _directive),
    ("<document start>", _after_end),
)
