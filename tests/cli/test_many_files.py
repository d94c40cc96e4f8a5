"""`govcheck run` over folders, patterns and several processes, as the installed command runs."""

from __future__ import annotations

import json
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from jsonschema import Draft202012Validator
from tests.cli.allotment import FRAMEWORK

SCHEMAS = Path(__file__).parents[2] / "schemas"
COMMAND = Path(sys.executable).with_name("govcheck")
PLUGIN = '''
import os, signal, time
from pathlib import Path
from govcheck.plugin import *


class Shed(Section, key="shed"):
    """The shed."""

    told: Text | None = Field(None, description="What is told?")


@check("SHED-001", serves="allotments-2024:1.sheds", severity=Severity.MAJOR)
def is_told(shed: Shed):
    """It is told.

    Close the gap: tell it.
    """
    if shed.told == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    if shed.told == "die once":
        mark = Path("died")
        if not mark.exists():
            mark.write_text("")
            os.kill(os.getpid(), signal.SIGKILL)
    if shed.told == "no":
        yield Gap("it is not told", at="told")
    if shed.told == "slow":
        time.sleep(0.02)
'''


class Yard(NamedTuple):
    """A folder of self-assessments, and the command in it."""

    folder: Path

    def says(self, name: str, told: str, force: str = "plot") -> Path:
        path = self.folder / "files" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(
            "govcheck: 1\nframework: allotments-2024\n"
            f"force: {{id: p{path.stem}, name: The {force} {path.stem}}}\nas_at: 2024-06-30\n"
            f"shed: {{told: {told}}}\n",
            encoding="utf-8",
        )
        return path

    def command(self, *words: object) -> list[str]:
        options = ["--plugin", "shed.py", "--framework", "allotments.yaml"]
        return [str(COMMAND), "run", *map(str, words), *options]

    def run(self, *words: object, most_bytes: int = 0) -> subprocess.CompletedProcess[str]:
        def limit() -> None:
            if most_bytes:
                resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, most_bytes))

        return subprocess.run(
            self.command(*words),
            cwd=self.folder,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=120,
            preexec_fn=limit,
            env={**os.environ, "COLUMNS": "100", "NO_COLOR": "1"},
        )


@pytest.fixture
def yard(tmp_path: Path) -> Yard:
    (tmp_path / "shed.py").write_text(PLUGIN, encoding="utf-8")
    (tmp_path / "allotments.yaml").write_text(FRAMEWORK, encoding="utf-8")
    return Yard(tmp_path)


def rollup(folder: Path) -> dict[str, object]:
    data: dict[str, object] = json.loads((folder / "rollup.json").read_text("utf-8"))
    return data


def test_a_folder_is_every_self_assessment_below_it(yard: Yard) -> None:
    yard.says("b/one.yaml", "yes")
    yard.says("a.yaml", "no")
    yard.says(".hidden/two.yaml", "yes")
    (yard.folder / "files" / "notes.yaml").write_text("a: 1\n")
    (yard.folder / "files" / "link.yaml").symlink_to(yard.folder / "files" / "a.yaml")
    done = yard.run("files")
    assert done.returncode == 1, done.stderr
    assert done.stdout.startswith("2 files: 2 judged\n")
    assert "files/a.yaml" in done.stdout
    assert "files/b/one.yaml" in done.stdout
    assert "Exit status: 2 files with 1." in done.stdout or "with 0" in done.stdout


def test_a_pattern_is_every_file_that_matches(yard: Yard) -> None:
    yard.says("a.yaml", "yes")
    yard.says("b.yaml", "yes")
    done = yard.run("files/[a]*.yaml")
    assert done.stdout.startswith("1 file: 1 judged\n"), done.stderr


@pytest.mark.parametrize(
    ("word", "message"),
    [("empty", "there is no self-assessment in empty"), ("*.nothing", "no file matches *.nothing")],
)
def test_what_names_nothing_is_told(yard: Yard, word: str, message: str) -> None:
    (yard.folder / "empty").mkdir()
    done = yard.run(word)
    assert (done.returncode, message in done.stderr) == (2, True)


