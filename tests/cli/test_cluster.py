"""`govcheck run --cluster`: a real scheduler and two worker processes, one of them killed half-way."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from tests.cli.test_many_files import Yard, yard

__all__ = ["yard"]

_PATIENCE = 60


class Processes(NamedTuple):
    """A scheduler and its workers."""

    address: str
    workers: list[subprocess.Popen[bytes]]


def started(module: str, *words: str, cwd: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", f"distributed.cli.{module}", *words],
        cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Processes]:
    told = tmp_path / "scheduler.json"
    there = ("--host", "127.0.0.1", "--no-dashboard")
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    running = [
        started("dask_scheduler", *there, "--port", "0", "--scheduler-file", str(told), cwd=folder)
    ]
    try:
        until = time.monotonic() + _PATIENCE
        while not told.exists() or not told.read_text():
            assert time.monotonic() < until, "the scheduler did not start"
            time.sleep(0.1)
        address = json.loads(told.read_text())["address"]
        words = (address, *there, "--nthreads", "1", "--no-nanny")
        workers = [started("dask_worker", *words, cwd=folder) for _ in range(2)]
        running += workers
        yield Processes(address, workers)
    finally:
        for process in running:
            process.kill()
            process.wait()


def written(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*.*")}


def test_a_cluster_gives_the_same_bytes_though_a_worker_is_killed(
    yard: Yard, cluster: Processes
) -> None:
    for number in range(240):
        yard.says(f"{number // 100}/{number:03}.yaml", "slow" if number % 3 else "no")
    (yard.folder / "files" / "1" / "bad.yaml").write_text("govcheck: 1\na: [")
    alone = yard.run("files", "--results", "alone", "--workers", 1)
    process = subprocess.Popen(
        yard.command("files", "--results", "shared", "--cluster", cluster.address),
        cwd=yard.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8",
        env={**os.environ, "COLUMNS": "100", "NO_COLOR": "1"},
    )  # fmt: skip
    shared, until = yard.folder / "shared", time.monotonic() + _PATIENCE
    while len(list(shared.rglob("*.json"))) < 20:
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < until
        time.sleep(0.02)
    assert len(list(shared.rglob("*.json"))) < 240, "the worker is killed in the middle"
    os.kill(cluster.workers[0].pid, signal.SIGKILL)
    printed, _ = process.communicate(timeout=_PATIENCE)
    assert process.returncode == alone.returncode == 2
    assert printed == alone.stdout
    assert written(shared) == written(yard.folder / "alone")


def test_where_no_scheduler_answers_it_is_told(yard: Yard) -> None:
    yard.says("a.yaml", "yes")
    done = yard.run("files", "--cluster", "tcp://127.0.0.1:1")
    assert done.returncode == 2
    assert "no Dask scheduler answers at tcp://127.0.0.1:1" in done.stderr
    assert "Traceback" not in done.stderr
