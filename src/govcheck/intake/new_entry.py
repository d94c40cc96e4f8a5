"""Write one more entry under `evidence` into the text of a file, and leave every other byte alone.

Where it belongs is guessed from the text; whether the guess was right is found out by reading the
result. What does not come out as the old data with the new entry is not written.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from govcheck.intake import entry_text
from govcheck.intake.document import Format, parse_document
from govcheck.intake.entry_text import Entry
from govcheck.intake.problem import InvalidDocument

_NEWLINE = re.compile(r"\r\n|\r|\n")


class CannotInsertError(Exception):
    """No place was found for an entry; `lines` is what to write by hand."""

    def __init__(self, lines: str) -> None:
        self.lines = lines
        super().__init__(lines)


def with_entry(text: str, form: Format, name: str, entry: Entry) -> str:
    """The text of a well-formed file with an entry more.

    Raises CannotInsertError where that cannot be done without changing something else.
    """
    old = parse_document(text, "", form).data
    if not isinstance(old.get("evidence"), dict | None):
        raise CannotInsertError(_by_hand(form, name, entry))
    found = _NEWLINE.search(text)
    newline = found[0] if found else "\n"
    for candidate in _candidates(text, form, (name, entry, newline)):
        if _is_old_with_entry(candidate, form, old, (name, entry)):
            return candidate
    raise CannotInsertError(_by_hand(form, name, entry))


def _candidates(text: str, form: Format, new: tuple[str, Entry, str]) -> Iterator[str]:
    name, entry, newline = new
    if form == "toml":
        begin = text if text.endswith(("\n", "\r")) else text + newline
        yield begin + newline + entry_text.toml_table(name, entry, newline)
        return
    from govcheck.intake.entry_place import Insertions  # noqa: PLC0415 - imports the parser

    yield from Insertions(text, form, name, entry, newline)


def _is_old_with_entry(text: str, form: Format, old: Any, new: tuple[str, Entry]) -> bool:
    try:
        data = parse_document(text, "", form).data
    except InvalidDocument:
        return False
    entries = [*(old.get("evidence") or {}).items(), (new[0], dict(new[1]))]
    return _told(data, data.get("evidence")) == _told(old, dict(entries))


def _told(data: dict[str, Any], evidence: Any) -> str:
    """Everything in its order; as text, since in Python true and 1 are equal."""
    rest = {key: value for key, value in data.items() if key != "evidence"}
    return json.dumps([rest, evidence])


def _by_hand(form: Format, name: str, entry: Entry) -> str:
    if form == "toml":
        return entry_text.toml_table(name, entry, "\n")
    if form == "json":
        return entry_text.json_member(name, entry, "", "\n") + "\n"
    return entry_text.yaml_block(name, entry, 2, 2, "\n")
