"""Files of a folder that are one table: whether they fit, and which of them a failure is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import zip_longest
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


def check_same_headers(headers: Sequence[str], first: Sequence[str], path: Path) -> None:
    """Raise UnreadableTable where they are not those of the first file, at `path`."""
    for column, (here, there) in enumerate(zip_longest(headers, first), 1):
        if here != there:
            raise UnreadableTable(
                f"its headers are not those of {shortened(path.name, _LONGEST)}, first in column "
                f"{column}.",
                "All files of a folder need the same headers, in the same order.",
            )
