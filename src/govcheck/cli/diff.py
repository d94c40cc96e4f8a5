"""`govcheck diff`: what changed from one result to another."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

import click

from govcheck.cli.options import (
    DayType,
    SourcesGiven,
    Whereabouts,
    framework_file_option,
    plugin_option,
    sources_options,
    whereabouts,
)
from govcheck.cli.revision import revised, taken_out

if TYPE_CHECKING:
    from govcheck.model.difference import Difference
    from govcheck.model.result import Result
    from govcheck.registry.registry import Registry

FORMATS = ("table", "markdown", "json")


@click.command("diff")
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.option("--as-of", type=DayType(), help="Judge both as of this day instead of their as_at.")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="table",
    show_default=True,
    help="What is printed.",
)
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write it to this file instead of printing it.",
)
@click.option(
    "--fail", is_flag=True, help="Exit with 1 where a result fell or a promise is broken."
)
@sources_options
@plugin_option
@framework_file_option
def command(  # noqa: PLR0913 - one for each option
    *,
    old: str,
    new: str,
    as_of: date | None,
    form: str,
    output: Path | None,
    fail: bool,
    sources: SourcesGiven,
    plugins: tuple[Path, ...],
    framework_files: tuple[Path, ...],
) -> None:
    """Say what changed from OLD to NEW: what improved or fell, and what became of promises.

    OLD and NEW are each a result (.json, as `govcheck run --output` writes it), a self-assessment,
    which is judged now, or FILE@REVISION: a self-assessment as it was in git, with its evidence.
    """
    from govcheck.cli import session  # noqa: PLC0415 - keeps --help light
    from govcheck.cli.output import refuse_to_replace, write_text  # noqa: PLC0415
    from govcheck.gate.difference import difference  # noqa: PLC0415

    if output:
        refuse_to_replace([output], (Path(old), Path(new)))
    settings = session.configuration()
    registry = session.load(plugins, framework_files, settings)
    places = whereabouts(settings, sources)
    judge = _Judge(registry, as_of, settings.seconds_per_check, places)
    found = difference(judge.result(old), judge.result(new))
    text = _rendered(found, form)
    if output:
        write_text(output, text)
        click.echo(f"Wrote {output}.")
    else:
        click.echo(text, nl=False)
    sys.exit(1 if fail and found.is_worse else 0)


class _Judge(NamedTuple):
    """What a result depends on beside the file."""

    registry: Registry
    as_of: date | None
    seconds: int | None
    places: Whereabouts

    def result(self, name: str) -> Result:
        """The result that a name stands for, read or judged now."""
        from govcheck.cli.judging import results_of  # noqa: PLC0415 - keeps --help light

        if asked := revised(name):
            with TemporaryDirectory() as folder:
                path = taken_out(asked, Path(folder))
                [(_, result)] = results_of(
                    [path], self.registry, self.as_of, self.seconds, self.places
                )
                return result
        path = Path(name)
        if is_result_file(path):
            return sound_result(path)
        [(_, result)] = results_of([path], self.registry, self.as_of, self.seconds, self.places)
        return result


def is_result_file(path: Path) -> bool:
    """Whether a file is what `govcheck run` wrote; a self-assessment in JSON has another head."""
    from govcheck.intake.result_file import is_result  # noqa: PLC0415 - keeps --help light

    return path.suffix.lower() == ".json" and is_result(path)


def read_result(path: Path) -> Result:
    """The one result of a file, or exit and say why."""
    from govcheck.cli import session  # noqa: PLC0415 - keeps --help light
    from govcheck.gate.exit_status import ExitStatus  # noqa: PLC0415
    from govcheck.intake.problem import InvalidDocument  # noqa: PLC0415
    from govcheck.intake.result_file import read_results  # noqa: PLC0415

    try:
        results = read_results(path)
    except InvalidDocument as error:
        session.stop(error.problems, ExitStatus.INVALID)
    if len(results) > 1:
        raise click.UsageError(f"{path} holds {len(results)} results. Give a file with one.")
    return results[0]


def sound_result(path: Path) -> Result:
    """The one result of a file as govcheck wrote it, or exit and say why."""
    from govcheck.engine.digest import digest_of  # noqa: PLC0415 - keeps --help light

    found = read_result(path)
    if digest_of(found.as_json()) != found.digest:
        raise click.UsageError(
            f"{path}: the digest does not fit: it was changed after govcheck wrote it. "
            "Take the file as it was written."
        )
    return found


def _rendered(found: Difference, form: str) -> str:
    if form == "json":
        from govcheck.report.json_report import as_text  # noqa: PLC0415 - only what is asked for

        return as_text(found.as_json())
    if form == "markdown":
        from govcheck.report import difference_markdown  # noqa: PLC0415

        return difference_markdown.render(found)
    from govcheck.cli.terminal import terminal_style  # noqa: PLC0415
    from govcheck.report import difference_text  # noqa: PLC0415

    return difference_text.render(found, terminal_style())
