"""What is said about JSON that cannot be accepted, for people who do not write programs."""

from __future__ import annotations

import re
from json import JSONDecodeError
from typing import NoReturn

from govcheck.intake.problem import shown
from govcheck.intake.reading import Reading

_NOT_A_NUMBER = re.compile(r"[-+]?(?:NaN|Infinity|inf|nan)\b")
_BARE = re.compile(r"[^\s,:\[\]{}\"]+")
_RIGHT_WORDS = {"True": "true", "False": "false", "None": "null", "undefined": "null"}
_QUOTES = "'`\u2018\u2019\u201a\u201c\u201d\u201e"


def note_constant(reading: Reading, offset: int) -> int:
    """Note a value that is a number in other languages, and return where it ends."""
    found = _NOT_A_NUMBER.match(reading.text, offset)
    if found is None:
        _stop_at_value(reading, offset)
    reading.not_a_number(found[0], offset)
    return found.end()


def _stop_at_value(reading: Reading, offset: int) -> NoReturn:
    """End the reading at something that is no value."""
    _stop_at_usual_slips(reading, offset)
    found = _BARE.match(reading.text, offset)
    if found is None:
        reading.stop(offset, "a value is missing here.", "Write the value, or null for none.")
    word = found[0]
    if word in _RIGHT_WORDS:
        reading.stop(
            offset,
            f"JSON does not know the word `{word}`.",
            f"Write `{_RIGHT_WORDS[word]}`, or put the word in double quotation marks.",
        )
    if re.fullmatch(r"[-+.]?[0-9][0-9.,_eE+-]*", word):
        reading.stop(
            offset,
            f"`{shown(word, 30)}` is not a number as JSON writes it.",
            "Leave out plus signs and zeros at the front, and put a digit on either side of the"
            " point; put dates and references in double quotation marks.",
        )
    reading.stop(
        offset,
        f"`{shown(word, 30)}` is not a value in JSON.",
        "Put text in double quotation marks.",
    )


def stop_in_string(reading: Reading, offset: int, error: JSONDecodeError) -> NoReturn:
    """End the reading at a text that is not closed, or has something in it that may not be."""
    reason = error.msg.lower()
    unclosed = "control character" in reason and reading.text[error.pos : error.pos + 1] in "\r\n"
    if "unterminated" in reason or unclosed:
        reading.stop(
            offset,
            'a quotation mark (") is opened here and not closed on the same line.',
            'Put another " at the end of the text; write a line break inside it as \\n.',
        )
    if "control character" in reason:
        reading.stop(
            error.pos,
            "here is a tab or an unprintable character inside a text.",
            "Put a space in its place.",
        )
    reading.stop(
        error.pos,
        "a backslash begins a code, and this one is not known.",
        "Write each backslash that belongs to the text twice.",
    )


def stop_at_key(reading: Reading, offset: int) -> NoReturn:
    """End the reading where a key is not in quotation marks."""
    _stop_at_usual_slips(reading, offset)
    reading.stop(
        offset,
        "a key in double quotation marks is expected here.",
        'Write it as `"owner": "Head of People"`.',
    )


def stop_without_colon(reading: Reading, key: int, offset: int) -> NoReturn:
    """End the reading where a key has no colon."""
    _stop_at_usual_slips(reading, offset, quotes=False)
    line = reading.line_of(key)
    reading.stop(
        offset,
        f"a colon is missing after the key on line {line}.",
        'Write it as `"owner": "Head of People"`.',
    )


def stop_without_comma(reading: Reading, opening: int, offset: int) -> NoReturn:
    """End the reading where two entries have no comma between them."""
    _stop_at_usual_slips(reading, offset, quotes=False)
    bracket = reading.text[opening]
    closing = "}" if bracket == "{" else "]"
    if offset >= len(reading.text):
        reading.stop(
            opening,
            f"the bracket {bracket} is opened here and never closed.",
            f"Put {closing} after the last entry.",
        )
    reading.stop(
        offset,
        f"a comma or {closing} is missing before this.",
        f"Entries have a comma between them, and {closing} follows the last one.",
    )


def stop_at_last_comma(reading: Reading, offset: int, closing: str) -> NoReturn:
    """End the reading at a comma that nothing follows."""
    reading.stop(
        offset,
        "a comma follows the last entry.",
        f"Remove the comma before the closing {closing}.",
    )


def stop_after_the_end(reading: Reading, offset: int) -> NoReturn:
    """End the reading at something after the closing bracket of the whole."""
    _stop_at_usual_slips(reading, offset, quotes=False)
    reading.stop(
        offset,
        "something follows the end of the document.",
        "Remove it, or look for a closing bracket too early above.",
    )


def _stop_at_usual_slips(reading: Reading, offset: int, *, quotes: bool = True) -> None:
    """End the reading at what people bring over from other formats."""
    text = reading.text
    if text.startswith(("//", "/*", "#"), offset):
        reading.stop(
            offset,
            "JSON has no comments.",
            "Remove it, or keep the file as YAML, where a comment begins with #.",
        )
    if quotes and offset < len(text) and text[offset] in _QUOTES:
        reading.stop(
            offset,
            f"text is put in {text[offset]} instead of double quotation marks.",
            'Use the straight mark (") on both sides.',
        )
