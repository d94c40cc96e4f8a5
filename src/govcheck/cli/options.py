"""Options that several commands share."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

MOST_SECONDS = 86_400
"""The longest time for one check: a day."""


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


_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)

plugin_option = click.option(
    "--plugin",
    "plugins",
    type=_FILE,
    multiple=True,
    metavar="FILE.py",
    help="A file of your own checks. Can be given more than once.",
)
framework_file_option = click.option(
    "--framework",
    "framework_files",
    type=_FILE,
    multiple=True,
    metavar="FILE",
    help="A framework file that is not in a pack. Can be given more than once.",
)
files_argument = click.argument(
    "files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE..."
)
