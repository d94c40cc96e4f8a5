"""A disk that is soon full: a small one in memory where that may be mounted, or a limit to files."""

from __future__ import annotations

import resource
import signal
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

SIZE = 300 * 1024
"""How many bytes it takes."""


class SmallDisk(NamedTuple):
    """A folder in which there is little room."""

    folder: Path
    before: Callable[[], None]
    """What a process that writes to it runs first."""


@contextmanager
def small_disk(folder: Path) -> Iterator[SmallDisk]:
    """A folder on a disk of its own; or, for who may mount none, a limit to the size of each file."""
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(folder)]
    try:
        mounted = subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        mounted = False
    try:
        yield SmallDisk(folder, _nothing if mounted else _limit)
    finally:
        if mounted:
            subprocess.run(["umount", folder], check=True)  # noqa: S607 - as above


def _nothing() -> None:
    """The disk itself is the limit."""


def _limit() -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (SIZE // 3, SIZE // 3))
