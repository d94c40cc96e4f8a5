"""Questions and names as a sheet shows them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from govcheck.model.visible import visible
from govcheck.reference.workbook.shape import Question, Shape

_EMPTY = re.compile(r"\[\] means")
_BRACKETED = re.compile(r"\[([^\[\]]*)\]")
_PAIRS = re.compile(r"\{([^{}]*)\}")
_DAY = re.compile(r"\b([0-9]{4})-([0-9]{2})-([0-9]{2})\b")
_NOT_A_NAME = re.compile(r"[\[\]:*?/\\]")
_LONGEST_NAME = 31
"""Of a sheet: Excel allows no more."""


def asked(question: Question) -> str:
    """The question of a field, with answers written as in a cell and not as in a text file."""
    text = _EMPTY.sub("“none” means", visible(question.about))
    text = _BRACKETED.sub(lambda found: _with_semicolons(found[1]), text)
    text = _PAIRS.sub(lambda found: found[1].strip().replace(": ", " = "), text)
    if question.shape.kind == "day":
        text = _DAY.sub(r"\3/\2/\1", text)
    return text.replace("entries under evidence", "rows of the sheet Evidence")


def _with_semicolons(items: str) -> str:
    return items.replace(", ", "; ")


def label(name: str) -> str:
    """The name of a field as the head of a column: national_role as National role."""
    words = visible(name).replace("_", " ").replace("-", " ").strip()
    return words[:1].upper() + words[1:]


_HOW = {
    "day": "A date, as 31/10/2023.",
    "period": "A day, month, year or span: 2023-10-31, 2023-10, 2023 or 2022-04/2023-03.",
    "flag": "yes or no.",
    "number": "A number.",
    "pairs": "A line for each (Alt+Enter), as: name = meaning.",
    "json": "The value as JSON, after the word json and a colon, as json:[1, 2].",
}


def help_for(shape: Shape) -> str:
    """How an answer of this shape is given."""
    if shape.kind == "list":
        return (
            "One or more, with ; between them. Write none if there are none; "
            "leave it blank if it is not known."
        )
    if shape.kind == "choice" and not shape.names:
        return f"One of: {'; '.join(shape.choices)}."
    return _HOW.get(shape.kind, "")


def sheet_name(words: Iterable[str], taken: Sequence[str]) -> str:
    """A name for a sheet that Excel allows and no other sheet has."""
    name = _NOT_A_NAME.sub(" ", label(" ".join(words))).strip("' ")[:_LONGEST_NAME].rstrip("' ")
    name, used = name or "Sheet", {item.casefold() for item in taken} | {"history", "choices"}
    number, unique = 2, name
    while unique.casefold() in used:
        ending = f" {number}"
        unique, number = name[: _LONGEST_NAME - len(ending)] + ending, number + 1
    return unique
