"""Files shared out to a Dask cluster that is already there. Its workers see the same folders."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from govcheck.cli.many.pool import DIED, SHARE
from govcheck.gate.exit_status import ExitStatus
from govcheck.model.rollup import FileLine

if TYPE_CHECKING:
    from govcheck.cli.many.asked import Asked
    from govcheck.cli.many.task import Bench

_AHEAD: Final = 64
"""Shares that wait or are worked on: what is held in memory at once."""
_SECONDS: Final = 15
"""How long to wait for the scheduler to answer."""

_benches: dict[Asked, Bench] = {}


def judge(asked: Asked, files: Sequence[tuple[Path, str]]) -> list[FileLine]:
    """What a worker of the cluster does: each file, under the name that the user gave it."""
    from govcheck.engine.time_limit import TimeLimit  # noqa: PLC0415 - a worker imports it once

    bench = _bench(asked)
    with TimeLimit(asked.seconds) as limit:
        return [bench.judge(path, limit, name) for path, name in files]


def _bench(asked: Asked) -> Bench:
    """The packs and the gate, loaded once in each worker."""
    if asked not in _benches:
        from govcheck.cli import session  # noqa: PLC0415
        from govcheck.cli.gate_options import opened  # noqa: PLC0415
        from govcheck.cli.many.task import Bench  # noqa: PLC0415

        registry = session.load(asked.plugins, asked.frameworks)
        gate = opened(asked.gate, asked.threshold, registry) if asked.gate.decides else None
        _benches[asked] = Bench(asked, registry, gate)
    return _benches[asked]


class Cluster:
    """Judges files on the workers of a Dask cluster."""

    def __init__(self, asked: Asked, address: str) -> None:
        self._asked = _whole(asked)
        self._address = address

    def lines(self, files: Sequence[Path]) -> Iterator[FileLine]:
        """A line for each file, in the order of the files. Raises click.UsageError.

        Where a worker dies, the scheduler gives its files to another; a file that ends every worker
        that judges it is told.
        """
        client = self._client()
        try:
            yield from self._shared_out(client, files)
        finally:
            client.close()

    def _client(self) -> Any:
        from distributed import Client  # noqa: PLC0415 - an extra

        try:
            client: Any = Client
            return client(self._address, timeout=_SECONDS, set_as_default=False)
        except (OSError, ValueError, TimeoutError) as error:
            raise click.UsageError(
                f"no Dask scheduler answers at {self._address} ({type(error).__name__}). Write its "
                "address as tcp://host:8786."
            ) from None

    def _shared_out(self, client: Any, files: Sequence[Path]) -> Iterator[FileLine]:
        shares = deque(files[at : at + SHARE] for at in range(0, len(files), SHARE))
        waiting = deque[tuple[Sequence[Path], Any]]()
        while shares or waiting:
            while shares and len(waiting) < _AHEAD:
                share = shares.popleft()
                waiting.append((share, self._submitted(client, share)))
            share, future = waiting.popleft()
            yield from self._lines(client, share, future)

    def _submitted(self, client: Any, files: Sequence[Path]) -> Any:
        named = [(path.resolve(), str(path)) for path in files]
        return client.submit(judge, self._asked, named, pure=False)

    def _lines(self, client: Any, files: Sequence[Path], future: Any) -> Iterator[FileLine]:
        from distributed import KilledWorker  # noqa: PLC0415 - an extra

        try:
            lines: list[FileLine] = future.result()
        except KilledWorker:
            if len(files) == 1:
                told = (f"{files[0]}: {DIED}",)
                yield FileLine(str(files[0]), ExitStatus.BROKEN, "its worker died", problems=told)
                return
            for path in files:
                yield from self._lines(client, [path], self._submitted(client, [path]))
        else:
            yield from lines


def _whole(asked: Asked) -> Asked:
    """The same with whole paths: a worker has another working folder."""
    gate = asked.gate
    return asked._replace(
        plugins=tuple(path.resolve() for path in asked.plugins),
        frameworks=tuple(path.resolve() for path in asked.frameworks),
        places=asked.places._replace(
            roots=tuple(path.resolve() for path in asked.places.roots),
            connections=asked.places.connections and asked.places.connections.resolve(),
        ),
        results=asked.results and asked.results.resolve(),
        gate=gate._replace(
            policy=gate.policy and gate.policy.resolve(),
            waivers=tuple(path.resolve() for path in gate.waivers),
            baselines=tuple(path.resolve() for path in gate.baselines),
        ),
    )
