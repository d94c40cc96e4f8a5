"""`govcheck stress`: weaken a self-assessment fact by fact, and see what no check notices."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from govcheck.cli.options import (
    DayType,
    file_argument,
    framework_file_option,
    plugin_option,
    root_option,
)

if TYPE_CHECKING:
    from govcheck.engine.stress import Stress


@click.command("stress")
@file_argument
@click.option("--as-of", type=DayType(), help="Judge as of this day instead of the file's as_at.")
@click.option("--fail", is_flag=True, help="Exit with 1 where a weakening goes unnoticed.")
@root_option
@plugin_option
@framework_file_option
def command(  # noqa: PLR0913 - one for each option
    *,
    file: Path,
    as_of: date | None,
    fail: bool,
    roots: tuple[Path, ...],
    plugins: tuple[Path, ...],
    framework_files: tuple[Path, ...],
) -> None:
    """Weaken FILE one fact at a time, and list the weakenings that no check notices.

    Evidence and entries are dropped, dates made five years older, owners and answers blanked,
    groups left out. Each weakened file is judged in memory; FILE stays as it is, and data sets are
    not counted. What goes unnoticed is a fact that could be wrong without anybody being told.
    """
    from govcheck.cli import session  # noqa: PLC0415 - keeps --help light
    from govcheck.cli.judging import submissions_of  # noqa: PLC0415
    from govcheck.cli.many.progress import Progress  # noqa: PLC0415
    from govcheck.engine.stress import stressed  # noqa: PLC0415
    from govcheck.engine.time_limit import CHECK_SECONDS, TimeLimit  # noqa: PLC0415
    from govcheck.evidence.documents import look_at  # noqa: PLC0415
    from govcheck.intake.document import json_pointer  # noqa: PLC0415
    from govcheck.intake.problem import shown  # noqa: PLC0415

    settings = session.configuration()
    registry = session.load(plugins, framework_files, settings)
    [(_, submission)] = submissions_of([file], registry)
    folders = (*map(Path, settings.roots), *roots)
    progress = Progress("weakenings", "Tried")
    with TimeLimit(settings.seconds_per_check or CHECK_SECONDS) as limit:
        found = stressed(
            submission,
            registry,
            lambda item: look_at(item.assessment.evidence, file.parent, folders),
            as_of,
            limit,
            progress.reached,
        )
    for step in found.unnoticed:
        line, column = submission.document.place(step.pointer)
        what = shown(json_pointer(step.pointer))
        click.echo(f"{file}:{line}:{column}: {step.kind}, and nothing changed: {what}")
    for sentence in _scores(found):
        click.echo(sentence)
    sys.exit(1 if fail and found.unnoticed else 0)


def _scores(found: Stress) -> Iterator[str]:
    """How many weakenings are noticed: of each kind, and in all."""
    every = Counter(item.weakening.kind for item in found.tried)
    missed = Counter(step.kind for step in found.unnoticed)
    for kind, number in sorted(every.items()):
        yield f"{kind}: {number - missed[kind]} of {number} noticed"
    noticed, number = len(found.tried) - len(found.unnoticed), len(found.tried)
    share = f" ({100 * noticed // number} %, rounded down)" if number else ""
    yield f"Mutation score: {noticed} of {number} weakenings are noticed{share}."
    if found.left_out:
        yield f"{found.left_out} more were not tried: the first {number} of the file were."
