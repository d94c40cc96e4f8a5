"""A finished response held against the result: what no longer agrees. Prose is never judged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from govcheck.model.deadline import in_words
from govcheck.model.result import RecommendationResult, Result
from govcheck.model.visible import shortened, visible
from govcheck.response import labels
from govcheck.response.action_rows import action_differences
from govcheck.response.answers import Finished, Part, answer_to, finished
from govcheck.response.blocks import Paragraph
from govcheck.response.draft import drafted
from govcheck.response.piece import Piece, folded
from govcheck.response.written_day import days_in

_MOST_SHOWN = 120


def differences(result: Result, pieces: Sequence[Piece]) -> tuple[str, ...]:
    """A sentence for everything in which the document and the file do not agree."""
    read = finished(_with_own(pieces, result), result.recommendations)
    return tuple(map(visible, _differences(result, read)))


def _with_own(pieces: Sequence[Piece], result: Result) -> list[Piece]:
    """The pieces, with those told apart that the file has word for word."""
    blocks = drafted(result).blocks
    own = {folded(block.text) for block in blocks if isinstance(block, Paragraph)} - {""}
    return [
        piece._replace(kind="own") if piece.kind == "text" and folded(piece.text) in own else piece
        for piece in pieces
    ]


def _differences(result: Result, read: Finished) -> Iterator[str]:
    yield from _inspection(result, read)
    yield from _dates(result, read)
    for item in result.recommendations:
        where = f"recommendation {item.number}"
        for told in _recommendation(item, read.parts[item.number]):
            yield f"{where}: {told}"
    for heading in dict.fromkeys(read.unknown):
        yield (
            f"the document has “{shortened(heading, _MOST_SHOWN)}”, which is not in the framework:"
            " correct its number, or judge the file by the framework that has it."
        )
    for mark in dict.fromkeys(read.marks):
        yield f"the document still holds the mark “{shortened(mark, _MOST_SHOWN)}”."


def _inspection(result: Result, read: Finished) -> Iterator[str]:
    framework = result.framework
    by_id = framework.inspection_id and f" {folded(framework.inspection_id)} " in read.text
    if not by_id and folded(framework.title) not in read.text:
        yield f"the document does not name the inspection, “{framework.title}”."
    named = _value(read.head, labels.FORCE)
    if named is None and folded(result.force.name) not in read.text:
        yield f"the document does not name the force, {result.force.name}."
    if named is not None and not _one_in_the_other(named, result.force.name):
        yield f"the document is about {named}; the file is about {result.force.name}."


def _one_in_the_other(one: str, other: str) -> bool:
    """Whether two names can be the same body: `Cumbria` and `Cumbria Constabulary`."""
    words, others = folded(one).split(), folded(other).split()
    return words == others or (
        bool(words) and (set(words) <= set(others) or set(others) <= set(words))
    )


def _dates(result: Result, read: Finished) -> Iterator[str]:
    framework = result.framework
    last_day = framework.response.last_day if framework.response else None
    yield from _date(labels.REPORT_PUBLISHED, framework.published, read.head)
    # A response need not say by when, and on which day, it is published.
    yield from _date(labels.LAST_DAY, last_day, read.head, needed=False)
    yield from _date(labels.RESPONSE_PUBLISHED, result.response.published, read.head, needed=False)


def _date(
    label: str, wanted: str | None, pieces: Sequence[Piece], *, needed: bool = True
) -> Iterator[str]:
    """What is to be said of the day beside a label, or of its absence."""
    what = label[0].lower() + label[1:]
    value = _value(pieces, label)
    found = days_in(value or "")
    day = date.fromisoformat(wanted) if wanted else None
    if found and day is None:
        yield f"the document says “{what}: {in_words(found[0])}”; the file gives no such day."
    elif day and not found and needed and not any(day in days_in(item.text) for item in pieces):
        yield f"the document does not say “{what}: {in_words(day)}”."
    elif day and found and found[0] != day:
        yield f"{what} is {in_words(day)} in the file and {in_words(found[0])} in the document."


def _recommendation(item: RecommendationResult, part: Part) -> Iterator[str]:
    answered = bool(answer_to(item, part))
    wanted = bool(
        visible(item.explanation or "") or visible(item.no_action_because or "") or item.actions
    )
    if not part.named:
        yield "it does not appear in the document."
        return
    if wanted and not answered:
        yield "the document holds no answer under its name."
        return  # owner, days and actions are missing with it
    if answered and not wanted:
        yield "the document answers it; the file gives neither an action nor a reason."
    elif not answered:
        yield "neither the file nor the document holds an answer to it."
    # The report may give a month: which day of it counts need not stand in the response.
    due = item.due.last_day if item.due else None
    yield from _date(labels.DUE, due, part.pieces(), needed=False)
    yield from _date(labels.COMPLETED, item.completed, part.pieces())
    yield from _owner(item, part)
    yield from action_differences(item.actions, part.pieces())


def _owner(item: RecommendationResult, part: Part) -> Iterator[str]:
    named, owner = _value(part.pieces(), labels.OWNER), item.owner
    everything = " ".join(folded(piece.text) for piece in part.pieces())
    if owner is None:
        if named and folded(named):
            yield f"the document names the owner {named}; the file names none."
    elif named is None:
        if folded(owner) not in everything:
            yield f"the document does not name its owner, {owner}."
    elif folded(named) != folded(owner):
        yield f"its owner is {owner} in the file and {named} in the document."


def _value(pieces: Sequence[Piece], label: str) -> str | None:
    """What stands beside a label: in the next cell, behind its colon, or in the line below."""
    name = folded(label)
    for piece in pieces:
        if len(piece.cells) == 2 and folded(piece.cells[0]) == name:  # noqa: PLR2004 - name and value
            return piece.cells[1]
    for place, piece in enumerate(pieces):
        before, colon, behind = piece.text.partition(":")
        if piece.kind == "text" and colon and folded(before) == name:
            below = pieces[place + 1].text if place + 1 < len(pieces) else ""
            return behind.strip() or below
    return None
