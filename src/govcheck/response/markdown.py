"""A draft as Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from govcheck.report.markdown_text import plain
from govcheck.response.blocks import Block, Draft, Facts, Heading, Hole, Label, Paragraph


def render(draft: Draft) -> str:
    """The document, ending in a line break."""
    lines = [f"# {plain(draft.title)}", ""]
    before: Block | None = None
    for block in draft.blocks:
        if lines[-1] and not _goes_on(before, block):
            lines.append(">" if _quotes(before, block) else "")
        lines.extend(_lines(block))
        before = block
    return "\n".join(lines) + "\n"


def _goes_on(before: Block | None, block: Block) -> bool:
    """Whether an item stands below another item of the same list."""
    return (
        isinstance(before, Paragraph)
        and isinstance(block, Paragraph)
        and before.item
        and block.item
        and before.quoted == block.quoted
    )


def _quotes(before: Block | None, block: Block) -> bool:
    """Whether one paragraph of a quotation stands below another."""
    return (
        isinstance(before, Paragraph)
        and isinstance(block, Paragraph)
        and before.quoted
        and block.quoted
    )


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading(level, text):
            yield f"{'#' * (level + 1)} {plain(text)}"
        case Paragraph(text, quoted, item):
            yield f"{'> ' if quoted else ''}{'- ' if item else ''}{plain(text)}"
        case Label(text) | Hole(text):
            yield f"**{plain(text)}**"
        case Facts(rows):
            yield from (f"- **{name}:** {plain(value)}" for name, value in rows)
        case _:
            yield f"| {' | '.join(block.header)} |"
            yield f"|{'---|' * len(block.header)}"
            yield from (f"| {' | '.join(map(plain, row))} |" for row in block.rows)
