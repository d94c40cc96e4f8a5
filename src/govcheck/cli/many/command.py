"""The run of many files: from their names to the roll-up and the exit status."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from govcheck.cli.many.cluster import Cluster
from govcheck.cli.many.pool import Pool
from govcheck.cli.many.progress import Progress
from govcheck.gate.exit_status import ExitStatus, worst
from govcheck.model.rollup import FileLine, Rollup, rolled_up

if TYPE_CHECKING:
    from govcheck.cli.gate_options import Opened
    from govcheck.cli.many.asked import Asked
    from govcheck.registry.registry import Registry
    from govcheck.report.sheet import Style

_MOST_PROBLEMS = 10
"""What is told of one file of many."""


def run_many(  # noqa: PLR0913, PLR0917 - what a run depends on
    files: Sequence[Path],
    asked: Asked,
    registry: Registry,
    gate: Opened | None,
    workers: int | None,
    cluster: str | None,
    style: Style,
) -> NoReturn:
    """Judge the files, print the roll-up, and exit with the status that decides for all."""
    from govcheck.report import rollup_text  # noqa: PLC0415 - only needed here

    judge: Pool | Cluster
    if cluster:
        judge = Cluster(asked, cluster)
    else:
        number = min(workers or _usable_processors(), len(files))
        judge = Pool(asked, registry, gate, number)
    progress = Progress("files", "Judged", quiet=style.detail == "quiet")
    lines = list[FileLine]()
    for line in judge.lines(files):
        lines.append(line)
        progress.reached(len(lines), len(files))
    for line in lines:
        for problem in line.problems[:_MOST_PROBLEMS]:
            click.echo(problem, err=True)
        if len(line.problems) > _MOST_PROBLEMS:
            more = len(line.problems) - _MOST_PROBLEMS
            click.echo(f"{line.file}: {more} more. See: govcheck validate {line.file}", err=True)
    whole = rolled_up(lines)
    if asked.results:
        _write(asked.results, whole)
    click.echo(rollup_text.render(whole, style), nl=False)
    if asked.results:
        click.echo(f"Wrote the results to {asked.results}.", err=True)
    sys.exit(worst([ExitStatus(line.status) for line in lines]))


def top_of(files: Sequence[Path]) -> Path:
    """The folder that all files have in common."""
    return Path(os.path.commonpath([path.resolve().parent for path in files]))


def _usable_processors() -> int:
    """Those that this process may use, which can be fewer than the machine has."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _write(folder: Path, whole: Rollup) -> None:
    from govcheck.cli.output import make_folder, settle, write_text  # noqa: PLC0415 - only here
    from govcheck.report import rollup_csv  # noqa: PLC0415
    from govcheck.report.json_report import as_text  # noqa: PLC0415

    make_folder(folder)
    settle()  # the roll-up is there only once all that it tells of is
    write_text(folder / "rollup.json", as_text(whole.as_json()))
    write_text(folder / "rollup.csv", rollup_csv.render(whole))
