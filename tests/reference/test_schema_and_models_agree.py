"""What the published schema accepts the models accept, and the other way round.

The only exceptions are those in `BEYOND_JSON_SCHEMA`, which the models refuse and a schema cannot.
"""

import json
from functools import cache
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic import BaseModel, ValidationError
from tests.reference.documents import changed, of_model
from tests.reference.loaded import harbour, installed

from govcheck.intake.assessment import read_assessment
from govcheck.intake.document import parse_document
from govcheck.intake.plain_schema import schema_problems, unsound_schema
from govcheck.intake.problem import InvalidDocument
from govcheck.model.framework import Framework
from govcheck.reference.json_schema import (
    BEYOND_JSON_SCHEMA,
    assessment_schema,
    framework_schema,
)

BEYOND = {error for item in BEYOND_JSON_SCHEMA for error in item.errors}
WHOLE_NUMBER = frozenset(BEYOND_JSON_SCHEMA[0].errors)

many = settings(
    max_examples=100,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@cache
def held(kind: str) -> tuple[type[BaseModel], Draft202012Validator]:
    """A model, and the validator of the schema that is published for it."""
    if kind == "framework":
        return Framework, _validator(framework_schema())
    catalogue = {"harbour": harbour, "installed": installed}[kind]().catalogue
    return catalogue.whole_model(), _validator(assessment_schema(catalogue))


def _validator(schema: dict[str, Any]) -> Draft202012Validator:
    assert unsound_schema(schema) is None
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


@cache
def strategy(kind: str) -> st.SearchStrategy[Any]:
    model, _ = held(kind)
    return changed(of_model(model))


def as_read(document: Any) -> Any:
    """The data that intake makes of a document; what it cannot read at all is not compared."""
    try:
        return parse_document(json.dumps(document), "generated.json", "json").data
    except InvalidDocument:
        assume(condition=False)


def objections(model: type[BaseModel], data: Any) -> list[Any]:
    try:
        model.model_validate_json(json.dumps(data))
    except ValidationError as errors:
        return list(errors.errors(include_url=False))
    return []


def is_beyond_a_schema(error: Any) -> bool:
    value = error["input"]
    if error["type"] in WHOLE_NUMBER:
        return isinstance(value, float) and value.is_integer()
    return error["type"] in BEYOND


@pytest.mark.parametrize("kind", ["harbour", "installed", "framework"])
@many
@given(data=st.data())
def test_schema_and_models_accept_the_same_documents(kind: str, data: st.DataObject) -> None:
    model, validator = held(kind)
    document = as_read(data.draw(strategy(kind)))
    # A pack's plain section is any block for the model; its own schema judges it when it is read.
    document.pop("tides", None)
    errors = objections(model, document)
    complaint = next(validator.iter_errors(document), None)
    if complaint is None:
        assert all(is_beyond_a_schema(error) for error in errors), errors
    else:
        assert errors, complaint.message


HEADER = {
    "govcheck": 1,
    "framework": "harbours-2024",
    "force": {"id": "x", "name": "X"},
    "as_at": "2024-06-01",
}
AGREED = [
    ({}, True),
    ({"tides": None}, True),
    ({"tides": {"range": 3}}, True),
    ({"tides": {"range": -3}}, False),
    ({"tides": {"rnge": 3}}, False),
    ({"fog": None}, True),
    ({"fog": {"horn": True}}, True),
    ({"fog": {"horn": "loud"}}, False),
    ({"fog": []}, False),
    ({"fog": {"horn": True}, "framework": "others-2024"}, False),
    ({"evidence": {"plan": {"title": "Plan", "path": "plan.pdf"}}}, True),
    ({"evidence": {"plan": {"title": "Plan"}}}, False),
    ({"evidence": {"plan": {"title": "Plan", "path": "plan.pdf", "url": "https://x.org"}}}, False),
    ({"evidence": {"plan": {"title": "Plan", "path": "plan.pdf", "url": None}}}, True),
    ({"evidence": {"Plan": {"title": "Plan", "path": "plan.pdf"}}}, False),
    ({"recommendations": {"1": {"owner": "x" * 20_000}}}, True),
    ({"recommendations": {"1": {"owner": "é" * 20_001}}}, False),
    ({"recommendations": {"1": {"requirements": {"no such\n": None}}}}, False),
    ({"as_at": "2023-02-30"}, False),
    ({"govcheck": True}, False),
    ({"evidence": {"plan": {"title": "Plan", "path": "plan.pdf", "sha256": "0aF" * 21 + "C"}}}, True),
    ({"evidence": {"plan": {"title": "Plan", "path": "plan.pdf", "sha256": "0aG" * 21 + "C"}}}, False),
    ({"berths": {"by_name": {"any": {"colour": "red"}}}}, True),
    ({"berths": {"lights": [{"colour": "red", "range_miles": 0}]}}, False),
    ({"berths": {"lights": [{"colour": "red", "range_miles": 1}]}}, True),
]  # fmt: skip


@pytest.mark.parametrize(("change", "accepted"), AGREED)
def test_what_is_read_is_what_the_schema_accepts(change: dict[str, Any], accepted: bool) -> None:  # noqa: FBT001
    document = parse_document(json.dumps({**HEADER, **change}), "x.json", "json")
    _, validator = held("harbour")
    assert validator.is_valid(document.data) is accepted
    assert (not list(schema_problems(document, (), dict(validator.schema)))) is accepted
    try:
        read_assessment(document, harbour().catalogue)
    except InvalidDocument:
        assert not accepted
    else:
        assert accepted


REFUSED_ONLY_BY_THE_MODELS = [
    {"berths": {"number": 12.0}},
    {"berths": {"upkeep": {"years": "2023-03/2022-04"}}},
    {"berths": {"upkeep": {"years": "2023-02-30"}}},
    {"berths": {"evidence": ["no-such-entry"]}},
    {"berths": {"users": ["pilots"]}},
    {"recommendations": {"9": {}}},
    {"recommendations": {"1": {"requirements": {"sails": {}}}}},
    {"requires": {"lighthouse": "*"}},
]


@pytest.mark.parametrize("change", REFUSED_ONLY_BY_THE_MODELS)
def test_the_exceptions_are_needed(change: dict[str, Any]) -> None:
    document = parse_document(json.dumps({**HEADER, **change}), "x.json", "json")
    _, validator = held("harbour")
    assert validator.is_valid(document.data)
    with pytest.raises(InvalidDocument):
        read_assessment(document, harbour().catalogue)


def test_a_day_is_never_a_count_of_seconds() -> None:
    model, validator = held("harbour")
    document = {**HEADER, "as_at": "86400"}
    assert not validator.is_valid(document)
    assert objections(model, document)
