"""The starter file: valid as it is, every question asked, nothing assessed."""

import re
from datetime import date
from functools import cache

import pytest
from tests.reference.loaded import harbour, installed

from govcheck.intake.assessment import read_assessment
from govcheck.intake.document import parse_document
from govcheck.intake.problem import InvalidDocument
from govcheck.model.force import Force
from govcheck.model.framework import Framework
from govcheck.model.vocabulary import Status, Support, Verdict
from govcheck.reference.starter import starter
from govcheck.reference.starter_text import note, scalar
from govcheck.registry.registry import Registry
from govcheck.testing import judge_text

DAY = date(2024, 6, 1)
HARBOURMASTER = Force(id="port-x", name="Port & Harbour: X")


@cache
def harbour_text() -> str:
    registry = harbour()
    return starter(registry.catalogue.frameworks["harbours-2024"], HARBOURMASTER, DAY, registry)


def every_starter() -> list[tuple[str, Registry]]:
    texts = [(harbour_text(), harbour())]
    registry = installed()
    for framework in registry.catalogue.frameworks.values():
        force = registry.catalogue.forces[0].id
        texts.append((starter(framework, force, DAY, registry), registry))
    return texts


@pytest.mark.parametrize(("text", "registry"), every_starter())
def test_a_starter_is_valid_and_nothing_is_assessed(text: str, registry: Registry) -> None:
    result = judge_text(text, registry)
    for recommendation in result.recommendations:
        assert recommendation.verdict is Verdict.NOT_ASSESSED
        assert recommendation.timeliness is Verdict.NOT_ASSESSED
        assert recommendation.duty is Verdict.NOT_ASSESSED
        assert recommendation.support is Support.NO_CLAIM
        assert {item.verdict for item in recommendation.requirements} == {Verdict.NOT_ASSESSED}
    told = {Status.MET, Status.GAP, Status.ERROR}
    assert [check.id for check in result.check_results() if check.status in told] == []


def test_a_letter_that_is_pasted_as_the_starter_says_is_carried_whole() -> None:
    pasted = "explanation: >\n      Growth: 40 officers # since 2016\n\n      “More” to come.\n"
    text = re.sub("explanation:\n", pasted, harbour_text(), count=1)
    first = judge_text(text, harbour()).recommendations[0]
    assert first.explanation == "Growth: 40 officers # since 2016\n“More” to come.\n"


@pytest.mark.parametrize(("text", "registry"), every_starter())
def test_notes_wrap_and_no_line_ends_in_a_blank(text: str, registry: Registry) -> None:
    del registry
    lines = text.splitlines()
    assert [line for line in lines if len(line) > 92] == []
    assert [line for line in lines if line != line.rstrip()] == []
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


def test_the_header_says_who_against_what_as_at_when() -> None:
    document = parse_document(harbour_text(), "x.yaml", "yaml")
    assert document.data["govcheck"] == 1
    assert document.data["framework"] == "harbours-2024"
    assert document.data["force"] == {"id": "port-x", "name": "Port & Harbour: X"}
    assert document.data["as_at"] == "2024-06-01"


def test_the_schema_line_comes_first_where_there_is_one() -> None:
    registry = harbour()
    framework = registry.catalogue.frameworks["harbours-2024"]
    text = starter(framework, HARBOURMASTER, DAY, registry, schema="my.schema.json")
    assert text.startswith("# yaml-language-server: $schema=my.schema.json\n# Self-assessment of")
    assert "$schema" not in harbour_text()


BLOCKS = {
    "a recommendation with its wording": """\
  # Recommendation 1: Keep the harbour
  # By May 2024, harbours should be kept:
  # - with berths; and
  # - with a crew.
  "1":
    # The force's own view of the whole recommendation: met, partly met, not met or not
    # applicable.
    claim:
""",
    "a number, a truth and choices": """\
berths:
  # How many are there? Write a number, without quotes.
  number:
  # Are they dredged? Write true or false.
  dredged:
  # Of which kinds? One or more of: quay, buoy.
  kinds:
  # Who uses them? Groups: fishers, sailors.
  users:
""",
    "a list of records": """\
  # Which lights are there?
  lights:
    # -
    #   # Which colour has it? One of: red, green.
    #   colour:
    #   # How far is it seen? Write a number, without quotes.
    #   range_miles:
""",
    "a record that can be blank": """\
  # How are they kept?
  upkeep:
    # Who answers for it?
    owner:
    # When was it last looked at? Write a day as 2023-10-31.
    seen_on:
    # Which period? For example: 2023.
    years:
""",
    "a record that cannot, and what has a default": """\
  # Which is the main light?
  # main_light:
  #   # Which colour has it? One of: red, green.
  #   colour:
  #   # How far is it seen? Write a number, without quotes.
  #   range_miles:
  # Lights by name.
  # by_name:
  #   short-id:
  #     # Which colour has it? One of: red, green.
  #     colour:
  #     # How far is it seen? Write a number, without quotes.
  #     range_miles:
  # In which unit are lengths? One of: metre, foot.
  # unit: metre
  # Which marks are painted on them?
  # marks: []
""",
    "a section that cannot be blank": """\
# Crew. Who works there.
# crew:
#   # Is everybody trained? Write true or false.
#   trained:
""",
    "a plain section": """\
# Tides. The tides of the harbour.
# # High and low water.
# tides:
#   # Tidal range.
#   range:
""",
    "a data set": """\
# Data sets. Tables from which checks count, each under the name that its pack gives it,
# for example: leavers. Take away the # in front of a data set that you have, and
# correct its path. Where your headers differ, add a line as columns: {left_on: Date of
# leaving}; where your labels do, one as values: {reason: {VR: resignation}}; and about:
# 2023 says which period the rows describe.
# datasets:
#   # One row a ship. Columns: came_on (When it came in); length (How long it is, can be
#   # absent).
#   ships:
#     path: data/ships.csv
""",
    "a section of the framework": """\
# # Fog signals.
# fog:
#   # Is there a horn?
#   horn:
""",
}


