"""`govcheck workbook`: an Excel workbook to fill in."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from govcheck.cli.completing import force_ids
from govcheck.cli.extras import need_for
from govcheck.cli.options import DayType, is_file, plugin_option

if TYPE_CHECKING:
    from govcheck.model.framework import Framework
    from govcheck.registry.registry import Registry

_ENDING = ".xlsx"


class _Subject(NamedTuple):
    """What a workbook is about."""

    data: Mapping[str, Any]
    framework: Framework
    force: str


@click.command("workbook")
@click.argument("file", required=False, type=click.Path(path_type=Path), metavar="[FILE]")
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    metavar="BOOK.xlsx",
    help="The workbook to write.",
)
@click.option("--overwrite", is_flag=True, help="Replace the workbook if it is there.")
@click.option(
    "--framework",
    "frameworks",
    multiple=True,
    metavar="ID|FILE",
    help="Without FILE: the report that is answered. A framework file that is not in a pack can be "
    "named too. Can be given more than once.",
)
@click.option(
    "--force",
    "force_name",
    metavar="NAME",
    shell_complete=force_ids,
    help="Without FILE: the force.",
)
@click.option(
    "--force-id",
    metavar="ID",
    help="A short id of your own, where NAME is a body that is not listed.",
)
@click.option(
    "--as-at",
    type=DayType(),
    help="Without FILE: the day that the answers describe.  [default: today]",
)
@plugin_option
def command(  # noqa: PLR0913 - one for each option
    *,
    file: Path | None,
    output: Path,
    overwrite: bool,
    frameworks: tuple[str, ...],
    force_name: str | None,
    force_id: str | None,
    as_at: date | None,
    plugins: tuple[Path, ...],
) -> None:
    """Write an Excel workbook with every question, and the answers of FILE filled in.

    Without FILE it is blank. All other commands read the workbook as they read FILE, and `govcheck
    convert` makes a text file of it again.
    """
    from govcheck.cli import session  # noqa: PLC0415 - keeps --help light
    from govcheck.model.visible import visible  # noqa: PLC0415

    _refuse_misuse(file, output, (force_name, force_id, as_at), overwrite=overwrite)
    files = tuple(Path(item) for item in frameworks if is_file(Path(item)))
    ids = [item for item in frameworks if not is_file(Path(item))]
    registry = session.load(plugins, files)
    if file is not None:
        if ids:
            raise click.UsageError(f"--framework {ids[0]}: there is no such file.")
        subject = _answered(file, registry)
    else:
        name = visible(force_name or "")
        if not name:
            raise click.UsageError(
                "Name a FILE, or the force for a blank workbook: --force NAME. "
                "`govcheck list forces` shows the names."
            )
        subject = _blank(ids, files, (name, force_id, as_at), registry)
    _write(output, subject, registry)
    about = f"the answers of {file}" if file else "every question, left blank"
    click.echo(f"Wrote {output}: {about}.")
    click.echo("")
    click.echo("Next:")
    click.echo(f"  1. Open {output} in Excel or LibreOffice, fill in what you know, and save it.")
    click.echo(f"  2. govcheck run {output}")
    sys.stdout.flush()


def _refuse_misuse(
    file: Path | None, output: Path, blank: tuple[object, ...], *, overwrite: bool
) -> None:
    need_for(output)
    if output.suffix.lower() != _ENDING:
        raise click.UsageError(f"--output {output}: the name of a workbook ends in {_ENDING}.")
    if output.exists() and not overwrite:
        raise click.UsageError(
            f"{output} is already there and is left as it is. "
            "Choose another name with --output, or replace it with --overwrite."
        )
    if file is not None and any(item is not None for item in blank):
        raise click.UsageError("--force, --force-id and --as-at are for a blank workbook.")


def _answered(file: Path, registry: Registry) -> _Subject:
    """What a file says, or exit with every problem."""
    from govcheck.cli.judging import submissions_of  # noqa: PLC0415 - keeps --help light

    [(_, submission)] = submissions_of([file], registry)
    return _Subject(submission.document.data, submission.framework, submission.force.name)


def _blank(
    ids: list[str],
    files: tuple[Path, ...],
    given: tuple[str, str | None, date | None],
    registry: Registry,
) -> _Subject:
    """What a starter file says: nothing yet."""
    from govcheck.cli.init import chosen_force, chosen_framework  # noqa: PLC0415
    from govcheck.intake.document import parse_document  # noqa: PLC0415
    from govcheck.reference.starter import starter  # noqa: PLC0415

    if len(ids) > 1:
        raise click.UsageError(f"--framework: one report is answered, not {len(ids)}.")
    name, own_id, as_at = given
    framework = chosen_framework(ids[0] if ids else None, files, registry)
    force = chosen_force(name, own_id, registry)
    # The only clock that matters for a file: on which day it was begun.
    day = as_at or date.today()  # noqa: DTZ011 - the day where the writer is
    text = starter(framework, force, day, registry)
    called = force if isinstance(force, str) else force.name
    return _Subject(parse_document(text, "", "yaml").data, framework, called)


def _write(output: Path, subject: _Subject, registry: Registry) -> None:
    from govcheck.cli.output import write_bytes  # noqa: PLC0415 - keeps --help light
    from govcheck.reference.workbook.book import book  # noqa: PLC0415
    from govcheck.reference.workbook.excel import as_xlsx  # noqa: PLC0415
    from govcheck.reference.workbook.page import TextTooLongError  # noqa: PLC0415

    try:
        content = as_xlsx(book(subject.data, subject.framework, subject.force, registry))
    except TextTooLongError as error:
        raise click.UsageError(str(error)) from None
    write_bytes(output, content)
