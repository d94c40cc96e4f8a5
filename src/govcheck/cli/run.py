"""`govcheck run`: judge self-assessments and report the gaps."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from govcheck.cli.options import (
    MOST_SECONDS,
    DayType,
    files_argument,
    framework_file_option,
    plugin_option,
    sources_options,
    whereabouts,
)

if TYPE_CHECKING:
    from govcheck.cli.options import Whereabouts
    from govcheck.intake.assessment import Submission
    from govcheck.model.result import Result
    from govcheck.model.vocabulary import Severity
    from govcheck.registry.registry import Registry
    from govcheck.report.sheet import Style
    from govcheck.report.table import Judged

FORMATS = ("table", "markdown", "json")
SUFFIXES = {".md": "markdown", ".json": "json", ".txt": "table"}
FAIL_ON = ("critical", "major", "minor", "never")


@click.command("run")
@files_argument
@click.option("--as-of", type=DayType(), help="Judge as of this day instead of the file's as_at.")
@click.option(
    "--fail-on",
    type=click.Choice(FAIL_ON),
    help="Exit with 1 for gaps and open questions from this severity on.  [default: major]",
)
@click.option(
    "--format", "form", type=click.Choice(FORMATS), help="What is printed.  [default: table]"
)
@click.option(
    "--output",
    "outputs",
    multiple=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="Also write a file; its ending chooses the form (.md, .json, .txt). Can be repeated.",
)
@click.option(
    "--seconds-per-check",
    type=click.IntRange(1, MOST_SECONDS),
    metavar="NUMBER",
    help="How long one check may take before it is an error.  [default: 10]",
)
@sources_options
@click.option("-q", "--quiet", is_flag=True, help="Print one line for each file.")
@click.option(
    "-v", "--verbose", is_flag=True, help="Print requirements, strengths and every check."
)
@plugin_option
@framework_file_option
def command(  # noqa: PLR0913 - one for each option
    *,
    files: tuple[Path, ...],
    as_of: date | None,
    fail_on: str | None,
    form: str | None,
    outputs: tuple[Path, ...],
    seconds_per_check: int | None,
    roots: tuple[Path, ...],
    connections: Path | None,
    small_count: int | None,
    quiet: bool,
    verbose: bool,
    plugins: tuple[Path, ...],
    framework_files: tuple[Path, ...],
) -> None:
    """Judge each FILE and report the gap against every recommendation.

    \b
    Exit status:
      0  no gap and no open question at or above --fail-on
      1  gaps or open questions
      2  misuse, or a file that cannot be judged
      3  a check or a plugin broke
      4  nothing was assessed
    """  # noqa: D301 - the mark is click's
    from govcheck.cli import session  # noqa: PLC0415 - keeps --help light

    _refuse_unknown_endings(outputs)
    settings = session.configuration()
    threshold = _threshold(fail_on or settings.fail_on or "major")
    registry = session.load(plugins, framework_files, settings)
    places = whereabouts(settings, roots, connections, small_count)
    seconds = seconds_per_check or settings.seconds_per_check
    results = results_of(files, registry, as_of, seconds, places)
    judged, status = _decided(results, threshold)
    chosen = form or settings.format or "table"
    printed = _rendered(judged, chosen, terminal_style(quiet=quiet, verbose=verbose))
    for path in outputs:
        _write(path, judged)
    click.echo(printed, nl=False)
    sys.exit(status)


def _refuse_unknown_endings(outputs: tuple[Path, ...]) -> None:
    for path in outputs:
        if path.suffix.lower() not in SUFFIXES:
            known = ", ".join(SUFFIXES)
            raise click.BadParameter(
                f"{path.name}: the ending chooses the form; it can be {known}.",
                param_hint="--output",
            )


def _threshold(word: str) -> Severity | None:
    from govcheck.model.vocabulary import Severity  # noqa: PLC0415

    return None if word == "never" else Severity(word)


Named = tuple[Path, "Result"]


def results_of(
    files: Sequence[Path],
    registry: Registry,
    as_of: date | None,
    seconds: int | None,
    places: Whereabouts,
) -> list[Named]:
    """A result for each file, or exit with every problem of every file."""
    from govcheck.engine.judge import evaluate  # noqa: PLC0415
    from govcheck.engine.time_limit import CHECK_SECONDS, TimeLimit  # noqa: PLC0415
    from govcheck.evidence.documents import look_at  # noqa: PLC0415

    submissions = submissions_of(files, registry)
    results = []
    with TimeLimit(seconds or CHECK_SECONDS) as limit:
        for path, item in submissions:
            evidence = look_at(item.assessment.evidence, path.parent, places.roots)
            sources = places.of(path)
            judged = evaluate(item, registry, evidence, as_of, limit=limit, sources=sources)
            results.append((path, judged))
    return results


def submissions_of(files: Sequence[Path], registry: Registry) -> list[tuple[Path, Submission]]:
    """What each file says, or exit with every problem of every file."""
    from govcheck.cli import session  # noqa: PLC0415
    from govcheck.gate.exit_status import ExitStatus  # noqa: PLC0415
    from govcheck.intake.assessment import read_assessment  # noqa: PLC0415
    from govcheck.intake.document import read_document  # noqa: PLC0415
    from govcheck.intake.problem import InvalidDocument, Problem  # noqa: PLC0415

    submissions, problems = [], list[Problem]()
    for path in dict.fromkeys(files):
        try:
            document = read_document(path)
            submissions.append((path, read_assessment(document, registry.catalogue)))
        except InvalidDocument as error:
            problems += error.problems
    if problems:
        click.echo(f"{_problems(len(problems))}; nothing was judged.", err=True)
        session.stop(problems, ExitStatus.INVALID)
    return submissions


def _problems(number: int) -> str:
    return "1 problem" if number == 1 else f"{number} problems"


def _decided(results: Sequence[Named], threshold: Severity | None) -> tuple[list[Judged], int]:
    """Each result with its exit status in words, and the status of the whole run."""
    from govcheck.gate.exit_status import exit_for, worst  # noqa: PLC0415
    from govcheck.report.table import Judged  # noqa: PLC0415

    exits = [exit_for(result, threshold) for _, result in results]
    judged = [
        Judged(str(path), result, f"{decided.status}: {decided.reason}")
        for (path, result), decided in zip(results, exits, strict=True)
    ]
    return judged, worst([decided.status for decided in exits])


def terminal_style(*, quiet: bool = False, verbose: bool = False) -> Style:
    """How the table looks on this terminal."""
    from shutil import get_terminal_size  # noqa: PLC0415

    from govcheck.report.sheet import Style  # noqa: PLC0415

    on_terminal = sys.stdout.isatty()
    colour = on_terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    width = get_terminal_size((100, 24)).columns
    return Style(width, colour, "quiet" if quiet else "verbose" if verbose else "normal")


def _rendered(judged: Sequence[Judged], form: str, style: Style) -> str:
    results = [item.result for item in judged]
    if form == "json":
        from govcheck.report import json_report  # noqa: PLC0415

        return json_report.render(results)
    if form == "markdown":
        from govcheck.report import markdown  # noqa: PLC0415

        return markdown.render(results)
    from govcheck.report import table  # noqa: PLC0415

    return table.render(judged, style)


def _write(path: Path, judged: Sequence[Judged]) -> None:
    from govcheck.cli.output import write_text  # noqa: PLC0415
    from govcheck.report.sheet import Style  # noqa: PLC0415

    write_text(path, _rendered(judged, SUFFIXES[path.suffix.lower()], Style()))
