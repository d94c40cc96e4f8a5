"""SARIF: held against the outside validator, with the rules that code-scanning services apply."""

import json
import os
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from govcheck.model.result import Location, Result
from govcheck.model.vocabulary import Severity, Status
from govcheck.report.judged import CheckHelp, Judged
from govcheck.report.machine import sarif
from tests.report.machine.test_issues import gap, having
from tests.report.results import of, result
from tests.report.test_renderers import HOSTILE

VALIDATOR = os.environ.get("GOVCHECK_SARIF_MULTITOOL")
NO_HOME_PAGE = "SARIF2005"
"""The validator misses a link to a page about the tool."""


def document(*judged: Judged) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(sarif.render(judged))
    return read


def run_of(*results: Result) -> dict[str, Any]:
    run: dict[str, Any] = document(*of(*results))["runs"][0]
    return run


def test_gaps_open_questions_and_broken_checks_are_results_that_services_show() -> None:
    run = run_of(result())
    assert [item["properties"]["kind"] for item in run["results"]] == ["gap", "open", "error"]
    assert {item["kind"] for item in run["results"]} == {"fail"}
    assert [item["level"] for item in run["results"]] == ["warning", "warning", "error"]


def test_two_gaps_of_one_check_on_one_line_stay_two_for_github() -> None:
    told = run_of(having(gap("role 1", "/roles/0"), gap("role 2", "/roles/1")))["results"]
    known_by = [item["partialFingerprints"]["primaryLocationLineHash"] for item in told]
    assert len(set(known_by)) == 2
    assert all(re.fullmatch("[0-9a-f]{32}:1", name) for name in known_by)


def test_a_broken_check_is_a_run_that_did_not_succeed() -> None:
    assert run_of(result())["invocations"][0]["executionSuccessful"] is False
    notes = run_of(result())["invocations"][0]["toolExecutionNotifications"]
    assert notes[0]["message"]["text"] == "The check broke: error: words."
    assert run_of(having(gap("x")))["invocations"][0]["executionSuccessful"] is True


def test_a_rule_has_the_help_of_the_docstring() -> None:
    told = CheckHelp("A title", "Because *so*", "Do this.")
    rule = document(of(result())[0]._replace(help={"DEM-001": told}))
    (only,) = rule["runs"][0]["tool"]["driver"]["rules"]
    assert only["fullDescription"]["text"] == "Because *so*."
    assert only["help"]["text"] == "Because *so*.\n\nTo close the gap: Do this."
    assert only["help"]["markdown"] == "Because \\*so\\*\n\n**To close the gap:** Do this."
    assert only["defaultConfiguration"]["level"] == "warning"


def test_a_rule_without_help_has_its_title() -> None:
    (only,) = run_of(result("the words: in it"))["tool"]["driver"]["rules"]
    assert only["name"] == "TheWordsInIt"
    assert only["fullDescription"]["text"] == "the words: in it."
    (unnamed,) = run_of(result("..."))["tool"]["driver"]["rules"]
    assert unnamed["name"] == "Check"


def test_every_result_points_to_its_rule() -> None:
    item = having(gap("x"))
    check = item.recommendations[0].requirements[0].checks[0]._replace(id="AAA-001")
    requirement = item.recommendations[0].requirements[0]
    two = requirement._replace(checks=(*requirement.checks, check))
    run = run_of(
        item._replace(recommendations=(item.recommendations[0]._replace(requirements=(two,)),))
    )
    for told in run["results"]:
        assert run["tool"]["driver"]["rules"][told["ruleIndex"]]["id"] == told["ruleId"]


@pytest.mark.parametrize(
    ("path", "artifact"),
    [
        ("a b/c#d.yaml", {"uri": "a%20b/c%23d.yaml", "uriBaseId": "SRCROOT"}),
        ("a\\b.yaml", {"uri": "a/b.yaml", "uriBaseId": "SRCROOT"}),
        ("/srv/ä.yaml", {"uri": "file:///srv/%C3%A4.yaml"}),
        ("C:\\x\\a.yaml", {"uri": "file:///C:/x/a.yaml"}),
    ],
)
def test_a_file_is_named_as_a_link(path: str, artifact: dict[str, str]) -> None:
    run = document(of(result())[0]._replace(path=path))["runs"][0]
    assert run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"] == artifact
    assert run["artifacts"] == [{"location": artifact}]


def test_a_place_is_a_line_and_column_or_the_cell_of_a_workbook() -> None:
    place = run_of(having(gap("x")))["results"][0]["locations"][0]
    assert place["physicalLocation"]["region"] == {"startLine": 3, "startColumn": 5}
    assert place["logicalLocations"] == [{"fullyQualifiedName": "/retention"}]
    cell = gap("x")._replace(location=Location("a.xlsx", 3, 5, "", "Retention!C7"))
    place = run_of(having(cell))["results"][0]["locations"][0]
    assert place["physicalLocation"]["region"] == {"startLine": 1}
    assert place["logicalLocations"] == [{"fullyQualifiedName": "/", "name": "Retention!C7"}]


def test_files_are_told_apart_and_their_rules_are_listed_once() -> None:
    run = run_of(result(), result())
    assert len(run["properties"]["files"]) == 2
    assert len(run["tool"]["driver"]["rules"]) == 1
    assert len(run["results"]) == 6


@pytest.mark.skipif(not VALIDATOR, reason="GOVCHECK_SARIF_MULTITOOL does not name the validator")
def test_the_outside_validator_finds_nothing_but_the_missing_home_page(tmp_path: Path) -> None:
    assert VALIDATOR
    texts = ["words", *HOSTILE]
    for number, text in enumerate(texts):
        every = [result(text, status=status) for status in Status]
        severe = result(text)._replace(recommendations=())
        (tmp_path / f"{number}.sarif").write_text(sarif.render(of(*every, severe)), "utf-8")
    done = subprocess.run(
        [VALIDATOR, "validate", "--rule-kind", "Sarif;Ghas", str(tmp_path / "*.sarif")],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"},
    )
    told = [line for line in done.stdout.splitlines() if ": warning " in line or ": error " in line]
    assert all(NO_HOME_PAGE in line for line in told), told
    assert f"{len(texts)} files scanned" in done.stdout
    assert "Analysis completed successfully" in done.stdout


def test_the_level_follows_the_severity() -> None:
    assert [sarif._LEVEL[severity] for severity in Severity] == ["error", "warning", "note"]
