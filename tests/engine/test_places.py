"""Where a finding lies: from the section, from the top of the file, or as near as can be."""

import pytest
from tests.engine.garden import Judge, one_check, results_of

SAID = """\
sheds:
  reviewed: 2024-05-01
  all_of_them:
    - doors: 1
    - doors: 2
      keys: [Chair, Treasurer]
recommendations:
  "1":
    owner: Head of Sheds
    requirements:
      review: {answer: partly}
evidence:
  survey: {title: Survey, url: https://example.org/}
"""
# at, pointer, line, column
FROM_THE_SECTION = [
    ("", "/sheds", 6, 3),
    ("reviewed", "/sheds/reviewed", 6, 13),
    ("all_of_them[1].doors", "/sheds/all_of_them/1/doors", 9, 14),
    ("all_of_them[1].keys[1]", "/sheds/all_of_them/1/keys/1", 10, 21),
    ("all_of_them[0].keys", "/sheds/all_of_them/0/keys", 8, 7),
    ("all_of_them[7].doors", "/sheds/all_of_them/7/doors", 8, 5),
    ("all_of_them.1.doors", "/sheds/all_of_them/1/doors", 9, 14),
    ("never.heard.of", "/sheds/never/heard/of", 6, 3),
    ("reviewed.day", "/sheds/reviewed/day", 6, 13),
]
FROM_THE_TOP = [
    ("/", "", 1, 1),
    ("/recommendations/1/owner", "/recommendations/1/owner", 13, 12),
    ("/recommendations/2/owner", "/recommendations/2/owner", 12, 3),
    ("/evidence/survey/title", "/evidence/survey/title", 17, 19),
    ("/evidence/survey/about", "/evidence/survey/about", 17, 11),
    ("/sheds/all_of_them/1/keys/0", "/sheds/all_of_them/1/keys/0", 10, 14),
    ("/a~1b/c~0d", "/a~1b/c~0d", 1, 1),
    ("/a~01", "/a~01", 1, 1),
]


@pytest.mark.parametrize(("at", "pointer", "line", "column"), FROM_THE_SECTION + FROM_THE_TOP)
def test_a_finding_is_placed(judge: Judge, at: str, pointer: str, line: int, column: int) -> None:
    checks = one_check("answer: Answer, sheds: Sheds", f"yield Gap('no', at={at!r})")
    location = results_of(judge(checks, SAID))["SHED-001"].findings[0].location
    assert location.pointer == pointer
    assert (location.line, location.column) == (line, column)
    assert location.file == "self-assessment.yaml"


def test_without_a_section_places_begin_at_the_answer_to_the_recommendation(judge: Judge) -> None:
    checks = one_check("answer: Answer", "yield Gap('no', at='owner')")
    location = results_of(judge(checks, SAID))["SHED-001"].findings[0].location
    assert (location.pointer, location.line) == ("/recommendations/1/owner", 13)


def test_of_an_unserved_requirement_places_begin_at_the_answer_to_it(judge: Judge) -> None:
    checks = one_check(
        "answer: RequirementAnswer",
        "yield Gap('no', at='answer')",
        rest="serves=Scope.UNSERVED_REQUIREMENTS",
    )
    location = results_of(judge(checks, SAID))["SHED-001 1.review"].findings[0].location
    assert location.pointer == "/recommendations/1/requirements/review/answer"
    assert (location.line, location.column) == (15, 24)


OPEN_QUESTIONS = [
    ("reviewed", "sheds.reviewed is not answered. On which day were they reviewed?"),
    ("all_of_them[0].keys", "sheds.all_of_them[0].keys is not answered. Who has a key?"),
    (
        "all_of_them[9].doors",
        "sheds.all_of_them[9].doors is not answered. How many doors has it? For example: 2.",
    ),
    ("never", "sheds.never is not answered."),
    (
        "/recommendations/2/owner",
        (
            "recommendations.2.owner is not answered."
            " Who answers for this recommendation: a role, not a name."
        ),
    ),
    (
        "/recommendations/1/requirements/locks/because",
        (
            "recommendations.1.requirements.locks.because is not answered."
            " Why it does not apply. Needed with: not applicable."
        ),
    ),
    (
        "/evidence/survey/collected",
        "evidence.survey.collected is not answered. The day on which it was obtained.",
    ),
]


@pytest.mark.parametrize(("at", "question"), OPEN_QUESTIONS)
def test_an_open_question_asks_what_the_field_asks(judge: Judge, at: str, question: str) -> None:
    result = judge(one_check("sheds: Sheds", f"yield Open({at!r})"), SAID)
    finding = results_of(result)["SHED-001"].findings[0]
    assert (finding.kind, finding.message) == ("open", question)


def test_an_open_question_can_be_asked_in_other_words(judge: Judge) -> None:
    result = judge(one_check("sheds: Sheds", "yield Open('reviewed', 'since when?')"), SAID)
    assert results_of(result)["SHED-001"].findings[0].message == "since when?"


def test_how_to_close_a_gap_stands_in_the_finding_or_else_in_the_docstring(judge: Judge) -> None:
    result = judge(one_check("", "yield Gap('a')\nyield Gap('b', fix='paint it')"))
    assert [item.fix for item in results_of(result)["SHED-001"].findings] == [
        "mend it.",
        "paint it",
    ]


def test_other_findings_have_nothing_to_close(judge: Judge) -> None:
    body = "yield Open('x')\nyield NotApplicable('y')\nyield Observation('z')\nyield Strength('w')"
    findings = results_of(judge(one_check("", body)))["SHED-001"].findings
    kinds = ["open", "not applicable", "observation", "strength"]
    assert [item.kind for item in findings] == kinds
    assert {item.fix for item in findings} == {None}
