"""`govcheck evidence`: add an entry to the file, or look at those that are there."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from govcheck.cli import evidence_add
from govcheck.cli.options import (
    DayType,
    file_argument,
    framework_file_option,
    plugin_option,
    root_option,
)

if TYPE_CHECKING:
    from govcheck.intake.assessment import Submission
    from govcheck.model.exhibit import Exhibit
    from govcheck.model.result import EvidenceResult
    from govcheck.registry.registry import Registry


@click.group("evidence")
def command() -> None:
    """Add an entry to the evidence of a file, or look at the entries that it has."""


command.add_command(evidence_add.command)


@command.command("check", short_help="Look at every entry: is it there, unchanged, recent, cited?")
@file_argument
@click.option("--as-of", type=DayType(), help="Look as of this day instead of the file's as_at.")
@root_option
@plugin_option
@framework_file_option
def check(
    *,
    file: Path,
    as_of: date | None,
    roots: tuple[Path, ...],
    plugins: tuple[Path, ...],
    framework_files: tuple[Path, ...],
) -> None:
    """Look at every entry under evidence in FILE: is it there, unchanged, recent, and cited?

    Addresses and references are listed and not looked at: nothing is fetched. Exits with 1 if an
    entry is missing, changed, unreadable or outside the folders that are allowed.
    """
    from shutil import get_terminal_size  # noqa: PLC0415 - keeps --help light

    from govcheck.cli import session  # noqa: PLC0415
    from govcheck.cli.judging import submissions_of  # noqa: PLC0415
    from govcheck.cli.options import SourcesGiven, whereabouts  # noqa: PLC0415
    from govcheck.report.evidence_table import WRONG, render  # noqa: PLC0415

    settings = session.configuration()
    registry = session.load(plugins, framework_files, settings)
    [(path, submission)] = submissions_of([file], registry)
    folders = whereabouts(settings, SourcesGiven(roots)).roots
    seen = tuple(_seen(submission, registry, path, folders))
    day = (as_of or submission.assessment.as_at).isoformat()
    click.echo(render(seen, day, get_terminal_size((100, 24)).columns), nl=False)
    sys.exit(1 if any(item.state in WRONG for item in seen) else 0)


def _seen(
    submission: Submission, registry: Registry, path: Path, roots: tuple[Path, ...]
) -> Iterator[EvidenceResult]:
    """What the file says of each entry, what was seen of it, and who cites it."""
    from govcheck.engine.citation import citing  # noqa: PLC0415 - keeps --help light
    from govcheck.evidence.documents import look_at  # noqa: PLC0415

    assessment = submission.assessment
    places = citing(assessment, tuple(registry.catalogue.sections))
    months = submission.framework.evidence_fresh_for_months
    for exhibit in look_at(assessment.evidence, path.parent, roots):
        yield _as_result(exhibit, months, places.get(exhibit.id, ()))


def _as_result(exhibit: Exhibit, months: int | None, cited_by: tuple[str, ...]) -> EvidenceResult:
    from govcheck.model.result import EvidenceResult  # noqa: PLC0415 - keeps --help light

    entry = exhibit.entry
    fresh_until = exhibit.stale_since(months)
    return EvidenceResult(
        id=exhibit.id,
        title=entry.title,
        place=entry.path or entry.url or entry.reference or "",
        state=exhibit.state,
        method=entry.method,
        about=entry.about,
        collected=entry.collected.isoformat() if entry.collected else None,
        fresh_until=fresh_until.isoformat() if fresh_until else None,
        sha256=entry.sha256,
        covers=entry.covers or (),
        cited_by=cited_by,
    )
