"""What is said about TOML that cannot be accepted, for people who do not write programs."""

from __future__ import annotations

import re
import tomllib
from typing import NoReturn

from govcheck.intake.problem import shown
from govcheck.intake.reading import Reading

_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_LONG_NUMBER = re.compile(r"[0-9][0-9_]{300,}")

_WORDS: tuple[tuple[str, str, str], ...] = (
    ("Cannot overwrite", "the name on this line is given twice.", "Keep one of the two."),
    ("Duplicate inline", "the name on this line is given twice.", "Keep one of the two."),
    ("twice", "this table is begun twice.", "Keep one heading, and put all entries under it."),
    (
        "Cannot mutate",
        "this adds to something that is complete already.",
        "Put all entries of a list or of {...} into the one place.",
    ),
    (
        "Invalid value",
        "this is not a value in TOML.",
        "Put text in quotation marks; write true, false, a number or a day as 2023-12-15.",
    ),
    ("Invalid date", "there is no such day or time.", "Write a day as 2023-12-15."),
    ("Unclosed array", "a list is not closed.", "Put ] after its last entry."),
    ("inline table", "what is opened with { is not closed.", "Put } after its last entry."),
    (
        "Unterminated string",
        "a quotation mark is opened and not closed.",
        'Put another " at the end of the text.',
    ),
    (
        "Expected \"'",
        "a quotation mark is opened and not closed.",
        "Put another ' at the end of the text, or three where it began with three.",
    ),
    (
        "Expected '='",
        "an equals sign is missing after the name.",
        'Write it as `owner = "Head of People"`.',
    ),
    (
        "Expected newline",
        "something follows the value on the same line.",
        "Begin each entry on a line of its own; put the whole of a text in quotation marks.",
    ),
    ("at the end of a table", "a heading is not closed.", "Write it as `[retention]`."),
    ("Unescaped", "a backslash begins a code, and this one is not known.", "Write it twice."),
    ("Escaped", "a backslash begins a code, and this one is not known.", "Write it twice."),
    ("Invalid hex", "a backslash begins a code, and this one is not known.", "Write it twice."),
    (
        "Illegal character",
        "a text or a comment holds a line break or an unprintable character.",
        'Close the text on its line, or put """ on both sides of a text of several lines.',
    ),
    (
        "character",
        "a line begins with something that is no name.",
        'Write it as `owner = "Head of People"`; put unusual names in quotation marks.',
    ),
    ("statement", "this line is not an entry.", 'Write it as `owner = "Head of People"`.'),
)


def stop_at_error(reading: Reading, error: ValueError) -> NoReturn:
    """End the reading with what the standard library could not understand, in plain words."""
    if not isinstance(error, tomllib.TOMLDecodeError):  # a number that Python refuses to convert
        found = _LONG_NUMBER.search(reading.text)
        if found is None:
            reading.stop(0, f"the file is not valid TOML ({shown(str(error))}).")
        reading.too_large(found[0], found.start())
        reading.settle()
    said = str(error)
    offset = _offset(reading.text, said)
    for phrase, message, hint in _WORDS:
        if phrase in said:
            at = _line_begin(reading.text, offset) if "twice" in message else offset
            reading.stop(at, message, hint)
    reading.stop(offset, f"this is not valid TOML ({shown(_PLACE.sub('', said))}).")


def _line_begin(text: str, offset: int) -> int:
    """Where the line says its first word, which is what a reader looks for."""
    begin = text.rfind("\n", 0, offset) + 1
    return offset - len(text[begin:offset].lstrip(" \t"))


def _offset(text: str, said: str) -> int:
    """The offset of the place that the message names."""
    place = _PLACE.search(said)
    if place is None or place[1] is None:
        return len(text)
    begin = 0
    for _ in range(int(place[1]) - 1):
        begin = text.find("\n", begin) + 1
    return min(begin + int(place[2]) - 1, len(text))
