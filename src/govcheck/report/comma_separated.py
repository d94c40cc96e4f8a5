"""Rows as CSV that a spreadsheet opens as text, whatever stands in them."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from govcheck.model.visible import visible

_BYTE_ORDER_MARK = "\ufeff"
"""Without it Excel takes UTF-8 for the encoding of the machine."""
_BEGINS_A_FORMULA = tuple("=+-@\uff1d\uff0b\uff0d\uff20")
"""The last four are the wide forms that East Asian settings take for the first."""


def written(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Every cell in quotation marks, lines ended as RFC 4180 has them.

    A text that a spreadsheet would take for a formula begins with an apostrophe, as OWASP advises
    against CSV injection. What a line cannot hold is taken away; line breaks become blanks.
    """
    file = StringIO()
    writer = csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(headings)
    writer.writerows([cell(text) for text in row] for row in rows)
    return _BYTE_ORDER_MARK + file.getvalue()


def cell(text: str) -> str:
    """A text that stays a text in a spreadsheet."""
    shown = visible(text)
    return f"'{shown}" if shown.startswith(_BEGINS_A_FORMULA) else shown
