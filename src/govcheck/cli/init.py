"""`govcheck init`: a file to fill in."""

from __future__ import annotations

import shlex
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from govcheck.cli.completing import force_ids, framework_ids
from govcheck.cli.options import DayType, framework_file_option, plugin_option

if TYPE_CHECKING:
    from govcheck.model.force import Force
    from govcheck.model.framework import Framework
    from govcheck.registry.registry import Registry

_FIND_FORCE = "`govcheck list forces` shows the names."
_LONGEST_ID = 80
_ENDINGS = frozenset({".yaml", ".yml"})


@click.command("init")
@click.argument("framework", required=False, metavar="[FRAMEWORK]", shell_complete=framework_ids)
@click.option(
    "--force",
    "force_name",
    metavar="NAME",
    shell_complete=force_ids,
    help="Name, id or code of the force.",
)
@click.option(
    "--force-id",
    metavar="ID",
    help="A short id of your own, where NAME is a body that is not listed.",
)
@click.option(
    "--as-at", type=DayType(), help="The day that the answers describe.  [default: today]"
)
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("self-assessment.yaml"),
    show_default=True,
    help="The file to write.",
)
@click.option("--overwrite", is_flag=True, help="Replace the file if it is there.")
@click.option(
    "--schema", metavar="PATH", help="A schema file for your editor; see `govcheck schema`."
)
@plugin_option
@framework_file_option
def command(  # noqa: PLR0913 - one for each option
    *,
    framework: str | None,
    force_name: str | None,
    force_id: str | None,
    as_at: date | None,
    output: Path,
    overwrite: bool,
    schema: str | None,
    plugins: tuple[Path, ...],
    framework_files: tuple[Path, ...],
) -> None:
    """Write a starter file: every question about FRAMEWORK, left blank.

    FRAMEWORK is the id of the report, as `govcheck list frameworks` shows it. It can be left out
    where there is only one. The file is valid as it is, and says that nothing is assessed.
    """
    from govcheck.cli import session  # noqa: PLC0415 - keeps --help light
    from govcheck.cli.output import write_text  # noqa: PLC0415
    from govcheck.model.visible import visible  # noqa: PLC0415
    from govcheck.reference.starter import starter  # noqa: PLC0415

    name = visible(force_name or "")
    if not name:
        raise click.UsageError(f"Name the force: --force NAME. {_FIND_FORCE}")
    if output.suffix.lower() not in _ENDINGS:
        raise click.UsageError(
            f"{visible(str(output))}: the questions stand in the file as notes, which only YAML can"
            " hold. Choose a name that ends in .yaml."
        )
    if output.exists() and not overwrite:
        raise click.UsageError(
            f"{output} is already there and is left as it is. "
            "Choose another name with --output, or replace it with --overwrite."
        )
    registry = session.load(plugins, framework_files)
    chosen = chosen_framework(framework, framework_files, registry)
    force = chosen_force(name, force_id, registry)
    # The only clock that matters for a file: on which day it was begun.
    day = as_at or date.today()  # noqa: DTZ011 - the day where the writer is
    write_text(output, starter(chosen, force, day, registry, schema=schema))
    _say_what_is_next(output, chosen, plugins, framework_files)


def chosen_framework(name: str | None, files: tuple[Path, ...], registry: Registry) -> Framework:
    """The framework that is meant; where none is named, the only one there is."""
    known = registry.catalogue.frameworks
    if name is None:
        # A file that is named on the command line is what the answers are about.
        homes = registry.framework_homes
        named = [key for key in known if homes[key] in {path.name for path in files}]
        candidates = named or list(known)
        if len(candidates) != 1:
            listed = ", ".join(candidates) or "none is installed"
            raise click.UsageError(
                f"Say which framework: govcheck init FRAMEWORK --force NAME. Known: {listed}."
            )
        return known[candidates[0]]
    if name in known:
        return known[name]
    from govcheck.intake.suggestion import suggestion  # noqa: PLC0415 - only needed here

    hint = suggestion(name, known)
    if Path(name).is_file():
        hint = f"Give a framework file as: --framework {shlex.quote(name)}."
    raise click.UsageError(f"there is no framework “{name}”. {hint}".rstrip())


def chosen_force(name: str, own_id: str | None, registry: Registry) -> str | Force:
    """The name as it was given, or a body written out with an id of its own."""
    catalogue = registry.catalogue
    if own_id is not None:
        return _written_out(name, own_id)
    if catalogue.force(name) is not None:
        return name
    proposed = _id_from(name)
    if not catalogue.forces:
        return _written_out(name, proposed)
    from govcheck.intake.suggestion import suggestion  # noqa: PLC0415 - only needed here

    near = suggestion(name, catalogue.force_names())
    hint = near if near.startswith("Did you mean") else _FIND_FORCE
    advice = f"A body that is not listed is written out: add --force-id {proposed}."
    raise click.UsageError(f"there is no force “{name}”. {hint} {advice}")


def _written_out(name: str, own_id: str) -> Force:
    from pydantic import ValidationError  # noqa: PLC0415 - keeps --help light

    from govcheck.model.force import Force  # noqa: PLC0415

    try:
        return Force(id=own_id, name=name)
    except ValidationError:
        raise click.UsageError(
            f"“{own_id}” cannot be used as an id. Use small letters, digits and hyphens, "
            f"as --force-id {_id_from(own_id)}."
        ) from None


def _id_from(name: str) -> str:
    """A short id that is made of a name: its letters and digits, with hyphens."""
    kept = "".join(letter if letter.isalnum() and letter.isascii() else " " for letter in name)
    return "-".join(kept.lower().split())[:_LONGEST_ID] or "force"


def _say_what_is_next(
    output: Path, framework: Framework, plugins: tuple[Path, ...], files: tuple[Path, ...]
) -> None:
    options = [part for path in plugins for part in ("--plugin", str(path))]
    options += [part for path in files for part in ("--framework", str(path))]
    arguments = shlex.join([str(output), *options])
    click.echo(f"Wrote {output}: the questions about “{framework.title}”, all left blank.")
    click.echo("")
    click.echo("Next:")
    click.echo(f"  1. Open {output}, and write what you know after the colons.")
    click.echo(f"  2. govcheck validate {arguments}")
    click.echo(f"  3. govcheck run {arguments}")
    sys.stdout.flush()
