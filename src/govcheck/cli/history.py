"""`govcheck history`: keep results over the years, and show how they went."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, TypeVar

import click

from govcheck.cli.keeping import opened_history
from govcheck.cli.options import (
    SourcesGiven,
    framework_file_option,
    plugin_option,
    sources_options,
    whereabouts,
)

if TYPE_CHECKING:
    from govcheck.model.result import Result

F = TypeVar("F", bound=Callable[..., Any])

_history = click.argument(
    "history", type=click.Path(dir_okay=False, path_type=Path), metavar="HISTORY.sqlite"
)


def _judging_options(function: F) -> F:
    return sources_options(plugin_option(framework_file_option(function)))


@click.group("history")
def command() -> None:
    """Keep results in a file, and show how they went over time."""


@command.command("add", short_help="Keep results.")
@_history
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE..."
)
@_judging_options
def add(*, history: Path, files: tuple[Path, ...], **judging: Any) -> None:
    """Keep the result of each FILE: a result (.json), or a self-assessment, which is judged now.

    A result is kept once, whole or not at all, and never changed or taken away.
    """
    from govcheck.cli.diff import is_result_file, sound_result  # noqa: PLC0415 - keeps --help light

    results = [sound_result(path) for path in files if is_result_file(path)]
    results += _judged([path for path in files if not is_result_file(path)], **judging)
    with opened_history(history, begin=True) as kept:
        new = sum(kept.add(result) for result in results)
    known = len(results) - new
    click.echo(f"{history}: {new} kept" + (f", {known} known already." if known else "."))


@command.command("show", short_help="Show how results went over time.")
@_history
@click.option("--force", metavar="ID", help="Of one force only.")
@click.option(
    "--requirement", metavar="ID", help="Of one requirement or recommendation, as 2.review."
)
@click.option(
    "--format", "form", type=click.Choice(("table", "json")), default="table", show_default=True,
    help="What is printed.",
)  # fmt: skip
def show(*, history: Path, force: str | None, requirement: str | None, form: str) -> None:
    """Show what came out for each recommendation, by the day of judgement."""
    from govcheck.cli.terminal import terminal_style  # noqa: PLC0415 - keeps --help light
    from govcheck.history.trend import trend  # noqa: PLC0415
    from govcheck.intake.result_file import parse_result  # noqa: PLC0415
    from govcheck.intake.suggestion import suggestion  # noqa: PLC0415
    from govcheck.report import trend_text  # noqa: PLC0415
    from govcheck.report.json_report import as_text  # noqa: PLC0415

    with opened_history(history, begin=False) as kept:
        if force is not None and force not in (known := kept.forces()):
            raise click.UsageError(f"nothing of “{force}” is kept. {suggestion(force, known)}")
        lines = trend((parse_result(text, history) for text in kept.texts(force)), requirement)
    if form == "json":
        click.echo(as_text([line._asdict() for line in lines]), nl=False)
    else:
        click.echo(trend_text.render(lines, terminal_style()), nl=False)


@command.command("rebuild", short_help="Keep the results of every revision in git.")
@_history
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@_judging_options
def rebuild(*, history: Path, file: Path, **judging: Any) -> None:
    """Judge FILE as it was at each revision that changed it, with the packs of today.

    What comes out is kept. A revision at which it could not be judged is told and left out.
    """
    from govcheck.cli.revision import Revised, git, taken_out  # noqa: PLC0415 - keeps --help light
    from govcheck.intake.problem import InvalidDocument  # noqa: PLC0415

    folder = file.resolve().parent
    if not folder.is_dir():
        raise click.UsageError(f"{file.parent} is no folder. Check the name.")
    words = ("log", "--reverse", "--format=%H", "--", file.name)
    commits = git(folder, *words).decode().split()
    if not commits:
        raise click.UsageError(f"git knows no revision of {file}.")
    new = known = 0
    with opened_history(history, begin=True) as kept:
        for commit in commits:
            try:
                with TemporaryDirectory() as name:
                    path = taken_out(Revised(file, commit), Path(name))
                    [result] = _judged([path], tolerant=True, **judging)
            except (click.UsageError, InvalidDocument) as error:
                first = str(error).splitlines()[0] if str(error) else "it cannot be judged"
                click.echo(f"{commit[:12]} is left out: {first}", err=True)
                continue
            if kept.add(result):
                new += 1
            else:
                known += 1
    click.echo(f"{history}: {new} kept" + (f", {known} known already." if known else "."))


def _judged(
    files: list[Path],
    *,
    tolerant: bool = False,
    sources: SourcesGiven,
    plugins: tuple[Path, ...],
    framework_files: tuple[Path, ...],
) -> list[Result]:
    """The results of self-assessments; or exit, or raise InvalidDocument, where one has none."""
    if not files:
        return []
    from govcheck.cli import session  # noqa: PLC0415 - keeps --help light
    from govcheck.cli.judging import results_of  # noqa: PLC0415
    from govcheck.intake.assessment import read_assessment  # noqa: PLC0415
    from govcheck.intake.document import read_document  # noqa: PLC0415

    settings = session.configuration()
    registry = session.load(plugins, framework_files, settings)
    places = whereabouts(settings, sources)
    if tolerant:
        for path in files:
            read_assessment(read_document(path), registry.catalogue)
    named = results_of(files, registry, None, settings.seconds_per_check, places)
    return [result for _, result in named]
