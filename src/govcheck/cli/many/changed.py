"""Of many files those that a change touches, as a pull request needs."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from govcheck.cli.many.selection import ENDINGS, Selection, is_head
from govcheck.cli.revision import commit_of, git


def only_changed(selection: Selection, revision: str) -> Selection:
    """The files that changed since they parted from a revision, or in whose folder something did.

    Evidence lies beside the file: where it changes, so may the result. Exits with 0 where nothing
    changed. Raises click.UsageError.
    """
    folder = Path.cwd()
    commit = commit_of(folder, revision)
    for name in _gone(folder, commit):
        told = f"{name} was a self-assessment at {revision} and is gone: nothing is judged of it."
        click.echo(told, err=True)
    changed = _changed(folder, commit)
    files = tuple(path for path in selection.files if _is_touched(path.resolve(), changed))
    if not files:
        click.echo(f"No self-assessment changed since {revision}: nothing is judged.", err=True)
        sys.exit(0)
    return Selection(files, many=True)


def _changed(folder: Path, commit: str) -> tuple[Path, ...]:
    top = Path(os.fsdecode(git(folder, "rev-parse", "--show-toplevel").rstrip(b"\n")))
    known = git(folder, "diff", "--name-only", "-z", "--no-renames", "--merge-base", commit)
    new = git(top, "ls-files", "--others", "--exclude-standard", "-z")
    names = [*known.split(b"\0"), *new.split(b"\0")]
    return tuple(top / os.fsdecode(name) for name in names if name)


def _gone(folder: Path, commit: str) -> Iterator[str]:
    """The self-assessments that were deleted since, as the repository names them."""
    words = ("diff", "--name-only", "-z", "--diff-filter=D", "--find-renames", "--merge-base")
    for name in git(folder, *words, commit).split(b"\0"):
        gone = os.fsdecode(name)
        is_one = Path(gone).suffix.lower() in ENDINGS
        if is_one and is_head(git(folder, "show", f"{commit}:{gone}")):
            yield gone


def _is_touched(path: Path, changed: tuple[Path, ...]) -> bool:
    return any(path.parent in other.parents for other in changed)
