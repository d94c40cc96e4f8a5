"""The marks that stand before the items of a list where the program counts them."""

from __future__ import annotations

from typing import Final

BULLET: Final = "-"
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_LETTERS = 26


def number(count: int) -> str:
    """1."""
    return f"{count}."


def letter(count: int) -> str:
    """(a), and (aa) after (z)."""
    return f"({chr(ord('a') + (count - 1) % _LETTERS) * ((count - 1) // _LETTERS + 1)})"


def roman(count: int) -> str:
    """(i), (ii), (iii)."""
    rest, written = min(count, 99), ""
    for value, sign in _ROMAN:
        written += sign * (rest // value)
        rest %= value
    return f"({written})"
