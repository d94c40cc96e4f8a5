"""`govcheck diff` and `govcheck verify`, through the command and a real git."""

import json
import os
import subprocess
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from tests.cli.allotment import Allotment, allotment

__all__ = ["allotment"]

SCHEMAS = Path(__file__).parents[2] / "schemas"
BEFORE = """\
recommendations:
  "1":
    explanation: We ask everybody.
    owner: Head of Plots
    actions:
      - {id: A1, what: Ask again, owner: The gardener, due: 2024-09-01, state: proposed}
"""
AFTER = BEFORE.replace("2024-09-01", "2025-09-01")


def git(folder: Path, *words: str) -> None:
    settings = ["-c", "user.name=Gardener", "-c", "user.email=gardener@example.org"]
    command = ["git", "-C", str(folder), *settings, *words]
    subprocess.run(command, check=True, capture_output=True)


def committed(allotment: Allotment, text: str) -> None:
    allotment.says(text)
    git(allotment.folder, "add", "-A")
    git(allotment.folder, "commit", "-m", "State")


@pytest.fixture
def repository(allotment: Allotment) -> Allotment:
    git(allotment.folder, "init", "-q")
    committed(allotment, BEFORE)
    committed(allotment, AFTER)
    return allotment


def test_two_revisions_of_a_file_are_compared(repository: Allotment) -> None:
    done = repository.govcheck("diff", f"{repository.file}@HEAD~1", f"{repository.file}@HEAD")
    assert done.exit_code == 0, done.output
    assert "moved      1      A1: Ask again  1 September 2024  1 September 2025" in done.stdout
    assert "1 promise moved." in done.stdout
    assert repository.file.read_text("utf-8").endswith(AFTER)


def test_a_file_is_compared_with_what_was_committed(repository: Allotment) -> None:
    repository.says(BEFORE)
    done = repository.govcheck("diff", "self-assessment.yaml@HEAD", "self-assessment.yaml")
    assert "1 promise moved." in done.stdout


def test_evidence_that_is_not_to_be_exported_was_there_all_the_same(allotment: Allotment) -> None:
    git(allotment.folder, "init", "-q")
    (allotment.folder / "survey.txt").write_text("We asked.", "utf-8")
    (allotment.folder / ".gitattributes").write_text("survey.txt export-ignore\n", "utf-8")
    committed(allotment, "evidence:\n  survey: {title: Survey, path: survey.txt}\n")
    done = allotment.govcheck("diff", "self-assessment.yaml@HEAD", "self-assessment.yaml")
    assert "found" not in done.stdout
    assert done.stdout.endswith("Nothing changed.\n")


def test_a_difference_is_as_the_schema_says(repository: Allotment) -> None:
    asked = (f"{repository.file}@HEAD~1", f"{repository.file}@HEAD")
    said = json.loads(repository.govcheck("diff", *asked, "--format", "json").stdout)
    schema = json.loads((SCHEMAS / "difference.schema.json").read_text("utf-8"))
    assert not list(Draft202012Validator(schema).iter_errors(said))
    assert said["promises"][0]["kind"] == "moved"


@pytest.mark.parametrize(
    ("revision", "message"),
    [
        ("nothing", "there is no revision “nothing”"),
        ("--output=x", "is no revision"),
        ("", "is no revision"),
        ("HEAD:self-assessment.yaml", "there is no revision"),
    ],
)
def test_what_is_no_revision_is_told(repository: Allotment, revision: str, message: str) -> None:
    done = repository.govcheck("diff", f"self-assessment.yaml@{revision}", repository.file)
    assert done.exit_code == 2
    assert message in done.output


def test_a_file_that_was_not_there_is_told(repository: Allotment) -> None:
    done = repository.govcheck("diff", "other.yaml@HEAD", repository.file)
    assert (done.exit_code, "was not there at HEAD" in done.output) == (2, True)


def test_a_folder_that_is_not_in_git_is_told(allotment: Allotment) -> None:
    done = allotment.govcheck("diff", f"{allotment.file}@HEAD", allotment.file)
    assert (done.exit_code, "git: " in done.output) == (2, True)


def test_a_link_in_the_repository_leads_nowhere(repository: Allotment) -> None:
    (repository.folder / "evidence.txt").symlink_to("/etc/passwd")
    committed(repository, AFTER + "evidence: {e: {title: E, path: evidence.txt}}\n")
    asked = f"{repository.file}@HEAD"
    done = repository.govcheck("diff", repository.file, asked, "--format", "json")
    states = json.loads(done.stdout)["evidence"]
    assert [state["new"] for state in states] in ([], ["not found"]), states


