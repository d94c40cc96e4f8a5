"""JUnit XML: valid by the schema that the readers of it use, and nothing hidden as skipped."""

from pathlib import Path

import pytest
from lxml import etree

from govcheck.model.finding import Figure
from govcheck.model.vocabulary import Status
from govcheck.report.machine import junit
from tests.report.machine.test_issues import gap, having
from tests.report.results import of, result
from tests.report.test_renderers import HOSTILE

SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).with_name("junit-10.xsd")))
"""The schema of the xUnit plugin of Jenkins; its licence (MIT) stands in the file."""


def read(*results: object) -> etree._Element:
    return etree.fromstring(junit.render(of(*results)).encode())  # type: ignore[arg-type]


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("text", ["words", *HOSTILE])
def test_it_is_valid_with_every_status_and_any_text(status: Status, text: str) -> None:
    SCHEMA.assertValid(read(result(text, status=status), result(text)))


@pytest.mark.parametrize(
    ("status", "element"),
    [
        (Status.GAP, "failure"),
        (Status.NOT_ASSESSED, "failure"),
        (Status.ERROR, "error"),
        (Status.NOT_APPLICABLE, "skipped"),
        (Status.MET, None),
    ],
)
def test_an_open_question_fails_as_a_gap_does(status: Status, element: str | None) -> None:
    cases = read(result(status=status)).findall(".//testcase")
    assert len(cases) == 2
    for case in cases:
        assert [inner.tag for inner in case] == ([element] if element else [])


def test_the_counts_are_those_of_the_cases() -> None:
    root = read(result(status=Status.GAP), result(status=Status.NOT_APPLICABLE))
    counted = [(suite.get("tests"), suite.get("failures"), suite.get("skipped")) for suite in root]
    assert counted == [("2", "2", "0"), ("2", "0", "2")]


def test_what_the_stricter_schema_of_ant_wants_is_there() -> None:
    root = read(result(), result())
    assert dict(root.attrib) == {}
    assert [suite.get("id") for suite in root] == ["0", "1"]
    for suite in root:
        tags = [inner.tag for inner in suite]
        assert tags == ["properties", "testcase", "testcase", "system-out", "system-err"]
        assert suite[-2].text == "a.yaml: exit status 1: 1 gap"
        for name in ("package", "timestamp", "hostname", "errors", "time"):
            assert suite.get(name)


def test_a_failure_says_where_what_and_how_to_close_it() -> None:
    figure = Figure("all", "31 %", "", "leavers.csv", "")
    item = having(gap("too few")._replace(fix="ask all.", figure=figure))
    failure = read(item).find(".//failure")
    assert failure is not None
    assert dict(failure.attrib) == {"message": "too few", "type": "gap, major"}
    assert failure.text == (
        "a.yaml:3:5 too few\nMeasured: all: 31 % (leavers.csv)\nTo close: ask all."
    )


def test_a_status_without_words_of_its_own_is_said() -> None:
    failure = read(having()).find(".//failure")
    assert failure is not None
    assert failure.get("message") == "gap"


def test_a_case_is_named_by_requirement_and_check() -> None:
    case = read(having(gap("x"))).find(".//testcase")
    assert case is not None
    assert (case.get("classname"), case.get("name")) == ("demo.2.review", "DEM-001 words")
