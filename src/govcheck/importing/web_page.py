"""A web page as blocks: what is read on it, without its menus and scripts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from govcheck.importing import grid, marks
from govcheck.importing.block import Block
from govcheck.importing.plain_text import item

_NOT_READ = frozenset(
    """script style nav footer aside noscript template svg math head form button select iframe
    object audio video canvas""".split()  # noqa: SIM905 - a list of strings takes 18 lines
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_APART = _HEADINGS | frozenset(
    """p div section article main header ul ol li dl dt dd hr table thead tbody tfoot tr td th
    caption blockquote figure figcaption pre address details summary body html""".split()  # noqa: SIM905
)
"""Where a new block begins."""
_FORMS: dict[str, Callable[[int], str]] = {
    "a": marks.letter,
    "A": marks.letter,
    "i": marks.roman,
    "I": marks.roman,
}


@dataclass
class _Table:
    number: int
    rows: list[list[list[Block]]] = field(default_factory=list)


@dataclass
class _List:
    form: Callable[[int], str] | None
    count: int = 0

    def next_mark(self) -> str:
        self.count += 1
        return self.form(self.count) if self.form else marks.BULLET


def blocks(text: str) -> Iterator[Block]:
    """The blocks of a page. Nothing is fetched, and no script runs."""
    from lxml import etree  # noqa: PLC0415 - an extra

    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
    )
    root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    if root is None:
        return iter(())
    page = _Page()
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "end":
            page.leave(element)
        elif _is_read(element):
            page.enter(element)
        else:
            walk.skip_subtree()
    page.flush()
    return iter(page.blocks)


def _is_read(element: Any) -> bool:
    return not (
        element.tag in _NOT_READ
        or element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
    )


class _Page:
    """Gathers the text of a page as its elements begin and end."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._text: list[str] = []
        self._line = 1
        self._kind: Literal["heading", "paragraph"] = "paragraph"
        self._mark = ""
        self._lists: list[_List] = []
        self._tables: list[tuple[_Table, list[Block]]] = []
        self._number = 0

    def enter(self, element: Any) -> None:
        tag = element.tag
        if tag in _APART or tag == "br":
            self.flush()
            self._line = element.sourceline or self._line
        if tag in _HEADINGS:
            self._kind = "heading"
        elif tag in ("ul", "ol"):
            self._lists.append(_list_of(element))
        elif tag == "li":
            self._mark = self._lists[-1].next_mark() if self._lists else marks.BULLET
        elif tag == "table":
            self._number += 1
            self._tables.append((_Table(self._number), self.blocks))
        elif self._tables:
            self._enter_table(tag)
        self._text.append(element.text or "")

    def _enter_table(self, tag: str) -> None:
        table = self._tables[-1][0]
        if tag == "tr":
            table.rows.append([])
        elif tag in ("td", "th"):
            if not table.rows:
                table.rows.append([])
            table.rows[-1].append([])
            self.blocks = table.rows[-1][-1]

    def leave(self, element: Any) -> None:
        tag = element.tag
        if _is_read(element):
            self._end(tag)
        self._text.append(element.tail or "")

    def _end(self, tag: str) -> None:
        if tag in _APART:
            self.flush()
            self._kind = "paragraph"
        if tag in ("ul", "ol") and self._lists:
            self._lists.pop()
        elif tag == "li":
            self._mark = ""
        elif tag == "table" and self._tables:
            table, self.blocks = self._tables.pop()
            self.blocks += grid.blocks(table.number, table.rows)

    def flush(self) -> None:
        """End the block that is being read."""
        text = " ".join("".join(self._text).split())
        self._text.clear()
        if not text:
            return
        where = f"line {self._line}"
        if self._mark:
            self.blocks.append(Block("bullet", text, where, self._mark))
            self._mark = ""
        elif self._kind == "paragraph" and (typed := item(text)):
            self.blocks.append(Block("bullet", typed[1], where, typed[0]))
        else:
            self.blocks.append(Block(self._kind, text, where))


def _list_of(element: Any) -> _List:
    if element.tag == "ul":
        return _List(None)
    start = element.get("start", "")
    before = int(start) - 1 if start.isdecimal() and 0 < len(start) < 4 else 0  # noqa: PLR2004
    return _List(_FORMS.get(element.get("type", ""), marks.number), before)
