"""From a value of the assessment to what a cell holds, and back: nothing is lost on the way."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from govcheck.intake.document import parse_document
from govcheck.intake.problem import InvalidDocument, shown
from govcheck.intake.reading import is_blank
from govcheck.intake.workbook import cell_text
from govcheck.intake.workbook.cell_text import AS_JSON, UnreadableText
from govcheck.model.deadline import in_words

Written = str | int | float | date | None
"""What is put into a cell: None leaves it blank."""

_FIRST_DAY = date(1900, 3, 1)
"""Excel counts a 29 February 1900, so days before this are not the same in every program."""
_EXACT = 2.0**53
"""Beyond it a number of Excel stands for several whole numbers."""
_FLAGS = {"yes": True, "true": True, "no": False, "false": False}


def written(kind: str, value: Any) -> Written:
    """What a cell of a kind holds for a value; as JSON where the value does not fit the kind."""
    if value is None:
        return None
    fitting = _fitting(kind, value)
    if isinstance(fitting, str) and not cell_text.is_kept(fitting):
        fitting = None
    return cell_text.as_json(value) if fitting is None else fitting


def _fitting(kind: str, value: Any) -> Written:
    if kind == "flag":
        return {True: "yes", False: "no"}.get(value) if isinstance(value, bool) else None
    if kind in {"number", "period"} and type(value) in {int, float}:
        return value if float(f"{value:.15G}") == value else None
    if kind == "day":
        return _day(value)
    if kind == "list" and isinstance(value, list) and all(isinstance(one, str) for one in value):
        return cell_text.written_list(value)
    if kind == "pairs" and isinstance(value, dict) and _is_pairs(value):
        return cell_text.written_pairs(value)
    if not isinstance(value, str) or kind not in {"text", "choice", "period"}:
        return None
    return value if kind == "text" or value == value.strip() else None


def _day(value: Any) -> Written:
    if not isinstance(value, str):
        return None
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return value
    return day if day.isoformat() == value and day >= _FIRST_DAY else value


def _is_pairs(value: dict[str, Any]) -> bool:
    return all(
        isinstance(inner, str)
        or (isinstance(inner, dict) and all(isinstance(text, str) for text in inner.values()))
        for inner in value.values()
    )


def read(kind: str, cell: object) -> Any:
    """The value that a cell of a kind holds; None where it is blank. Raises UnreadableText."""
    if isinstance(cell, str):
        return None if is_blank(cell) else _read_text(kind, cell)
    if isinstance(cell, datetime | date):
        return _read_day(kind, cell)
    if isinstance(cell, time):
        raise UnreadableText("this is a time of day, which is never asked for.")
    if isinstance(cell, float) and abs(cell) < _EXACT and cell.is_integer():
        cell = int(cell)
    if kind in {"text", "choice"} and type(cell) in {int, float}:
        raise UnreadableText(
            f"expected text, found the number {cell}. "
            "Choose the format Text for the cell (Ctrl+1), and write it again."
        )
    if kind in {"list", "pairs"} and cell is not None:
        raise UnreadableText(
            f"expected text, found {shown(str(cell))}. "
            "Choose the format Text for the cell (Ctrl+1), and write it again."
        )
    return cell


def _read_text(kind: str, text: str) -> Any:
    if text.lstrip()[: len(AS_JSON)].casefold() == AS_JSON:
        return _read_json(text.lstrip()[len(AS_JSON) :])
    match kind:
        case "text":
            return text
        case "list":
            return cell_text.read_list(text)
        case "pairs":
            return cell_text.read_pairs(text)
        case "flag":
            return _FLAGS.get(text.strip().casefold(), text.strip())
        case _:
            return text.strip()


def _read_json(text: str) -> Any:
    try:
        return parse_document(f'{{"value": {text}}}', "", "json").data["value"]
    except InvalidDocument as error:
        reason = error.problems[0].message
        raise UnreadableText(f"what follows json: cannot be read: {reason}") from None


def _read_day(kind: str, cell: date) -> str:
    if not isinstance(cell, datetime):
        return cell.isoformat()
    day = cell.date()
    if kind == "period":
        raise UnreadableText(
            f"this has become a date ({in_words(day)}), so it is not known whether the day or the "
            f"month is meant. Choose the format Text for the cell (Ctrl+1), and write "
            f"{day.isoformat()} for the day or {day.isoformat()[:7]} for the month."
        )
    if cell.time() != time():
        raise UnreadableText(
            f"this is a date with a time of day ({cell.isoformat(' ', 'minutes')}). "
            f"Write the date alone: {day.isoformat()}."
        )
    if kind != "day":
        raise UnreadableText(
            f"expected {_EXPECTED.get(kind, 'something else')}, found the date {in_words(day)}. "
            "Choose the format Text or General for the cell (Ctrl+1), and write it again."
        )
    return day.isoformat()


_EXPECTED = {
    "number": "a number",
    "text": "text",
    "choice": "one of the answers",
    "flag": "yes or no",
}
