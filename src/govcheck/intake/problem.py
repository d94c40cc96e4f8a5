"""What is wrong with a file, and where: the one shape of every complaint about input."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

SHOWN_LENGTH = 80
"""How much of a file's own text a message repeats."""

_ESCAPE_SEQUENCE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|.)")


def shown(text: str, limit: int = SHOWN_LENGTH) -> str:
    """Text from a file, fit to stand in a message: on one line, visible throughout, and short.

    Terminal commands, control characters and marks that turn the reading direction are left out,
    so that a file cannot change how the message about it looks.
    """
    plain = _ESCAPE_SEQUENCE.sub("", text[: limit * 10])
    visible = "".join(mark for mark in plain if mark.isprintable() or mark.isspace())
    line = " ".join(visible.split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


class Problem(NamedTuple):
    """One thing wrong in a file. Problems sort by their place."""

    file: str
    line: int
    column: int
    message: str
    """What is wrong."""
    hint: str = ""
    """What would be right, or what to do next."""

    def __str__(self) -> str:
        """The problem on one line, in the form that editors turn into a link."""
        sentence = f"{self.file}:{self.line}:{self.column}: {self.message}"
        return f"{sentence} {self.hint}" if self.hint else sentence


class InvalidDocument(Exception):  # noqa: N818 - it names the document, as the messages do
    """A file that cannot be used, with everything that was found wrong in it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems in the order of their places, each of them once."""
        self.problems: tuple[Problem, ...] = tuple(sorted(set(problems)))
        super().__init__("\n".join(str(problem) for problem in self.problems))
