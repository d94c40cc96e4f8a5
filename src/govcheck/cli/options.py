"""Options that several commands share."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, cast

import click

from govcheck.model.disclosure import FEWEST_SHOWN, LEAST_LIMIT

if TYPE_CHECKING:
    from govcheck.cli.configuration import Configuration
    from govcheck.evidence.sources import Sources

F = TypeVar("F", bound=Callable[..., Any])
CONNECTIONS = "GOVCHECK_CONNECTIONS"
"""The variable of the environment that names the file of connections."""
MOST_SECONDS = 86_400
"""The longest time for one check: a day."""
MOST_PATIENCE = 60
"""How many seconds a database may take over one question, unless a run sets another time."""
MOST_SMALL = 1_000
"""The largest limit below which counts are not shown."""


class DayType(click.ParamType[date]):
    """A day written 2023-10-31."""

    name = "date"

    def convert(
        self, value: str | date, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """The day, or a usage error that says how to write one."""
        if isinstance(value, date):
            return value
        if len(value) == len("2023-10-31"):
            try:
                return date.fromisoformat(value)
            except ValueError:
                pass
        return self.fail(f"{value!r} is not a day. Write it as 2023-10-31.", param, ctx)


input_file = click.Path(exists=True, dir_okay=False, path_type=Path)
"""A file that has to be there."""

plugin_option = click.option(
    "--plugin",
    "plugins",
    type=input_file,
    multiple=True,
    metavar="FILE.py",
    help="A file of your own checks. Can be given more than once.",
)
framework_file_option = click.option(
    "--framework",
    "framework_files",
    type=input_file,
    multiple=True,
    metavar="FILE",
    help="A framework file that is not in a pack. Can be given more than once.",
)
file_argument = click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
files_argument = click.argument(
    "files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE..."
)

root_option = click.option(
    "--root",
    "roots",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    multiple=True,
    metavar="FOLDER",
    help="Another folder in which evidence and data may lie, beside that of FILE. "
    "Can be given more than once.",
)
_connections_option = click.option(
    "--connections",
    type=input_file,
    metavar="FILE",
    help="What the names of database connections stand for. Keep it outside the folder of the "
    f"assessment.  [default: ${CONNECTIONS}]",
)
_small_count_option = click.option(
    "--small-count",
    type=click.IntRange(LEAST_LIMIT, MOST_SMALL),
    metavar="NUMBER",
    help=f"Smaller counts of people are not shown.  [default: {FEWEST_SHOWN}]",
)


_seconds_option = click.option(
    "--seconds-per-question",
    type=click.IntRange(1, MOST_SECONDS),
    metavar="NUMBER",
    help="How long a database may take over one question before it is stopped.  "
    f"[default: {MOST_PATIENCE}]",
)


class SourcesGiven(NamedTuple):
    """What the command line says about where evidence and data may lie; None where it is silent."""

    roots: tuple[Path, ...] = ()
    connections: Path | None = None
    small_count: int | None = None
    seconds_per_question: int | None = None


class Whereabouts(NamedTuple):
    """Where the evidence and the data of a run may lie, and how much may be shown of them."""

    roots: tuple[Path, ...] = ()
    connections: Path | None = None
    limit: int = FEWEST_SHOWN
    seconds: int = MOST_PATIENCE

    def of(self, file: Path) -> Sources:
        """The same for one assessment."""
        from govcheck.evidence.sources import Sources  # noqa: PLC0415 - keeps --help light

        return Sources(file.parent, *self)


def sources_options(function: F) -> F:
    """The options that say where evidence and data may lie and how much is shown of them.

    The command is given them together, as `sources`.
    """

    @wraps(function)
    def command(**given: Any) -> Any:
        sources = SourcesGiven(*map(given.pop, SourcesGiven._fields))
        return function(sources=sources, **given)

    options = (root_option, _connections_option, _small_count_option, _seconds_option)
    for option in reversed(options):
        command = option(command)
    return cast("F", command)


def whereabouts(settings: Configuration, given: SourcesGiven) -> Whereabouts:
    """What the command line says, and where it is silent the configuration and the environment.

    The file of connections is never named by the assessment or beside it: whoever is assessed does
    not choose what is connected to.
    """
    return Whereabouts(
        (*map(Path, settings.roots), *given.roots),
        given.connections or _connections_of_the_environment(),
        given.small_count or settings.small_count or FEWEST_SHOWN,
        given.seconds_per_question or settings.seconds_per_question or MOST_PATIENCE,
    )


def _connections_of_the_environment() -> Path | None:
    name = os.environ.get(CONNECTIONS)
    if not name:
        return None
    if not is_file(Path(name)):
        raise click.UsageError(
            f"{CONNECTIONS} names a file that is not there: {name}. "
            "Correct the variable, or name the file with --connections."
        )
    return Path(name)


def is_file(path: Path) -> bool:
    """Whether it is one; of a name that the system does not allow, it is not."""
    try:
        return path.is_file()
    except OSError:  # a name that is too long, in Python 3.11
        return False


def is_folder(path: Path) -> bool:
    """Whether it is one; of a name that the system does not allow, it is not."""
    try:
        return path.is_dir()
    except OSError:
        return False
