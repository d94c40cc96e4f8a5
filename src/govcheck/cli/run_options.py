"""What `govcheck run` can be asked for on the command line."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import click

from govcheck.cli.form_options import OutputType, Written, form_option
from govcheck.cli.gate_options import GateFiles, gate_options
from govcheck.cli.keeping import history_option
from govcheck.cli.options import (
    MOST_SECONDS,
    DayType,
    SourcesGiven,
    files_argument,
    framework_file_option,
    plugin_option,
    sources_options,
)
from govcheck.report.forms import FormName

F = TypeVar("F", bound=Callable[..., Any])
MOST_WORKERS = 256

_OPTIONS = (
    files_argument,
    click.option(
        "--as-of", type=DayType(), help="Judge as of this day instead of the file's as_at."
    ),
    gate_options,
    form_option,
    click.option(
        "--output",
        "outputs",
        multiple=True,
        type=OutputType(),
        metavar="[FORM=]FILE",
        help="Also write a file. Its ending chooses the form, or a form is named before it:"
        " board=paper.docx. Can be repeated.",
    ),
    click.option(
        "--seconds-per-check",
        type=click.IntRange(1, MOST_SECONDS),
        metavar="NUMBER",
        help="How long one check may take before it is an error.  [default: 10]",
    ),
    click.option(
        "--results",
        type=click.Path(file_okay=False, path_type=Path),
        metavar="FOLDER",
        help="Of many files: write each result into this folder, and the roll-up.",
    ),
    history_option,
    click.option(
        "--workers",
        type=click.IntRange(1, MOST_WORKERS),
        metavar="NUMBER",
        help="Of many files: how many are judged at once.  [default: one for each processor]",
    ),
    click.option(
        "--cluster",
        metavar="ADDRESS",
        help="Of many files: judge them on the Dask cluster whose scheduler has this address, as"
        " tcp://host:8786. Its workers have to see the same folders.",
    ),
    click.option(
        "--changed-since",
        metavar="REVISION",
        help="Of many files: only those that changed since a git revision, or whose evidence did.",
    ),
    sources_options,
    click.option("-q", "--quiet", is_flag=True, help="Print one line for each file."),
    click.option(
        "-v", "--verbose", is_flag=True, help="Print requirements, strengths and every check."
    ),
    plugin_option,
    framework_file_option,
)


def run_options(function: F) -> F:
    """All options of the command, in the order of its help page."""
    for option in reversed(_OPTIONS):
        function = option(function)
    return function


class Given(NamedTuple):
    """What the command line says; None where it is silent."""

    files: tuple[Path, ...]
    as_of: date | None
    fail_on: str | None
    policy: Path | None
    waiver_files: tuple[Path, ...]
    baseline_files: tuple[Path, ...]
    form: FormName | None
    outputs: tuple[Written, ...]
    seconds_per_check: int | None
    results: Path | None
    history: Path | None
    workers: int | None
    cluster: str | None
    changed_since: str | None
    sources: SourcesGiven
    quiet: bool
    verbose: bool
    plugins: tuple[Path, ...]
    framework_files: tuple[Path, ...]

    @property
    def gate(self) -> GateFiles:
        """The files that say what fails the run."""
        return GateFiles(self.fail_on, self.policy, self.waiver_files, self.baseline_files)

    @property
    def is_for_many(self) -> bool:
        """Whether it asks for what only a roll-up has."""
        return bool(self.results or self.workers or self.cluster)

    def written(self) -> list[Path]:
        """The files that are to be written."""
        return [item.path for item in self.outputs]

    def read(self) -> list[Path]:
        """The files that are read beside the self-assessments, and must not be written."""
        rules = (self.policy, *self.waiver_files) if self.policy else self.waiver_files
        return [*self.plugins, *self.framework_files, *rules]