def test_forces_stand_in_the_order_of_their_names_however_they_did(yard: Yard) -> None:
    yard.says("1.yaml", "yes", force="z")
    yard.says("2.yaml", "no", force="A")
    lines = yard.run("files").stdout.splitlines()
    assert [line.split()[1] for line in lines if line.startswith("The ")] == ["A", "z"]


def test_a_bad_file_never_stops_the_rest(yard: Yard) -> None:
    for name in "abdef":
        yard.says(f"{name}.yaml", "yes")
    (yard.folder / "files" / "c.yaml").write_text("govcheck: 1\na: [")
    missing = yard.folder / "files" / "missing.yaml"
    done = yard.run("files", missing, "--workers", 2)
    assert done.returncode == 2
    assert "files/c.yaml:3:1: " in done.stderr or "files/c.yaml:2:" in done.stderr
    assert "missing.yaml" in done.stderr
    assert done.stdout.startswith("7 files: 5 judged\n")


def test_the_order_does_not_depend_on_the_number_of_processes(yard: Yard) -> None:
    chosen = random.Random(1)  # noqa: S311 - the same every time
    for number in range(40):
        yard.says(f"{number:02}.yaml", chosen.choice(["yes", "no", "slow"]))
    done = {number: yard.run("files", "--workers", number) for number in (1, 2, 5)}
    assert len({(item.stdout, item.stderr, item.returncode) for item in done.values()}) == 1
    for number in (1, 3):
        yard.run("files", "--workers", number, "--results", f"out{number}")
    written = [
        {path.name: path.read_bytes() for path in (yard.folder / f"out{number}").rglob("*.*")}
        for number in (1, 3)
    ]
    assert written[0] == written[1]
    assert len(written[0]) == 42


def test_results_and_the_rollup_are_written(yard: Yard) -> None:
    yard.says("a/x.yaml", "no")
    yard.says("b/x.yaml", "yes")
    done = yard.run("files", "--results", "out", "--fail-on", "never")
    assert done.returncode == 0, done.stderr
    result = json.loads((yard.folder / "out" / "a" / "x.yaml.json").read_text("utf-8"))
    assert result["force"]["id"] == "px"
    whole = rollup(yard.folder / "out")
    digests = {line["file"]: line["digest"] for line in whole["files"]}  # type: ignore[attr-defined]
    assert digests["files/a/x.yaml"] == result["digest"]
    table = (yard.folder / "out" / "rollup.csv").read_text("utf-8-sig").splitlines()
    assert table[0].startswith('"Force","Framework","Judged as of","File","Exit status","1.asked"')
    assert len(table) == 3


def test_a_worker_that_dies_costs_its_own_file_only(yard: Yard) -> None:
    for number in range(30):
        yard.says(f"{number:02}.yaml", "yes")
    yard.says("13.yaml", "die")
    done = yard.run("files", "--workers", 2)
    assert done.returncode == 3
    assert done.stdout.startswith("30 files: 29 judged\n")
    assert "files/13.yaml: the process that judged it died, twice." in done.stderr


def test_a_worker_that_dies_once_costs_nothing(yard: Yard) -> None:
    for number in range(30):
        yard.says(f"{number:02}.yaml", "yes")
    expected = yard.run("files", "--workers", 2).stdout
    yard.says("13.yaml", "die once")
    done = yard.run("files", "--workers", 2)
    assert (yard.folder / "died").exists()
    assert done.stdout == expected
    assert "died" not in done.stderr


def whole_files(folder: Path) -> Iterator[Path]:
    """The files that a run left, each read to see that it is whole."""
    for path in folder.rglob("*.json"):
        if not path.name.startswith("."):
            json.loads(path.read_text("utf-8"))
            yield path


