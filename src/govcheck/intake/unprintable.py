"""Characters that no report can show, hidden in texts by way of backslash escapes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from govcheck.intake.places import Entry
from govcheck.intake.reading import Reading

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def note_unprintable(reading: Reading, data: Any, top: Entry) -> None:
    """Note every text with a control character or half a character in it.

    Spreadsheets, Word files and XML refuse them, and a terminal would obey them. Most files have
    no escapes at all, and then there is nothing to look for.
    """
    if "\\" not in reading.text and not _UNPRINTABLE.search(reading.text):
        return
    for text, offset in _texts(data, top):
        note_text(reading, text, offset)


def note_text(reading: Reading, text: str, offset: int) -> None:
    """Note a text that holds such a character."""
    if found := _UNPRINTABLE.search(text):
        reading.note(
            offset,
            f"the text holds the unprintable character U+{ord(found[0]):04X}.",
            "Delete it; it often comes along when text is copied from elsewhere.",
        )


def _texts(data: Any, top: Entry) -> Iterator[tuple[str, int]]:
    """Every key and every text of the data, with its offset."""
    pending = [(data, top)]
    while pending:
        value, (_, offset, inner) = pending.pop()
        if isinstance(value, str):
            yield value, offset
        elif inner and isinstance(value, dict):
            for key, part in value.items():
                yield key, inner[key][0]
                pending.append((part, inner[key]))
        elif inner and isinstance(value, list):
            pending.extend((part, inner[index]) for index, part in enumerate(value))
