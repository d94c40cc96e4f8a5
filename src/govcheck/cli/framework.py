"""`govcheck framework`: draft a framework file from a published document."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from govcheck.cli.extras import need_to_import

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govcheck.importing.framework_draft import Imported

READ = (".docx", ".txt", ".html", ".htm", ".md")
_MOST_NOTES = 20


@click.group("framework")
def command() -> None:
    """Draft a framework file: a report's recommendations as data."""


@command.command("import", short_help="Draft a framework file from a report or a response to one.")
@click.argument("document", type=click.Path(path_type=Path), metavar="DOCUMENT")
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE.yaml",
    help="The file to write. Left out, the draft is printed.",
)
@click.option("--overwrite", is_flag=True, help="Replace the file if it is there.")
def import_(*, document: Path, output: Path | None, overwrite: bool) -> None:
    """Draft a framework file from DOCUMENT, a report or a response to one.

    DOCUMENT is a Word file, a web page, Markdown or plain text (.docx, .html, .md, .txt). The draft
    says for every value where it was found. What was not found is a marked blank, and the file is
    not valid until a person has filled it in.

    \b
    Exit status:
      0  the draft is complete
      1  something is left for a person to finish
      2  misuse, or a document that cannot be read
    """  # noqa: D301 - the mark is click's
    from govcheck.cli.output import write_text  # noqa: PLC0415 - keeps --help light

    _refuse_misuse(document, output, overwrite=overwrite)
    drafted = _imported(document)
    if output is None:
        click.echo(drafted.text, nl=False)
    else:
        write_text(output, drafted.text)
        click.echo(f"Wrote {output}.")
    for line in _summary(drafted, output):
        click.echo(line, err=True)
    sys.exit(1 if drafted.tasks else 0)


def _refuse_misuse(document: Path, output: Path | None, *, overwrite: bool) -> None:
    if document.suffix.lower() not in READ:
        known = ", ".join(READ)
        raise click.UsageError(f"{document}: the ending tells the kind; it can be {known}.")
    if output and output.suffix.lower() not in (".yaml", ".yml"):
        raise click.UsageError(f"--output {output}: the name of the draft ends in .yaml.")
    if output and output.exists() and not overwrite:
        raise click.UsageError(
            f"{output} is already there and is left as it is. "
            "Choose another name with --output, or replace it with --overwrite."
        )
    need_to_import(document)


def _imported(document: Path) -> Imported:
    from govcheck.documents.unreadable import UnreadableError  # noqa: PLC0415 - keeps --help light
    from govcheck.importing.framework_draft import imported  # noqa: PLC0415

    try:
        return imported(_content(document), document.suffix.lower(), document.name)
    except UnreadableError as error:
        raise click.UsageError(f"{document} cannot be read: {error}") from None


def _content(path: Path) -> bytes:
    """The bytes of an ordinary file, and at most one byte more than are allowed."""
    from govcheck.importing.reading import MAX_BYTES  # noqa: PLC0415 - keeps --help light

    if not path.is_file():
        reason = "is not an ordinary file" if path.exists() else "is not there"
        raise click.UsageError(f"{path} {reason}. Check the name and the folder.")
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        raise click.UsageError(f"{path} cannot be read: {error.strerror}.") from None


def _summary(drafted: Imported, output: Path | None) -> Iterable[str]:
    """What was found, what is to be known, and what a person has to finish."""
    yield f"Found: {'; '.join(drafted.found)}."
    yield from (f"Note: {note}" for note in drafted.notes[:_MOST_NOTES])
    if len(drafted.notes) > _MOST_NOTES:
        yield f"Note: {len(drafted.notes) - _MOST_NOTES} more like these."
    if not drafted.tasks:
        yield "Nothing is blank. Read the draft beside the document before you use it."
        return
    yield f"To finish, by line of {output or 'the draft'}:"
    for number, task in enumerate(drafted.tasks, start=1):
        yield f"  {number}. line {task.line}: {task.text}"
