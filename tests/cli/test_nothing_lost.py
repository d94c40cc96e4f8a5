"""What a command reads it never writes over: not the answers, not what they point to."""

import json
import os
from pathlib import Path

import pytest
from tests.cli.allotment import Allotment, allotment

from govcheck.intake.document import read_document

EVIDENCE = f"""\
evidence:
  survey: {{title: Survey, path: survey.md, collected: 2024-06-01}}
  odd: {{title: Odd, reference: {"no name of a file " * 20}}}
"""


__all__ = ["allotment"]


def refused(name: Path | str) -> str:
    return (
        f"Error: {name} is read by this command, and would be lost. "
        "Choose another name with --output."
    )


@pytest.mark.parametrize("name", ["plots.csv", "survey.md", "waivers.json", "board=survey.md"])
def test_a_report_replaces_nothing_that_is_read(allotment: Allotment, name: str) -> None:
    allotment.says(f"{EVIDENCE}datasets:\n  plots: {{path: plots.csv}}\n")
    for file in ("survey.md", "waivers.json", "plots.csv"):
        (allotment.folder / file).write_text('{"govcheck-waivers": 1, "waivers": []}', "utf-8")
    before = {path: path.read_bytes() for path in allotment.folder.iterdir() if path.is_file()}
    path = name.rpartition("=")[2]
    done = allotment.govcheck(
        "run", allotment.file, "--waivers", "waivers.json", "--output", "new.json", "--output", name
    )
    assert (done.exit_code, done.stderr.splitlines()[-1]) == (2, refused(path))
    assert {item: item.read_bytes() for item in before} == before
    assert not (allotment.folder / "new.json").exists()


def test_answers_in_json_are_not_replaced_by_their_result(allotment: Allotment) -> None:
    answers = allotment.folder / "answers.json"
    answers.write_text(json.dumps(read_document(Path(allotment.file)).data), "utf-8")
    os.link(answers, allotment.folder / "same.json")
    before = answers.read_bytes()
    for name in ("answers.json", "./answers.json", "same.json"):
        done = allotment.govcheck("run", answers, "--output", name)
        assert (done.exit_code, done.stderr.splitlines()[-1]) == (2, refused(Path(name)))
    assert answers.read_bytes() == before


def test_a_report_may_replace_the_last_one(allotment: Allotment) -> None:
    for _ in range(2):
        assert allotment.govcheck("run", allotment.file, "--output", "r.json").exit_code != 2


def test_a_comparison_replaces_neither_side(allotment: Allotment) -> None:
    allotment.govcheck("run", allotment.file, "--output", "old.json")
    done = allotment.govcheck("diff", "old.json", allotment.file, "--output", "old.json")
    assert (done.exit_code, done.stderr.splitlines()[-1]) == (2, refused("old.json"))


def test_a_response_replaces_no_evidence(allotment: Allotment) -> None:
    allotment.says(EVIDENCE)
    (allotment.folder / "survey.md").write_text("kept", "utf-8")
    done = allotment.govcheck("respond", allotment.file, "--output", "survey.md")
    assert (done.exit_code, done.stderr.splitlines()[-1]) == (2, refused("survey.md"))
    assert (allotment.folder / "survey.md").read_text("utf-8") == "kept"
