"""The published JSON Schemas (2020-12), composed from the models and the loaded packs."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from pydantic import BaseModel, TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaWarningKind

from govcheck.intake.catalogue import Catalogue
from govcheck.model.baseline import Baseline
from govcheck.model.decision import Decision
from govcheck.model.difference import Difference
from govcheck.model.framework import Framework
from govcheck.model.ledger import Ledger
from govcheck.model.policy import Policy
from govcheck.model.result import Result
from govcheck.model.rollup import Rollup
from govcheck.model.unchanging import plain
from govcheck.model.waiver import Waivers
from govcheck.plugin.section import PlainSection
from govcheck.reference.schema_mending import Schema, closed, mended

DIALECT = "https://json-schema.org/draft/2020-12/schema"


class _Generator(GenerateJsonSchema):
    """An empty default need not be written: it is what leaving the key out means."""

    ignored_warning_kinds: set[JsonSchemaWarningKind] = {  # noqa: RUF012 - as it is inherited
        "non-serializable-default"
    }


class Unsayable(NamedTuple):
    """Something that the models refuse and a JSON Schema cannot."""

    what: str
    example: str
    errors: tuple[str, ...]
    """The kinds of error under which the models refuse it."""


BEYOND_JSON_SCHEMA: tuple[Unsayable, ...] = (
    Unsayable(
        "a whole number written with a decimal point; JSON Schema takes 1.0 and 1 for the same",
        "headcount: 12.0",
        ("int_type", "int_from_float", "literal_error", "string_type"),
    ),
    Unsayable(
        "a period with a day, month or year that does not exist, or that runs backwards",
        "about: 2023-03/2022-04",
        ("unreal_period",),
    ),
    Unsayable(
        "several entries of a framework with the same number or id",
        "two recommendations with number 2",
        ("repeated",),
    ),
    Unsayable(
        "an id or a name that is looked up elsewhere: a framework, force, recommendation,"
        " requirement, group, pack or piece of evidence",
        "evidence: [no-such-entry]",
        ("unknown_reference",),
    ),
    Unsayable(
        "an extra section of a framework that is not itself a sound JSON Schema",
        "sections: {custody: {type: house}}",
        (),
    ),
)
"""Everything that a schema accepts and govcheck refuses. There is nothing the other way round."""


def as_text(schema: Schema) -> str:
    """A schema as it is written to a file."""
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def framework_schema() -> Schema:
    """What a framework file can hold."""
    schema = _of_model(Framework)
    return _published(
        schema, "framework", "govcheck framework", "One published report and its recommendations."
    )


def result_schema() -> Schema:
    """What `govcheck run --format json` prints for one file; for several, a list of these."""
    schema = closed(mended(TypeAdapter(Result).json_schema(mode="serialization")))
    return _published(schema, "result", "govcheck result", "Everything that one run found.")


def decision_schema() -> Schema:
    """What the form `decision` holds for one file; for several, a list of these."""
    schema = closed(mended(TypeAdapter(Decision).json_schema(mode="serialization")))
    return _published(schema, "decision", "govcheck decision", "What a gate says of a result.")


def coverage_schema() -> Schema:
    """What `govcheck coverage --format json` prints."""
    schema = closed(mended(TypeAdapter(Ledger).json_schema(mode="serialization")))
    return _published(
        schema, "coverage", "govcheck coverage", "How each requirement was looked at."
    )


def difference_schema() -> Schema:
    """What `govcheck diff --format json` prints."""
    schema = closed(mended(TypeAdapter(Difference).json_schema(mode="serialization")))
    return _published(schema, "difference", "govcheck difference", "What changed between results.")


def rollup_schema() -> Schema:
    """What a run of many files writes as `rollup.json`."""
    schema = closed(mended(TypeAdapter(Rollup).json_schema(mode="serialization")))
    return _published(schema, "rollup", "govcheck roll-up", "What came out for many files.")


def baseline_schema() -> Schema:
    """What `govcheck baseline update` writes."""
    schema = closed(mended(TypeAdapter(Baseline).json_schema(mode="serialization")))
    return _published(schema, "baseline", "govcheck baseline", "Gaps that are known, since when.")


def policy_schema() -> Schema:
    """What a policy file can hold."""
    return _published(
        _of_model(Policy), "policy", "govcheck policy", "What a pipeline asks of a result."
    )


def waivers_schema() -> Schema:
    """What a file of waivers can hold."""
    return _published(
        _of_model(Waivers), "waivers", "govcheck waivers", "Gaps that are borne until a day."
    )


def configuration_schema(model: type[BaseModel]) -> Schema:
    """What the configuration can hold; the command line passes the model of it."""
    schema = _of_model(model)
    return _published(
        schema, "configuration", "govcheck configuration", "Settings in govcheck.toml."
    )


def assessment_schema(catalogue: Catalogue) -> Schema:
    """What a self-assessment can hold with the packs and frameworks of the catalogue."""
    schema = _of_model(catalogue.whole_model())
    properties = schema["properties"]
    for key, section in catalogue.sections.items():
        if issubclass(section, PlainSection):
            schema.get("$defs", {}).pop(section.__name__, None)
            properties[key] = _optional(section.plain_schema, key, section.__doc__ or "")
    rules = _sections_of_frameworks(catalogue, properties)
    if rules:
        schema["allOf"] = rules
    properties["framework"]["examples"] = list(catalogue.frameworks)
    _offer_forces(properties["force"], catalogue)
    properties["recommendations"]["properties"] = _recommendations(catalogue)
    return _published(
        schema,
        "self-assessment",
        "govcheck self-assessment",
        "What a force says about the recommendations of one report, with its evidence and actions.",
    )


def _of_model(model: type[BaseModel]) -> Schema:
    return mended(model.model_json_schema(by_alias=True, schema_generator=_Generator))


def _published(schema: Schema, name: str, title: str, description: str) -> Schema:
    rest = {key: value for key, value in schema.items() if key != "description"}
    return {
        "$schema": DIALECT,
        "$id": f"urn:govcheck:schema:{name}:1",
        "title": title,
        "description": description,
        **rest,
    }


def _optional(section: Mapping[str, Any], key: str, about: str = "") -> Schema:
    """A plain schema inside ours, or nothing said."""
    inner = plain(section)
    if "$ref" in json.dumps(inner):
        # Its references count from its own top; an id of its own makes it a schema of its own.
        inner.setdefault("$id", f"urn:govcheck:schema:section:{key}")
    schema: Schema = {"anyOf": [inner, {"type": "null"}]}
    described = " ".join(about.split())
    return {**schema, "description": described} if described else schema


def _sections_of_frameworks(catalogue: Catalogue, properties: Schema) -> list[Schema]:
    """Sections that a framework brings belong to answers to that framework only."""
    rules: list[Schema] = []
    brought = {key: None for item in catalogue.frameworks.values() for key in item.sections}
    for key in brought:
        by_framework = {
            item.id: item.sections[key]
            for item in catalogue.frameworks.values()
            if key in item.sections
        }
        rules += [
            _where([name], {key: _optional(schema, f"{name}:{key}")})
            for name, schema in by_framework.items()
        ]
        otherwise = properties.get(key, False)
        rules.append({"if": _answers(list(by_framework)), "else": {"properties": {key: otherwise}}})
        properties[key] = {"description": "A section that the framework asks for."}
    return rules


def _where(frameworks: list[str], properties: Schema) -> Schema:
    return {"if": _answers(frameworks), "then": {"properties": properties}}


def _answers(frameworks: list[str]) -> Schema:
    return {"properties": {"framework": {"enum": frameworks}}, "required": ["framework"]}


def _offer_forces(schema: Schema, catalogue: Catalogue) -> None:
    for form in schema["oneOf"]:
        if form.get("type") == "string":
            form["examples"] = [force.id for force in catalogue.forces]


def _recommendations(catalogue: Catalogue) -> Schema:
    """The numbers that the frameworks hold, with texts to hover over."""
    offered: Schema = {}
    for framework in catalogue.frameworks.values():
        for item in framework.recommendations:
            entry = offered.setdefault(
                item.number,
                {
                    "anyOf": [{"$ref": "#/$defs/Answer"}, {"type": "null"}],
                    "description": "",
                    "properties": {"requirements": {"properties": {}}},
                },
            )
            entry["description"] = _joined(
                entry["description"], f"{item.title} ({framework.id}). {_one_line(item.wording)}"
            )
            answers = entry["properties"]["requirements"]["properties"]
            for requirement in item.requirements:
                known = answers.setdefault(requirement.id, {"description": ""})
                known["description"] = _joined(known["description"], _one_line(requirement.text))
    return offered


def _joined(known: str, more: str) -> str:
    return f"{known} | {more}" if known else more


def _one_line(text: str) -> str:
    return " ".join(text.split())
