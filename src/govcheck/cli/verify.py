"""`govcheck verify`: whether a result is what govcheck wrote, and what it would write now."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from govcheck.cli.diff import read_result
from govcheck.cli.options import (
    SourcesGiven,
    framework_file_option,
    input_file,
    plugin_option,
    sources_options,
    whereabouts,
)

if TYPE_CHECKING:
    from govcheck.model.result import Result

_MOST_TOLD = 20


@click.command("verify")
@click.argument("result", type=input_file, metavar="RESULT.json")
@click.option(
    "--against",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The self-assessment: judge it again, as of the day of the result.",
)
@sources_options
@plugin_option
@framework_file_option
def command(
    *,
    result: Path,
    against: Path | None,
    sources: SourcesGiven,
    plugins: tuple[Path, ...],
    framework_files: tuple[Path, ...],
) -> None:
    """Recompute the digest of RESULT.json and, with --against, the result itself.

    \b
    Exit status:
      0  it is as govcheck wrote it, and FILE still comes out so
      1  something differs
      2  misuse, or a file that cannot be read
    """  # noqa: D301 - the mark is click's
    from govcheck.cli import session  # noqa: PLC0415 - keeps --help light
    from govcheck.cli.judging import results_of  # noqa: PLC0415
    from govcheck.engine.digest import digest_of  # noqa: PLC0415

    held = read_result(result)
    digest = digest_of(held.as_json())
    if digest != held.digest:
        click.echo(f"{result}: the digest does not fit: it was changed after govcheck wrote it.")
        click.echo(f"  it says       sha256:{held.digest}")
        click.echo(f"  recomputed is sha256:{digest}")
        sys.exit(1)
    click.echo(f"{result}: the digest fits: sha256:{digest}")
    if against is None:
        return
    settings = session.configuration()
    registry = session.load(plugins, framework_files, settings)
    places = whereabouts(settings, sources)
    day = date.fromisoformat(held.as_of)
    [(_, now)] = results_of([against], registry, day, settings.seconds_per_check, places)
    told = list(_differences(held, now))
    for line in told[:_MOST_TOLD]:
        click.echo(line)
    if len(told) > _MOST_TOLD:
        click.echo(f"and {len(told) - _MOST_TOLD} more.")
    if told:
        click.echo(f"{against} comes out differently. `govcheck diff` says what that means.")
        sys.exit(1)
    click.echo(f"{against} still comes out so.")


def _differences(held: Result, now: Result) -> Iterator[str]:
    """What differs, field by field; first whether it was the same that was judged."""
    if held.inputs != now.inputs:
        yield "The inputs differ: the file, its framework, its force or what was found of evidence."
    for name in ("tool", "packs"):
        if getattr(held, name) != getattr(now, name):
            yield f"{name.capitalize()}: another version judged it."
    one, other = held.as_json(), now.as_json()
    for key in one:
        if key not in ("digest", "inputs", "tool", "packs"):
            yield from _compared(key, one[key], other.get(key))


def _compared(path: str, one: Any, other: Any) -> Iterator[str]:
    if isinstance(one, dict) and isinstance(other, dict):
        for key in dict.fromkeys((*one, *other)):
            yield from _compared(f"{path}.{key}", one.get(key), other.get(key))
    elif isinstance(one, list) and isinstance(other, list):
        if len(one) != len(other):
            yield f"{path}: {len(one)} entries, and {len(other)} now"
            return
        for index, (left, right) in enumerate(zip(one, other, strict=True)):
            yield from _compared(f"{path}[{index}]", left, right)
    elif one != other:
        from govcheck.intake.problem import shown  # noqa: PLC0415 - seldom needed

        yield f"{path}: “{shown(str(one))}”, and “{shown(str(other))}” now"
