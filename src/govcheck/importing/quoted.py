"""One recommendation as it is read: which of the lines that follow its number are its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from govcheck.importing.block import Block
from govcheck.importing.days import dues_in
from govcheck.importing.heading import id_of
from govcheck.importing.words import OBLIGES, OWN_VOICE, STATUS

_TITLE_WORDS = 12
_TITLE_LENGTH = 150
_QUOTATION = {"\u201c": "\u201d", "\u2018": "\u2019", '"': '"'}


@dataclass
class Quoted:
    """One recommendation as it stands in the document."""

    start: Block
    number: str | None = None
    id: str | None = None
    title: Block | None = None
    lines: list[Block] = field(default_factory=list)
    details: dict[str, Block] = field(default_factory=dict)
    after: Block | None = None
    """The first paragraph that may belong to it and was not taken."""
    in_answer: bool = False
    ended: bool = False
    others: list[Quoted] = field(default_factory=list)
    """The same number with other words."""

    def wording(self) -> str:
        """Its words, line by line."""
        return "\n".join(line.line() for line in self.lines)

    def obliges(self) -> bool:
        """Whether its words say that somebody should do something."""
        return any(OBLIGES.search(line.text) for line in self.lines)


def feed(current: Quoted, block: Block) -> None:
    """Add a block to the words of a recommendation, or see that they have ended."""
    if block.kind != "bullet" and _speaks_of_itself(block.text):
        current.after, current.ended = block, True
    elif current.lines:
        _go_on(current, block)
    elif STATUS.fullmatch(block.text):
        current.after = block
    elif current.id is None and (found := id_of(block)):
        current.id = found
    elif current.title is None and is_title(block):
        current.title = block
    else:
        current.lines.append(block)


def _speaks_of_itself(text: str) -> bool:
    """Whether somebody says what he himself does or thinks; who is told of it does not matter."""
    obliged = OBLIGES.search(text)
    return OWN_VOICE.search(text[: obliged.start()] if obliged else text) is not None


def _go_on(current: Quoted, block: Block) -> None:
    last = current.lines[-1]
    apart = last.cell != block.cell
    belongs = block.kind == "bullet" or last.text.endswith(":") or OBLIGES.search(block.text)
    if belongs and not apart and not _closed(current.lines):
        current.lines.append(block)
    else:
        current.after = None if apart else block
        current.ended = True


def is_title(block: Block) -> bool:
    """Whether a block is a few words and no sentence."""
    text = block.text
    return (
        block.kind != "bullet"
        and len(text) <= _TITLE_LENGTH
        and len(text.split()) <= _TITLE_WORDS
        and not text.endswith((".", ":", ";", ","))
        and not OBLIGES.search(text)
        and not dues_in(text)
    )


def _closed(lines: Sequence[Block]) -> bool:
    """Whether the words stand in quotation marks, and the last of them is there."""
    closing = _QUOTATION.get(lines[0].text[0])
    return closing is not None and lines[-1].text.rstrip(" .;,").endswith(closing)


def bare(lines: list[Block]) -> list[Block]:
    """The words without the quotation marks around all of them."""
    if not lines or not _closed(lines):
        return lines
    first, *_ = lines
    rest = [first._replace(text=first.text[1:]), *lines[1:]]
    before, _, after = rest[-1].text.rpartition(_QUOTATION[first.text[0]])
    return [*rest[:-1], rest[-1]._replace(text=(before + after).strip())]
