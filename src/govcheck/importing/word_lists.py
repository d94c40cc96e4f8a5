"""The lists that Word counts: what it shows before each paragraph, which the file does not say."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from govcheck.documents.word import W
from govcheck.importing import marks

if TYPE_CHECKING:
    from docx.document import Document

_FORMS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "lowerLetter": lambda count: marks.letter(count).strip("()"),
    "upperLetter": lambda count: marks.letter(count).strip("()").upper(),
    "lowerRoman": lambda count: marks.roman(count).strip("()"),
    "upperRoman": lambda count: marks.roman(count).strip("()").upper(),
}
_DEEPEST_LEVEL = 8
"""Word has nine levels of lists, counted from 0."""
_PLACE = re.compile(r"%([1-9])")
_WORD = re.compile(r"[^\W\d_]{4,}")


class _Level(NamedTuple):
    """One level of a list, as the file describes it."""

    form: str
    text: str
    """What is shown, with %1 for the number at the first level."""
    start: int
    counted_as: str
    """Lists of one description go on counting, unless one begins anew."""


def in_words(mark: str) -> bool:
    """Whether what Word shows before a paragraph is more than a number or a bullet."""
    return _WORD.search(mark) is not None


class Lists:
    """The lists of a document: how each is marked, and how far it has been counted."""

    def __init__(self, document: Document) -> None:
        """Find the descriptions; counting begins with the first paragraph that is asked for."""
        part = document.part
        numbering = next(
            (rel.target_part for rel in part.rels.values() if rel.reltype.endswith("/numbering")),
            None,
        )
        self._root: Any = getattr(numbering, "element", None)
        self._in_style = {
            style.style_id: found
            for style in document.styles
            if (found := style.element.find(f"{W}pPr/{W}numPr")) is not None
        }
        self._levels = dict[tuple[str, int], _Level]()
        self._counts = dict[tuple[str, int], int]()

    def mark_of(self, paragraph: Any, style: str) -> str | None:
        """What Word shows before a paragraph; None where it is no item of a list."""
        own = paragraph.find(f"{W}pPr/{W}numPr")
        given = own if own is not None else self._in_style.get(style)
        if given is None:
            return None
        number, level = _value(given, "numId"), _level(given)
        if number in ("", "0"):  # 0 takes a list away that the style has
            return None
        found = self._level(number, level)
        counted = found.counted_as
        self._counts[counted, level] = self._counts.get((counted, level), found.start - 1) + 1
        for deeper in range(level + 1, _DEEPEST_LEVEL + 1):
            self._counts.pop((counted, deeper), None)
        if found.form not in _FORMS:
            return marks.BULLET
        return _PLACE.sub(lambda place: self._shown(number, int(place[1]) - 1), found.text)

    def _shown(self, number: str, level: int) -> str:
        """The number at one level, as it is shown."""
        found = self._level(number, level)
        count = self._counts.get((found.counted_as, level), found.start)
        return _FORMS.get(found.form, str)(count)

    def _level(self, number: str, level: int) -> _Level:
        key = (number, level)
        if key not in self._levels:
            self._levels[key] = self._looked_up(number, level)
        return self._levels[key]

    def _looked_up(self, number: str, level: int) -> _Level:
        every = () if self._root is None else self._root.iter(f"{W}num")
        own = next((one for one in every if one.get(f"{W}numId") == number), None)
        abstract = _value(own, "abstractNumId")
        changed = _of_level(own, "lvlOverride", level)
        anew = _value(changed, "startOverride")
        described = _of_level(changed, "lvl", level)
        if described is None:
            described = _of_level(self._described(abstract), "lvl", level)
        return _Level(
            _value(described, "numFmt") or "bullet",
            _value(described, "lvlText") or f"%{level + 1}.",
            _whole(anew or _value(described, "start")),
            f"own {number}" if anew else abstract,
        )

    def _described(self, abstract: str) -> Any:
        every = () if self._root is None else self._root.iter(f"{W}abstractNum")
        return next((one for one in every if one.get(f"{W}abstractNumId") == abstract), None)


def _of_level(parent: Any, name: str, level: int) -> Any:
    every = () if parent is None else parent.iter(f"{W}{name}")
    return next((one for one in every if one.get(f"{W}ilvl") == str(level)), None)


def _level(given: Any) -> int:
    return min(_whole(_value(given, "ilvl")), _DEEPEST_LEVEL)


def _whole(text: str) -> int:
    """A number that a file gives; 0 where it gives none, or one out of all proportion."""
    return int(text) if text.isdecimal() and len(text) < 5 else 0  # noqa: PLR2004


def _value(parent: Any, name: str) -> str:
    found = None if parent is None else parent.find(f"{W}{name}")
    return "" if found is None else found.get(f"{W}val", "")
