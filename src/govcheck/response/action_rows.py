"""The actions of a finished document, held against those of the file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from govcheck.model.deadline import in_words
from govcheck.model.result import ActionResult
from govcheck.model.visible import shortened
from govcheck.response.piece import Piece, folded
from govcheck.response.written_day import days_in

_COLUMNS = {
    "id": ("no", "number", "id", "ref", "reference", "action no"),
    "what": ("action", "actions", "what", "action to be taken"),
    "owner": ("owner", "action owner", "lead", "responsible", "who"),
    "due": ("due", "due date", "by when", "when", "deadline", "date", "target date"),
    "progress": ("progress", "state", "status", "update"),
}
"""The columns of a table of actions, with the words above them that people use."""
_FINISHED = frozenset({"done", "complete", "completed"})
"""Beside these words a day says when that was; beside others it can be any day."""
_FEWEST_COLUMNS = 3
_MOST_SHOWN = 80


class _Row(NamedTuple):
    """An action as the document states it. None: there is no such column."""

    id: str = ""
    what: str = ""
    owner: str | None = None
    due: str | None = None
    progress: str | None = None


def action_differences(actions: Sequence[ActionResult], pieces: Sequence[Piece]) -> Iterator[str]:
    """What no longer agrees: actions on one side only, days and owners."""
    rows = _rows(pieces)
    if rows is None:
        for action in actions:
            yield from _in_prose(action, pieces)
        return
    pairs, left = _paired(actions, rows)
    for action, row in pairs:
        if row is None:
            yield f"action {action.id} is in the file and not in the document."
        else:
            yield from _changed(action, row)
    for row in left:
        name = " ".join(filter(None, (row.id, f"“{shortened(row.what, _MOST_SHOWN)}”")))
        yield f"action {name} is in the document and not in the file."


def _rows(pieces: Sequence[Piece]) -> list[_Row] | None:
    """The rows of every table of actions, or None where there is no such table."""
    rows, found, table, columns = list[_Row](), False, None, dict[str, int]()
    for piece in pieces:
        if len(piece.cells) < _FEWEST_COLUMNS:
            continue
        if piece.table != table:
            table, columns = piece.table, _header(piece.cells)
            found = found or bool(columns)
        elif columns and any(piece.cells):
            rows.append(_row(piece.cells, columns))
    return rows if found else None


def _header(cells: Sequence[str]) -> dict[str, int]:
    """Which column is which; empty where this is no table of actions."""
    names = [folded(cell) for cell in cells]
    columns = {
        key: names.index(word) for key, words in _COLUMNS.items() for word in words if word in names
    }
    return columns if "what" in columns else {}


def _row(cells: Sequence[str], columns: Mapping[str, int]) -> _Row:
    told = {key: cells[place] for key, place in columns.items() if place < len(cells)}
    return _Row(**told)


Pair = tuple[ActionResult, _Row | None]


def _paired(actions: Sequence[ActionResult], rows: Sequence[_Row]) -> tuple[list[Pair], list[_Row]]:
    """Each action with its row, and the rows that are left: by id, else by what will be done."""
    left, found = list(rows), dict[int, _Row]()
    same: tuple[Callable[[ActionResult, _Row], bool], ...] = (
        lambda action, row: action.id == row.id.strip(),
        lambda action, row: action.id.casefold() == row.id.strip().casefold(),
        lambda action, row: folded(action.what) == folded(row.what),
    )
    for alike in same:
        for place, action in enumerate(actions):
            row = next((row for row in left if place not in found and alike(action, row)), None)
            if row is not None:
                found[place] = row
                left.remove(row)
    return [(action, found.get(place)) for place, action in enumerate(actions)], left


def _changed(action: ActionResult, row: _Row) -> Iterator[str]:
    yield from _due_changed(action, row.due)
    if row.owner is not None and folded(row.owner) != folded(action.owner or ""):
        yield (
            f"action {action.id}: its owner is {action.owner or 'not given'} in the file and"
            f" {row.owner or 'not given'} in the document."
        )
    if action.done_on or _FINISHED & set(folded(row.progress or "").split()):
        yield from _day_changed(f"action {action.id}: done on", action.done_on, row.progress)


def _due_changed(action: ActionResult, written: str | None) -> Iterator[str]:
    """A day that was put off can stand beside the old one."""
    days = [*dict.fromkeys(map(in_words, days_in(written or "")))]
    day = in_words(date.fromisoformat(action.due)) if action.due else ""
    if len(days) > 1 and day in days:
        others = " and ".join(other for other in days if other != day)
        yield f"action {action.id}: due {day} in the file; the document also says {others}."
    else:
        yield from _day_changed(f"action {action.id}: due", action.due, written)


def _day_changed(what: str, wanted: str | None, written: str | None) -> Iterator[str]:
    day = date.fromisoformat(wanted) if wanted else None
    found = next(iter(days_in(written or "")), None)
    if written is not None and day != found:
        yield f"{what} {_told(day)} in the file and {_told(found)} in the document."


def _told(day: date | None) -> str:
    return in_words(day) if day else "no day"


def _in_prose(action: ActionResult, pieces: Sequence[Piece]) -> Iterator[str]:
    """An action that is told in sentences: found by its words, with the days beside them."""
    told = next((piece for piece in pieces if folded(action.what) in folded(piece.text)), None)
    if told is None:
        yield f"action {action.id} is in the file and not in the document."
        return
    days = days_in(told.text)
    if days and action.due and date.fromisoformat(action.due) not in days:
        yield from _day_changed(f"action {action.id}: due", action.due, told.text)
    if action.owner and folded(action.owner) not in folded(told.text):
        yield f"action {action.id}: the document does not name its owner, {action.owner}."
