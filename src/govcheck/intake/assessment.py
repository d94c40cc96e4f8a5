"""From a document to a self-assessment that is held against its framework: all problems at once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any, NamedTuple

from govcheck.intake.catalogue import Catalogue, is_plain
from govcheck.intake.document import Document
from govcheck.intake.expected_type import found
from govcheck.intake.problem import MOST_EXAMINED, InvalidDocument, Problem, shown
from govcheck.intake.suggestion import Known, suggestion
from govcheck.intake.validation import validate
from govcheck.model.assessment import SelfAssessment
from govcheck.model.force import Force
from govcheck.model.framework import Framework


class Submission(NamedTuple):
    """A valid self-assessment beside what it refers to and the places of its values."""

    document: Document
    assessment: SelfAssessment
    framework: Framework
    force: Force


def read_assessment(document: Document, catalogue: Catalogue) -> Submission:
    """Judge a document by the models and by what it refers to.

    Raises InvalidDocument with every problem, in the order of the file.
    """
    framework = catalogue.frameworks.get(_text(document.data.get("framework")))
    model = catalogue.whole_model()
    references: dict[str, Collection[str]] = {}
    if isinstance(evidence := document.data.get("evidence"), dict | None):
        # Whatever is no block of entries is told as such, and not once more for each citation.
        references["evidence"] = Known(evidence or ())
    if framework:
        references["group"] = Known(framework.group_names)
    plain_keys = catalogue.plain_keys(framework)
    assessment, problems = validate(
        without(document, plain_keys),
        model,
        references,
        known_keys=(*catalogue.sections, *plain_keys),
    )
    better = tuple(islice(_cross_checks(document, catalogue, framework), MOST_EXAMINED))
    told = _each_place_once(document, problems, better)
    if told or assessment is None or framework is None:
        raise InvalidDocument(told)
    return Submission(document, assessment, framework, _force(assessment, catalogue))


def _each_place_once(
    document: Document, problems: Iterable[Problem], better: Sequence[Problem]
) -> list[Problem]:
    """All problems, but of two at one value only the better informed."""
    told = {(problem.line, problem.column) for problem in better} - {document.place(())}
    return [*better, *(item for item in problems if (item.line, item.column) not in told)]


def without(document: Document, keys: Collection[str]) -> Document:
    """The document without some of its top-level keys, places unchanged."""
    if not any(key in document.data for key in keys):
        return document
    data = {key: value for key, value in document.data.items() if key not in keys}
    return replace(document, data=data)


def _cross_checks(
    document: Document, catalogue: Catalogue, framework: Framework | None
) -> Iterator[Problem]:
    yield from _framework_problems(document, catalogue)
    yield from _force_problems(document, catalogue)
    if document.data.get("requires"):
        from govcheck.intake.requirement import unmet_requirements  # noqa: PLC0415 - packaging

        yield from unmet_requirements(document, catalogue)
    yield from _dataset_problems(document, catalogue)
    if framework:
        yield from _recommendation_problems(document, framework)
    yield from _plain_problems(document, catalogue, framework)


def _framework_problems(document: Document, catalogue: Catalogue) -> Iterator[Problem]:
    name = document.data.get("framework")
    if isinstance(name, str) and name not in catalogue.frameworks:
        hint = suggestion(name, catalogue.frameworks)
        advice = "`govcheck list frameworks` shows them; --framework FILE adds one."
        yield document.problem(
            ("framework",), f"there is no framework “{shown(name)}”.", f"{hint} {advice}".strip()
        )


def _force_problems(document: Document, catalogue: Catalogue) -> Iterator[Problem]:
    name = document.data.get("force")
    if isinstance(name, bool | int | float | list):
        message = f"force: expected the name of a force, found {found(name)}."
        yield document.problem(("force",), message, "Write its id, code or name.")
    if isinstance(name, str) and catalogue.force(name) is None:
        advice = "A body that is not listed is written out with id and name."
        hint = suggestion(name, catalogue.force_names()) if catalogue.forces else ""
        if not hint.startswith("Did you mean"):
            hint = "`govcheck list forces` shows them."
        yield document.problem(
            ("force",), f"there is no force “{shown(name)}”.", f"{hint} {advice}"
        )


def _dataset_problems(document: Document, catalogue: Catalogue) -> Iterator[Problem]:
    for name in _mapping(document.data.get("datasets")):
        if name not in catalogue.datasets:
            yield document.problem(
                ("datasets", name),
                f"no loaded pack knows a data set “{shown(name)}”.",
                suggestion(name, catalogue.datasets),
                at_key=True,
            )


def _recommendation_problems(document: Document, framework: Framework) -> Iterator[Problem]:
    numbers = [item.number for item in framework.recommendations]
    for number, answer in _mapping(document.data.get("recommendations")).items():
        recommendation = framework.recommendation(number)
        if recommendation is None:
            yield document.problem(
                ("recommendations", number),
                f"{framework.id} holds no recommendation “{shown(number)}”.",
                suggestion(number, numbers),
                at_key=True,
            )
            continue
        known = [item.id for item in recommendation.requirements]
        for name in _mapping(_mapping(answer).get("requirements")):
            if name not in known:
                yield document.problem(
                    ("recommendations", number, "requirements", name),
                    f"recommendation {number} has no requirement “{shown(name)}”.",
                    suggestion(name.removeprefix(f"{number}."), known),
                    at_key=True,
                )


def _plain_problems(
    document: Document, catalogue: Catalogue, framework: Framework | None
) -> Iterator[Problem]:
    """Sections that a pack or the framework describes by a plain JSON Schema."""
    schemas: dict[str, Any] = dict(framework.sections) if framework else {}
    for key, section in catalogue.sections.items():
        if is_plain(section):
            schemas[key] = getattr(section, "plain_schema")  # noqa: B009 - narrowed by is_plain
    present = [key for key in schemas if document.data.get(key) is not None]
    if present:
        from govcheck.intake.plain_schema import schema_problems  # noqa: PLC0415 - jsonschema is heavy

        for key in present:
            yield from schema_problems(document, (key,), schemas[key])


def _force(assessment: SelfAssessment, catalogue: Catalogue) -> Force:
    named = assessment.force
    if isinstance(named, Force):
        return named
    found = catalogue.force(named)
    if found is None:
        raise AssertionError("unknown forces are problems")
    return found


def _mapping(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
