"""How what came out for one thing went over time."""

from typing import NamedTuple


class TrendLine(NamedTuple):
    """What came out for one recommendation or requirement on each day of judgement."""

    force: str
    framework: str
    name: str
    words: tuple[tuple[str, str], ...]
    """Days and what came out, in the order of the days."""
