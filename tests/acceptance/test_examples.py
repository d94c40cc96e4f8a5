"""The examples, judged by the installed command: every report is held against its golden copy.

`GOVCHECK_UPDATE_GOLDEN=1 pytest tests/acceptance/test_examples.py` writes the golden copies anew.
Read the difference before you commit it: it is what users will see.
"""

import json
import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
GOLDEN = ROOT / "tests" / "golden"
SCHEMAS = ROOT / "schemas"
COMMAND = Path(sys.executable).with_name("govcheck")
UPDATE = os.environ.get("GOVCHECK_UPDATE_GOLDEN") == "1"

STATUSES = {"cumbria-2023": 1, "invented-force": 1, "strong": 0}
"""The exit status of each example with the default threshold."""
FORMATS = {
    "table": "txt",
    "markdown": "md",
    "json": "json",
    "board": "board.md",
    "tracker": "tracker.txt",
    "github": "github.txt",
}
BROKEN = sorted(
    path
    for path in (EXAMPLES / "broken").iterdir()
    if path.suffix not in (".txt", ".md") and not path.name.startswith(".")
)


def govcheck(*arguments: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """What the installed command prints, 100 columns wide."""
    return subprocess.run(
        [COMMAND, *arguments],
        cwd=cwd,
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "COLUMNS": "100", "NO_COLOR": "1"},
    )


@cache
def run(example: str, form: str) -> subprocess.CompletedProcess[str]:
    return govcheck("run", f"examples/{example}/self-assessment.yaml", "--format", form)


def judged(example: str) -> dict[str, Any]:
    """The result of an example, as the JSON report holds it."""
    result = json.loads(run(example, "json").stdout)
    return result if isinstance(result, dict) else result[0]


def hold_against(golden: Path, text: str) -> None:
    if UPDATE:
        golden.write_text(text, encoding="utf-8", newline="\n")
    assert golden.exists(), f"{golden.name} is missing; GOVCHECK_UPDATE_GOLDEN=1 writes it"
    assert text == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("example", STATUSES)
def test_each_report_is_as_it_was(example: str, form: str) -> None:
    done = run(example, form)
    assert done.stderr == ""
    hold_against(GOLDEN / f"{example}.{FORMATS[form]}", done.stdout)


def test_there_is_no_golden_report_of_something_else() -> None:
    wanted = {f"{example}.{suffix}" for example in STATUSES for suffix in FORMATS.values()}
    assert {path.name for path in GOLDEN.iterdir()} - {"README.md"} == wanted


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(("example", "status"), STATUSES.items())
def test_the_exit_status_does_not_depend_on_the_format(
    example: str, status: int, form: str
) -> None:
    assert run(example, form).returncode == status


@pytest.mark.parametrize("example", STATUSES)
def test_the_json_report_keeps_to_its_published_schema(example: str) -> None:
    schema = json.loads((SCHEMAS / "result.schema.json").read_text(encoding="utf-8"))
    report = json.loads(run(example, "json").stdout)
    assert [error.message for error in Draft202012Validator(schema).iter_errors(report)] == []


@pytest.mark.parametrize("example", STATUSES)
@pytest.mark.parametrize("options", [(), ("--schema-only",)], ids=["models", "schema"])
def test_each_example_is_well_formed(example: str, options: tuple[str, ...]) -> None:
    path = f"examples/{example}/self-assessment.yaml"
    done = govcheck("validate", path, *options)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("example", STATUSES)
def test_the_first_line_gives_editors_the_schema(example: str) -> None:
    path = EXAMPLES / example / "self-assessment.yaml"
    first = path.read_text(encoding="utf-8").splitlines()[0]
    match = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
    assert match
    assert (path.parent / match[1]).is_file()


# Cumbria: what a published response comes out as, expected by hand in expected.md.


def cumbria(number: str) -> dict[str, Any]:
    found = judged("cumbria-2023")["recommendations"]
    return next(item for item in found if item["number"] == number)


@pytest.mark.parametrize(
    ("number", "support", "duty"),
    [
        ("2", "unsupported", "not assessed"),
        ("3", "no claim", "not met"),
        ("6", "unsupported", "not assessed"),
    ],
)
def test_the_published_response_comes_out_as_expected_by_hand(
    number: str, support: str, duty: str
) -> None:
    item = cumbria(number)
    assert (item["verdict"], item["claim"], item["support"]) == ("not assessed", None, support)
    assert (item["timeliness"], item["duty"]) == ("not assessed", duty)


