"""`govcheck coverage`: how each requirement was looked at, and what was measured."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from govcheck.cli.options import (
    DayType,
    SourcesGiven,
    file_argument,
    framework_file_option,
    plugin_option,
    sources_options,
    whereabouts,
)

FORMATS = ("table", "markdown", "json")


@click.command("coverage")
@file_argument
@click.option("--as-of", type=DayType(), help="Judge as of this day instead of the file's as_at.")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="table",
    show_default=True,
    help="What is printed.",
)
@sources_options
@plugin_option
@framework_file_option
def command(  # noqa: PLR0913 - one for each option
    *,
    file: Path,
    as_of: date | None,
    form: str,
    sources: SourcesGiven,
    plugins: tuple[Path, ...],
    framework_files: tuple[Path, ...],
) -> None:
    """Show the ledger of FILE: for each requirement what is claimed, found, and how it is known.

    How it was looked at is measured, document, attested, claimed only or not looked at. Every
    total is given with its whole. Nothing is held against a threshold: the exit status is 0.
    """
    from govcheck.cli import session  # noqa: PLC0415 - keeps --help light
    from govcheck.cli.judging import results_of  # noqa: PLC0415
    from govcheck.cli.terminal import terminal_style  # noqa: PLC0415
    from govcheck.report import coverage  # noqa: PLC0415

    settings = session.configuration()
    registry = session.load(plugins, framework_files, settings)
    places = whereabouts(settings, sources)
    [(_, result)] = results_of([file], registry, as_of, settings.seconds_per_check, places)
    match form:
        case "markdown":
            text = coverage.markdown(result)
        case "json":
            text = coverage.as_json(result)
        case _:
            text = coverage.table(result, terminal_style())
    click.echo(text, nl=False)
