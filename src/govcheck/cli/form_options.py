"""Options that say in which form results are printed and written."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import click

from govcheck.cli.extras import missing_for
from govcheck.report.forms import NAMES, Output, UnknownFormError, output_for


class Written(NamedTuple):
    """A file that is to be written, and what it is to hold."""

    path: Path
    output: Output


class OutputType(click.ParamType[Written]):
    """`FILE`, of which the ending chooses the form, or `FORM=FILE`."""

    name = "file"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> Written:
        """The file and its form, or a message that says what could be written."""
        if isinstance(value, Written):
            return value
        before, equals, after = str(value).partition("=")
        form, name = (before, after) if equals and before in NAMES else (None, str(value))
        if equals and form is None and (meant := _meant(before)):
            self.fail(f"“{before}” is not a form. {meant}", param, ctx)
        path = Path(name)
        if path.is_dir():
            self.fail(f"{path} is a folder. Name a file in it.", param, ctx)
        if missing := missing_for(path):
            self.fail(missing, param, ctx)
        try:
            return Written(path, output_for(path.suffix, form))
        except UnknownFormError as error:
            self.fail(f"{path.name}: {error}.", param, ctx)


def _meant(word: str) -> str:
    """The question which form is meant; empty for a word that is like none."""
    from govcheck.intake.suggestion import suggestion  # noqa: PLC0415 - seldom needed

    near = suggestion(word, NAMES)
    return near if near.startswith("Did you mean") else ""


form_option = click.option(
    "--format",
    "form",
    type=click.Choice(NAMES),
    help="What is printed.  [default: table]",
)
