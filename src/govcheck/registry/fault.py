"""What is wrong with a plugin, in words for its author; the run stops before it starts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Fault(NamedTuple):
    """One mistake of a plugin: who brought it, where it lies, what is wrong, what is right."""

    source: str
    """The distribution and its version, or the file."""
    place: str
    """`file:line`, or empty where there is none."""
    message: str
    hint: str = ""

    def __str__(self) -> str:
        where = f"{self.source} ({self.place})" if self.place else self.source
        return f"{where}: {self.message} {self.hint}".rstrip()

    def order(self) -> tuple[str, str, int, str]:
        """By source and file, then line 9 before line 10."""
        file, _, line = self.place.rpartition(":")
        return self.source, file, int(line) if line.isdigit() else 0, self.message


class BrokenPlugins(Exception):  # noqa: N818 - named for what it reports
    """One or more plugins cannot be used. Carries every fault that was found."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        """Keep the faults in an order that does not depend on how plugins were found."""
        self.faults = tuple(sorted(set(faults), key=Fault.order))
        super().__init__("\n".join(str(fault) for fault in self.faults))