def test_a_run_that_is_killed_leaves_whole_files_and_the_next_one_works(yard: Yard) -> None:
    for number in range(60):
        yard.says(f"{number:02}.yaml", "slow")
    chosen = random.Random(2)  # noqa: S311 - the same every time
    found = 0
    for _ in range(6):
        process = subprocess.Popen(
            yard.command("files", "--results", "out", "--workers", 2),
            cwd=yard.folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        time.sleep(chosen.uniform(0.3, 1.2))
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        found = max(found, len(list(whole_files(yard.folder / "out"))))
    assert found > 0
    done = yard.run("files", "--results", "out", "--workers", 2, "--fail-on", "never")
    assert done.returncode == 0, done.stderr
    assert len(list(whole_files(yard.folder / "out"))) == 61


def test_a_disk_that_is_full_is_told_and_nothing_is_half_written(yard: Yard) -> None:
    yard.says("a.yaml", "yes")
    yard.says("b.yaml", "yes")
    done = yard.run("files", "--results", "out", most_bytes=1_000)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "could not be written" in done.stderr
    names = {path.name for path in (yard.folder / "out").rglob("*") if path.is_file()}
    assert names <= {"rollup.json", "rollup.csv"}, "these are small enough for what is left"


@pytest.mark.parametrize("name", ["out", "out/below"])
def test_a_folder_for_the_results_that_cannot_be_made_is_told(yard: Yard, name: str) -> None:
    yard.says("a.yaml", "yes")
    yard.says("b.yaml", "yes")
    (yard.folder / "out").write_text("a file")
    done = yard.run("files", "--results", name, "--workers", 2)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "could not be made" in done.stderr or "is a file" in done.stderr


@pytest.mark.parametrize("words", [["--format", "json"], ["--output", "a.json"], ["-v"]])
def test_single_reports_and_a_rollup_exclude_each_other(yard: Yard, words: list[str]) -> None:
    yard.says("a.yaml", "yes")
    done = yard.run("files", "--workers", 2, *words)
    assert (done.returncode, "leave --format, " in done.stderr) == (2, True)


def test_other_forms_report_each_file_in_full_and_leave_out_what_is_bad(yard: Yard) -> None:
    yard.says("a.yaml", "yes")
    yard.says("b.yaml", "no")
    (yard.folder / "files" / "c.yaml").write_text("govcheck: 1\na: [")
    done = yard.run("files", "--format", "json")
    assert done.returncode == 2
    assert [item["force"]["id"] for item in json.loads(done.stdout)] == ["pa", "pb"]
    assert "files/c.yaml:" in done.stderr


def test_progress_is_told_in_a_log_and_not_when_quiet(yard: Yard) -> None:
    source = yard.says("000.yaml", "yes")
    for number in range(1, 100):
        shutil.copy(source, source.with_name(f"{number:03}.yaml"))
    done = yard.run("files")
    assert done.stderr.splitlines()[:2] == ["Judged 10 of 100 files.", "Judged 20 of 100 files."]
    assert len(done.stderr.splitlines()) == 10
    quiet = yard.run("files", "-q")
    assert quiet.stderr == ""
    assert len(quiet.stdout.splitlines()) == 100


def git(folder: Path, *words: str) -> None:
    settings = ["-c", "user.name=Gardener", "-c", "user.email=gardener@example.org"]
    command = ["git", "-C", str(folder), *settings, *words]
    subprocess.run(command, check=True, capture_output=True)


@pytest.fixture
def repository(yard: Yard) -> Yard:
    for name in ("a/x.yaml", "b/x.yaml", "c/x.yaml"):
        yard.says(name, "yes")
    git(yard.folder, "init", "-q", "-b", "main")
    git(yard.folder, "add", "-A")
    git(yard.folder, "commit", "-m", "Begin")
    git(yard.folder, "checkout", "-q", "-b", "change")
    return yard


def judged_files(done: subprocess.CompletedProcess[str]) -> list[str]:
    return [line.partition(":")[0] for line in done.stdout.splitlines()]


def test_only_what_a_change_touches_is_judged(repository: Yard) -> None:
    words = ("files", "--changed-since", "main", "-q")
    nothing = repository.run(*words)
    assert (nothing.returncode, nothing.stdout) == (0, "")
    assert "No self-assessment changed since main" in nothing.stderr
    repository.says("b/x.yaml", "no")
    assert judged_files(repository.run(*words)) == ["files/b/x.yaml"]
    git(repository.folder, "commit", "-am", "No")
    (repository.folder / "files" / "c" / "evidence.txt").write_text("new")
    assert judged_files(repository.run(*words)) == ["files/b/x.yaml", "files/c/x.yaml"]


def test_a_self_assessment_that_is_gone_is_told_and_one_that_moved_is_not(repository: Yard) -> None:
    files = repository.folder / "files"
    repository.says("a/x.yaml", "no")
    (files / "notes.yaml").write_text("a: 1")
    git(repository.folder, "add", "-A")
    git(repository.folder, "commit", "-m", "Before")
    (files / "a" / "x.yaml").unlink()
    (files / "c").rename(files / "moved")
    (files / "notes.yaml").unlink()
    git(repository.folder, "add", "-A")
    git(repository.folder, "commit", "-m", "Move")
    done = repository.run("files", "--changed-since", "HEAD~1", "-q")
    assert "files/a/x.yaml was a self-assessment at HEAD~1 and is gone" in done.stderr
    assert "files/c/x.yaml was" not in done.stderr
    assert "notes.yaml" not in done.stderr
    assert judged_files(done) == ["files/moved/x.yaml"]


def test_what_is_on_the_other_branch_since_is_no_change_of_ours(repository: Yard) -> None:
    git(repository.folder, "checkout", "-q", "main")
    repository.says("a/x.yaml", "no")
    git(repository.folder, "commit", "-am", "Theirs")
    git(repository.folder, "checkout", "-q", "change")
    done = repository.run("files", "--changed-since", "main")
    assert "No self-assessment changed" in done.stderr


@pytest.mark.parametrize("revision", ["nothing", "--output=x", ""])
def test_a_revision_that_is_none_is_told(repository: Yard, revision: str) -> None:
    done = repository.run("files", f"--changed-since={revision}")
    assert (done.returncode, "no revision" in done.stderr) == (2, True)


def test_what_a_gate_says_of_many_files_is_told_and_written(yard: Yard) -> None:
    for name, told in (("a.yaml", "no"), ("b.yaml", "yes"), ("c.yaml", "no")):
        yard.says(name, told)
    (yard.folder / "gate.toml").write_text(
        "govcheck-policy = 1\n[[count]]\nstatus = 'gap'\nseverity = 'major'\nat_most = 11\n"
    )
    waiver = "{{check: SHED-001, requirement: {}, reason: R, owner: O, approver: P, expires: {}}}"
    (yard.folder / "waivers.yaml").write_text(
        "govcheck-waivers: 1\nwaivers:\n"
        f"  - {waiver.format('1.sheds', '2024-07-01')}\n"
        f"  - {waiver.format('1.shed', '2024-07-01')}\n"
    )
    words = ("--policy", "gate.toml", "--waivers", "waivers.yaml", "--results", "out")
    done = yard.run("files", *words, "--workers", 2)
    assert done.returncode == 0, done.stderr
    assert "Waivers: 2" in done.stdout
    assert "about to expire in 2 files;" in done.stdout
    assert "unused in 1 file" in done.stdout
    assert "mistyped in 3 files" in done.stdout
    schema = json.loads((SCHEMAS / "rollup.schema.json").read_text("utf-8"))
    assert not list(Draft202012Validator(schema).iter_errors(rollup(yard.folder / "out")))
    said = json.loads((yard.folder / "out" / "a.yaml.decision.json").read_text("utf-8"))
    assert said["rules"][0]["figure"] == "11 (11 left open; 1 more waived or known)"
    late = yard.run("files", *words, "--as-of", "2024-07-02")
    assert late.returncode == 1
    assert "Rules of the policy that are broken: 2" in late.stdout
    assert "gaps and open questions, major or above: at most" in late.stdout
    assert "expired in 3 files" in late.stdout
