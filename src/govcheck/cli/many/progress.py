"""How far a run of many files is: a line that is rewritten on a terminal, quiet lines in a log."""

from __future__ import annotations

import sys
from typing import Final

import click

_STEPS: Final = 10


class Progress:
    """Tells how many files are judged."""

    def __init__(self, total: int, *, quiet: bool) -> None:
        self._total = total
        self._quiet = quiet
        self._on_terminal = sys.stderr.isatty()
        self._done = 0
        self._told = 0

    def step(self) -> None:
        """One file more."""
        self._done += 1
        if self._quiet:
            return
        if self._on_terminal:
            end = "\n" if self._done == self._total else ""
            click.echo(f"\rJudged {self._done} of {self._total} files.{end}", err=True, nl=False)
        elif (reached := self._done * _STEPS // self._total) > self._told:
            self._told = reached
            if self._total >= _STEPS * _STEPS:
                click.echo(f"Judged {self._done} of {self._total} files.", err=True)
