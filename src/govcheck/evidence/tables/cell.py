"""What a cell means: the one definition that the loop of Python and every SQL engine keep to."""

from __future__ import annotations

import re
from datetime import datetime, time
from decimal import Decimal
from math import isfinite

from govcheck.model.column import UNREAD, Unread

NUMBER = r"[-+]?[0-9]{1,15}(\.[0-9]{1,15})?"
"""How numbers are written: digits, a point, no thousands separators."""
_EXACT = 10**15
"""Whole numbers below it are written alike, whether a source keeps them as 1 or as 1.0."""


def label(raw: object) -> str | None:
    """A cell as text, the same whatever type the source keeps it in: 1 for 1.0, true for True."""
    if raw is None or isinstance(raw, str):
        return raw
    if isinstance(raw, bool):
        return "true" if raw else "false"
    if isinstance(raw, float | Decimal) and isfinite(raw):
        return _written(raw)
    if isinstance(raw, datetime) and raw.time() == time.min:
        return raw.date().isoformat()
    return str(raw)


def _written(number: float | Decimal) -> str:
    whole = int(number)
    if whole == number and -_EXACT < whole < _EXACT:
        return str(whole)
    return format(number.normalize(), "f") if isinstance(number, Decimal) else str(number)


def read_number(raw: object) -> float | Unread | None:
    """The number in a cell; None where it is blank, UNREAD where something else stands there."""
    if raw is None:
        return None
    if isinstance(raw, int | float | Decimal) and not isinstance(raw, bool):
        number = float(raw)
        return number if isfinite(number) else UNREAD
    text = read_text(raw)
    if text is None:
        return None
    return float(text) if re.fullmatch(NUMBER, text) else UNREAD


def read_text(raw: object) -> str | None:
    """A cell as text without spaces around it; None where nothing is left."""
    return (label(raw) or "").strip(" ") or None


def blank(raw: object) -> bool:
    """Whether nothing, or nothing but spaces, stands in a cell."""
    return raw is None or (isinstance(raw, str) and not raw.strip(" "))
