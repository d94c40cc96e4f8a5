"""The whole way: from the bytes of a document to the text of a draft, and what is left to do."""

from __future__ import annotations

from typing import NamedTuple

from govcheck.importing.drafting import draft
from govcheck.importing.reading import read
from govcheck.importing.yaml_draft import Task, written
from govcheck.intake.document import parse_document
from govcheck.intake.framework import read_framework
from govcheck.intake.problem import InvalidDocument, shown


class Imported(NamedTuple):
    """The draft of a framework file."""

    text: str
    found: tuple[str, ...]
    """What was found, in a few words each."""
    notes: tuple[str, ...]
    """What was done to the text of the document, or differs in it."""
    tasks: tuple[Task, ...]
    """What a person has to finish; nothing where the draft can be used."""


def imported(content: bytes, ending: str, name: str) -> Imported:
    """The draft that is made from a document. Raises UnreadableError."""
    nodes, found, notes = draft(read(content, ending), shown(name))
    text, tasks = written(nodes)
    told = {task.line for task in tasks}
    tasks += tuple(task for task in _problems(text) if task.line not in told)
    return Imported(text, found, notes, tuple(sorted(tasks)))


def _problems(text: str) -> tuple[Task, ...]:
    """What keeps the draft from being used, as every command that reads it would say."""
    try:
        read_framework(parse_document(text, "", "yaml"))
    except InvalidDocument as error:
        return tuple(
            Task(problem.line, f"{problem.message} {problem.hint}".strip())
            for problem in error.problems
        )
    return ()
