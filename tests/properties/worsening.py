"""Every single change by which a self-assessment says less, or something worse.

One change of each sort is made for each place, and places that differ only in the number of an
entry are one: the first entry of a list stands for the others. So does the first recommendation
and its first requirement.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from tests.properties.weakening import (
    FIXED,
    Path,
    Weakening,
    parts,
    removed,
    replaced,
    without_evidence,
)

YEARS = 3
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_PERIOD = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}(/[0-9]{4}(-[0-9]{2}){0,2})?")
_WEAKER = {"yes": ("partly", "no"), "partly": ("no",)}


def worsenings(data: dict[str, Any], ahead: str) -> Iterator[Weakening]:
    """One change for each sort and place; `ahead` is a day after the day of judgement."""
    seen = set()
    for change in _all(data, ahead):
        key = (change.kind, shape(change.path))
        if key not in seen:
            seen.add(key)
            yield change


def shape(path: Path) -> str:
    """A place as text, without what only counts: retention.analysis.actions[].owner."""
    steps = []
    for before, step in zip(("", *path), path, strict=False):
        alike = isinstance(step, int) or before in ("recommendations", "requirements")
        steps.append("[]" if alike else f".{step}")
    return "".join(steps).lstrip(".")


def _all(data: dict[str, Any], ahead: str) -> Iterator[Weakening]:
    for path, value in parts(data):
        if path[0] in FIXED:
            continue
        if path[0] == "evidence" and len(path) == 2:
            yield Weakening("leave out", path, without_evidence(data, str(path[1])))
        elif isinstance(path[-1], int) or path[:-1] == ("datasets",):
            yield Weakening("leave out", path, removed(data, path))
        else:
            yield Weakening("blank", path, replaced(data, path, None))
        for kind, worse in _worse(value, data["as_at"], ahead):
            yield Weakening(kind, path, replaced(data, path, worse))


def _worse(value: object, as_at: str, ahead: str) -> Iterator[tuple[str, object]]:
    if isinstance(value, list):
        yield "empty", []
    elif isinstance(value, int):
        yield from ((kind, n) for kind, n in _numbers(value) if n != value)
    elif isinstance(value, str):
        yield from ((f"weaken to {weaker}", weaker) for weaker in _WEAKER.get(value, ()))
        if _PERIOD.fullmatch(value):
            yield "age", _aged(value)
        if _DAY.fullmatch(value) and value <= as_at:
            yield "put ahead", ahead


def _numbers(value: int) -> Iterator[tuple[str, int]]:
    yield from (("zero", 0), ("halve", value // 2), ("multiply by ten", value * 10))


def _aged(text: str) -> str:
    """So many years earlier; 29 February becomes the day before."""
    return "/".join(
        f"{int(point[:4]) - YEARS:04}{point[4:]}".replace("-02-29", "-02-28")
        for point in text.split("/")
    )
