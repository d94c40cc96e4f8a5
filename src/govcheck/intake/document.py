"""A file as plain data, with the place of every value in it.

The data hold what JSON can hold and nothing else, whichever format the file is in; text that is
blank is None, that is to say not answered.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from govcheck.intake.form_lines import Format, FormLines
from govcheck.intake.places import Entry, Lines, Place, Pointer, nearest
from govcheck.intake.problem import InvalidDocument, Problem, shown
from govcheck.intake.reading import Loaded, Reading
from govcheck.intake.source import MAX_BYTES, decode, read_bytes
from govcheck.intake.unprintable import note_unprintable

__all__ = [
    "MAX_BYTES",
    "Document",
    "Format",
    "Pointer",
    "json_pointer",
    "parse_document",
    "read_document",
]


FORMATS: dict[str, Format] = {".yaml": "yaml", ".yml": "yaml", ".json": "json", ".toml": "toml"}
"""The formats by the endings of file names."""

WORKBOOK = ".xlsx"
_OTHER_WORKBOOKS = frozenset({".xls", ".xlsm", ".xlsb", ".ods", ".numbers"})
_LONGEST_NAME = 1_000


@dataclass(frozen=True, slots=True)
class Document:
    """The data of a file, and where each value of them stands."""

    name: str
    """What messages call the file."""
    data: Any
    """A mapping with keys of text; inside it only mappings, lists, text, numbers, bool, None."""
    top: Entry = (0, 0, None)
    lines: Lines = field(default_factory=lambda: Lines(""), compare=False)

    def place(self, pointer: Pointer) -> Place:
        """Line and column of a value, or of the nearest value around it if there is no such."""
        return self.lines.place(nearest(self.top, pointer)[1])

    def key_place(self, pointer: Pointer) -> Place:
        """Line and column of the key that leads to a value; for an item of a list, of the item."""
        return self.lines.place(nearest(self.top, pointer)[0])

    def cell(self, pointer: Pointer) -> str | None:
        """The cell of a value of a workbook, as Retention!C7; None for other files."""
        return self.lines.cell(nearest(self.top, pointer)[1])

    def problem(
        self, pointer: Pointer, message: str, hint: str = "", *, at_key: bool = False
    ) -> Problem:
        """A problem at the place of a value, or of its key."""
        key, value, _ = nearest(self.top, pointer)
        return self.lines.problem(self.name, key if at_key else value, message, hint)


def json_pointer(pointer: Pointer) -> str:
    """The pointer in the notation of RFC 6901, as `/recommendations/2/owner`."""
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in pointer)


def read_document(path: Path, name: str | None = None) -> Document:
    """Read a YAML, JSON or TOML file, or a workbook.

    InvalidDocument tells everything that is wrong with it.
    """
    called = shown(name if name is not None else str(path), _LONGEST_NAME)
    ending = path.suffix.lower()
    format_ = FORMATS.get(ending)
    raw = read_bytes(path, called)
    if ending == WORKBOOK:
        from govcheck.intake.workbook.reading import read_workbook  # noqa: PLC0415 - an extra

        return Document(called, *read_workbook(raw, called))
    if format_ is None:
        named = f"ends in {shown(path.suffix)}" if path.suffix else "has no ending"
        message = f"a file whose name {named} is of a kind that is not read."
        hint = (
            "Open it in Excel or LibreOffice and save it as .xlsx."
            if ending in _OTHER_WORKBOOKS
            else "Use a file whose name ends in .yaml, .yml, .json, .toml or .xlsx."
        )
        raise InvalidDocument([Problem(called, 1, 1, message, hint)])
    return parse_document(raw, called, format_)


def parse_document(text: str | bytes, name: str, format: Format) -> Document:  # noqa: A002
    """Read the text of a document that is already at hand."""
    content = decode(text, name)
    reading = Reading(name, content, FormLines(content, format))
    if not reading.text.strip():
        _refuse_empty(reading)
    data, top = _load(reading, format)
    note_unprintable(reading, data, top)
    reading.settle()
    if data is None:
        _refuse_empty(reading)
    if not isinstance(data, dict):
        _refuse_top(reading, data, top[1])
    return Document(name, data, top, reading.lines)


def _load(reading: Reading, format_: Format) -> Loaded:
    """Load a text with the loader of its format, which is imported only now."""
    if format_ == "yaml":
        from govcheck.intake import yaml_events  # noqa: PLC0415

        return yaml_events.load(reading)
    if format_ == "json":
        from govcheck.intake import json_scan  # noqa: PLC0415

        return json_scan.load(reading)
    from govcheck.intake import toml_scan  # noqa: PLC0415

    return toml_scan.load(reading)


def _refuse_empty(reading: Reading) -> None:
    reading.stop(
        0,
        "the file is empty: it holds no answers.",
        "Begin with the framework, the force and the date that the answers describe.",
    )


def _refuse_top(reading: Reading, data: object, offset: int) -> None:
    found = "a list" if isinstance(data, list) else "a single value"
    reading.stop(
        offset,
        f"the file holds {found} where named answers are expected.",
        "Give each answer a name at the start of its line, as `force: cumbria`.",
    )
