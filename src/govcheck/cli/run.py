"""`govcheck run`: judge self-assessments and report the gaps."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from govcheck.cli.extras import need_for_cluster
from govcheck.cli.form_options import OutputType, Written, form_option
from govcheck.cli.gate_options import GateFiles, gate_options, opened
from govcheck.cli.judging import decided, results_of
from govcheck.cli.keeping import history_option, kept_with_trends
from govcheck.cli.many.asked import Asked
from govcheck.cli.many.selection import Selection, selected
from govcheck.cli.options import (
    MOST_SECONDS,
    DayType,
    SourcesGiven,
    files_argument,
    framework_file_option,
    plugin_option,
    sources_options,
    whereabouts,
)
from govcheck.report.forms import FORMS, FormName, printed

MOST_WORKERS = 256
DEFAULT_SECONDS = 10
"""How long a check may take where nothing else is said, as engine.time_limit has it."""

if TYPE_CHECKING:
    from govcheck.cli.gate_options import Opened
    from govcheck.model.vocabulary import Severity
    from govcheck.registry.registry import Registry
    from govcheck.report.judged import CheckHelp, Judged
    from govcheck.report.sheet import Style


@click.command("run")
@files_argument
@click.option("--as-of", type=DayType(), help="Judge as of this day instead of the file's as_at.")
@gate_options
@form_option
@click.option(
    "--output",
    "outputs",
    multiple=True,
    type=OutputType(),
    metavar="[FORM=]FILE",
    help="Also write a file. Its ending chooses the form, or a form is named before it:"
    " board=paper.docx. Can be repeated.",
)
@click.option(
    "--seconds-per-check",
    type=click.IntRange(1, MOST_SECONDS),
    metavar="NUMBER",
    help="How long one check may take before it is an error.  [default: 10]",
)
@click.option(
    "--results",
    "results_folder",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="Of many files: write each result into this folder, and the roll-up.",
)
@history_option
@click.option(
    "--workers",
    type=click.IntRange(1, MOST_WORKERS),
    metavar="NUMBER",
    help="Of many files: how many are judged at once.  [default: one for each processor]",
)
@click.option(
    "--cluster",
    metavar="ADDRESS",
    help="Of many files: judge them on the Dask cluster whose scheduler has this address, as"
    " tcp://host:8786. Its workers have to see the same folders.",
)
@click.option(
    "--changed-since",
    metavar="REVISION",
    help="Of many files: only those that changed since a git revision, or whose evidence did.",
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
    policy: Path | None,
    waiver_files: tuple[Path, ...],
    baseline_files: tuple[Path, ...],
    form: FormName | None,
    outputs: tuple[Written, ...],
    seconds_per_check: int | None,
    results_folder: Path | None,
    history: Path | None,
    workers: int | None,
    cluster: str | None,
    changed_since: str | None,
    sources: SourcesGiven,
    quiet: bool,
    verbose: bool,
    plugins: tuple[Path, ...],
    framework_files: tuple[Path, ...],
) -> None:
    """Judge each FILE and report the gap against every recommendation.

    FILE can be a folder, which means every self-assessment below it, or a pattern, as "*/*.yaml".
    What comes out for many is rolled up; with -v, or in another form than the table, each is
    reported in full.

    \b
    Exit status:
      0  no gap and no open question at or above --fail-on, every rule of --policy kept
      1  gaps or open questions, a rule is broken
      2  misuse, or a file that cannot be judged
      3  a check or a plugin broke
      4  nothing was assessed
    """  # noqa: D301 - the mark is click's
    from govcheck.cli import session  # noqa: PLC0415 - keeps --help light
    from govcheck.cli.output import files_behind, refuse_to_replace  # noqa: PLC0415

    settings = session.configuration()
    threshold = _threshold(fail_on or settings.fail_on or "major")
    registry = session.load(plugins, framework_files, settings)
    files_of_gate = GateFiles(fail_on, policy, waiver_files, baseline_files)
    gate = opened(files_of_gate, threshold, registry) if files_of_gate.decides else None
    places = whereabouts(settings, sources)
    seconds = seconds_per_check or settings.seconds_per_check
    form = form or settings.format or "table"
    if gate is None and "decision" in (form, *(item.output.form for item in outputs)):
        raise click.UsageError(
            "the form decision tells what --policy, --waivers or --baseline decide: give one."
        )
    selection = selected(files)
    if changed_since is not None:
        from govcheck.cli.many.changed import only_changed  # noqa: PLC0415 - brings subprocess

        selection = only_changed(selection, changed_since)
    style = terminal_style(quiet=quiet, verbose=verbose)
    as_rollup = selection.many and form == "table" and not (outputs or verbose)
    rules = filter(None, (policy, *waiver_files))
    given = (*selection.files, *plugins, *framework_files, *rules)
    refuse_to_replace((item.path for item in outputs), given)
    if as_rollup or results_folder or workers or cluster:
        if cluster:
            need_for_cluster()
            _refuse_history(history)
        _refuse_single_reports(form, outputs, verbose=verbose)
        _run_many(
            selection,
            Asked(
                plugins,
                framework_files,
                places,
                as_of,
                seconds or DEFAULT_SECONDS,
                threshold,
                files_of_gate,
                results_folder,
                None,
                history,
            ),
            registry,
            gate,
            workers,
            cluster,
            style,
        )
    results = results_of(selection.files, registry, as_of, seconds, places)
    judged, status = decided(
        results,
        threshold,
        help_of(registry, outputs, form),
        gate,
        left_out=len(results) < len(selection.files),
    )
    if history:
        judged = kept_with_trends(history, judged)
    shown = _shown(judged, form, style)
    behind = (file for named in results for file in files_behind(*named))
    refuse_to_replace((item.path for item in outputs), behind)
    for item in outputs:
        _write(item, judged)
    click.echo(shown, nl=False)
    sys.exit(status)


def _refuse_single_reports(form: FormName, outputs: Sequence[Written], *, verbose: bool) -> None:
    if form != "table" or outputs or verbose:
        raise click.UsageError(
            "--results, --workers and --cluster are for the roll-up of many files: leave --format, "
            "--output and -v out. Each result is written into the folder."
        )


def _refuse_history(history: Path | None) -> None:
    if history:
        raise click.UsageError(
            "the workers of a cluster do not write to one history: leave --history out, and add "
            "what --results wrote afterwards: govcheck history add."
        )


def _run_many(  # noqa: PLR0913, PLR0917 - what a run depends on
    selection: Selection,
    asked: Asked,
    registry: Registry,
    gate: Opened | None,
    workers: int | None,
    cluster: str | None,
    style: Style,
) -> NoReturn:
    from govcheck.cli.many.command import run_many, top_of  # noqa: PLC0415 - keeps one file light

    if asked.results:
        asked = asked._replace(top=top_of(selection.files))
    run_many(selection.files, asked, registry, gate, workers, cluster, style)


def _threshold(word: str) -> Severity | None:
    from govcheck.model.vocabulary import Severity  # noqa: PLC0415

    return None if word == "never" else Severity(word)


def terminal_style(*, quiet: bool = False, verbose: bool = False) -> Style:
    """How the table looks on this terminal."""
    from shutil import get_terminal_size  # noqa: PLC0415

    from govcheck.report.sheet import Style  # noqa: PLC0415

    on_terminal = sys.stdout.isatty()
    colour = on_terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    width = get_terminal_size((100, 24)).columns
    return Style(width, colour, "quiet" if quiet else "verbose" if verbose else "normal")


def _shown(judged: Sequence[Judged], form: FormName, style: Style) -> str | bytes:
    """What goes to standard output."""
    if form == "table":
        from govcheck.report import table  # noqa: PLC0415

        return table.render(judged, style)
    return printed(form).renderer().render(judged)


def _write(written: Written, judged: Sequence[Judged]) -> None:
    from govcheck.cli.output import write_bytes  # noqa: PLC0415

    content = written.output.renderer().render(judged)
    write_bytes(written.path, content.encode("utf-8") if isinstance(content, str) else content)


def help_of(
    registry: Registry, outputs: Sequence[Written], form: FormName
) -> Mapping[str, CheckHelp]:
    """What the checks say of themselves, where a form tells it."""
    asked = {form, *(item.output.form for item in outputs)}
    if not any(FORMS[name].tells_help for name in asked):
        return {}
    from govcheck.report.judged import CheckHelp  # noqa: PLC0415

    return {loaded.check.id: CheckHelp(*loaded.check.documentation) for loaded in registry.checks}
