"""A difference as Markdown: short enough for a comment on a pull request, its details folded."""

from __future__ import annotations

from collections.abc import Iterator

from govcheck.model.difference import Difference
from govcheck.report.difference_lines import heading, parts, summary
from govcheck.report.markdown_text import plain


def render(difference: Difference) -> str:
    """What changed, ending in a line break."""
    return "\n".join(_lines(difference)).rstrip() + "\n"


def _lines(difference: Difference) -> Iterator[str]:
    yield f"**{plain(heading(difference))}**"
    yield ""
    for remark in difference.remarks:
        yield f"> {plain(remark)}"
        yield ""
    yield plain(summary(difference))
    for part in parts(difference):
        yield ""
        yield f"<details><summary>{part.title}</summary>"
        yield ""
        yield f"| {' | '.join(part.headers)} |"
        yield f"|{'---|' * len(part.headers)}"
        for row in part.rows:
            yield f"| {' | '.join(map(plain, row))} |"
        yield ""
        yield "</details>"
