"""A starter file: every question about a framework, in the order of the file, left blank."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from pydantic import BaseModel

from govcheck.model.assessment import Answer, RequirementAnswer, SelfAssessment
from govcheck.model.deadline import in_words
from govcheck.model.force import Force
from govcheck.model.framework import Framework, Recommendation
from govcheck.plugin.check import Scope
from govcheck.plugin.section import PlainSection, Section
from govcheck.reference.field_form import can_be_blank, form_of
from govcheck.reference.starter_data import data_sets
from govcheck.reference.starter_fields import Questionnaire
from govcheck.reference.starter_text import STEP, commented_out, note, scalar
from govcheck.registry.registry import LoadedCheck, Registry

_HOW = """\
Lines that begin with # are notes to you. They are not read, and you may delete them.
Write an answer after the colon of its line: text, a word from the list in the note, a number, \
a day as 2023-10-31, or a list as [one, two]. Text that holds a colon or a # goes into quotes.
For text of several lines, write > after the colon and the text on the lines below, each begun \
with spaces further to the right; an empty line begins a new paragraph, and no quotes are needed.
What you leave blank is reported as “not assessed”: not as a failure, and never as a pass.
Where lines with names and colons are commented out, take away the # and the space after it to use \
them. An empty list, [], says that there is none."""


def starter(
    framework: Framework,
    force: str | Force,
    as_at: date,
    registry: Registry,
    *,
    schema: str | None = None,
) -> str:
    """A self-assessment in YAML that is valid and says nothing yet.

    `force` is a name that the packs list, or a body that is written out. `schema` is the path of a
    schema file for editors, written into the first line.
    """
    lines = [
        *_header(framework, force, as_at, schema),
        *_sections(framework, registry, for_every_report=True),
        *_recommendations(framework),
        *_evidence(framework),
        *data_sets(framework, registry),
        *_sections(framework, registry, for_every_report=False),
        *_sections_of_framework(framework),
    ]
    return "\n".join(lines) + "\n"


def _header(
    framework: Framework, force: str | Force, as_at: date, schema: str | None
) -> Iterator[str]:
    if schema:
        yield f"# yaml-language-server: $schema={schema}"
    name = force if isinstance(force, str) else force.name
    yield from note(
        f"Self-assessment of {name} against “{framework.title}”, published by"
        f" {framework.publisher} on {in_words(framework.published)}."
    )
    yield "#"
    yield from note(_HOW)
    yield ""
    given: Mapping[str, Any] = {
        "govcheck": "1",
        "framework": framework.id,
        "force": _force(force),
        "as_at": as_at.isoformat(),
    }
    ask = Questionnaire(framework.group_names)
    for key, field in SelfAssessment.model_fields.items():
        if key in given:
            yield from note(field.description or "")
            yield f"{key}: {given[key]}"
        elif key not in ("recommendations", "evidence", "datasets"):
            yield from ask.field(key, field, "")


def _force(force: str | Force) -> str:
    if isinstance(force, str):
        return scalar(force)
    return f"{{id: {force.id}, name: {scalar(force.name)}}}"


def _recommendations(framework: Framework) -> Iterator[str]:
    yield from _titled("Recommendations", SelfAssessment, "recommendations")
    for recommendation in framework.recommendations:
        yield ""
        yield from _recommendation(recommendation, Questionnaire(framework.group_names))


def _recommendation(recommendation: Recommendation, ask: Questionnaire) -> Iterator[str]:
    inner = STEP * 2
    yield from note(f"Recommendation {recommendation.number}: {recommendation.title}", STEP)
    yield from note(recommendation.wording, STEP)
    yield f'{STEP}"{recommendation.number}":'
    for key, field in Answer.model_fields.items():
        if key != "requirements":
            yield from ask.field(key, field, inner)
    yield from note(Answer.model_fields["requirements"].description or "", inner)
    for key, field in RequirementAnswer.model_fields.items():
        yield from note(f"{key}: {ask.question(field, form_of(field))}", inner)
    yield f"{inner}requirements:"
    for requirement in recommendation.requirements:
        yield from note(requirement.text, inner + STEP)
        yield f"{inner}{STEP}{requirement.id}:"
        yield from (f"{inner}{STEP * 2}{key}:" for key in RequirementAnswer.model_fields)


def _evidence(framework: Framework) -> Iterator[str]:
    yield ""
    field = SelfAssessment.model_fields["evidence"]
    yield from Questionnaire(framework.group_names).field("evidence", field, "")


def _titled(title: str, model: type[BaseModel], key: str) -> Iterator[str]:
    yield ""
    yield from note(f"{title}. {model.model_fields[key].description or ''}")
    yield f"{key}:"


def _sections(framework: Framework, registry: Registry, *, for_every_report: bool) -> Iterator[str]:
    """The sections that checks ask for: those of any report's, or of this framework's own."""
    places = first_places(framework, registry)
    general = {key for key, place in places.items() if place < 0}
    wanted = [key for key in places if (key in general) is for_every_report]
    for key in sorted(wanted, key=lambda name: (places[name], name)):
        if key not in framework.sections:
            yield ""
            yield from _section(key, registry.catalogue.sections[key], framework)


def first_places(framework: Framework, registry: Registry) -> dict[str, int]:
    """For each section, the place of the first requirement that it serves; -1 if it serves all."""
    order = {
        f"{framework.id}:{recommendation.number}.{requirement.id}": place
        for place, (recommendation, requirement) in enumerate(framework.all_requirements())
    }
    places: dict[str, int] = {}
    for loaded in registry.checks:
        served = _places(loaded, order)
        for key in loaded.section_keys if served else ():
            places[key] = min(places.get(key, len(order)), *served)
    return places


def _places(loaded: LoadedCheck, order: Mapping[str, int]) -> list[int]:
    if isinstance(loaded.check.serves, Scope):
        return [-1]
    return [order[target] for target in loaded.check.serves if target in order]


def _section(key: str, section: type[Section], framework: Framework) -> Iterator[str]:
    yield from note(f"{key.replace('_', ' ').capitalize()}. {section.__doc__ or ''}")
    if issubclass(section, PlainSection):
        yield from commented_out(_plain(key, section.plain_schema), "")
        return
    lines = [f"{key}:", *Questionnaire(framework.group_names).fields(section, STEP)]
    yield from lines if can_be_blank(section) else commented_out(lines, "")


def _sections_of_framework(framework: Framework) -> Iterator[str]:
    for key, schema in framework.sections.items():
        yield ""
        yield from commented_out(_plain(key, schema), "")


def _plain(key: str, schema: Mapping[str, Any]) -> Iterator[str]:
    """A section that a plain JSON Schema describes, with the names at its top."""
    yield from note(str(schema.get("description") or ""))
    yield f"{key}:"
    properties = schema.get("properties")
    for name, inner in properties.items() if isinstance(properties, dict) else ():
        about = inner.get("description") if isinstance(inner, dict) else None
        yield from note(str(about or ""), STEP)
        yield f"{STEP}{scalar(name)}:"
