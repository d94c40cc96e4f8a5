"""Time whole commands side by side: interleaved, so that a busy moment hits all of them."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from collections.abc import Mapping, Sequence

Medians = dict[str, float]

ENVIRONMENT = {
    name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"
}
"""That of what is timed: a user's Python keeps what it has compiled."""


def medians(commands: Mapping[str, Sequence[str]], runs: int = 11) -> Medians:
    """Median milliseconds of each command over interleaved runs, after one to warm the caches."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for turn in range(runs + 1):
        for name, command in commands.items():
            begin = time.perf_counter()
            subprocess.run(command, capture_output=True, check=False, env=ENVIRONMENT)
            if turn:
                times[name].append((time.perf_counter() - begin) * 1000)
    return {name: statistics.median(values) for name, values in times.items()}


def report(title: str, measured: Medians, floor: str, limit: float | None = None) -> bool:
    """Print medians beside the floor; whether all are within the limit."""
    print(f"\n{title}")
    fine = True
    for name, value in measured.items():
        ratio = value / measured[floor]
        over = limit is not None and name != floor and ratio > limit
        fine = fine and not over
        note = f"  over {limit}" if over else ""
        print(f"  {name:<44} {value:8.1f} ms  {ratio:5.2f}{note}")
    return fine
