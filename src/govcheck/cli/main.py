"""The command `govcheck` and its sub-commands, each imported when it is called."""

from __future__ import annotations

import atexit
import gc
import os
import sys
from importlib import import_module

import click

from govcheck import __version__

COMMANDS = {
    "run": ("run", "Judge self-assessments and report the gaps."),
    "validate": ("validate", "Check that self-assessments are well formed."),
    "respond": ("respond", "Draft the response to be published, or check one against the file."),
    "coverage": ("coverage", "Show how each requirement was looked at, and what was measured."),
    "evidence": ("evidence", "Add evidence to a file, or look at what it has."),
    "measure": ("measure", "Count in a data set, as checks do."),
    "diff": ("diff", "Say what changed from one result to another."),
    "verify": ("verify", "Recompute a result, and say what differs."),
    "history": ("history", "Keep results in a file, and show how they went."),
    "stress": ("stress", "Weaken a file fact by fact: what no check notices."),
    "missing": ("missing", "Show what would make a verdict better."),
    "baseline": ("baseline", "Keep the file of known gaps, for --baseline."),
    "init": ("init", "Write a starter file to fill in."),
    "workbook": ("workbook", "Write an Excel workbook to fill in, from a file or blank."),
    "convert": ("convert", "Write the answers of a workbook into a text file."),
    "framework": ("framework", "Draft a framework file from a report or a response to one."),
    "list": ("listing", "List checks, requirements, frameworks, packs or forces."),
    "explain": ("explain", "Explain a check, a requirement or a word."),
    "schema": ("schema", "Print a JSON Schema, for editors and other tools."),
    "completion": ("completion", "Print the set-up for completion in your shell."),
}
"""Module and summary of each command, in the order of the help page."""

_INTERRUPTED = 130
"""The exit status of programs that were stopped by the keyboard: nothing was judged to the end."""
_UNWRITABLE = 2
"""The exit status where standard output takes nothing more, as on a full disk."""


class _Commands(click.Group):
    """A group that imports a command when it is called, and none for the help page."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except (KeyboardInterrupt, click.Abort):
            click.echo("Stopped before the end.", err=True)
            ctx.exit(_INTERRUPTED)

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"govcheck.cli.{COMMANDS[cmd_name][0]}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if name not in COMMANDS and not ctx.resilient_parsing:
            ctx.fail(_no_such_command(name))
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl([(name, summary) for name, (_, summary) in COMMANDS.items()])


def _no_such_command(name: str) -> str:
    """What to say of a command that does not exist, with what may be meant."""
    import shlex  # noqa: PLC0415 - these are only needed here
    from pathlib import Path  # noqa: PLC0415

    from govcheck.intake.suggestion import suggestion  # noqa: PLC0415
    from govcheck.model.visible import visible  # noqa: PLC0415

    hint = suggestion(name, COMMANDS)
    if Path(name).is_file():
        hint = f"To judge that file: govcheck run {shlex.quote(name)}."
    return visible(f"there is no command “{name}”. {hint}")


@click.command(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=(
        "Begin with `govcheck init --force NAME`, fill in what you know, then "
        "`govcheck run self-assessment.yaml`."
    ),
)
@click.version_option(__version__, prog_name="govcheck", message="%(prog)s %(version)s")
def cli() -> None:
    """Check a self-assessment, and the evidence it points to, against recommendations.

    govcheck reports the gap against every recommendation: what is missing, where, and how to close
    it. What is not answered is not assessed: silence is not a pass.
    """


def main() -> None:
    """Run the command line."""
    # Most of what a short process makes lives until it ends: looking for garbage every 700 objects,
    # as Python does, costs a tenth of the run and finds next to nothing.
    gc.set_threshold(100_000)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        cli.main(prog_name="govcheck")
    except SystemExit as ended:
        _leave(ended.code)
        raise
    except OSError as error:  # what commands read and write themselves is dealt with by them
        click.echo(f"Error: the output cannot be written: {error.strerror}.", err=True)
        os._exit(_UNWRITABLE)


def _leave(status: object) -> None:
    """End the process at once, where all is written and the status is a number.

    Python would first take every object apart, which costs a seventh of a run and frees nothing
    that the system does not free.
    """
    atexit._run_exitfuncs()  # noqa: SLF001 - the way to end as usual without the taking apart
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):  # Python has its own words for a disk that is full
        return
    if isinstance(status, int):
        os._exit(status)
