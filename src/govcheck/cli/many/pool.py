"""Files shared out among processes; their lines come back in the order of the files."""

from __future__ import annotations

import gc
import multiprocessing
import signal
import sys
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from govcheck.cli.many.asked import Asked
from govcheck.cli.many.task import Bench
from govcheck.gate.exit_status import ExitStatus
from govcheck.model.rollup import FileLine

if TYPE_CHECKING:
    from govcheck.cli.gate_options import Opened
    from govcheck.registry.registry import Registry

SHARE: Final = 8
"""Files that a process takes at a time: fewer messages, and still shared out evenly."""
_AHEAD: Final = 3
"""Shares for each process that wait or are worked on: what is held in memory at once."""


DIED = (
    "the process that judged it died, twice. Run it alone, and look for a plugin that ends the "
    "process or fills the memory."
)


class _Waiting(NamedTuple):
    files: Sequence[Path]
    future: Future[list[FileLine]]


_bench: Bench | None = None
_seconds: int = 0


def _prepare(asked: Asked) -> None:
    """What a process that began from nothing loads first."""
    global _bench, _seconds
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who stops the run stops the process above
    if _bench is None:
        from govcheck.cli import session  # noqa: PLC0415
        from govcheck.cli.gate_options import opened  # noqa: PLC0415

        registry = session.load(asked.plugins, asked.frameworks)
        gate = opened(asked.gate, asked.threshold, registry) if asked.gate.decides else None
        _bench, _seconds = Bench(asked, registry, gate), asked.seconds


def _judge(files: Sequence[Path]) -> list[FileLine]:
    from govcheck.engine.time_limit import TimeLimit  # noqa: PLC0415

    assert _bench is not None  # noqa: S101 - _prepare ran first
    with TimeLimit(_seconds) as limit:
        return [_bench.judge(path, limit) for path in files]


class Pool:
    """Judges files in several processes, or in this one."""

    def __init__(self, asked: Asked, registry: Registry, gate: Opened | None, workers: int) -> None:
        global _bench, _seconds
        _bench, _seconds = Bench(asked, registry, gate), asked.seconds
        self._asked = asked
        self._workers = workers

    def lines(self, files: Sequence[Path]) -> Iterator[FileLine]:
        """A line for each file, in the order of the files, as soon as it is there."""
        if self._workers == 1:
            for path in files:
                yield from _judge([path])
            return
        shares = deque(files[at : at + SHARE] for at in range(0, len(files), SHARE))
        while shares:
            yield from self._until_one_dies(shares)

    def _until_one_dies(self, shares: deque[Sequence[Path]]) -> Iterator[FileLine]:
        """Share out until all is done; where a process dies, what was under way is done alone."""
        waiting = deque[_Waiting]()
        executor = self._executor(self._workers)
        try:
            while shares or waiting:
                while shares and len(waiting) < self._workers * _AHEAD:
                    waiting.append(_Waiting(shares[0], executor.submit(_judge, shares[0])))
                    shares.popleft()
                yield from waiting[0].future.result()
                waiting.popleft()
        except BrokenProcessPool:
            executor.shutdown(wait=False, cancel_futures=True)
            for files, future in waiting:
                yield from self._done_or_alone(files, future)
        finally:
            executor.shutdown(wait=True, cancel_futures=True)

    def _done_or_alone(
        self, files: Sequence[Path], future: Future[list[FileLine]]
    ) -> Iterator[FileLine]:
        if future.done() and not future.cancelled() and future.exception() is None:
            yield from future.result()
            return
        for path in files:
            yield self._alone(path)

    def _alone(self, path: Path) -> FileLine:
        """A file in a process of its own: if that dies, too, it is this file that ends it."""
        with self._executor(1) as executor:
            try:
                return executor.submit(_judge, [path]).result()[0]
            except BrokenProcessPool:
                return FileLine(
                    str(path),
                    ExitStatus.BROKEN,
                    "the process that judged it died",
                    problems=(f"{path}: {DIED}",),
                )

    def _executor(self, workers: int) -> ProcessPoolExecutor:
        # Where a process can be copied, its copies have the packs already, and share their memory.
        how = "fork" if sys.platform == "linux" else "spawn"
        gc.freeze()
        return ProcessPoolExecutor(
            workers, multiprocessing.get_context(how), initializer=_prepare, initargs=(self._asked,)
        )
