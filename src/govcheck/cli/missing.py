"""`govcheck missing`: the fewest facts that would make a verdict better."""

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


@click.command("missing")
@file_argument
@click.option("--as-of", type=DayType(), help="Judge as of this day instead of the file's as_at.")
@sources_options
@plugin_option
@framework_file_option
def command(
    *,
    file: Path,
    as_of: date | None,
    sources: SourcesGiven,
    plugins: tuple[Path, ...],
    framework_files: tuple[Path, ...],
) -> None:
    """Show for each requirement of FILE the fewest facts that would make it better.

    First those for the next better verdict, then those for met: where each stands in FILE, what is
    missing or short there, and which checks it is for. Nothing is held against a threshold: the
    exit status is 0.
    """
    from govcheck.cli import session  # noqa: PLC0415 - keeps --help light
    from govcheck.cli.judging import results_of  # noqa: PLC0415
    from govcheck.cli.terminal import terminal_style  # noqa: PLC0415
    from govcheck.gate.missing import missing  # noqa: PLC0415
    from govcheck.report import missing_text  # noqa: PLC0415

    settings = session.configuration()
    registry = session.load(plugins, framework_files, settings)
    places = whereabouts(settings, sources)
    [(_, result)] = results_of([file], registry, as_of, settings.seconds_per_check, places)
    click.echo(missing_text.render(str(file), missing(result), terminal_style()), nl=False)
