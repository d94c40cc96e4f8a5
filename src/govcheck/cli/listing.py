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

    from govcheck.report.fitted import fitted  # noqa: PLC0415 - heavy

    if not rows:
        return f"No {kind}."
    headers = [name for name in rows[0] if name != "framework" or _varies(name, rows)]
    cells = [[_cell(row[name]) for name in headers] for row in rows]
    table = fitted(headers, cells, get_terminal_size((100, 24)).columns, _WRAPPED)
    return f"{table}\n\n{len(rows)} {kind if len(rows) != 1 else kind.removesuffix('s')}"


def _varies(name: str, rows: Sequence[Mapping[str, Any]]) -> bool:
    return len({row[name] for row in rows}) > 1


def _cell(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
