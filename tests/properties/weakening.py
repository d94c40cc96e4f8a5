"""Every way to make a self-assessment say less, one step at a time."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

Path = tuple[str | int, ...]

FIXED = {"govcheck", "framework", "force", "as_at", "requires"}
"""What says which question is asked, as against what answers it."""
PLACES = ("title", "path", "url", "reference")
"""Without these an evidence entry is not one."""
OLDER = 15
"""Years by which evidence is aged."""


@dataclass(frozen=True)
class Weakening:
    """One step: what is done, where, and the self-assessment after it."""

    kind: str
    path: Path
    data: dict[str, Any]

    def __str__(self) -> str:
        return f"{self.kind} {'.'.join(map(str, self.path))}"


def weakenings(data: dict[str, Any]) -> Iterator[Weakening]:
    """Blank each fact, remove each part and each entry of a list, age each date of evidence.

    Some of them are no longer valid input. That is for the caller to find out.
    """
    for path, value in parts(data):
        if path[0] in FIXED or (path[0] == "evidence" and path[-1] in PLACES):
            continue
        if path[0] == "evidence" and len(path) == 2:
            yield Weakening("remove", path, without_evidence(data, str(path[1])))
            continue
        if isinstance(path[-1], int) or isinstance(value, dict | list):
            yield Weakening("remove", path, removed(data, path))
        if not isinstance(path[-1], int):
            yield Weakening("blank", path, replaced(data, path, None))
        if path[0] == "evidence" and path[-1] in ("about", "collected"):
            yield Weakening("age", path, replaced(data, path, aged(str(value))))


def leaves_out_an_action(step: Weakening) -> bool:
    """Whether one action of several is dropped: only an earlier result could tell."""
    return step.kind == "remove" and len(step.path) == 4 and step.path[2] == "actions"


def aged(text: str) -> str:
    """A date or period so many years earlier, at the same precision."""
    return "/".join(f"{int(point[:4]) - OLDER:04}{point[4:]}" for point in text.split("/"))


def removed(data: dict[str, Any], path: Path) -> dict[str, Any]:
    changed, parent = _opened(data, path)
    del parent[path[-1]]
    return changed


def replaced(data: dict[str, Any], path: Path, value: object) -> dict[str, Any]:
    changed, parent = _opened(data, path)
    parent[path[-1]] = value
    return changed


def without_evidence(data: dict[str, Any], name: str) -> dict[str, Any]:
    """The self-assessment without a document, and without any mention of it."""
    changed = copy.deepcopy(data)
    del changed["evidence"][name]
    for path, value in list(parts(changed)):
        if path[-1] == "evidence" and isinstance(value, list) and name in value:
            value[:] = [cited for cited in value if cited != name]
    return changed


def _opened(data: dict[str, Any], path: Path) -> tuple[dict[str, Any], Any]:
    """The data again, and the mapping or list in them that holds the value.

    Copied are only what the path goes through; the rest is shared, as nobody changes it.
    """
    changed = copy.copy(data)
    parent: Any = changed
    for step in path[:-1]:
        parent[step] = copy.copy(parent[step])
        parent = parent[step]
    return changed, parent


def parts(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Every value that is there, the outer before the inner."""
    if path and value is not None:
        yield path, value
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from parts(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from parts(inner, (*path, index))
