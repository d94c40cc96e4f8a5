"""What may happen to a run that keeps results: each is really done to it, and nothing is lost."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.cli.test_many_files import Yard, yard
from tests.faults.small_disk import SIZE, SmallDisk, small_disk

from govcheck.engine.digest import digest_of
from govcheck.history.store import opened
from govcheck.intake.result_file import read_results

__all__ = ["yard"]

FAKETIME = next(Path("/usr/lib").glob("*/faketime/libfaketime.so.1"), None)


def results(folder: Path) -> dict[str, str]:
    """The digest of each result that was written, each read and recomputed."""
    found = {}
    for path in folder.rglob("*.yaml.json"):
        (result,) = read_results(path)
        assert digest_of(result.as_json()) == result.digest
        found[path.name] = result.digest
    return found


def kept(path: Path) -> set[str]:
    """The digests in a history, each recomputed, of a database that is sound."""
    if not path.exists():
        return set()
    database = sqlite3.connect(path)
    assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    rows = database.execute("SELECT digest, result FROM results").fetchall() if tables(path) else []
    database.close()
    assert all(digest_of(json.loads(text)) == digest for digest, text in rows)
    return {digest for digest, _ in rows}


def tables(path: Path) -> int:
    database = sqlite3.connect(path)
    number: int = database.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    database.close()
    return number


def started(yard: Yard, *words: object, **more: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        yard.command("files", *words), cwd=yard.folder, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, start_new_session=True, encoding="utf-8",
        env={**os.environ, "COLUMNS": "100", "NO_COLOR": "1", **more},
    )  # fmt: skip


def test_a_run_that_is_killed_loses_nothing_and_the_next_one_works(yard: Yard) -> None:
    for number in range(60):
        yard.says(f"{number:02}.yaml", "slow")
    words = ("--results", "out", "--history", "h.sqlite", "--workers", 2)
    out, history = yard.folder / "out", yard.folder / "h.sqlite"
    chosen = random.Random(2)  # noqa: S311 - the same every time
    before: tuple[dict[str, str], set[str]] = ({}, set())
    for _ in range(8):
        process = started(yard, *words)
        time.sleep(chosen.uniform(0.2, 1.4))
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        now = results(out), kept(history)
        assert before[0].items() <= now[0].items()
        assert before[1] <= now[1]
        assert [path for path in out.rglob(".*") if path.is_file()] == []
        before = now
    assert before[0]
    assert before[1]
    done = yard.run("files", *words, "--fail-on", "never")
    assert done.returncode == 0, done.stderr
    assert len(results(out)) == 60
    assert set(results(out).values()) == kept(history)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    with small_disk(tmp_path / "disk") as made:
        yield made


def run_on(
    disk: SmallDisk, yard: Yard, *words: object, before: Callable[[], None] | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        yard.command("files", *words), cwd=yard.folder, capture_output=True, encoding="utf-8",
        check=False, timeout=120, preexec_fn=before or disk.before,
        env={**os.environ, "COLUMNS": "100", "NO_COLOR": "1"},
    )  # fmt: skip


def test_a_disk_that_is_full_is_told_and_what_is_there_is_whole(
    yard: Yard, disk: SmallDisk
) -> None:
    out, history = disk.folder / "out", disk.folder / "h.sqlite"
    for number in range(2):
        yard.says(f"{number:02}.yaml", "yes")
    words = ("--results", out, "--history", history, "--workers", 2)
    assert run_on(disk, yard, *words, "--fail-on", "never").returncode == 0
    before = results(out), kept(history)
    assert len(before[0]) == len(before[1]) == 2
    for number in range(2, SIZE // 3_000):
        yard.says(f"{number:02}.yaml", "yes")
    done = run_on(disk, yard, *words)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "could not be " in done.stderr or "cannot be used" in done.stderr
    now = results(out), kept(history)
    assert before[0].items() <= now[0].items()
    assert before[1] <= now[1]
    left = [path for path in out.rglob(".*") if path.is_file()]
    assert left == []


def test_what_a_full_disk_had_no_room_for_is_there_after_the_next_run(
    yard: Yard, disk: SmallDisk
) -> None:
    (disk.folder / "ballast").write_bytes(b"0" * (SIZE - 16 * 1024))
    for number in range(6):
        yard.says(f"{number:02}.yaml", "yes")
    words = ("--results", disk.folder / "out", "--history", disk.folder / "h.sqlite")
    run_on(disk, yard, *words)
    (disk.folder / "ballast").unlink()
    done = run_on(disk, yard, *words, "--fail-on", "never", before=lambda: None)
    assert done.returncode == 0, done.stderr
    assert set(results(disk.folder / "out").values()) == kept(disk.folder / "h.sqlite")
    assert len(kept(disk.folder / "h.sqlite")) == 6


def unreadable(path: Path) -> None:
    """A file that not even the owner of the machine can read."""
    path.symlink_to("/proc/self/mem")


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="such a file is there on Linux")
@pytest.mark.parametrize("workers", [1, 2])
def test_a_file_that_cannot_be_read_in_the_middle_costs_itself_only(
    yard: Yard, workers: int
) -> None:
    for name in ("a", "b", "d", "e"):
        yard.says(f"{name}.yaml", "yes")
    unreadable(yard.folder / "files" / "c.yaml")
    words = ("files/*.yaml", "--results", "out", "--history", "h.sqlite", "--workers", workers)
    done = yard.run(*words)
    assert done.returncode == 2
    assert done.stdout.startswith("5 files: 4 judged\n")
    assert "files/c.yaml:1:1: the file cannot be read" in done.stderr
    assert len(results(yard.folder / "out")) == len(kept(yard.folder / "h.sqlite")) == 4


@pytest.mark.parametrize("name", ["folder.yaml", "pipe.yaml"])
def test_what_is_no_file_does_not_hold_up_the_rest(yard: Yard, name: str) -> None:
    yard.says("a.yaml", "yes")
    path = yard.folder / "files" / name
    if name.startswith("pipe"):
        os.mkfifo(path)
    else:
        path.mkdir()
    done = yard.run("files", "--fail-on", "never")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("1 file: 1 judged\n")
    named = yard.run("files/a.yaml", path, "--fail-on", "never")
    assert named.returncode == 2
    assert name in named.stderr


def test_two_runs_at_once_on_one_history_lose_nothing(yard: Yard) -> None:
    for number in range(30):
        yard.says(f"{number:02}.yaml", "yes")
    both = [
        started(yard, "--history", "h.sqlite", "--results", f"out{at}", "--fail-on", "never")
        for at in range(2)
    ]
    for process in both:
        printed = process.communicate(timeout=120)
        assert process.returncode == 0, printed
    assert set(results(yard.folder / "out0").values()) == kept(yard.folder / "h.sqlite")
    assert len(kept(yard.folder / "h.sqlite")) == 30


@pytest.mark.skipif(FAKETIME is None, reason="faketime is not installed")
def test_a_clock_that_jumps_changes_nothing(yard: Yard) -> None:
    for number in range(150):
        yard.says(f"{number:03}.yaml", "yes")
    calm = yard.run("files", "--results", "calm", "--history", "calm.sqlite")
    clock = yard.folder / "clock"
    clock.write_text("+0")
    process = started(
        yard, "--results", "jumpy", "--history", "jumpy.sqlite", LD_PRELOAD=str(FAKETIME),
        FAKETIME_TIMESTAMP_FILE=str(clock), FAKETIME_NO_CACHE="1", FAKETIME_DONT_FAKE_MONOTONIC="1",
        TZ="Pacific/Kiritimati",
    )  # fmt: skip
    jumps = ("-30y", "+900d", "@1970-01-02 00:00:00", "+5y")
    turn = 0
    while process.poll() is None:
        (aside := clock.with_name("next")).write_text(jumps[turn % len(jumps)])
        aside.replace(clock)
        turn += 1
        time.sleep(0.02)
    printed, _ = process.communicate()
    assert turn > len(jumps)
    assert (process.returncode, printed) == (calm.returncode, calm.stdout)
    assert results(yard.folder / "jumpy") == results(yard.folder / "calm")
    assert kept(yard.folder / "jumpy.sqlite") == kept(yard.folder / "calm.sqlite")


def test_a_history_whose_run_was_killed_while_it_began_is_begun_again(yard: Yard) -> None:
    (yard.folder / "h.sqlite").touch()
    yard.says("a.yaml", "yes")
    assert yard.run("files", "--history", "h.sqlite", "--fail-on", "never").returncode == 0
    with opened(yard.folder / "h.sqlite", begin=False) as history:
        assert history.forces() == ("pa",)
    shutil.copy(yard.folder / "h.sqlite", yard.folder / "copy.sqlite")
    assert kept(yard.folder / "copy.sqlite") == kept(yard.folder / "h.sqlite")
