"""What `govcheck validate --schema-only` tells: each fault once, in the words of the models."""

from typing import Any

import pytest
from tests.reference.loaded import harbour

from govcheck.intake.assessment import read_assessment
from govcheck.intake.document import parse_document
from govcheck.intake.plain_schema import schema_problems
from govcheck.intake.problem import InvalidDocument
from govcheck.reference.json_schema import assessment_schema

HEAD = "govcheck: 1\nframework: harbours-2024\nforce: {id: x, name: X}\n"
TODAY = "as_at: 2024-06-01\n"


def told_by_schema(text: str, schema: dict[str, Any] | None = None) -> list[str]:
    document = parse_document(text, "f", "yaml")
    whole = schema or assessment_schema(harbour().catalogue)
    return [str(problem) for problem in schema_problems(document, (), whole)]


def told_by_models(text: str) -> list[str]:
    with pytest.raises(InvalidDocument) as refused:
        read_assessment(parse_document(text, "f", "yaml"), harbour().catalogue)
    return [str(problem) for problem in refused.value.problems]


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "as_at: 31/10/2023\n",
        HEAD + "as_at: 2023-02-30\n",
        HEAD + "as_at: soon\n",
        HEAD + TODAY + "evidence:\n  plan: {title: Plan, path: 3}\n",
        HEAD + TODAY + "evidence:\n  plan: {title: Plan, path: a, method: guessed}\n",
        HEAD + TODAY + "evidence:\n  plan: {title: Plan, path: a, about: 10/2023}\n",
        HEAD + TODAY + "evidence:\n  plan: {title: Plan, path: a, collected: 1/2/2024}\n",
        HEAD.replace("1", "true", 1) + TODAY,
    ],
)
def test_each_fault_is_told_once_as_the_models_tell_it(text: str) -> None:
    told = told_by_schema(text)
    assert len(told) == 1
    assert told == told_by_models(text)


ONE_PLACE = "f:6:9: plan: exactly one of path, url and reference is needed,"


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ("{title: P}", f"{ONE_PLACE} none is given. Add one of them."),
        ("{title: P, path: ''}", f"{ONE_PLACE} none is given. Add one of them."),
        (
            "{title: P, path: a, url: 'https://a.org'}",
            f"{ONE_PLACE} found path and url. Keep one of them.",
        ),
        (
            "{title: P, reference: b, url: 'https://a.org', path: a}",
            f"{ONE_PLACE} found path, url and reference. Keep one of them.",
        ),
    ],
)
def test_evidence_in_no_place_or_in_several_is_told_what_is_needed(entry: str, told: str) -> None:
    assert told_by_schema(f"{HEAD}{TODAY}evidence:\n  plan: {entry}\n") == [told]


@pytest.mark.parametrize(
    ("text", "schema", "told"),
    [
        (
            "boat:\noars: x\n",
            {"oneOf": [{"required": ["boat"]}, {"required": ["oars"]}]},
            "f:1:1: the file: exactly one of boat and oars is needed, found boat and oars."
            " Keep one of them.",
        ),
        (
            "boat: x\n",
            {"oneOf": [{"required": ["boat", "oars"]}]},
            "f:1:1: oars is missing. Add a line: oars: ...",
        ),
        (
            "x: abc\n",
            {"properties": {"x": {"minLength": 5, "pattern": "^z"}}},
            "f:1:4: x: “abc” is shorter than 5 characters.",
        ),
        (
            "x: abc\n",
            {"properties": {"x": {"minLength": 5, "const": "ab"}}},
            "f:1:4: x: expected ab, found “abc”. Write ab, without quotes.",
        ),
        (
            "x: 3\n",
            {"properties": {"x": {"anyOf": [{"type": "array"}, {"maximum": 2}, {"type": "null"}]}}},
            "f:1:4: x: the number 3 cannot be right: it has to be at most 2.",
        ),
        (
            "x: 3\n",
            {"properties": {"x": {"anyOf": [{"type": "array"}, {"type": "null"}]}}},
            "f:1:4: x: expected a list, found the number 3. Begin each entry on a new line with a"
            " hyphen, or write [one, two].",
        ),
        (
            "x: 3\n",
            {"properties": {"x": {"oneOf": [{"type": "array"}, {"type": "string"}]}}},
            "f:1:4: x: the number 3 is not accepted here: 3 is not valid under any of the given"
            " schemas.",
        ),
        (
            "x: 3\n",
            {"properties": {"x": {"oneOf": [{"minimum": 1}, {"minimum": 2}]}}},
            "f:1:4: x: the number 3 is not accepted here: 3 is valid under each of"
            " {'minimum': 2}, {'minimum': 1}.",
        ),
        (
            "x: 3\n",
            {"properties": {"x": {"oneOf": [False, {"maximum": 2}, {"type": "string"}]}}},
            "f:1:4: x: the number 3 is not accepted here: 3 is not valid under any of the given"
            " schemas.",
        ),
    ],
)
def test_of_several_forms_the_one_that_is_meant_is_told(
    text: str, schema: dict[str, Any], told: str
) -> None:
    assert told_by_schema(text, schema) == [told]
