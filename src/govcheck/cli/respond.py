"""`govcheck respond`: draft the response that has to be published, or hold one against the file."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from govcheck.cli.extras import need_for
from govcheck.cli.options import (
    DayType,
    SourcesGiven,
    file_argument,
    framework_file_option,
    plugin_option,
    sources_options,
    whereabouts,
)

if TYPE_CHECKING:
    from govcheck.model.result import Result
    from govcheck.response.blocks import Draft
    from govcheck.response.piece import Piece

WRITTEN = (".docx", ".md")
READ = (".docx", ".md", ".txt")
MAX_BYTES = 20 * 1024 * 1024
"""The largest document that is read back."""


class _Document(click.Path):
    """A file whose ending is one of those that can be written or read."""

    def __init__(self, endings: tuple[str, ...], *, exists: bool) -> None:
        super().__init__(exists=exists, dir_okay=False, path_type=Path)
        self._endings = endings

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> Path:
        path = Path(super().convert(value, param, ctx))  # type: ignore[arg-type]
        if path.suffix.lower() not in self._endings:
            known = ", ".join(self._endings)
            self.fail(f"{path.name}: the ending tells the form; it can be {known}.", param, ctx)
        return path


@click.command("respond")
@file_argument
@click.option(
    "--output",
    type=_Document(WRITTEN, exists=False),
    metavar="DOCUMENT",
    help="Write the draft to a file (.docx, .md). Left out, it is printed as Markdown.",
)
@click.option(
    "--template",
    type=_Document((".docx",), exists=True),
    metavar="FILE.docx",
    help="Your own Word file. The text goes where it says {{ response }}.",
)
@click.option(
    "--check",
    "finished",
    type=_Document(READ, exists=True),
    metavar="DOCUMENT",
    help="Write nothing. Report what in a finished response (.docx, .md, .txt) differs from FILE.",
)
@click.option("--as-of", type=DayType(), help="Judge as of this day instead of the file's as_at.")
@sources_options
@plugin_option
@framework_file_option
def command(  # noqa: PLR0913 - one for each option
    *,
    file: Path,
    output: Path | None,
    template: Path | None,
    finished: Path | None,
    as_of: date | None,
    sources: SourcesGiven,
    plugins: tuple[Path, ...],
    framework_files: tuple[Path, ...],
) -> None:
    """Draft the response that has to be published, from the answers in FILE.

    Nothing is written that FILE does not say. What is missing is marked in the draft and listed.
    With --check, a finished response is read back and held against FILE.

    \b
    Exit status:
      0  the draft is complete; with --check, nothing differs
      1  something is marked for a person to write; with --check, something differs
      2  misuse, or a file that cannot be read or judged
      3  a plugin broke
    """  # noqa: D301 - the mark is click's
    from govcheck.cli import session  # noqa: PLC0415 - keeps --help light
    from govcheck.cli.judging import results_of  # noqa: PLC0415
    from govcheck.cli.output import files_behind, refuse_to_replace  # noqa: PLC0415

    _refuse_what_does_not_go_together(output, template, finished)
    pieces = _read_back(finished) if finished else ()
    settings = session.configuration()
    registry = session.load(plugins, framework_files, settings)
    places = whereabouts(settings, sources)
    ((_, result),) = results_of([file], registry, as_of, settings.seconds_per_check, places)
    if output:
        refuse_to_replace([output], filter(None, (template, *files_behind(file, result))))
    if finished:
        _tell_differences(result, pieces, finished, file)
    _write(result, output, template)


def _refuse_what_does_not_go_together(
    output: Path | None, template: Path | None, finished: Path | None
) -> None:
    if finished and (output or template):
        raise click.UsageError("--check writes nothing: leave out --output and --template.")
    if template and (output is None or output.suffix.lower() != ".docx"):
        raise click.UsageError("--template needs --output with a name that ends in .docx.")
    for path in filter(None, (output, finished)):
        need_for(path)


def _content(path: Path) -> bytes:
    """The bytes of an ordinary file of a reasonable size."""
    if not path.is_file():
        raise click.UsageError(f"{path} is not an ordinary file.")
    if path.stat().st_size > MAX_BYTES:
        raise click.UsageError(f"{path} is larger than {MAX_BYTES // 1024 // 1024} MB.")
    return path.read_bytes()


def _read_back(path: Path) -> tuple[Piece, ...]:
    """The pieces of a finished document, or exit where it cannot be read."""
    from govcheck.documents.unreadable import UnreadableError  # noqa: PLC0415
    from govcheck.response import markdown_reading, word_reading  # noqa: PLC0415 - seldom needed

    content = _content(path)
    try:
        if path.suffix.lower() == ".docx":
            return word_reading.pieces(content)
        return markdown_reading.pieces(content.decode("utf-8-sig"))
    except UnreadableError as error:
        raise click.UsageError(f"{path} cannot be read: {error}") from None
    except UnicodeDecodeError:
        raise click.UsageError(f"{path} is not saved as UTF-8. Save it as UTF-8.") from None


def _tell_differences(
    result: Result, pieces: tuple[Piece, ...], document: Path, file: Path
) -> NoReturn:
    from govcheck.response.compare import differences  # noqa: PLC0415 - keeps --help light

    found = differences(result, pieces)
    for line in found:
        click.echo(f"{document}: {line}")
    number = len(result.recommendations)
    actions = sum(len(item.actions) for item in result.recommendations)
    compared = f"Compared: recommendations ({number}), actions ({actions}), owners and days."
    if found:
        many = "1 difference" if len(found) == 1 else f"{len(found)} differences"
        click.echo(f"{many} between {document} and {file}. {compared}")
    else:
        click.echo(f"{document} agrees with {file}. {compared}")
    sys.exit(1 if found else 0)


def _write(result: Result, output: Path | None, template: Path | None) -> NoReturn:
    """Write or print the draft, and say what it lacks."""
    from govcheck.cli.output import write_bytes  # noqa: PLC0415 - keeps --help light
    from govcheck.response import markdown  # noqa: PLC0415
    from govcheck.response.draft import drafted  # noqa: PLC0415

    draft = drafted(result)
    holes = draft.holes()
    if output is None:
        click.echo(markdown.render(draft), nl=False)
    else:
        content, further = _rendered(draft, output, template)
        holes = (*holes, *further)
        write_bytes(output, content)
        click.echo(f"Wrote {output}.")
    for hole in holes:
        click.echo(hole, err=True)
    sys.exit(1 if holes else 0)


def _rendered(draft: Draft, output: Path, template: Path | None) -> tuple[bytes, tuple[str, ...]]:
    """The bytes of the document, and the marks that a template adds."""
    if output.suffix.lower() == ".md":
        from govcheck.response import markdown  # noqa: PLC0415 - keeps --help light

        return markdown.render(draft).encode("utf-8"), ()
    if template is None:
        from govcheck.response import word  # noqa: PLC0415

        return word.render(draft), ()
    from govcheck.documents.unreadable import UnreadableError  # noqa: PLC0415
    from govcheck.response.template import filled  # noqa: PLC0415

    try:
        return filled(_content(template), draft)
    except UnreadableError as error:
        raise click.UsageError(f"{template} cannot be used: {error}") from None
