"""What a document says of the report as a whole: title, day, publisher, the duty to respond."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from govcheck.importing.block import Block, folded, quoted
from govcheck.importing.days import day_in
from govcheck.importing.heading import field_of, head_of, section_of
from govcheck.importing.words import (
    ABOUT_A_REPORT,
    BODY,
    DAYS,
    DUTY_SECTION,
    FIRST_DAY,
    LAW,
    LICENCE,
    PUBLISHER,
    REPORT_ADDRESS,
    SECTIONS,
)

_LONGEST = 500
_ID_BEFORE = re.compile(r"(?:#([0-9]{3,7})|([0-9]{5,7}))\W{0,3} (?=\S)")
_ID_AFTER = re.compile(r" ?[(\[]#([0-9]{3,7})[)\]]\W?$")
_PUBLISHED = re.compile(r"\bpublished (?:on |in )?", re.IGNORECASE)
_DUTY = re.compile(r"\b(?:respon(?:d|se)|publish|comment)", re.IGNORECASE)


class Field(NamedTuple):
    """A value and the block that it was found in."""

    value: str
    block: Block
    words: str = ""
    """How the document writes it, where that is not the value."""

    def place(self) -> str:
        """Where it was found, with what stands there."""
        return quoted(self.block, self.words or self.value)


class Labelled(NamedTuple):
    """The fields of a document, and what is to be told of them."""

    fields: dict[str, Field]
    notes: tuple[str, ...]


def labelled(blocks: Sequence[Block]) -> Labelled:
    """The fields that stand behind their names."""
    fields, notes = dict[str, Field](), list[str]()
    awaited: str | None = None
    for block in blocks:
        label = field_of(block)
        if label and label.value:
            _hold(fields, label.field, label.value, block, notes)
        elif awaited and not (label or section_of(block) == "recommendations" or head_of(block)):
            _hold(fields, awaited, block.text, block, notes)
        awaited = label.field if label and not label.value else None
    return Labelled(fields, tuple(notes))


def _hold(fields: dict[str, Field], name: str, value: str, block: Block, notes: list[str]) -> None:
    if name not in fields:
        fields[name] = Field(value, block)
    elif folded(fields[name].value) != folded(value):
        first = fields[name].block.where
        notes.append(f"{quoted(block)} differs from {first}, which is taken.")


def titles(fields: dict[str, Field], blocks: Iterable[Block]) -> tuple[Field | None, Field | None]:
    """The title of the report and the id of the inspection."""
    first = next((block for block in blocks if block.kind == "heading"), None)
    title = fields.get("title") or (
        Field(first.text, first) if first and _may_be_title(first) else None
    )
    own = fields.get("inspection_id")
    if title is None or len(title.value) > _LONGEST:
        return None, own
    text, number = title.value, None
    for pattern in (_ID_BEFORE, _ID_AFTER):
        found = pattern.match(text) if pattern is _ID_BEFORE else pattern.search(text)
        if found and number is None:
            number = next(filter(None, found.groups()))
            text = f"{text[: found.start()]}{text[found.end() :]}".strip()
    text = text.removesuffix(".").strip()
    given = Field(f"#{number}", title.block, number) if number else None
    return Field(text, title.block) if text else None, own or given


def _may_be_title(block: Block) -> bool:
    """Whether a heading can be the title of a report: no part of it, and no answer to it."""
    return (
        block.kind == "heading"
        and block.cell is None
        and not (head_of(block) or section_of(block) == "recommendations")
        and folded(block.text) not in SECTIONS
        and not ABOUT_A_REPORT.search(block.text)
    )


def published(fields: dict[str, Field], blocks: Iterable[Block]) -> Field | None:
    """The day of publication: behind its name, or in a sentence that says published on."""
    field = fields.get("published")
    if field and (day := day_in(field.value)):
        return Field(day, field.block)
    for block in blocks:
        found = _PUBLISHED.search(block.text)
        if found and not re.search("response", block.text[: found.start()], re.IGNORECASE):
            day = day_in(block.text[found.end() : found.end() + 25])
            if day:
                return Field(day, block, found[0])
    return None


def publisher(fields: dict[str, Field], blocks: Iterable[Block]) -> Field | None:
    """Who published the report."""
    return _named(fields, "publisher") or _first(blocks, PUBLISHER)


def source(fields: dict[str, Field], blocks: Iterable[Block]) -> Field | None:
    """Where the report can be read."""
    return _named(fields, "source") or _first(blocks, REPORT_ADDRESS)


def inspection_type(fields: dict[str, Field]) -> Field | None:
    """The type of the inspection."""
    return _named(fields, "inspection_type")


def licence(blocks: Iterable[Block]) -> Field | None:
    """The licence of the wording."""
    return _first(blocks, LICENCE)


def body(blocks: Iterable[Block]) -> Field | None:
    """Who has to publish the response."""
    return _first(blocks, BODY)


def law(blocks: Iterable[Block]) -> tuple[Field | None, bool]:
    """The provision that is cited, and whether it is the one that has a response published."""
    for block in blocks:
        if found := LAW.search(block.text):
            section = found["before"] or found["after"]
            right = re.match(rf"{DUTY_SECTION}(?![0-9])", section) is not None
            return Field(found[0], block), right
    return None, False


def days(blocks: Iterable[Block]) -> tuple[Field | None, bool]:
    """The days for a response, and whether they are said to begin with the day of publication."""
    for block in blocks:
        if _DUTY.search(block.text) and (found := DAYS.search(block.text)):
            return Field(found["days"] or found["of"], block, found[0]), bool(
                FIRST_DAY.search(block.text)
            )
    return None, False


def _named(fields: dict[str, Field], name: str) -> Field | None:
    field = fields.get(name)
    return field if field and len(field.value) <= _LONGEST else None


def _first(blocks: Iterable[Block], pattern: re.Pattern[str]) -> Field | None:
    for block in blocks:
        if found := pattern.search(block.text):
            return Field(found[0].rstrip(".,;"), block)
    return None
