"""From the place that a finding names to a location in the file."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Any

from govcheck.engine.plan import Task
from govcheck.intake.document import Document, Pointer, json_pointer
from govcheck.intake.schema_path import description_at
from govcheck.model.assessment import SelfAssessment
from govcheck.model.result import Location

_STEP = re.compile(r"\[(\d{1,9})\]|([^.\[\]]+)")


def file_name(document: Document) -> str:
    """What a result calls the file: without its folder, so that it is the same wherever it is."""
    return PurePath(document.name).name


class Places:
    """Where things are in one assessment."""

    def __init__(self, document: Document, assessment: SelfAssessment) -> None:
        self._document = document
        self._file = file_name(document)
        self._model = type(assessment)

    def location(self, task: Task, at: str) -> Location:
        """The location of a place, or of the nearest thing around it that is in the file."""
        pointer = self._pointer(task, at)
        line, column = self._document.place(pointer)
        cell = self._document.cell(pointer)
        return Location(self._file, line, column, json_pointer(pointer), cell)

    def question(self, task: Task, at: str) -> str:
        """What the field at a place asks, for a question that was left open."""
        pointer = self._pointer(task, at)
        described = description_at(self._model, pointer)
        return f"{_dotted(pointer)} is not answered. {described}".rstrip()

    def _pointer(self, task: Task, at: str) -> Pointer:
        steps = _absolute(at) if at.startswith("/") else (*_home(task), *_relative(at))
        return self._as_in_data(steps)

    def _as_in_data(self, steps: tuple[str | int, ...]) -> Pointer:
        """Digits index lists and name keys of mappings."""
        value: Any = self._document.data
        pointer: list[str | int] = []
        for step in steps:
            if isinstance(value, list) and str(step).isdigit():
                index = int(step)
                value = value[index] if index < len(value) else None
                pointer.append(index)
            else:
                value = value.get(str(step)) if isinstance(value, dict) else None
                pointer.append(step)
        return tuple(pointer)


def _dotted(pointer: Pointer) -> str:
    """A place as authors and readers write it: wellbeing.roles[2].headcount."""
    return "".join(
        f"[{step}]" if isinstance(step, int) else f".{step}" for step in pointer
    ).removeprefix(".")


def _home(task: Task) -> tuple[str, ...]:
    """Where relative places begin: the check's first section, or what it runs for."""
    keys = task.loaded.section_keys
    if keys:
        return (keys[0],)
    home: tuple[str, ...] = ("recommendations", task.recommendation.number)
    if task.requirement and task.scope:
        home = (*home, "requirements", task.requirement.id)
    return home


def _absolute(at: str) -> tuple[str, ...]:
    steps = at[1:].split("/") if at != "/" else []
    return tuple(step.replace("~1", "/").replace("~0", "~") for step in steps)


def _relative(at: str) -> tuple[str | int, ...]:
    return tuple(int(index) if index else name for index, name in _STEP.findall(at))
