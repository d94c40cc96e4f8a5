"""What a run of many files asks for."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from govcheck.cli.gate_options import GateFiles
from govcheck.cli.options import Whereabouts

if TYPE_CHECKING:
    from govcheck.model.vocabulary import Severity


class Asked(NamedTuple):
    """What a run asks for, in a form that can be sent to another process."""

    plugins: tuple[Path, ...]
    frameworks: tuple[Path, ...]
    places: Whereabouts
    as_of: date | None
    seconds: int
    threshold: Severity | None
    gate: GateFiles
    results: Path | None
    """The folder into which each result is written."""
    top: Path | None
    """The folder that all files have in common."""
    history: Path | None = None
    """The history in which each result is kept."""

    @property
    def keeps(self) -> bool:
        """Whether results are kept, so that they have to be told apart by their digests."""
        return bool(self.results or self.history)