def test_results_are_compared_without_judging(allotment: Allotment) -> None:
    allotment.says(BEFORE)
    allotment.govcheck("run", allotment.file, "--output", "old.json")
    allotment.says(AFTER)
    allotment.govcheck("run", allotment.file, "--output", "new.json")
    done = allotment.govcheck("diff", "old.json", "new.json", "--format", "markdown")
    assert done.stdout.startswith("**The first plot: from 30 June 2024 to 30 June 2024**")
    written = allotment.govcheck("diff", "old.json", "new.json", "--output", "d.txt")
    assert "Wrote d.txt." in written.stdout
    assert "1 promise moved." in (allotment.folder / "d.txt").read_text("utf-8")


def test_a_broken_promise_fails_where_that_is_asked(allotment: Allotment) -> None:
    allotment.says(BEFORE)
    allotment.govcheck("run", allotment.file, "--output", "old.json")
    words = ("diff", "old.json", allotment.file, "--as-of", "2024-09-02")
    assert allotment.govcheck(*words).exit_code == 0
    failed = allotment.govcheck(*words, "--fail")
    assert (failed.exit_code, "1 promise broken" in failed.stdout) == (1, True)
    in_time = ("diff", "old.json", allotment.file, "--as-of", "2024-09-01", "--fail")
    assert allotment.govcheck(*in_time).exit_code == 0


def test_a_result_that_was_not_changed_is_verified(allotment: Allotment) -> None:
    allotment.says(BEFORE)
    allotment.govcheck("run", allotment.file, "--output", "r.json")
    done = allotment.govcheck("verify", "r.json", "--against", allotment.file)
    assert done.exit_code == 0, done.output
    assert "the digest fits: sha256:" in done.stdout
    assert "still comes out so" in done.stdout


def test_whatever_is_changed_in_a_result_is_noticed(allotment: Allotment) -> None:
    allotment.says(BEFORE)
    path = allotment.folder / "r.json"
    allotment.govcheck("run", allotment.file, "--output", path)
    text = path.read_text("utf-8")
    for old, new in (
        ('"minor"', '"major"'),
        ("Ask again", "Ask never"),
        ('"inputs": "', '"inputs": "0'),
    ):
        path.write_text(text.replace(old, new, 1), "utf-8")
        done = allotment.govcheck("verify", path)
        assert (done.exit_code, "the digest does not fit" in done.stdout) == (1, True), old


@pytest.mark.parametrize(
    "words", [("diff", "r.json", "r.json"), ("history", "add", "h.sqlite", "r.json")]
)
def test_what_was_changed_by_hand_is_neither_compared_nor_kept(
    allotment: Allotment, words: tuple[str, ...]
) -> None:
    path = allotment.folder / "r.json"
    allotment.govcheck("run", allotment.file, "--output", path)
    path.write_text(path.read_text("utf-8").replace("not assessed", "met"), "utf-8")
    done = allotment.govcheck(*words)
    assert (done.exit_code, "the digest does not fit" in done.output) == (2, True)
    assert not (allotment.folder / "h.sqlite").exists()


@pytest.mark.parametrize("day", ["2024-02-30", "2024-99-99"])
def test_a_day_that_is_none_is_told(allotment: Allotment, day: str) -> None:
    path = allotment.folder / "r.json"
    allotment.govcheck("run", allotment.file, "--output", path)
    path.write_text(path.read_text("utf-8").replace('"2024-06-30"', f'"{day}"'), "utf-8")
    done = allotment.govcheck("verify", path)
    assert done.exit_code == 2, done.output
    assert "it is not as govcheck writes it: as_a" in done.output


def test_a_pipe_is_no_result_and_is_not_waited_for(allotment: Allotment) -> None:
    os.mkfifo(allotment.folder / "r.json")
    done = allotment.govcheck("verify", "r.json")
    assert (done.exit_code, "this is not an ordinary file" in done.output) == (2, True)


def test_what_comes_out_differently_is_told_field_by_field(allotment: Allotment) -> None:
    allotment.says(BEFORE)
    allotment.govcheck("run", allotment.file, "--output", "r.json")
    allotment.says(AFTER)
    done = allotment.govcheck("verify", "r.json", "--against", allotment.file)
    assert done.exit_code == 1
    assert "The inputs differ" in done.stdout
    assert "actions[0].due: “2024-09-01”, and “2025-09-01” now" in done.stdout


def test_a_file_that_is_no_result_is_told(allotment: Allotment) -> None:
    (allotment.folder / "r.json").write_text("{}")
    done = allotment.govcheck("verify", "r.json")
    assert (done.exit_code, "this is no result of govcheck" in done.output) == (2, True)
