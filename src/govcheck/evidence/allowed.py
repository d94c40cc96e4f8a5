"""Which file a path in an assessment means: never one outside the folders that are allowed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path


def located(path: str, folder: Path, roots: Sequence[Path] = ()) -> Path | None:
    """The file or folder that is meant, links followed; None where it lies outside.

    A path is looked for beside the assessment first, then in each of the roots. It need not exist:
    then it is the place beside the assessment. Raises OSError, ValueError or RuntimeError
    for what is no path to this system.
    """
    allowed = [place.resolve() for place in (folder, *roots)]
    found = [(place / path).resolve() for place in allowed]
    inside = [item for item in found if any(item.is_relative_to(place) for place in allowed)]
    beside = found[0] if found[0] in inside else None
    return next((item for item in inside if item.exists()), beside)
