"""The history: added to and never changed, whatever happens to the process, the disk or the clock."""

from __future__ import annotations

import json
import os
import random
import resource
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.gate.gated import check, of

from govcheck.history.store import History, HistoryError, opened
from govcheck.history.trend import trend
from govcheck.intake.result_file import parse_result
from govcheck.model.result import Result
from govcheck.model.vocabulary import Status

WRITER = """
import sys
sys.path.insert(0, sys.argv[1])
from pathlib import Path
from tests.gate.gated import check, of
from govcheck.history.store import opened
begin, number = int(sys.argv[3]), int(sys.argv[4])
for at in range(begin, begin + number):
    with opened(Path(sys.argv[2]), begin=True) as history:
        history.add(of(check(f"A-{at}")))
    print(at, flush=True)
"""
ROOT = str(Path(__file__).parents[2])


def kept(path: Path) -> list[Result]:
    with opened(path, begin=False) as history:
        return [parse_result(text, path) for text in history.texts()]


def checks(path: Path) -> set[str]:
    return {item.id for result in kept(path) for item in result.check_results()}


def writer(path: Path, begin: int, number: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", WRITER, ROOT, str(path), str(begin), str(number)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def test_a_result_comes_back_as_it_was_and_is_kept_once(tmp_path: Path) -> None:
    path = tmp_path / "h.sqlite"
    result = of(check("A"))
    with opened(path, begin=True) as history:
        assert [history.add(result), history.add(result)] == [True, False]
    assert kept(path) == [result]


def test_the_order_is_that_of_the_days_of_judgement_and_not_of_the_clock(tmp_path: Path) -> None:
    path = tmp_path / "h.sqlite"
    days = ["2024-06-01", "2020-01-01", "2031-12-31", "2024-05-31"]
    with opened(path, begin=True) as history:
        for day in days:
            history.add(of(check("A"), as_of=day))
    assert [result.as_of for result in kept(path)] == sorted(days)


@pytest.mark.parametrize("recursive", ["ON", "OFF"])
@pytest.mark.parametrize(
    "columns",
    ["id, digest, 'x', framework, as_of, 'x'", "9, digest, 'x', framework, as_of, 'x'",
     "id, 'other', 'x', framework, as_of, 'x'"],
)  # fmt: skip
def test_nothing_takes_the_place_of_a_result(tmp_path: Path, columns: str, recursive: str) -> None:
    """What REPLACE takes away does not count as deleted, unless the reader of the file says so."""
    path = tmp_path / "h.sqlite"
    with opened(path, begin=True) as history:
        history.add(of(check("A")))
    database = sqlite3.connect(path)
    database.execute(f"PRAGMA recursive_triggers = {recursive}")
    database.execute(f"REPLACE INTO results SELECT {columns} FROM results")  # noqa: S608 - no input
    database.commit()
    database.close()
    assert checks(path) == {"A"}


@pytest.mark.parametrize("statement", ["DELETE FROM results", "UPDATE results SET force = 'x'"])
def test_nothing_is_changed_or_deleted(tmp_path: Path, statement: str) -> None:
    path = tmp_path / "h.sqlite"
    with opened(path, begin=True) as history:
        history.add(of(check("A")))
    database = sqlite3.connect(path)
    with pytest.raises(sqlite3.DatabaseError, match="results are kept"):
        database.execute(statement)
    database.close()
    assert checks(path) == {"A"}


def test_a_process_that_is_killed_loses_nothing_that_it_told(tmp_path: Path) -> None:
    path = tmp_path / "h.sqlite"
    chosen = random.Random(3)  # noqa: S311 - the same every time
    told = set[str]()
    for turn in range(8):
        process = writer(path, turn * 10_000, 10_000)
        time.sleep(chosen.uniform(0.4, 1.2))
        os.kill(process.pid, signal.SIGKILL)
        printed = process.communicate()[0]
        whole = printed.rpartition("\n")[0].split()
        told |= {f"A-{number}" for number in whole}
        database = sqlite3.connect(path)
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        database.close()
    assert len(told) > 20
    assert told <= checks(path)
    with opened(path, begin=False) as history:
        assert history.add(of(check("after")))


def test_two_that_write_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "h.sqlite"
    processes = [writer(path, begin, 40) for begin in (0, 100)]
    assert [process.wait(timeout=120) for process in processes] == [0, 0]
    for process in processes:
        process.communicate()
    assert checks(path) == {f"A-{number}" for number in (*range(40), *range(100, 140))}


def test_a_full_disk_is_told_and_what_was_kept_stays(tmp_path: Path) -> None:
    path = tmp_path / "h.sqlite"
    with opened(path, begin=True) as history:
        history.add(of(check("A")))
    size = path.stat().st_size
    program = (
        f"import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, ({size}, {size}))\n"
        f"import signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n{WRITER}"
    )
    command = [sys.executable, "-c", program, ROOT, str(path), "0", "60"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert "HistoryError" in done.stderr
    told = {f"A-{number}" for number in done.stdout.split()}
    assert checks(path) == {"A", *told}
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] != size


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"this is no database, and long enough to be seen as one" * 10, "is no history"),
        (None, "is not there. `govcheck history add` begins one."),
    ],
)
def test_what_is_no_history_is_told(tmp_path: Path, content: bytes | None, message: str) -> None:
    path = tmp_path / "h.sqlite"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(HistoryError, match=message), opened(path, begin=False):
        pass
    if content is not None:
        assert path.read_bytes() == content


def test_a_database_of_something_else_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "h.sqlite"
    database = sqlite3.connect(path)
    database.execute("CREATE TABLE birds (name TEXT)")
    database.close()
    before = path.read_bytes()
    with pytest.raises(HistoryError, match="of something else"), opened(path, begin=True):
        pass
    assert path.read_bytes() == before


def test_another_version_is_told(tmp_path: Path) -> None:
    path = tmp_path / "h.sqlite"
    with opened(path, begin=True):
        pass
    database = sqlite3.connect(path)
    database.execute("PRAGMA user_version = 99")
    database.close()
    with pytest.raises(HistoryError, match="another version"), opened(path, begin=True):
        pass


def test_a_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(HistoryError, match="is no file"), opened(tmp_path, begin=True):
        pass


def test_a_file_that_another_holds_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "h.sqlite"
    with opened(path, begin=True):
        pass
    monkeypatch.setattr("govcheck.history.store._WAIT", 0.1)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(HistoryError, match="is in use"), opened(path, begin=True) as history:
        history.add(of(check("A")))
    other.close()


def test_forces_are_listed(tmp_path: Path) -> None:
    with opened(tmp_path / "h.sqlite", begin=True) as history:
        assert isinstance(history, History)
        history.add(of(check("A")))
        assert history.forces() == ("north",)
        assert list(history.texts("south")) == []
        assert [json.loads(text)["force"]["id"] for text in history.texts("north")] == ["north"]


def test_the_trend_has_the_last_result_of_each_day() -> None:
    results = [
        of(check("A"), as_of="2024-01-01"),
        of(check("A", Status.MET), as_of="2024-01-01"),
        of(check("A", Status.MET), as_of="2024-06-01"),
    ]
    lines = {line.name: line.words for line in trend(results)}
    assert list(lines) == ["2", "gaps and open questions"]
    assert [day for day, _ in lines["2"]] == ["2024-01-01", "2024-06-01"]
    one = {line.name for line in trend(results, "2.review")}
    assert one == {"2.review", "gaps and open questions"}
