"""A report as data, and the evidence entry: what cannot be said of them."""

import json
from typing import Any

import pytest
from pydantic import ValidationError

from govcheck.model.assessment import Answer, EvidenceEntry, SelfAssessment
from govcheck.model.framework import Framework, requirement_key


def framework(*recommendations: dict[str, Any], **others: Any) -> Framework:
    told = {
        "govcheck-framework": 1,
        "id": "report",
        "title": "R",
        "publisher": "P",
        "published": "2023-07-07",
        "source": "S",
        "licence": "L",
        "recommendations": recommendations,
    }
    return Framework.model_validate_json(json.dumps(told | others))


def recommendation(number: str, *requirements: str, **others: Any) -> dict[str, Any]:
    told = {"number": number, "title": "T", "wording": "W", "addressee": "forces"}
    return told | {"requirements": [{"id": id_, "text": "X"} for id_ in requirements]} | others


def test_requirements_are_known_by_the_number_of_their_recommendation() -> None:
    report = framework(recommendation("2", "review", "all-groups"), recommendation("3", "review"))
    keys = [requirement_key(outer.number, inner.id) for outer, inner in report.all_requirements()]
    assert keys == ["2.review", "2.all-groups", "3.review"]


def test_a_recommendation_is_found_by_its_number() -> None:
    report = framework(recommendation("2", "review"), recommendation("3", "review"))
    assert report.recommendation("3") is report.recommendations[1]
    assert report.recommendation("4") is None


def test_groups_are_known_by_their_names() -> None:
    report = framework(recommendation("2", "review"), groups=[{"name": "police staff"}])
    assert report.group_names == ("police staff",)


def test_a_recommendation_without_a_due_date_has_no_deadline() -> None:
    report = framework(recommendation("2", "review"))
    assert report.recommendations[0].deadline() is None
    assert report.response_deadline() is None


def test_deadlines_are_those_of_the_report() -> None:
    due = {"by": "2024-01", "wording": "By January 2024"}
    duty = {"law": "Some Act", "days": 56, "first_day_counts": True}
    report = framework(recommendation("2", "review", due=due), response=duty)
    assert report.recommendations[0].deadline().last_day.isoformat() == "2024-01-31"
    assert report.response_deadline().last_day.isoformat() == "2023-08-31"


@pytest.mark.parametrize(
    ("recommendations", "said"),
    [
        ([recommendation("2", "a"), recommendation("2", "a")], "recommendation 2 appears twice"),
        (
            [recommendation("2", "a", "a")],
            "requirement of recommendation 2 a appears twice",
        ),
        ([], "at least 1 item"),
        ([recommendation("2")], "at least 1 item"),
    ],
)
def test_recommendations_and_requirements_are_told_apart(
    recommendations: list[dict[str, Any]], said: str
) -> None:
    with pytest.raises(ValidationError, match=said):
        framework(*recommendations)


@pytest.mark.parametrize(
    ("places", "said"),
    [
        ({}, "none"),
        ({"path": "a.pdf", "url": "https://force.example/a"}, "path and url"),
        ({"path": "a.pdf", "reference": "Kept by the board"}, "path and reference"),
    ],
)
def test_evidence_is_kept_in_exactly_one_place(places: dict[str, str], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        EvidenceEntry(title="T", **places)


def test_a_recommendation_that_is_left_out_or_blank_has_an_empty_answer() -> None:
    told = {
        "govcheck": 1,
        "framework": "report",
        "force": "north",
        "as_at": "2023-12-15",
        "recommendations": {"2": None, "3": {"claim": "met"}},
    }
    assessment = SelfAssessment.model_validate_json(json.dumps(told))
    assert assessment.answer("2") == assessment.answer("6") == Answer()
    assert assessment.answer("3").claim == "met"


def test_the_schema_of_a_section_never_changes_at_any_depth() -> None:
    schema = {"type": "object", "required": ["hives"], "properties": {"hives": {"minimum": 0}}}
    report = framework(recommendation("2", "review"), sections={"bees": schema})
    held = report.sections["bees"]
    assert held == {**schema, "required": ("hives",)}
    assert report.model_dump(mode="json")["sections"] == {"bees": schema}
    with pytest.raises(TypeError, match="cannot be changed by a check"):
        held["properties"]["hives"]["minimum"] = 1
