"""What to say of a text that does not have the form of an id, an address, a date, a version."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from govcheck.intake.expected_type import Words, found
from govcheck.intake.problem import shown
from govcheck.intake.written_date import period_hint


def form(error: Mapping[str, Any]) -> Words:
    """Words for a text that does not have the form that it has to have."""
    value, pattern = error["input"], error["ctx"]["pattern"]
    for begins, what, hint in _FORMS:
        if pattern.startswith(begins):
            return f"{found(value)} {what}.", hint(value)
    return f"{found(value)} does not have the right form.", f"The form is {shown(pattern)}."


def _as_id(value: str) -> str:
    slug = re.sub(r"[^a-z0-9._-]+", "-", value.casefold()).strip("-._")[:80]
    return f"Use small letters, digits and hyphens, as {slug or 'retention-strategy'}."


_FORMS: tuple[tuple[str, str, Callable[[str], str]], ...] = (
    (r"\S", "is blank", lambda _: "Write something, or leave the value out."),
    (
        "^https?:",
        "is not a web address",
        lambda _: "It begins with https:// or http:// and has no spaces.",
    ),
    (
        "^[0-9A-Fa-f]{64}",
        "is not a sha256 digest",
        lambda _: "It has 64 characters, digits and the letters a to f.",
    ),
    ("^[0-9]{4}", "is not a date or period", period_hint),
    ("^[a-z0-9]", "cannot be used as an id", _as_id),
    (
        "^[A-Za-z0-9]",
        "cannot be used as a number or id",
        lambda _: "Use letters, digits, dots and hyphens, without spaces, as A1.",
    ),
    (
        r"^(\*|[<>=!~0-9]",
        "does not say which versions will do",
        lambda _: 'Write it with a sign, in quotes, as ">=1" or ">=1.2,<2".',
    ),
)
"""How patterns begin, and what to say of a text that does not match them."""
