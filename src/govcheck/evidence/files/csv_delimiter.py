"""What stands between the columns of a CSV file, found in its first lines."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Sequence
from io import StringIO
from itertools import islice
from operator import itemgetter
from typing import NamedTuple

from govcheck.evidence.files.csv_reader import reader
from govcheck.evidence.header_names import headers_below, title_fault
from govcheck.evidence.tables.table import UnreadableTable

DELIMITERS = (",", ";", "\t", "|")
NAMES = {",": "comma", ";": "semicolon", "\t": "tab", "|": "vertical bar"}
_WRITTEN = {",": '","', ";": '";"', "\t": "tab", "|": '"|"'}
_ROWS = 200


class _Widths(NamedTuple):
    """How many cells the headers and the rows have under one delimiter."""

    headers: int
    rows: Sequence[int]
    """Of those that are not empty."""

    @property
    def usual(self) -> int:
        """How many cells most rows have; 0 where they differ."""
        width, rows = max(Counter(self.rows).items(), key=itemgetter(1), default=(0, 0))
        return width if rows * 2 > len(self.rows) else 0

    @property
    def fits(self) -> bool:
        """Whether there are several columns, and most rows have a cell for each."""
        return self.headers > 1 and (not self.rows or self.usual == self.headers)


class Head:
    """The header line of a file and some lines below it."""

    def __init__(self, text: str, header_row: int) -> None:
        """Cut the text into lines. Raises UnreadableTable where there is no line of headers."""
        self.header_row = header_row
        lines = islice(StringIO(text, newline=""), header_row - 1, header_row + _ROWS)
        self._lines = list(lines)
        if not self._lines or not self._lines[0].strip("\ufeff \t\r\n"):
            raise UnreadableTable(
                f"there are no headers in line {header_row}.",
                "Say in the assessment in which line they stand, as header_row: 3.",
            )

    def headers(self, delimiter: str) -> list[str]:
        """The headers under this delimiter. Raises UnreadableTable."""
        try:
            return next(reader(self._lines, delimiter))
        except csv.Error:
            raise UnreadableTable(
                f"a header in line {self.header_row} is longer than any header should be.",
                "Look there for a quotation mark that is not closed.",
            ) from None

    def rows(self, delimiter: str) -> list[tuple[int, list[str]]]:
        """The line in which each row ends and its cells, up to a row that cannot be read."""
        found = []
        rows = reader(self._lines, delimiter)
        try:
            for cells in rows:
                line = self.header_row - 1 + rows.line_num
                found.append((line, cells))
        except csv.Error:
            pass
        return found

    def widths(self, delimiter: str) -> _Widths:
        """How many cells there are under this delimiter."""
        found = [len(cells) for _, cells in self.rows(delimiter)]
        return _Widths(found[0] if found else 0, [width for width in found[1:] if width])


def found_delimiter(head: Head) -> str:
    """The sign that cuts the header into most parts, and the rows into as many."""
    widths = {sign: head.widths(sign) for sign in DELIMITERS}
    fitting = [sign for sign in DELIMITERS if widths[sign].fits]
    if not fitting:  # a title may stand over the headers: the rows tell the sign
        return max(DELIMITERS, key=lambda sign: (widths[sign].usual, widths[sign].headers))
    first, *others = sorted(fitting, key=lambda sign: -widths[sign].headers)
    if others and widths[first].headers == widths[others[0]].headers:
        raise UnreadableTable(
            f"its columns may be divided by {NAMES[first]} or {NAMES[others[0]]}.",
            f"Say which in the assessment, as delimiter: {_WRITTEN[first]}.",
        )
    return first


def check_told(head: Head, told: str) -> None:
    """Raise UnreadableTable where the file has one column, and has more with another sign."""
    if head.widths(told).headers > 1:
        return
    better = [sign for sign in DELIMITERS if head.widths(sign).fits]
    if better:
        columns = head.widths(better[0]).headers
        raise UnreadableTable(
            f"divided by {NAMES[told]}, as the assessment says, it has 1 column; divided by "
            f"{NAMES[better[0]]}, it has {columns}.",
            f"Correct it in the assessment, as delimiter: {_WRITTEN[better[0]]}, or leave it out.",
        )


def check_title(head: Head, delimiter: str) -> None:
    """Raise UnreadableTable where a title, or headings of several columns, stand as headers."""
    usual = head.widths(delimiter).usual
    if _filled(head.headers(delimiter)) * 2 > usual:  # as mostly
        return
    rows = head.rows(delimiter)
    reach = max(_reach(cells) for _, cells in rows)
    usual = min(usual, reach)
    below = headers_below((_filled(cells) for _, cells in rows), usual)
    if below is not None:
        raise title_fault(f"line {head.header_row}", usual, f"line {rows[below][0]}")


def _filled(cells: Sequence[str]) -> int:
    """How many cells are not blank."""
    return sum(1 for cell in cells if cell.strip())


def _reach(cells: Sequence[str]) -> int:
    """The place of the last cell that is not blank, counted from 1."""
    return max((place for place, cell in enumerate(cells, 1) if cell.strip()), default=0)
