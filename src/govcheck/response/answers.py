"""What a finished document says to each recommendation, found by its headings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from govcheck.model.result import RecommendationResult
from govcheck.response import labels
from govcheck.response.piece import Piece, folded

_LONGEST_HEADING = 300
_REPLY = re.compile(r"\b(?:response|answer|reply|comment)", re.IGNORECASE)
_JOINT = re.compile(r".{0,80}\bresponse to .{0,40}\brecommendations?\W*", re.IGNORECASE)
_ANY_NUMBER = re.compile(
    r"\W*(?:.{0,40}\bto\s+)?recommendation(?:\s+(?:no\.?|number))?\s+\d", re.IGNORECASE
)
_MARKS = tuple(folded(mark) for mark in (labels.NO_ANSWER, labels.TO_BE_ADDED))
_LABELS = frozenset(
    folded(label)
    for label in (labels.ACTION, labels.NO_ACTION, labels.OWNER, labels.COMPLETED, *labels.ACTIONS)
)


@dataclass
class Part:
    """What stands under one recommendation."""

    wording: list[Piece] = field(default_factory=list)
    """Under a heading that names it."""
    answer: list[Piece] = field(default_factory=list)
    """Under a heading that names a response to it."""
    named: bool = False

    def pieces(self) -> list[Piece]:
        """All of it."""
        return [*self.wording, *self.answer]


@dataclass
class Finished:
    """A document that is read back."""

    head: list[Piece]
    """What stands under no recommendation."""
    parts: dict[str, Part]
    text: str
    """All of it, folded."""
    marks: list[str]
    """Marks of the draft that are still there."""
    unknown: list[str]
    """Headings that name a recommendation which the framework does not have."""


def finished(pieces: Sequence[Piece], items: Sequence[RecommendationResult]) -> Finished:
    """The document, sorted by recommendation."""
    names = _Names(items)
    read = Finished([], {item.number: Part() for item in items}, "", [], [])
    read.text = f" {' '.join(folded(piece.text) for piece in pieces)} "
    read.marks = [piece.text for piece in pieces if _is_mark(piece)]
    read.unknown = [
        piece.text for piece in pieces if piece.kind == "heading" and names.unknown(piece.text)
    ]
    by_heading = any(piece.kind == "heading" and names.of(piece.text) for piece in pieces)
    where, level = read.head, 0
    for piece in pieces:
        if not by_heading and piece.kind == "row" and (told := names.in_row(piece.cells)):
            number, answer = told
            read.parts[number].named = True
            read.parts[number].answer.append(Piece("text", answer))
        elif _can_head(piece, by_heading=by_heading) and (named := names.of(piece.text)):
            number, answers = named
            part = read.parts[number]
            part.named = True
            where, level = (part.answer if answers else part.wording), piece.level
        elif _ends(piece, level):
            where, level = read.head, 0
        elif piece.kind != "heading":
            where.append(piece)
    return read


def _ends(piece: Piece, level: int) -> bool:
    """Whether a piece begins something that is not about one recommendation."""
    if piece.kind == "heading":
        return piece.level <= level
    # A form without headings, whose one answer is to all: “Response to Report and Recommendation:”
    return level == 0 and piece.kind == "text" and bool(_JOINT.fullmatch(piece.text))


def _can_head(piece: Piece, *, by_heading: bool) -> bool:
    """Whether a piece can begin what is said to a recommendation.

    A document without headings of this kind may name its recommendations in lines of their own.
    """
    if by_heading:
        return piece.kind == "heading"
    return piece.kind == "text" and len(piece.text) <= _LONGEST_HEADING


def _is_mark(piece: Piece) -> bool:
    """Whether a piece is a mark of the draft for something that is missing."""
    begins = piece.kind == "text" and piece.text.lstrip("“\"'* ").startswith("[")
    return begins and folded(piece.text).startswith(_MARKS)


def _says_something(piece: Piece) -> bool:
    """Whether a piece is more than a label or a mark."""
    if piece.kind == "own":
        return True
    return bool(piece.text) and not _is_mark(piece) and folded(piece.text) not in _LABELS


def answer_to(item: RecommendationResult, part: Part) -> list[Piece]:
    """What the document says in answer to a recommendation, without owners and dates."""
    if part.answer:
        pieces: Iterable[Piece] = part.answer
    else:  # wording and answer under one heading
        wording = folded(item.wording)
        pieces = (piece for piece in part.wording if folded(piece.text) not in wording)
    return [piece for piece in pieces if _says_something(piece) and not _is_fact(piece)]


def _is_fact(piece: Piece) -> bool:
    name = piece.cells[0] if len(piece.cells) == 2 else ""  # noqa: PLR2004 - a name and a value
    return folded(name) in _FACTS


_FACTS = frozenset(
    folded(label) for label in (labels.OWNER, labels.COMPLETED, labels.ADDRESSEE, labels.DUE)
)


class _Names:
    """The ways in which a heading can name a recommendation."""

    def __init__(self, items: Sequence[RecommendationResult]) -> None:
        numbers = sorted((item.number for item in items), key=len, reverse=True)
        self._by_id = {item.id: item.number for item in items if item.id}
        self._numbered = re.compile(
            r"\b(?i:recommendation)(?:\s+(?i:no\.?|number(?:ed)?|in|report))*\s+"
            rf"({'|'.join(map(re.escape, numbers))})(?![\w]|[.-]+\w)"
        )

    def of(self, text: str) -> tuple[str, bool] | None:
        """The number of the recommendation, and whether it is answered there."""
        if found := self._numbered.search(text):
            return found[1], bool(_REPLY.search(text[: found.start()]))
        for published, number in self._by_id.items():
            if re.search(rf"(?<!\w){re.escape(published)}(?!\w)", text):
                return number, bool(_REPLY.search(text.partition(published)[0]))
        return None

    def unknown(self, text: str) -> bool:
        """Whether a heading names a recommendation by a number that no recommendation has."""
        return self.of(text) is None and bool(_ANY_NUMBER.match(text))

    def in_row(self, cells: Sequence[str]) -> tuple[str, str] | None:
        """The number of the recommendation that a cell names, and what the cells behind it say."""
        for place, cell in enumerate(cells[:-1]):
            if named := self.of(cell):
                return named[0], " ".join(filter(None, cells[place + 1 :]))
        return None
