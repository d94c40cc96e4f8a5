"""Each check gets what it asks for by type."""

from datetime import date

import pytest
from tests.engine.garden import Judge, one_check, results_of, told

from govcheck.model.vocabulary import Status

SAID = """
    recommendations:
      "1":
        owner: Head of Sheds
        evidence: [survey]
        requirements:
          review: {answer: partly}
    evidence:
      survey: {title: Survey, url: https://example.org/}
      diary: {title: Diary, url: https://example.org/diary}
    sheds:
      reviewed: 2024-05-01
"""
SUPPLIED = {
    "sheds: Sheds": ("sheds.reviewed", "2024-05-01"),
    "sheds: Sheds | None": ("sheds.reviewed", "2024-05-01"),
    "framework: Framework": ("framework.id", "allotments-2024"),
    "recommendation: Recommendation": ("recommendation.title", "Sheds"),
    "requirement: Requirement": ("requirement.id", "review"),
    "answer: Answer": ("answer.owner", "Head of Sheds"),
    "answer: RequirementAnswer": ("answer.answer", "partly"),
    "force: Force": ("force.name", "The first plot"),
    "as_of: datetime.date": ("as_of", "2024-06-30"),
    "evidence: EvidenceRegister": ("[item.id for item in evidence]", "['survey', 'diary']"),
    "evidence: CitedEvidence": ("[item.id for item in evidence]", "['survey']"),
    "assessment: SelfAssessment": ("assessment.framework", "allotments-2024"),
}


@pytest.mark.parametrize("signature", SUPPLIED)
def test_a_check_is_given_what_its_parameters_are_typed_as(judge: Judge, signature: str) -> None:
    expression, value = SUPPLIED[signature]
    result = judge(one_check(signature, f"yield Observation(str({expression}))"), SAID)
    assert told(results_of(result)["SHED-001"]) == [value]


def test_an_answer_that_is_not_given_is_an_empty_answer(judge: Judge) -> None:
    signature = "answer: Answer, finer: RequirementAnswer"
    result = judge(one_check(signature, "yield Observation(f'{answer.owner} {finer.answer}')"))
    assert told(results_of(result)["SHED-001"]) == ["None None"]


def test_a_check_whose_section_is_absent_is_not_run_and_says_which(judge: Judge) -> None:
    outcome = results_of(judge(one_check("sheds: Sheds", "raise ValueError")))["SHED-001"]
    assert outcome.status is Status.NOT_ASSESSED
    assert told(outcome) == ["the file has no section “sheds”."]
    assert outcome.findings[0].location.pointer == "/sheds"
    assert (outcome.findings[0].location.line, outcome.findings[0].location.column) == (1, 1)


def test_a_section_that_is_there_without_a_word_is_absent(judge: Judge) -> None:
    outcome = results_of(judge(one_check("sheds: Sheds", "raise ValueError"), "sheds:\n"))
    assert outcome["SHED-001"].status is Status.NOT_ASSESSED


def test_a_check_that_copes_without_its_section_is_run(judge: Judge) -> None:
    checks = one_check("sheds: Sheds | None", "yield Gap(f'{sheds}')")
    assert told(results_of(judge(checks))["SHED-001"]) == ["None"]


def test_the_day_of_judgement_is_the_callers_where_he_gives_one(judge: Judge) -> None:
    checks = one_check("as_of: datetime.date", "yield Observation(as_of.isoformat())")
    result = judge(checks, as_of=date(2025, 1, 31))
    assert told(results_of(result)["SHED-001"]) == ["2025-01-31"]
    assert (result.as_at, result.as_of) == ("2024-06-30", "2025-01-31")


def test_evidence_is_cited_by_a_section_too_when_a_check_of_the_recommendation_reads_it(
    judge: Judge,
) -> None:
    checks = one_check("sheds: Sheds", "yield from ()") + one_check(
        "evidence: CitedEvidence", "yield Observation(str(len(evidence)))", id_="SHED-002"
    )
    checks = checks.replace("SERVES = ", "SERVES = ")
    fields = "\nclass Logs(Record):\n    evidence: tuple[EvidenceId, ...] | None = None\n"
    fields += (
        "\nclass Diary(Section, key='diary'):\n    'Diary.'\n    days: tuple[Logs, ...] = ()\n"
    )
    checks = fields + checks.replace("sheds: Sheds", "diary: Diary")
    said = """
        diary:
          days: [{evidence: [survey]}, {evidence: [survey]}, {}]
        evidence:
          survey: {title: Survey, url: https://example.org/}
    """
    result = judge(checks, said)
    assert told(results_of(result)["SHED-002"]) == ["1"]
    assert result.recommendations[0].evidence == ("survey",)
    assert result.evidence[0].cited_by == ("1",)


def test_every_recommendation_has_its_own_run_of_a_check_that_serves_them_all(
    judge: Judge,
) -> None:
    checks = one_check(
        "recommendation: Recommendation, answer: Answer",
        "yield Observation(f'{recommendation.number} {answer.owner}')",
        rest="serves=Scope.EVERY_RECOMMENDATION, aspect=Aspect.DUTY",
    )
    outcomes = results_of(judge(checks, SAID.partition("    sheds:")[0]))
    assert {key: told(item) for key, item in outcomes.items()} == {
        "SHED-001 1": ["1 Head of Sheds"],
        "SHED-001 2": ["2 None"],
    }


def test_only_requirements_that_no_other_check_serves_go_to_a_check_of_the_unserved(
    judge: Judge,
) -> None:
    checks = one_check("", "yield from ()", id_="SHED-002") + one_check(
        "requirement: Requirement, answer: RequirementAnswer",
        "yield Observation(requirement.id)",
        rest="serves=Scope.UNSERVED_REQUIREMENTS",
    )
    result = judge(checks)
    outcomes = results_of(result)
    assert {key: told(item) for key, item in outcomes.items()} == {
        "SHED-002": [],
        "SHED-001 1.locks": ["locks"],
        "SHED-001 2.swept": ["swept"],
    }
    served = [item.checks[0].id for outer in result.recommendations for item in outer.requirements]
    assert served == ["SHED-002", "SHED-001", "SHED-001"]


def test_a_requirement_served_in_another_aspect_only_is_still_unserved(judge: Judge) -> None:
    duty = "serves=SERVES, aspect=Aspect.DUTY"
    checks = one_check("", "yield from ()", id_="SHED-002", rest=duty) + one_check(
        "requirement: Requirement",
        "yield Observation(requirement.id)",
        rest="serves=Scope.UNSERVED_REQUIREMENTS",
    )
    assert "SHED-001 1.review" in results_of(judge(checks))


def test_a_check_of_several_requirements_runs_once_and_counts_for_each(judge: Judge) -> None:
    both = 'serves=("allotments-2024:1.review", "allotments-2024:1.locks")'
    checks = "\nruns = []\n" + one_check("", "runs.append(1)\nyield Gap(str(len(runs)))", rest=both)
    result = judge(checks)
    for requirement in result.recommendations[0].requirements:
        assert told(requirement.checks[0]) == ["1"]
    assert result.summary.checks[Status.GAP] == 1
