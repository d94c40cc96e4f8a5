"""Look at each evidence entry: is the file there, inside the folder, and unchanged?"""

from __future__ import annotations

import hashlib
import stat
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path

from govcheck.evidence.allowed import located
from govcheck.model.assessment import EvidenceEntry
from govcheck.model.exhibit import EvidenceRegister, Exhibit, ExhibitState

MAX_BYTES = 1024**3
"""Larger files are not read: an assessment cannot make a run wait for ever."""
_CHUNK = 1024 * 1024


def look_at(
    evidence: Mapping[str, EvidenceEntry], folder: Path, roots: Sequence[Path] = ()
) -> EvidenceRegister:
    """Every entry beside what was seen of it.

    Only files inside `folder` or a root (after links are followed) are opened; addresses and
    references are recorded as not looked at. Never raises for what an entry says.
    """
    # A file is read once, however many entries point to it: thousands may point to a large one.
    digest = cache(sha256_of)
    places = (folder, *roots)
    return EvidenceRegister(
        tuple(
            Exhibit(name, entry, _state(entry, places, digest)) for name, entry in evidence.items()
        )
    )


def _state(
    entry: EvidenceEntry, places: Sequence[Path], digest: Callable[[Path], str]
) -> ExhibitState:
    if entry.path is None:
        return ExhibitState.NOT_LOOKED_AT
    try:
        path = located(entry.path, places[0], places[1:])
        if path is None:
            return ExhibitState.OUTSIDE
        status = path.stat()
        if not stat.S_ISREG(status.st_mode) or status.st_size > MAX_BYTES:
            return ExhibitState.UNREADABLE
        if entry.sha256 is None:
            return ExhibitState.FOUND
        return ExhibitState.UNCHANGED if digest(path) == entry.sha256 else ExhibitState.CHANGED
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return ExhibitState.MISSING
    except (OSError, RuntimeError):
        return ExhibitState.UNREADABLE


def sha256_of(path: Path) -> str:
    """The sha256 digest of a file, in hexadecimal."""
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()