def test_the_only_gap_of_the_published_response_is_the_missing_explanation() -> None:
    assert [
        (item["number"], check["id"])
        for item in judged("cumbria-2023")["recommendations"]
        for check in (*item["checks"], *(c for r in item["requirements"] for c in r["checks"]))
        if check["status"] == "gap"
    ] == [("3", "S55-002")]


def test_what_is_transcribed_stands_in_the_published_response() -> None:
    evidence = EXAMPLES / "cumbria-2023" / "evidence" / "getting-a-grip-response.txt"
    published = " ".join(evidence.read_text(encoding="utf-8").split())
    for number in ("2", "6"):
        for sentence in re.split(r"(?<=\.) ", cumbria(number)["explanation"].strip()):
            assert sentence in published
    assert cumbria("3")["explanation"] is None
    assert judged("cumbria-2023")["force"]["name"] in published


def test_the_published_response_is_no_evidence_for_itself() -> None:
    (response,) = judged("cumbria-2023")["evidence"]
    assert (response["state"], response["cited_by"]) == ("found, digest holds", [])


# Strong: nothing is missing.


def test_the_strong_example_passes_at_every_threshold() -> None:
    path = "examples/strong/self-assessment.yaml"
    done = govcheck("run", path, "--fail-on", "minor")
    assert done.returncode == 0
    assert "Gaps: none" in done.stdout
    assert "Not assessed" not in done.stdout


def test_the_strong_example_is_met_and_supported_throughout() -> None:
    for item in judged("strong")["recommendations"]:
        assert (item["verdict"], item["support"]) == ("met", "supported")
        assert (item["timeliness"], item["duty"]) == ("met", "met")
        for requirement in item["requirements"]:
            assert (requirement["verdict"], requirement["support"]) == ("met", "supported")


# The invented force: something of everything.


def test_the_invented_force_shows_every_word_for_support() -> None:
    found = {
        part["support"]
        for item in judged("invented-force")["recommendations"]
        for part in (item, *item["requirements"])
    }
    assert {"supported", "contradicted", "stale", "under-claimed", "no claim"} <= found


def test_the_invented_force_has_something_met_and_something_missing_in_each_theme() -> None:
    for section in ("retention", "wellbeing", "data_collection", "evaluation_culture"):
        statuses = {
            check["status"]
            for item in judged("invented-force")["recommendations"]
            for requirement in item["requirements"]
            for check in requirement["checks"]
            if check["id"].startswith(section[:3].upper())
        }
        assert {"met", "gap"} <= statuses, section


@pytest.mark.parametrize("example", ["invented-force", "strong"])
def test_an_invented_force_has_the_name_of_no_real_one(example: str) -> None:
    name = judged(example)["force"]["name"]
    assert name.endswith(" (invented)")
    first = name.split()[0].casefold()
    assert first not in govcheck("list", "forces").stdout.casefold()


# Broken: each file is wrong in one way, and the message stands beside it.


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.name)
def test_a_broken_file_gets_the_message_beside_it(path: Path) -> None:
    done = govcheck("validate", path.name, cwd=path.parent)
    assert (done.returncode, done.stdout) == (2, "")
    hold_against(path.with_name(f"{path.name}.txt"), done.stderr)


def test_no_broken_file_is_judged_and_each_is_named() -> None:
    names = [path.name for path in BROKEN]
    done = govcheck("run", *names, cwd=EXAMPLES / "broken")
    assert done.returncode == 2
    assert done.stdout.startswith(f"{len(names)} files: 0 judged\n")
    assert {line.partition(":")[0] for line in done.stderr.splitlines()} >= set(names)


def test_there_are_broken_files_and_no_message_without_one() -> None:
    assert len(BROKEN) >= 12
    messages = {path.name for path in (EXAMPLES / "broken").glob("*.txt")}
    assert messages == {f"{path.name}.txt" for path in BROKEN}


def test_the_table_of_broken_files_names_each_of_them() -> None:
    readme = (EXAMPLES / "broken" / "README.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| \[`([^`]+)`\]", readme, re.MULTILINE) == [p.name for p in BROKEN]
