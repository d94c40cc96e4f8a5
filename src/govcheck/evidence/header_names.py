"""The headers of a table as they stand in a file: each needs a name of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from govcheck.evidence.tables.table import UnreadableTable


def header_names(headers: Sequence[str], header_row: int) -> tuple[str, ...]:
    """The headers, without spaces around them; what has none is called by its place.

    Raises UnreadableTable, which tells places and no name: in a file without headers the first
    row stands where they should be.
    """
    names = [
        name.strip() or f"(column {place} without a header)"
        for place, name in enumerate(headers, 1)
    ]
    twice = [name for name, times in Counter(map(str.casefold, names)).items() if times > 1]
    if twice:
        places = [str(at) for at, name in enumerate(names, 1) if name.casefold() == twice[0]]
        raise UnreadableTable(
            f"columns {', '.join(places[:-1])} and {places[-1]} have the same header in row "
            f"{header_row}.",
            "Give each column a name of its own. Capital letters make no difference. If that row "
            "does not hold the headers, say which does, as header_row: 3.",
        )
    return tuple(names)


def headers_below(filled: Iterable[int], usual: int) -> int | None:
    """How far below the first row the headers seem to stand; None where they may stand in it.

    `filled` are the cells of each row that are not blank, `usual` how many rows mostly have. A
    title, or headings that span several columns, leave half of their row blank or more.
    """
    if usual < 2:  # noqa: PLR2004 - one column has no title that could be told from a header
        return None
    return next((row for row, cells in enumerate(filled) if cells * 2 > usual), 0) or None


def title_fault(row: str, usual: int, below: str) -> UnreadableTable:
    """What to say of a title in the place of the headers; `below` is the row of the headers."""
    number = below.rpartition(" ")[2]
    return UnreadableTable(
        f"{row} looks like a title: most of those below it have {usual} cells.",
        f"If the headers stand in {below}, say so, as header_row: {number}.",
    )
