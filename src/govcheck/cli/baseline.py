"""`govcheck baseline`: keep the file of known gaps."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from govcheck.cli.options import (
    DayType,
    SourcesGiven,
    framework_file_option,
    is_file,
    plugin_option,
    sources_options,
    whereabouts,
)

if TYPE_CHECKING:
    from govcheck.gate.known import Compared
    from govcheck.model.baseline import Baseline
    from govcheck.model.result import Result

_MOST_LISTED = 50


@click.group("baseline")
def command() -> None:
    """Keep the file of known gaps, for `govcheck run --baseline`."""


@command.command(
    "update", short_help="Take out what is resolved; with --grow, take in what is new."
)
@click.argument(
    "baseline", type=click.Path(dir_okay=False, path_type=Path), metavar="BASELINE.json"
)
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@click.option("--grow", is_flag=True, help="Also begin a baseline, or take in new gaps.")
@click.option("--as-of", type=DayType(), help="Judge as of this day instead of the file's as_at.")
@sources_options
@plugin_option
@framework_file_option
def update(  # noqa: PLR0913 - one for each option
    *,
    baseline: Path,
    file: Path,
    grow: bool,
    as_of: date | None,
    sources: SourcesGiven,
    plugins: tuple[Path, ...],
    framework_files: tuple[Path, ...],
) -> None:
    """Judge FILE and write its gaps and open questions to BASELINE.json.

    What is resolved is taken out, and every other gap keeps the day since when it is known. New
    gaps are refused, and so is what is worse: a verdict that fell, a claim that lost its evidence,
    a due date that passed, an entry that is gone. Nothing is written then, unless --grow says that
    it is accepted.

    \b
    Exit status:
      0  the baseline is up to date
      1  there are new gaps or something is worse, and --grow is not given
      2  misuse, or a file that cannot be judged
    """  # noqa: D301 - the mark is click's
    from govcheck.cli import session  # noqa: PLC0415 - keeps --help light
    from govcheck.cli.judging import results_of  # noqa: PLC0415
    from govcheck.cli.output import write_text  # noqa: PLC0415
    from govcheck.gate.known import compared, updated  # noqa: PLC0415
    from govcheck.gate.outcome import outcomes  # noqa: PLC0415
    from govcheck.gate.regressions import fallen  # noqa: PLC0415
    from govcheck.report.json_report import as_text  # noqa: PLC0415

    if baseline.suffix.lower() != ".json":
        raise click.UsageError(f"{baseline}: the name of a baseline ends in .json.")
    if not is_file(baseline) and not grow:
        raise click.UsageError(f"{baseline} is not there. To begin a baseline, add --grow.")
    settings = session.configuration()
    registry = session.load(plugins, framework_files, settings)
    places = whereabouts(settings, sources)
    old = _read(baseline) if is_file(baseline) else None
    [(_, result)] = results_of([file], registry, as_of, settings.seconds_per_check, places)
    _refuse_other(baseline, old, result)
    difference = compared(old, outcomes(result)) if old else None
    if old and difference and not grow:
        _refuse_new(baseline, difference)
        _refuse_worse(baseline, fallen(old.result, result))
    text = as_text(updated(old, result).as_json())
    if old and json.loads(text) == old.as_json():
        click.echo(f"{baseline} is up to date.")
        return
    write_text(baseline, text)
    for line in _told(baseline, result, difference):
        click.echo(line)


def _read(path: Path) -> Baseline:
    from govcheck.cli import session  # noqa: PLC0415 - keeps --help light
    from govcheck.gate.exit_status import ExitStatus  # noqa: PLC0415
    from govcheck.intake.problem import InvalidDocument  # noqa: PLC0415
    from govcheck.intake.result_file import read_baselines  # noqa: PLC0415

    try:
        found = read_baselines(path)
    except InvalidDocument as error:
        session.stop(error.problems, ExitStatus.INVALID)
    if len(found) > 1:
        raise click.UsageError(f"{path} holds several results. Keep a baseline for each force.")
    return found[0]


def _refuse_other(path: Path, old: Baseline | None, result: Result) -> None:
    if old is None:
        return
    for name, one, other in (
        ("force", old.result.force.id, result.force.id),
        ("report", old.result.framework.id, result.framework.id),
    ):
        if one != other:
            raise click.UsageError(
                f"{path} is about another {name} ({one}, not {other}) and is left as it is."
            )


def _refuse_worse(path: Path, fallen: Sequence[str]) -> None:
    if not fallen:
        return
    noun = "1 thing is" if len(fallen) == 1 else f"{len(fallen)} things are"
    click.echo(f"{noun} worse than in the baseline, so {path} is left as it is:", err=True)
    for line in fallen[:_MOST_LISTED]:
        click.echo(f"  {line}", err=True)
    if len(fallen) > _MOST_LISTED:
        click.echo(f"  and {len(fallen) - _MOST_LISTED} more", err=True)
    click.echo("Put it right, or accept it with --grow.", err=True)
    sys.exit(1)


def _refuse_new(path: Path, difference: Compared) -> None:
    number = len(difference.new)
    if not number:
        return
    noun = "1 gap or open question is" if number == 1 else f"{number} gaps or open questions are"
    click.echo(f"{noun} new, so {path} is left as it is:", err=True)
    for item in difference.new[:_MOST_LISTED]:
        click.echo(f"  {item.check} at {', '.join(item.places)} ({item.status})", err=True)
    if number > _MOST_LISTED:
        click.echo(f"  and {number - _MOST_LISTED} more", err=True)
    click.echo("Close them, or accept them with --grow.", err=True)
    sys.exit(1)


def _told(path: Path, result: Result, difference: Compared | None) -> list[str]:
    from govcheck.gate.outcome import outcomes  # noqa: PLC0415 - keeps --help light

    known = sum(outcome.fails for outcome in outcomes(result))
    lines = [f"Wrote {path}: {known} gaps and open questions are known."]
    if difference and difference.resolved:
        lines += ["Resolved:", *(f"  {name}" for name in difference.resolved)]
    if difference and difference.new:
        lines += [
            "New:",
            *(f"  {item.check} at {', '.join(item.places)}" for item in difference.new),
        ]
    return lines
