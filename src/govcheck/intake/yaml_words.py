"""What is said about YAML that cannot be accepted, for people who do not write programs."""

from __future__ import annotations

import re
from typing import NoReturn

import yaml

from govcheck.intake import yaml_syntax
from govcheck.intake.problem import shown
from govcheck.intake.reading import Reading

_ODD_LINE_BREAK = re.compile("[\x85\u2028\u2029]")
_FORBIDDEN = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"  # as YAML 1.2, 5.1
)
_WRITE_OUT = "Write the value out in full in each place."


def refuse_odd_line_breaks(reading: Reading) -> None:
    """Stop at a character that the parser takes for a new line and an editor does not.

    It would begin a new answer in the middle of what a reader sees as one line.
    """
    text = reading.text
    if "\u2028" in text or "\u2029" in text or "\x85" in text:
        for found in _ODD_LINE_BREAK.finditer(text):
            reading.stop(
                found.start(),
                f"here is an invisible line break (U+{ord(found[0]):04X}).",
                "Delete it and press Enter or the space bar instead; it comes from copied text.",
            )


def stop_at_error(reading: Reading, error: yaml.YAMLError) -> NoReturn:
    """End the reading with what the parser could not understand, in plain words."""
    if isinstance(error, yaml.MarkedYAMLError):
        yaml_syntax.stop_at_syntax_error(reading, error)
    found = _FORBIDDEN.search(reading.text)
    if found is None:
        reading.stop(0, "the file is not valid YAML.")
    vertical = " Word writes it for a line break." if found[0] == "\v" else ""
    reading.stop(
        found.start(),
        f"here is the unprintable character U+{ord(found[0]):04X}.{vertical}",
        "Delete it; it often comes along when text is copied from elsewhere.",
    )


def note_anchor(reading: Reading, offset: int, name: str) -> None:
    """Note a value that is marked in order to be repeated."""
    reading.note(
        offset,
        f"`&{shown(name)}` marks a value to be repeated elsewhere (an anchor); that is not"
        " accepted.",
        f"{_WRITE_OUT} For text that begins with &, put it in quotation marks.",
    )


def note_alias(reading: Reading, offset: int, name: str) -> None:
    """Note a value that repeats another."""
    reading.note(
        offset,
        f"`*{shown(name)}` repeats a value from elsewhere (an alias); that is not accepted.",
        f"{_WRITE_OUT} For text that begins with *, put it in quotation marks.",
    )


def note_merge_key(reading: Reading, offset: int) -> None:
    """Note a mapping that takes in another."""
    reading.note(
        offset,
        "`<<` takes in the answers of another place (a merge key); that is not accepted.",
        "Write these answers out in full.",
    )


def note_tag(reading: Reading, offset: int) -> None:
    """Note a value with a type of its own choosing."""
    reading.note(
        offset,
        "a word that begins with ! changes the type of a value (a tag); that is not accepted.",
        "Remove it, or put the whole text in quotation marks.",
    )


def note_version(reading: Reading, offset: int, version: tuple[int, int]) -> None:
    """Note a file that asks to be read by other rules."""
    reading.note(
        offset,
        f"the file asks to be read as YAML {version[0]}.{version[1]}; it is read as YAML 1.2.",
        "Remove the line that begins with %YAML.",
    )


def stop_at_second_document(reading: Reading, offset: int) -> NoReturn:
    """End the reading where another document begins in the same file."""
    reading.stop(
        offset,
        "a second document begins here; a file holds one self-assessment.",
        "Remove the line `---`, or put what follows in a file of its own.",
    )


def stop_at_key_of_parts(reading: Reading, offset: int) -> NoReturn:
    """End the reading where a list or a mapping is used as a key."""
    reading.stop(
        offset,
        "a list or a mapping stands where a key is expected.",
        "Use a plain word as the key; put text that begins with { or [ in quotation marks.",
    )
