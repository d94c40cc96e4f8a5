"""`govcheck history` and `govcheck missing`, through the command."""

import json
import sqlite3
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.cli.allotment import Allotment, allotment

from govcheck.cli.main import cli

__all__ = ["allotment"]

SHEDS = "sheds: {evidence: [e1]}\nevidence: {e1: {title: Sheds, reference: kept in the office}}\n"


def show(*words: str) -> Result:
    return CliRunner().invoke(cli, ["history", "show", *words])


def git(folder: Path, *words: str) -> None:
    settings = ["-c", "user.name=Gardener", "-c", "user.email=gardener@example.org"]
    command = ["git", "-C", str(folder), *settings, *words]
    subprocess.run(command, check=True, capture_output=True)


def test_results_and_files_are_kept_once_and_shown(allotment: Allotment) -> None:
    allotment.govcheck("run", allotment.file, "--output", "r.json")
    first = allotment.govcheck("history", "add", "h.sqlite", "r.json")
    assert first.stdout == "h.sqlite: 1 kept.\n", first.output
    again = allotment.govcheck("history", "add", "h.sqlite", "r.json", allotment.file)
    assert again.stdout == "h.sqlite: 0 kept, 2 known already.\n"
    shown = show("h.sqlite")
    assert "The first plot, allotments-2024" in shown.stdout
    assert "2024-06-30" in shown.stdout


def test_the_history_is_rebuilt_from_git(allotment: Allotment) -> None:
    git(allotment.folder, "init", "-q")
    for text, day in (("", "2024-06-30"), ("a: [", "2024-06-30"), (SHEDS, "2024-09-30")):
        allotment.says(text)
        allotment.file.write_text(allotment.file.read_text("utf-8").replace("2024-06-30", day))
        git(allotment.folder, "add", "-A")
        git(allotment.folder, "commit", "-m", "State")
    done = allotment.govcheck("history", "rebuild", "h.sqlite", "self-assessment.yaml")
    assert done.exit_code == 0, done.output
    assert done.stdout == "h.sqlite: 2 kept.\n"
    assert "is left out: " in done.stderr
    shown = show("h.sqlite", "--format", "json")
    days = json.loads(shown.stdout)[0]["words"]
    assert [day for day, _ in days] == ["2024-06-30", "2024-09-30"]
    one = show("h.sqlite", "--requirement", "1.sheds")
    assert "1.sheds" in one.stdout


def test_what_cannot_be_used_is_told(allotment: Allotment) -> None:
    missing = show("h.sqlite")
    assert (missing.exit_code, "is not there" in missing.stderr) == (2, True)
    (allotment.folder / "x.sqlite").write_text("no database at all, but long enough for one" * 9)
    other = allotment.govcheck("history", "add", "x.sqlite", allotment.file)
    assert (other.exit_code, "is no history" in other.stderr) == (2, True)
    allotment.govcheck("history", "add", "h.sqlite", allotment.file)
    force = show("h.sqlite", "--force", "plot-2")
    assert (force.exit_code, "Did you mean: plot-1?" in force.stderr) == (2, True)
    nowhere = allotment.govcheck("history", "rebuild", "h.sqlite", "nowhere.yaml")
    assert nowhere.exit_code == 2


@pytest.mark.parametrize("text", ["{", '{"format": "govcheck-result/1"}'])
def test_a_history_that_was_written_to_by_hand_is_told(allotment: Allotment, text: str) -> None:
    allotment.govcheck("history", "add", "h.sqlite", allotment.file)
    database = sqlite3.connect(allotment.folder / "h.sqlite")
    database.execute("INSERT INTO results VALUES (9, 'd', 'plot-1', 'f', '2024-01-01', ?)", [text])
    database.commit()
    database.close()
    for done in (
        show("h.sqlite"),
        allotment.govcheck("run", allotment.file, "--history", "h.sqlite"),
    ):
        assert done.exit_code == 2
        assert done.exception is None or isinstance(done.exception, SystemExit)
        assert "h.sqlite:1:1: " in done.stderr


def test_a_run_keeps_its_result_and_shows_how_results_went(allotment: Allotment) -> None:
    allotment.govcheck("run", allotment.file, "--history", "h.sqlite", "--as-of", "2024-07-31")
    words = ("run", allotment.file, "--history", "h.sqlite", "--output", "page.html")
    allotment.govcheck(*words)
    page = (allotment.folder / "page.html").read_text("utf-8")
    assert "Over time" in page
    assert page.count('class="step"') == 2
    again = allotment.govcheck(*words)
    assert "h.sqlite" not in again.stderr
    days = json.loads(show("h.sqlite", "--format", "json").stdout)[0]["words"]
    assert [day for day, _ in days] == ["2024-06-30", "2024-07-31"]


def test_a_cluster_does_not_write_to_one_history(allotment: Allotment) -> None:
    done = allotment.govcheck(
        "run", allotment.folder, "--cluster", "tcp://127.0.0.1:1", "--history", "h.sqlite"
    )
    assert (done.exit_code, "leave --history out" in done.output) == (2, True)


def test_what_is_missing_for_a_better_verdict_is_shown(allotment: Allotment) -> None:
    done = allotment.govcheck("missing", allotment.file)
    assert done.exit_code == 0
    assert "1.asked is not assessed" in done.stdout
    assert "It would be met with 1 fact, for PLOT-001 (major):" in done.stdout
    assert "datasets.plots (" in done.stdout
