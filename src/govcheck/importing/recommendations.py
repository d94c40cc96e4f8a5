"""The recommendations of a document: where each begins, its words, and where they end."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from govcheck.importing.block import Block, folded, quoted
from govcheck.importing.days import dues_in
from govcheck.importing.heading import (
    Head,
    Section,
    detail_of,
    field_of,
    head_of,
    id_of,
    names_several,
    ordinal_of,
    section_of,
)
from govcheck.importing.quoted import Quoted, bare, feed, is_title
from govcheck.importing.words import NO_RECOMMENDATION, OBLIGES, SECTIONS

_OPENING = 200


class Quotations(NamedTuple):
    """The recommendations of a document in their order, and what is to be told of them."""

    held: tuple[Quoted, ...]
    notes: tuple[str, ...]


def quotations(blocks: Iterable[Block]) -> Quotations:
    """Every recommendation once."""
    blocks = tuple(blocks)
    scan = _Scan(any(head_of(block) for block in blocks))
    for block in blocks:
        scan.take(block)
    for item in scan.found:
        item.lines = bare(item.lines)
    held, notes = _once(scan.found)
    passed_over = (block for block in blocks if not block.role and names_several(block))
    missed = (f"{quoted(block)} is not read: write it by hand." for block in passed_over)
    return Quotations(held, (*notes, *missed))


class _Scan:
    """Goes through the blocks of a document."""

    def __init__(self, numbered: bool) -> None:  # noqa: FBT001 - what the document is like
        self.found: list[Quoted] = []
        self._numbered = numbered
        self._section: Section = "other"
        self._awaited: str | None = None
        self._pending_id: str | None = None

    def take(self, block: Block) -> None:
        current = self.found[-1] if self.found else None
        head = head_of(block) or _of_a_row(block, current) or self._unnumbered(block, current)
        if self._awaited and current and not head:
            current.details[self._awaited] = block
            self._awaited = None
        elif head:
            self._begin(block, head)
        elif current and _is_subheading(block, current):
            current.title = block
        elif section := section_of(block):
            self._enter(section, current)
        elif field_of(block) or (current and self._detail(block, current)):
            if current and field_of(block):
                current.ended = True
        elif current and not current.ended:
            feed(current, block)
        elif found := id_of(block):
            self._pending_id = found

    def _enter(self, section: Section, current: Quoted | None) -> None:
        # What stands over the first recommendation is the title of the document.
        self._section = "other" if section == "answer" and current is None else section
        if current:
            current.ended = True

    def _begin(self, block: Block, head: Head) -> None:
        quoted_ = Quoted(
            block,
            head.number,
            head.id or self._pending_id,
            in_answer=self._section == "answer" and block.role == "",
        )
        self._pending_id = self._awaited = None
        if self.found and not self.found[-1].lines and _one_row(self.found[-1].start, block):
            self.found.pop()  # its number is that of the table; the words have that of the report
        self.found.append(quoted_)
        if head.rest:
            feed(quoted_, block._replace(kind="paragraph", text=head.rest, mark="", role=""))

    def _unnumbered(self, block: Block, current: Quoted | None) -> Head | None:
        """The beginning of a recommendation in a document that does not write the word."""
        if self._numbered or self._section == "answer" or not OBLIGES.search(block.text):
            return None
        opening = any(due.start == 0 for due in dues_in(block.text[:_OPENING]))
        number = ordinal_of(block) if self._section == "recommendations" else None
        if number is not None and _is_next(number, current):
            return Head(number, None, block.text)
        return Head(None, None, block.text) if opening else None

    def _detail(self, block: Block, current: Quoted) -> bool:
        if block.role in ("due", "addressee", "title", "id"):
            current.details[block.role] = block
            return True
        label = detail_of(block)
        if label is None or not current.lines:
            return False
        if label.value:
            current.details[label.field] = block._replace(text=label.value)
        else:
            self._awaited = label.field
        current.ended = True
        return True


def _of_a_row(block: Block, current: Quoted | None) -> Head | None:
    """The beginning of a recommendation in a row of a table that gives no number."""
    if block.role != "wording" or (current and _one_row(current.start, block)):
        return None
    return Head(None, None, block.text)


def _one_row(one: Block, other: Block) -> bool:
    """Whether two blocks stand in the same row of a table."""
    return bool(one.cell and other.cell) and one.cell[:2] == other.cell[:2]  # type: ignore[index]


def _is_next(number: str, current: Quoted | None) -> bool:
    """Whether an item goes on with the list of recommendations, and with no list inside one."""
    if current is None or not current.lines:
        return True
    inside = current.lines[-1].text.endswith(":")
    return not inside and int(number) == int(current.number or 0) + 1


def _is_subheading(block: Block, current: Quoted) -> bool:
    """Whether a heading stands between the number of a recommendation and its words."""
    return (
        block.kind == "heading"
        and not (current.lines or current.title or current.ended)
        and section_of(block) == "other"
        and folded(block.text) not in SECTIONS
        and is_title(block)
    )


def _once(found: list[Quoted]) -> Quotations:
    held, notes = dict[str, Quoted](), list[str]()
    for index, item in enumerate(found):
        key = item.number or f" {index}"
        if item.lines and NO_RECOMMENDATION.match(item.lines[0].text):
            notes.append(f"{quoted(item.lines[0])} is no recommendation and is not taken over.")
            continue
        first = held.get(key)
        if first is None:
            if item.in_answer and not item.obliges():
                notes.append(f"{quoted(item.start)} stands in an answer and is not taken over.")
            else:
                held[key] = item
        elif _same(first, item):
            notes.append(f"recommendation {key} is quoted again at {item.start.where}: held once.")
        elif item.obliges():
            first.others.append(item)
        else:
            notes.append(f"recommendation {key} is named again at {item.start.where}: not quoted.")
    return Quotations(tuple(held.values()), tuple(notes))


def _same(one: Quoted, other: Quoted) -> bool:
    return folded(one.wording()) == folded(other.wording())
