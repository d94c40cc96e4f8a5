"""Limits that decide: named, with their reason, and open to a framework's own figure."""

from typing import NamedTuple


class Threshold(NamedTuple):
    """A figure at which a check turns.

    The name is what a framework file writes under `thresholds` to set another one.
    """

    name: str
    """As `retention.exit-interviews-offered`."""
    default: float
    unit: str
    """`%`, `months`, `days` or `people`."""
    reason: str
    """Why this figure, and whose choice it is."""

    def shown(self, value: float) -> str:
        """A figure with its unit, as `90 %` or `12 months`."""
        return f"{value:g} {self.unit}"
