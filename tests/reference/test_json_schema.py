"""What the published schemas say to an editor."""

import json
from datetime import date
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from tests.reference.loaded import harbour, installed

from govcheck.cli.configuration import Configuration
from govcheck.intake.catalogue import Catalogue
from govcheck.intake.plain_schema import unsound_schema
from govcheck.reference.json_schema import (
    BEYOND_JSON_SCHEMA,
    as_text,
    assessment_schema,
    configuration_schema,
    framework_schema,
    result_schema,
)
from govcheck.reference.schema_mending import mended
from govcheck.reference.starter import starter
from govcheck.report.json_report import render
from govcheck.report.judged import Judged
from govcheck.testing import judge_text

SCHEMAS = {
    "self-assessment": lambda: assessment_schema(harbour().catalogue),
    "framework": framework_schema,
    "result": result_schema,
    "configuration": lambda: configuration_schema(Configuration),
}


@pytest.mark.parametrize("name", SCHEMAS)
def test_each_schema_is_sound_and_named(name: str) -> None:
    schema = SCHEMAS[name]()
    assert unsound_schema(schema) is None
    assert list(schema)[:4] == ["$schema", "$id", "title", "description"]
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == f"urn:govcheck:schema:{name}:1"
    assert schema["title"] == f"govcheck {name}"
    assert schema["additionalProperties"] is False
    assert as_text(schema).endswith("}\n")


def test_an_editor_is_offered_the_frameworks_and_forces_that_are_loaded() -> None:
    properties = assessment_schema(installed().catalogue)["properties"]
    assert "peel-getting-a-grip-2023" in properties["framework"]["examples"]
    assert "devon-and-cornwall" in properties["force"]["oneOf"][0]["examples"]


def test_an_editor_shows_what_a_recommendation_and_its_requirements_are() -> None:
    offered = assessment_schema(harbour().catalogue)["properties"]["recommendations"]["properties"]
    assert list(offered) == ["1"]
    assert offered["1"]["description"] == (
        "Keep the harbour (harbours-2024). By May 2024, harbours should be kept: - with berths;"
        " and - with a crew."
    )
    assert offered["1"]["properties"]["requirements"]["properties"] == {
        "berths": {"description": "There are berths | quays."},
        "crew": {"description": "There is a crew."},
        "lights": {"description": "The lights burn."},
    }


def test_two_frameworks_with_one_number_are_both_shown() -> None:
    framework = harbour().catalogue.frameworks["harbours-2024"]
    other = framework.model_copy(update={"id": "harbours-2025"})
    both = Catalogue({item.id: item for item in (framework, other)})
    offered = assessment_schema(both)["properties"]["recommendations"]["properties"]["1"]
    assert offered["description"].count(" | ") == 1
    assert "(harbours-2025)" in offered["description"]


def test_every_field_that_a_pack_asks_for_is_described() -> None:
    undescribed = [
        f"{name}.{key}"
        for name, part in assessment_schema(installed().catalogue)["$defs"].items()
        for key, field in part.get("properties", {}).items()
        if not field.get("description")
    ]
    assert undescribed == []


def test_a_plain_schema_keeps_its_own_references() -> None:
    tides = assessment_schema(harbour().catalogue)["properties"]["tides"]
    assert tides["description"] == "The tides of the harbour."
    assert tides["anyOf"][0]["$id"] == "urn:govcheck:schema:section:tides"
    assert tides["anyOf"][1] == {"type": "null"}


def test_mending_leaves_names_of_properties_alone() -> None:
    schema: dict[str, Any] = {
        "title": "Machine",
        "properties": {
            "title": {"title": "Title", "type": "string", "default": None},
            "default": {"title": "Default", "type": "string", "default": "last day"},
        },
    }
    assert mended(schema) == {
        "properties": {
            "title": {"type": "string"},
            "default": {"type": "string", "default": "last day"},
        }
    }


def test_mending_makes_patterned_keys_the_only_ones() -> None:
    schema = {"type": "object", "patternProperties": {"^[a-z]+$": {"type": "string"}}}
    assert mended(schema) == {
        "type": "object",
        "propertyNames": {"pattern": "^[a-z]+$", "not": {"pattern": "\\n$"}},
        "additionalProperties": {"type": "string"},
    }


def test_mending_lets_items_repeat_as_the_models_do() -> None:
    assert mended({"type": "array", "uniqueItems": True}) == {"type": "array"}


def test_each_exception_says_what_it_is_and_shows_it() -> None:
    assert all(item.what and item.example for item in BEYOND_JSON_SCHEMA)


def test_a_result_is_what_its_schema_says() -> None:
    registry = harbour()
    framework = registry.catalogue.frameworks["harbours-2024"]
    text = starter(framework, "x", date(2024, 6, 1), registry)
    text = text.replace("force: x", "force: {id: x, name: X}")
    result = judge_text(text, registry)
    validator = Draft202012Validator(result_schema())
    printed = json.loads(render([Judged("a.yaml", result, "")]))
    assert list(validator.iter_errors(printed)) == []
    assert not validator.is_valid({**printed, "score": 7})
    assert not validator.is_valid({key: printed[key] for key in printed if key != "digest"})
