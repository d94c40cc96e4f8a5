"""Where the data of one assessment may be taken from. Light to import: every run makes one."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from govcheck.model.disclosure import FEWEST_SHOWN


class Sources(NamedTuple):
    """Where the data of one assessment may be taken from, and how much may be shown of them."""

    folder: Path
    """The folder of the assessment."""
    roots: tuple[Path, ...] = ()
    """Other folders that the caller allows."""
    connections: Path | None = None
    """The file that says what the names of connections stand for."""
    limit: int = FEWEST_SHOWN
    """Smaller counts of people are not shown."""
    seconds: int = 60
    """How long a database may take over one statement."""
