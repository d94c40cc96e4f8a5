"""`govcheck evidence add`: write an entry into the file, with the digest of what it points to."""

from __future__ import annotations

import json
from codecs import BOM_UTF8
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from govcheck.cli.options import (
    DayType,
    file_argument,
    framework_file_option,
    plugin_option,
    root_option,
)
from govcheck.model.visible import visible

if TYPE_CHECKING:
    from govcheck.intake.assessment import Submission
    from govcheck.intake.entry_text import Entry
    from govcheck.registry.registry import Registry

WORKBOOK = ".xlsx"
_METHODS = ("measured", "document", "attested")


class _Said(NamedTuple):
    """What the command line says of the entry."""

    id: str
    title: str
    url: str | None
    reference: str | None
    about: str | None
    collected: date
    method: str | None
    covers: tuple[str, ...]


class _Seen(NamedTuple):
    """The file that the entry points to."""

    path: str
    """As it is written into the assessment."""
    size: int
    sha256: str


@click.command(
    "add", short_help="Write an entry into the file, with the digest of what it points to."
)
@file_argument
@click.option("--id", "entry_id", required=True, metavar="ID", help="Short id to cite it by.")
@click.option("--title", required=True, help="Title of the document or data set.")
@click.option(
    "--path",
    type=click.Path(path_type=Path),
    help="The file itself, in the folder of FILE. Its digest is worked out.",
)
@click.option("--url", help="Instead of --path: its address on the web. It is not fetched.")
@click.option("--reference", help="Instead of --path: where it is kept, in words.")
@click.option("--about", metavar="PERIOD", help="What it describes: 2023-10 or 2022-04/2023-03.")
@click.option(
    "--collected", type=DayType(), help="The day on which it was obtained.  [default: today]"
)
@click.option("--method", type=click.Choice(_METHODS), help="How it is known.")
@click.option(
    "--covers", multiple=True, metavar="GROUP", help="A group that it is about. Can be repeated."
)
@root_option
@plugin_option
@framework_file_option
def command(  # noqa: PLR0913 - one for each option
    *,
    file: Path,
    entry_id: str,
    title: str,
    path: Path | None,
    url: str | None,
    reference: str | None,
    about: str | None,
    collected: date | None,
    method: str | None,
    covers: tuple[str, ...],
    roots: tuple[Path, ...],
    plugins: tuple[Path, ...],
    framework_files: tuple[Path, ...],
) -> None:
    """Write an entry under evidence into FILE: comments, order and all other bytes stay.

    Exactly one of --path, --url and --reference says where it is.
    """
    from govcheck.cli import session  # noqa: PLC0415 - keeps --help light
    from govcheck.cli.options import SourcesGiven, whereabouts  # noqa: PLC0415

    if file.suffix.lower() == WORKBOOK:
        raise click.UsageError(
            f"{file}: in a workbook, write the entry into a row of the sheet Evidence yourself."
        )
    if sum(item is not None for item in (path, url, reference)) != 1:
        raise click.UsageError("Say where it is: give exactly one of --path, --url, --reference.")
    settings = session.configuration()
    registry = session.load(plugins, framework_files, settings)
    submission = _submission(file, registry)
    folders = (file.parent, *whereabouts(settings, SourcesGiven(roots)).roots)
    seen = _look_at(path, folders) if path else None
    # The clock is asked here and nowhere below: on which day was the entry written?
    day = collected or date.today()  # noqa: DTZ011 - the day where the writer is
    said = _Said(entry_id, title, url, reference, about, day, method, covers)
    entry = _entry(said, seen)
    _refuse(entry_id, entry, submission, registry)
    line = _write(file, entry_id, entry)
    _tell(said, seen, f"{file}, line {line}", today=collected is None)


def _submission(file: Path, registry: Registry) -> Submission:
    """What the file says, or exit with every problem. Evidence may still be blank."""
    from govcheck.cli import session  # noqa: PLC0415 - keeps --help light
    from govcheck.gate.exit_status import ExitStatus  # noqa: PLC0415
    from govcheck.intake.assessment import read_assessment  # noqa: PLC0415
    from govcheck.intake.document import read_document  # noqa: PLC0415
    from govcheck.intake.problem import InvalidDocument  # noqa: PLC0415

    try:
        document = read_document(file)
        data = {**document.data, "evidence": document.data.get("evidence") or {}}
        return read_assessment(replace(document, data=data), registry.catalogue)
    except InvalidDocument as error:
        session.stop(error.problems, ExitStatus.INVALID)


