"""What is wrong with a file, and where: the one shape of every complaint about input."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

SHOWN_LENGTH = 80
"""How much of a file's own text a message repeats."""

MAX_PROBLEMS = 100
"""More would not be read by anybody; the telling stops there."""

MOST_EXAMINED = 2 * MAX_PROBLEMS
"""How many problems one look at a document works out in words. Some may be told in better words by
another look, so these are more than are told in the end."""

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


STOPPED = f"reading stopped here, after {MAX_PROBLEMS} problems."
CORRECT_FIRST = "Correct those above and try again; there may be more below."


class Problem(NamedTuple):
    """One thing wrong in a file. Problems sort by their place."""

    file: str
    line: int
    column: int
    message: str
    """What is wrong."""
    hint: str = ""
    """What would be right, or what to do next."""
    cell: str | None = None
    """Where it is in a workbook: Retention!C7."""

    def __str__(self) -> str:
        """The problem on one line, in the form that editors turn into a link."""
        place = f" [{shown(self.cell)}]" if self.cell else f":{self.line}:{self.column}"
        sentence = f"{self.file}{place}: {self.message}"
        return f"{sentence} {self.hint}" if self.hint else sentence


def _in_order(problem: Problem) -> tuple[object, ...]:
    return (*problem[:-1], problem.cell or "")


def _first(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """As many as are read, and a last one that says where the telling stops."""
    if len(problems) <= MAX_PROBLEMS + 1:  # the one more is such a last one, or might as well be
        return tuple(problems)
    after = problems[MAX_PROBLEMS]
    last = Problem(after.file, after.line, after.column, STOPPED, CORRECT_FIRST, after.cell)
    return (*problems[:MAX_PROBLEMS], last)


class InvalidDocument(Exception):  # noqa: N818 - it names the document, as the messages do
    """A file that cannot be used, with everything that was found wrong in it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the first problems in the order of their places, each of them once."""
        self.problems: tuple[Problem, ...] = _first(sorted(set(problems), key=_in_order))
        super().__init__("\n".join(str(problem) for problem in self.problems))
