"""`govcheck schema`: the JSON Schemas of the files, for editors and other tools."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from govcheck.cli.options import framework_file_option, plugin_option

_KINDS = (
    "self-assessment",
    "framework",
    "result",
    "configuration",
    "policy",
    "waivers",
    "decision",
    "baseline",
    "coverage",
    "difference",
    "rollup",
)


@click.command("schema")
@click.argument("kind", type=click.Choice(_KINDS), metavar="WHAT")
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write it to this file instead of printing it.",
)
@plugin_option
@framework_file_option
def command(
    *,
    kind: str,
    output: Path | None,
    plugins: tuple[Path, ...],
    framework_files: tuple[Path, ...],
) -> None:
    """Print the JSON Schema of WHAT: one of the files that govcheck reads or writes.

    WHAT is self-assessment, framework, result, configuration, policy, waivers, decision, baseline,
    coverage, difference or rollup.

    The schema of a self-assessment knows the sections of the packs that are loaded. An editor that
    reads it completes names and shows what each question asks.
    """
    from govcheck.reference.json_schema import as_text  # noqa: PLC0415 - keeps --help light

    text = as_text(_schema(kind, plugins, framework_files))
    if output is None:
        click.echo(text, nl=False)
        return
    from govcheck.cli.output import write_text  # noqa: PLC0415 - only needed here

    write_text(output, text)


def _schema(
    kind: str, plugins: tuple[Path, ...], framework_files: tuple[Path, ...]
) -> dict[str, object]:
    from govcheck.reference import json_schema  # noqa: PLC0415 - keeps --help light

    alike: dict[str, Callable[[], dict[str, object]]] = {
        "framework": json_schema.framework_schema,
        "result": json_schema.result_schema,
        "policy": json_schema.policy_schema,
        "waivers": json_schema.waivers_schema,
        "decision": json_schema.decision_schema,
        "baseline": json_schema.baseline_schema,
        "coverage": json_schema.coverage_schema,
        "difference": json_schema.difference_schema,
        "rollup": json_schema.rollup_schema,
    }
    if kind in alike:
        return alike[kind]()
    if kind == "configuration":
        from govcheck.cli.configuration import Configuration  # noqa: PLC0415 - keeps it light

        return json_schema.configuration_schema(Configuration)
    from govcheck.cli import session  # noqa: PLC0415 - keeps --help light

    registry = session.load(plugins, framework_files)
    return json_schema.assessment_schema(registry.catalogue)
