"""`govcheck completion`: the lines that a shell needs."""

from __future__ import annotations

import click


@click.command("completion")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def command(shell: str) -> None:
    """Print the set-up for completion in SHELL.

    For bash: govcheck completion bash >> ~/.bashrc. For zsh: the same with ~/.zshrc. For fish:
    govcheck completion fish > ~/.config/fish/completions/govcheck.fish.
    """
    from click.shell_completion import get_completion_class  # noqa: PLC0415 - only needed here

    from govcheck.cli.main import cli  # noqa: PLC0415 - the group imports this module

    completion = get_completion_class(shell)
    if completion is None:
        raise click.ClickException(f"there is no completion for {shell}.")
    click.echo(completion(cli, {}, "govcheck", "_GOVCHECK_COMPLETE").source())
