"""A draft as a tree of keys, each with its value or with what a person has to do."""

from __future__ import annotations

from typing import NamedTuple

Scalar = str | int | bool


class Remark(NamedTuple):
    """A line of comment."""

    text: str


class Entry(NamedTuple):
    """A key with its value and where it was found, or with what is missing."""

    key: str
    value: Scalar | list[str] | tuple[Node, ...] | list[tuple[Node, ...]] | None = None
    found: str = ""
    """Where, and what stands there."""
    missing: str = ""
    """What to do where there is no value, or where the value has to be settled."""


Node = Remark | Entry


def found(key: str, value: Scalar | list[str], where: str) -> Entry:
    """A key whose value stands in the document."""
    return Entry(key, value, where)


def blank(key: str, missing: str, where: str = "") -> Entry:
    """A key that a person has to fill in."""
    return Entry(key, None, where, missing)
