"""`govcheck validate`: is the file well formed, before anything is judged?"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from govcheck.cli.options import files_argument, framework_file_option, plugin_option

if TYPE_CHECKING:
    from govcheck.intake.document import Document
    from govcheck.registry.registry import Registry


@click.command("validate")
@files_argument
@click.option(
    "--schema-only",
    is_flag=True,
    help="Hold the file against the JSON Schema alone, as an editor does.",
)
@click.option("-q", "--quiet", is_flag=True, help="Print nothing for a file that is well formed.")
@plugin_option
@framework_file_option
def command(
    *,
    files: tuple[Path, ...],
    schema_only: bool,
    quiet: bool,
    plugins: tuple[Path, ...],
    framework_files: tuple[Path, ...],
) -> None:
    """Check that each FILE is well formed: every problem at once, each with its place.

    Exits with 0 if all are, with 2 if one is not. Nothing is judged.
    """
    from govcheck.cli import session  # noqa: PLC0415 - keeps --help light
    from govcheck.gate.exit_status import ExitStatus  # noqa: PLC0415
    from govcheck.intake.assessment import read_assessment  # noqa: PLC0415
    from govcheck.intake.document import read_document  # noqa: PLC0415
    from govcheck.intake.problem import InvalidDocument  # noqa: PLC0415
    from govcheck.model.visible import visible  # noqa: PLC0415

    registry = session.load(plugins, framework_files)
    status = ExitStatus.CLEAR
    for path in dict.fromkeys(files):
        try:
            document = read_document(path)
            if schema_only:
                _hold_against_schema(document, registry)
            else:
                read_assessment(document, registry.catalogue)
        except InvalidDocument as error:
            status = ExitStatus.INVALID
            for problem in error.problems:
                click.echo(str(problem), err=True)
        else:
            if not quiet:
                click.echo(f"{visible(str(path))}: well formed.")
    sys.exit(status)


def _hold_against_schema(document: Document, registry: Registry) -> None:
    """Raise InvalidDocument with what the composed JSON Schema objects to."""
    from govcheck.intake.plain_schema import schema_problems  # noqa: PLC0415
    from govcheck.intake.problem import InvalidDocument  # noqa: PLC0415
    from govcheck.reference.json_schema import assessment_schema  # noqa: PLC0415

    problems = tuple(schema_problems(document, (), assessment_schema(registry.catalogue)))
    if problems:
        raise InvalidDocument(problems)
