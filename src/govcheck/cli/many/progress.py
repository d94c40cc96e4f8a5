"""How far a long run is: a line that is rewritten on a terminal, quiet lines in a log."""

from __future__ import annotations

import sys
from typing import Final

import click

_STEPS: Final = 10
_WORTH_TELLING: Final = 100
"""A log hears nothing of a run that is shorter."""


class Progress:
    """Tells how many things are done, on standard error."""

    def __init__(self, noun: str, verb: str, *, quiet: bool = False) -> None:
        self._noun = noun
        self._verb = verb
        self._quiet = quiet
        self._on_terminal = sys.stderr.isatty()
        self._told = 0

    def reached(self, done: int, total: int) -> None:
        """So many are done."""
        if self._quiet:
            return
        words = f"{self._verb} {done} of {total} {self._noun}."
        if self._on_terminal:
            click.echo(f"\r{words}", err=True, nl=done == total)
        elif total >= _WORTH_TELLING and (tenths := done * _STEPS // total) > self._told:
            self._told = tenths
            click.echo(words, err=True)
