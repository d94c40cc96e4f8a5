"""What every command does first: read the configuration and load the packs, or stop and say why."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from contextlib import redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from govcheck.gate.exit_status import ExitStatus

if TYPE_CHECKING:
    from govcheck.cli.configuration import Configuration
    from govcheck.registry.registry import Registry


def configuration() -> Configuration:
    """The configuration of the working folder. Exits where it is wrong."""
    from govcheck.cli.configuration import read_configuration  # noqa: PLC0415 - imports pydantic
    from govcheck.intake.problem import InvalidDocument  # noqa: PLC0415

    try:
        return read_configuration(Path.cwd())
    except InvalidDocument as error:
        stop(error.problems, ExitStatus.INVALID)


def load(
    plugins: tuple[Path, ...],
    frameworks: tuple[Path, ...],
    settings: Configuration | None = None,
) -> Registry:
    """The packs of this run: installed, configured, and named on the command line.

    Exits with status 3 where a plugin cannot be used, with 2 where a framework file is wrong.
    """
    from govcheck.intake.problem import InvalidDocument  # noqa: PLC0415 - keeps --help light
    from govcheck.registry.fault import BrokenPlugins  # noqa: PLC0415
    from govcheck.registry.loading import load_registry  # noqa: PLC0415

    settings = settings or configuration()
    plugin_files = [*map(Path, settings.plugins), *plugins]
    framework_files = [*map(Path, settings.frameworks), *frameworks]
    try:
        # What a plugin prints while it is imported is no part of what was asked for.
        with redirect_stdout(sys.stderr):
            return load_registry(
                list(dict.fromkeys(plugin_files)), list(dict.fromkeys(framework_files))
            )
    except BrokenPlugins as error:
        click.echo("A plugin cannot be used, so nothing was run.", err=True)
        stop(error.faults, ExitStatus.BROKEN)
    except InvalidDocument as error:
        stop(error.problems, ExitStatus.INVALID)


def stop(reasons: Iterable[object], status: ExitStatus) -> NoReturn:
    """Print reasons, a line each, and exit."""
    for reason in reasons:
        click.echo(str(reason), err=True)
    sys.exit(status)
