"""Framework files and files of forces: documents held against their models."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TypeVar

from pydantic import BaseModel

from govcheck.intake.document import Document, Pointer
from govcheck.intake.problem import MOST_EXAMINED, InvalidDocument, Problem, shown
from govcheck.intake.suggestion import suggestion
from govcheck.intake.validation import validate
from govcheck.model.force import Forces
from govcheck.model.framework import Framework

M = TypeVar("M", bound=BaseModel)


def read_framework(document: Document) -> Framework:
    """A framework with its group names checked. Raises InvalidDocument with every problem."""
    framework = _read(document, Framework)
    groups = islice(_unknown_groups(document, framework), MOST_EXAMINED)
    problems = [*groups, *_unsound_sections(document, framework)]
    if problems:
        raise InvalidDocument(problems)
    return framework


def read_forces(document: Document) -> Forces:
    """A file of forces. Raises InvalidDocument with every problem."""
    return _read(document, Forces)


def _read(document: Document, model: type[M]) -> M:
    value, problems = validate(document, model, {})
    if value is None:
        raise InvalidDocument(problems)
    return value


def _unknown_groups(document: Document, framework: Framework) -> Iterator[Problem]:
    for number, recommendation in enumerate(framework.recommendations):
        base = ("recommendations", number)
        named: list[tuple[Pointer, str]] = [
            ((*base, "groups", index), name) for index, name in enumerate(recommendation.groups)
        ]
        for position, requirement in enumerate(recommendation.requirements):
            place = (*base, "requirements", position, "groups")
            named += [((*place, index), name) for index, name in enumerate(requirement.groups)]
        for pointer, name in named:
            if name not in framework.group_names:
                hint = suggestion(name, framework.group_names) or "Add it under groups."
                yield document.problem(pointer, f"there is no group called “{shown(name)}”.", hint)


def _unsound_sections(document: Document, framework: Framework) -> Iterator[Problem]:
    if not framework.sections:
        return
    from govcheck.intake.plain_schema import unsound_schema  # noqa: PLC0415 - jsonschema is heavy

    for key, schema in framework.sections.items():
        reason = unsound_schema(schema)
        if reason:
            yield document.problem(
                ("sections", key), f"this is not a JSON Schema: {shown(reason)}."
            )
