"""Markdown as blocks: its headings, lists and tables; what else stands in it is text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from govcheck.importing import grid, marks, plain_text
from govcheck.importing.block import Block

if TYPE_CHECKING:
    from markdown_it.token import Token

_BREAKS = ("softbreak", "hardbreak")
_TEXTS = ("text", "text_special", "code_inline", "image")
_CODE = ("code_block", "fence")


def blocks(text: str) -> Iterator[Block]:
    """The blocks of a document."""
    from markdown_it import MarkdownIt  # noqa: PLC0415 - an extra

    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    return _Walk(plain_text.width_of(text)).blocks(tokens)


class _Walk:
    """Goes through the parts of a document."""

    def __init__(self, width: int) -> None:
        self._width = width
        self._line = 1
        self._mark = ""
        self._heading = False
        self._tables = 0
        self._rows: list[list[list[Block]]] | None = None

    def blocks(self, tokens: Sequence[Token]) -> Iterator[Block]:
        for token in tokens:
            if token.map:
                self._line = token.map[0] + 1
            if token.type == "inline" and self._rows is not None:
                self._rows[-1].append(list(self._lines(_text(token))))
            elif token.type == "inline":
                yield from self._lines(_text(token))
            elif token.type in _CODE:
                yield from plain_text.blocks(token.content, self._line, self._width)
            elif token.type == "html_block":
                yield from self._page(token.content)
            else:
                yield from self._structure(token)

    def _structure(self, token: Token) -> Iterator[Block]:
        kind = token.type
        if kind == "heading_open":
            self._heading = True
        elif kind == "list_item_open":
            self._mark = f"{token.info}{token.markup}" if token.info else marks.BULLET
        elif kind == "list_item_close":
            self._mark = ""
        elif kind == "table_open":
            self._tables += 1
            self._rows = []
        elif kind == "tr_open" and self._rows is not None:
            self._rows.append([])
        elif kind == "table_close" and self._rows is not None:
            rows, self._rows = self._rows, None
            yield from grid.blocks(self._tables, rows)

    def _lines(self, text: str) -> Iterator[Block]:
        """A paragraph; the first of an item of a list has its mark."""
        if self._heading:
            self._heading = False
            yield Block("heading", text, f"line {self._line}")
            return
        for block in plain_text.blocks(text, self._line, self._width):
            if self._mark:
                yield Block("bullet", block.line(), block.where, self._mark)
                self._mark = ""
            else:
                yield block

    def _page(self, text: str) -> Iterator[Block]:
        from govcheck.importing import web_page  # noqa: PLC0415 - seldom in Markdown

        for block in web_page.blocks(text):
            yield block._replace(where=f"line {self._line}")


def _text(token: Token) -> str:
    """The words of a paragraph, line by line as they were written."""
    return "".join(
        "\n" if _is_break(child) else child.content
        for child in token.children or ()
        if _is_break(child) or child.type in _TEXTS
    )


def _is_break(token: Token) -> bool:
    """Whether a new line begins; in the cells of a table only an element of a page can say so."""
    return token.type in _BREAKS or (
        token.type == "html_inline" and token.content.lower().startswith("<br")
    )