def _look_at(path: Path, folders: tuple[Path, ...]) -> _Seen:
    """The file that is meant: beside the assessment, or as the shell sees it."""
    from govcheck.evidence.documents import MAX_BYTES, sha256_of  # noqa: PLC0415

    try:
        written, found = _placed(path, folders)
        if not found.is_file():
            raise click.UsageError(f"--path {path}: this is not an ordinary file. Name a file.")
        size = found.stat().st_size
        if size > MAX_BYTES:
            raise click.UsageError(
                f"--path {path}: the file is larger than 1 GiB and would not be looked at. "
                "Give a --reference instead."
            )
        return _Seen(written, size, sha256_of(found))
    except (OSError, RuntimeError) as error:  # a link that leads to itself is a RuntimeError
        reason = getattr(error, "strerror", None) or "the path leads nowhere"
        raise click.UsageError(f"--path {path}: it cannot be read ({reason}).") from None


def _placed(path: Path, folders: tuple[Path, ...]) -> tuple[str, Path]:
    """A path as the assessment has to write it, and the file."""
    from govcheck.evidence.allowed import located  # noqa: PLC0415 - keeps --help light

    folder, *roots = folders
    as_written = [] if path.is_absolute() else [path]
    here = path.resolve()
    as_written += [
        here.relative_to(place.resolve())
        for place in folders
        if here.is_relative_to(place.resolve())
    ]
    for written in as_written:
        found = located(written.as_posix(), folder, roots)
        if found is not None and found.exists():
            return written.as_posix(), found
    if here.exists():
        raise click.UsageError(
            f"--path {path}: it lies outside the folder of the assessment. "
            "Copy it there, allow its folder with --root, or give a --reference instead."
        )
    raise click.UsageError(
        f"--path {path}: there is no such file. A path begins in the folder of the assessment."
    )


def _entry(said: _Said, seen: _Seen | None) -> Entry:
    """The entry as it is written, without what is not known."""
    entry: dict[str, str | list[str] | int | None] = {
        "title": said.title,
        "path": seen.path if seen else None,
        "url": said.url,
        "reference": said.reference,
        "about": said.about,
        "collected": said.collected.isoformat(),
        "sha256": seen.sha256 if seen else None,
        "size": seen.size if seen else None,
        "method": said.method,
        "covers": list(said.covers) or None,
    }
    return {key: value for key, value in entry.items() if value is not None}


def _refuse(entry_id: str, entry: Entry, submission: Submission, registry: Registry) -> None:
    """Stop where the file would not be valid with the entry, with every reason."""
    from govcheck.intake.assessment import read_assessment  # noqa: PLC0415 - keeps --help light
    from govcheck.intake.document import parse_document  # noqa: PLC0415
    from govcheck.intake.problem import InvalidDocument  # noqa: PLC0415

    document = submission.document
    entries = document.data["evidence"]
    if entry_id in entries:
        line, _ = document.key_place(("evidence", entry_id))
        raise click.UsageError(
            f"--id {entry_id}: there is an entry of that id in line {line}. Choose another."
        )
    try:
        new = parse_document(json.dumps(entry), "", "json").data
        data = {**document.data, "evidence": {**entries, entry_id: new}}
        read_assessment(replace(document, data=data), registry.catalogue)
    except InvalidDocument as error:
        reasons = (f"{item.message} {item.hint}".strip() for item in error.problems)
        raise click.UsageError("\n".join(reasons)) from None


def _write(file: Path, entry_id: str, entry: Entry) -> int:
    """Write the file with the entry in it; the line where it stands."""
    from govcheck.cli.output import write_text  # noqa: PLC0415 - keeps --help light
    from govcheck.intake.document import FORMATS, parse_document  # noqa: PLC0415
    from govcheck.intake.new_entry import CannotInsertError, with_entry  # noqa: PLC0415
    from govcheck.intake.source import decode, read_bytes  # noqa: PLC0415

    form = FORMATS[file.suffix.lower()]
    raw = read_bytes(file, str(file))
    mark = "\ufeff" if raw.startswith(BOM_UTF8) else ""
    try:
        text = with_entry(decode(raw, str(file)), form, entry_id, entry)
    except CannotInsertError as error:
        raise click.ClickException(
            f"the entry cannot be written into {file} without a change to what stands there. "
            f"Nothing was written. Put these lines under evidence yourself:\n\n{error.lines}"
        ) from None
    # The file itself is replaced, not a link that leads to it.
    write_text(file.resolve(), mark + text)
    return parse_document(text, str(file), form).key_place(("evidence", entry_id))[0]


def _tell(said: _Said, seen: _Seen | None, where: str, *, today: bool) -> None:
    """What was written, and what was not given but worked out."""
    click.echo(visible(f"Wrote the entry {said.id} into {where}."))
    if seen:
        click.echo(f"  path       {visible(seen.path)} ({seen.size:,} bytes)")
        click.echo(f"  sha256     {seen.sha256}")
    note = " (today; --collected sets another day)" if today else ""
    click.echo(f"  collected  {said.collected.isoformat()}{note}")
    click.echo(f"Next: cite it where it bears out an answer, as evidence: [{said.id}].")
