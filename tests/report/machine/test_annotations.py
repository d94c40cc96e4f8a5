"""What GitHub and GitLab show beside the lines of a change."""

import json
import re

import pytest

from govcheck.model.result import Location
from govcheck.model.vocabulary import Severity
from govcheck.report.machine import github, gitlab
from tests.report.machine.test_issues import gap, having
from tests.report.results import of, result
from tests.report.test_renderers import HOSTILE

CELL = Location("a.xlsx", 30, 5, "/retention", "Retention!C7")
COMMAND = re.compile(r"::(error|warning|notice) [^\n]*?::[^\n]*")


def test_an_annotation_names_file_line_column_and_check() -> None:
    first = github.render(of(having(gap("100 % wrong"))))
    assert first.splitlines() == [
        "::error file=a.yaml,line=3,col=5,title=major%3A 2.review (DEM-001)::100 %25 wrong.",
        "::notice title=govcheck::a.yaml: exit status 1: 1 gap",
    ]


def test_the_name_of_a_file_ends_no_property() -> None:
    judged = of(having(gap("x")))[0]._replace(path="a,b:c%.yaml")
    assert "file=a%2Cb%3Ac%25.yaml,line=3" in github.render([judged])


def test_a_workbook_has_no_lines_to_annotate() -> None:
    item = having(gap("x")._replace(location=CELL))
    assert "file=a.yaml,title=" in github.render(of(item))
    assert json.loads(gitlab.render(of(item)))[0]["location"]["lines"] == {"begin": 1}


def test_broken_checks_come_first_then_the_most_severe() -> None:
    severe = having(gap("worst"))
    requirement = severe.recommendations[0].requirements[0]
    check = requirement.checks[0]._replace(severity=Severity.CRITICAL)
    changed = requirement._replace(checks=(check,))
    severe = severe._replace(
        recommendations=(severe.recommendations[0]._replace(requirements=(changed,)),)
    )
    lines = github.render(of(result(), severe)).splitlines()
    assert ["broke" in lines[0], "worst" in lines[1]] == [True, True]


@pytest.mark.parametrize(("number", "told"), [(10, 0), (11, 1)])
def test_what_github_does_not_show_is_counted(number: int, told: int) -> None:
    item = having(*(gap(f"gap {letter}") for letter in "abcdefghijk"[:number]))
    shown = github.render(of(item))
    assert shown.count("11 errors in all; GitHub shows the first 10 of each.") == told


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_stays_inside_its_command(text: str) -> None:
    judged = of(result(text))[0]._replace(path=text)
    lines = github.render([judged]).splitlines()
    assert len(lines) == 4
    assert all(COMMAND.fullmatch(line) for line in lines)


def test_gitlab_is_told_what_its_report_needs() -> None:
    first = json.loads(gitlab.render(of(having(gap("x")))))[0]
    assert re.fullmatch("[0-9a-f]{32}", first.pop("fingerprint"))
    assert first == {
        "description": "2.review (DEM-001): x.",
        "check_name": "DEM-001",
        "severity": "major",
        "location": {"path": "a.yaml", "lines": {"begin": 3}},
    }


def test_a_broken_check_blocks_in_gitlab() -> None:
    told = json.loads(gitlab.render(of(result())))
    assert [entry["severity"] for entry in told] == ["major", "major", "blocker"]
    assert len({entry["fingerprint"] for entry in told}) == 3
