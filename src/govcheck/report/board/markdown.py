"""The board paper as Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govcheck.report.board.blocks import Block, Cell, Heading, Paragraph, lines
from govcheck.report.board.paper import paper_of
from govcheck.report.judged import Judged
from govcheck.report.markdown_text import plain


def render(judged: Sequence[Judged]) -> str:
    """One paper after the other."""
    lines = [line for item in judged for line in _paper(item)]
    return "\n".join(lines).rstrip() + "\n"


def _paper(judged: Judged) -> Iterator[str]:
    paper = paper_of(judged)
    yield f"# {plain(paper.title)}"
    yield ""
    for before, block in zip((None, *paper.blocks), paper.blocks, strict=False):
        if _goes_on(before, block):
            yield ">" if _is_quoted(before) and _is_quoted(block) else ""
        yield from _block(block)
    yield ""


def _goes_on(before: Block | None, block: Block) -> bool:
    """Whether a blank line stands between two blocks: between items of a list there is none."""
    if before is None:
        return False
    return not (_is_item(before) and _is_item(block) and _is_quoted(before) == _is_quoted(block))


def _is_item(block: Block | None) -> bool:
    return isinstance(block, Paragraph) and block.item


def _is_quoted(block: Block | None) -> bool:
    return isinstance(block, Paragraph) and block.quoted


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        yield f"{'#' * (block.level + 1)} {plain(block.text)}"
    elif isinstance(block, Paragraph):
        yield f"{'> ' if block.quoted else ''}{'- ' if block.item else ''}{plain(block.text)}"
    else:
        yield _row(block.header)
        yield _row(["---"] * len(block.header), raw=True)
        yield from map(_row, block.rows)


def _row(cells: Sequence[Cell], *, raw: bool = False) -> str:
    shown = ("<br>".join(line if raw else plain(line) for line in lines(cell)) for cell in cells)
    return f"| {' | '.join(shown)} |"
