"""What a check's docstring says: the claim, why it matters, and how to close the gap."""

from __future__ import annotations

import inspect
from functools import cache
from typing import NamedTuple

_WHY = "Why:"
_CLOSE = "Close the gap:"


class Documentation(NamedTuple):
    """The parts of a check's docstring; empty where it does not say."""

    title: str
    why: str
    close: str


@cache
def read_docstring(text: str | None) -> Documentation:
    """Take a docstring apart.

    The first paragraph is the claim in the affirmative; `Why:` and `Close the gap:` begin the
    others.
    """
    parts = {"": "", _WHY: "", _CLOSE: ""}
    current = ""
    for paragraph in inspect.cleandoc(text or "").split("\n\n"):
        joined = " ".join(paragraph.split())
        label = next((label for label in (_WHY, _CLOSE) if joined.startswith(label)), None)
        if label:
            current, joined = label, joined.removeprefix(label).strip()
        parts[current] = f"{parts[current]} {joined}".strip()
    return Documentation(title=parts[""].removesuffix("."), why=parts[_WHY], close=parts[_CLOSE])
