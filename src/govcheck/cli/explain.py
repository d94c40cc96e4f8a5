"""`govcheck explain`: what something is, and how to close its gap."""

from __future__ import annotations

from pathlib import Path

import click

from govcheck.cli.completing import explainable_names
from govcheck.cli.options import framework_file_option, plugin_option

_NEAR_ENOUGH = 0.75
"""Words of plain English have more letters in common by chance than ids have."""


@click.command("explain")
@click.argument("words", nargs=-1, required=True, metavar="ID", shell_complete=explainable_names)
@plugin_option
@framework_file_option
def command(
    *, words: tuple[str, ...], plugins: tuple[Path, ...], framework_files: tuple[Path, ...]
) -> None:
    """Explain ID: a check, requirement, recommendation, framework, section, data set or word.

    For example: govcheck explain 2.review, or govcheck explain partly met, or govcheck explain
    verdict, which prints the rule by which verdicts are given.
    """
    from govcheck.cli import session  # noqa: PLC0415 - keeps --help light
    from govcheck.reference.explanation import explain, explainable  # noqa: PLC0415

    name = " ".join(words)
    registry = session.load(plugins, framework_files)
    text = explain(name, registry)
    if text is None:
        from govcheck.intake.suggestion import suggestion  # noqa: PLC0415 - only needed here

        near = suggestion(name, explainable(registry), _NEAR_ENOUGH)
        hint = (
            near if near.startswith("Did you mean") else "`govcheck list checks` shows the checks."
        )
        raise click.UsageError(f"there is nothing called “{name}” to explain. {hint}")
    click.echo(text, nl=False)
