"""Which file of a folder a failure is about."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from govcheck.evidence.tables.table import UnreadableTable
from govcheck.model.visible import shortened

_LONGEST = 60


@contextmanager
def told_of(path: Path, *, several: bool) -> Iterator[None]:
    """Put the name of the file before what is wrong with it, where there are others beside it."""
    try:
        yield
    except UnreadableTable as error:
        if not several:
            raise
        name = shortened(path.name, _LONGEST)
        raise UnreadableTable(f"in {name}: {error.message}", error.fix) from None
