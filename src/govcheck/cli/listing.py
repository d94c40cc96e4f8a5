"""`govcheck list`: what is loaded."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from govcheck.cli.options import framework_file_option, plugin_option

if TYPE_CHECKING:
    from govcheck.reference.inventory import Rows
    from govcheck.registry.registry import Registry

_KINDS = ("checks", "requirements", "frameworks", "packs", "forces")
_TAKES = {"pack": ("checks",), "framework": ("checks", "requirements")}
_WRAPPED = ("title", "text", "about", "also accepted", "serves", "from")
"""Columns that may run over several lines."""
_NARROWEST_COLUMN = 16


@click.command("list")
@click.argument("kind", type=click.Choice(_KINDS), metavar="WHAT")
@click.option("--pack", metavar="NAME", help="Only the checks of this pack.")
@click.option(
    "--for", "framework", metavar="ID", help="Only checks or requirements of this framework."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json"]),
    default="table",
    show_default=True,
    help="The form in which they are printed.",
)
@plugin_option
@framework_file_option
def command(  # noqa: PLR0913 - one for each option
    *,
    kind: str,
    pack: str | None,
    framework: str | None,
    form: str,
    plugins: tuple[Path, ...],
    framework_files: tuple[Path, ...],
) -> None:
    """List WHAT is loaded: checks, requirements, frameworks, packs or forces."""
    from govcheck.cli import session  # noqa: PLC0415 - keeps --help light

    for option, given in (("pack", pack), ("framework", framework)):
        if given is not None and kind not in _TAKES[option]:
            name = "--for" if option == "framework" else "--pack"
            raise click.UsageError(f"{name} goes with: {', '.join(_TAKES[option])}.")
    registry = session.load(plugins, framework_files)
    _refuse_unknown(registry, pack, framework)
    rows = _rows(kind, registry, pack, framework)
    if form == "json":
        click.echo(json.dumps(rows, indent=2, ensure_ascii=False))
    else:
        click.echo(_table(kind, rows))


def _refuse_unknown(registry: Registry, pack: str | None, framework: str | None) -> None:
    from govcheck.intake.suggestion import suggestion  # noqa: PLC0415 - keeps --help light

    packs = [loaded.pack.name for loaded in registry.packs]
    for what, name, known in (
        ("pack", pack, packs),
        ("framework", framework, list(registry.catalogue.frameworks)),
    ):
        if name is not None and name not in known:
            raise click.UsageError(
                f"there is no {what} “{name}”. {suggestion(name, known)}".rstrip()
            )


def _rows(kind: str, registry: Registry, pack: str | None, framework: str | None) -> Rows:
    from govcheck.reference import inventory  # noqa: PLC0415 - imports the models

    match kind:
        case "checks":
            return inventory.checks(registry, pack=pack, framework=framework)
        case "requirements":
            return inventory.requirements(registry, framework=framework)
        case "frameworks":
            return inventory.frameworks(registry)
        case "packs":
            return inventory.packs(registry)
        case _:
            return inventory.forces(registry)


def _table(kind: str, rows: Sequence[Mapping[str, Any]]) -> str:
    from shutil import get_terminal_size  # noqa: PLC0415 - only needed for tables

    from tabulate import tabulate  # noqa: PLC0415 - heavy

    if not rows:
        return f"No {kind}."
    cells = [[_cell(value) for value in row.values()] for row in rows]
    headers = list(rows[0])
    limits = _limits(headers, cells, get_terminal_size((100, 24)).columns)
    table = tabulate(cells, headers, tablefmt="simple", maxcolwidths=limits, disable_numparse=True)
    return f"{table}\n\n{len(rows)} {kind if len(rows) != 1 else kind.removesuffix('s')}"


def _limits(headers: Sequence[str], cells: Sequence[Sequence[str]], width: int) -> list[int | None]:
    """How wide the columns that may wrap can be: they share what the others leave."""
    longest = [
        max(len(headers[index]), *(len(row[index]) for row in cells))
        for index in range(len(headers))
    ]
    free = width - 2 * (len(headers) - 1)
    free -= sum(size for name, size in zip(headers, longest, strict=True) if name not in _WRAPPED)
    limits: list[int | None] = [None] * len(headers)
    wrapping = [index for index, name in enumerate(headers) if name in _WRAPPED]
    for left, index in zip(
        range(len(wrapping), 0, -1), sorted(wrapping, key=lambda at: longest[at]), strict=True
    ):
        limits[index] = max(min(longest[index], free // left), _NARROWEST_COLUMN)
        free -= limits[index] or 0
    return limits


def _cell(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