@pytest.mark.parametrize("block", BLOCKS)
def test_each_form_of_answer_has_its_lines(block: str) -> None:
    assert BLOCKS[block] in harbour_text()


def test_sections_for_every_report_come_before_the_recommendations() -> None:
    keys = re.findall(r"^(?:# )?([a-z_]+):", harbour_text(), re.MULTILINE)
    assert keys == [
        *("govcheck", "framework", "force", "as_at", "prepared_by", "requires", "notice"),
        *("recommendations", "evidence", "datasets", "berths", "tides", "crew", "fog"),
    ]


def test_a_section_that_serves_another_framework_is_left_out() -> None:
    registry = harbour()
    framework = registry.catalogue.frameworks["harbours-2024"]
    other = framework.model_copy(update={"id": "others-2024", "sections": {}})
    text = starter(other, HARBOURMASTER, DAY, registry)
    assert "\nnotice:\n" in text
    assert "berths:\n  #" not in text.split("evidence:")[-1]
    assert "datasets:" not in text


def test_examples_count_when_their_marks_are_taken_away() -> None:
    lines = harbour_text().splitlines()
    start = lines.index("  lights:")
    filled = [
        line.replace("# ", "", 1).replace("colour:", "colour: red") if 0 < at - start < 6 else line
        for at, line in enumerate(lines)
    ]
    document = parse_document("\n".join(filled), "x.yaml", "yaml")
    submission = read_assessment(document, harbour().catalogue)
    assert submission.document.data["berths"]["lights"] == [{"colour": "red", "range_miles": None}]


def test_an_example_that_is_left_blank_is_told() -> None:
    text = harbour_text().replace("# crew:", "crew:").replace("#   trained:", "  trained:")
    with pytest.raises(InvalidDocument, match=r"trained has no value\. Fill it in\."):
        read_assessment(parse_document(text, "x.yaml", "yaml"), harbour().catalogue)


SCALARS = [
    ("cumbria", "cumbria"),
    ("Devon & Cornwall Police", '"Devon & Cornwall Police"'),
    ("no", '"no"'),
    ("NULL", '"NULL"'),
    ("a: b", '"a: b"'),
    ("a #b", '"a #b"'),
    ('say "x"', '"say \\"x\\""'),
    ("E23000002", "E23000002"),
    ("12", '"12"'),
    ("1e3", '"1e3"'),
    ("Heddlu Gogledd Cymru é", '"Heddlu Gogledd Cymru é"'),
    ("trailing ", '"trailing "'),
    ("", '""'),
    ("- x", '"- x"'),
    ("@x", '"@x"'),
]


@pytest.mark.parametrize(("text", "written"), SCALARS)
def test_a_text_is_quoted_where_it_could_mean_something_else(text: str, written: str) -> None:
    assert scalar(text) == written
    if text:
        assert parse_document(f"x: {written}", "x.yaml", "yaml").data == {"x": text}


def test_a_note_cannot_leave_its_comment() -> None:
    assert list(note("one\x1b[31m\u2028two\nthree", "  ")) == ["  # one", "  # two", "  # three"]


def test_a_framework_cannot_write_lines_of_its_own() -> None:
    registry = harbour()
    framework: Framework = registry.catalogue.frameworks["harbours-2024"].model_copy(
        update={"title": "A\nforce: other\x85x: y"}
    )
    document = parse_document(starter(framework, HARBOURMASTER, DAY, registry), "x.yaml", "yaml")
    assert set(document.data) == {
        "govcheck", "framework", "force", "as_at", "prepared_by", "notice", "recommendations",
        "berths",
    }  # fmt: skip
