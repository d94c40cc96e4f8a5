"""A file as it was at a revision of its git repository, with the evidence that lay beside it."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Final, NamedTuple

import click

MAX_BYTES: Final = 500 * 1024 * 1024
"""The most that is taken out of a repository."""
_SECONDS = 120
_ORDINARY = b"100"
"""How the modes of files begin that are neither links nor other repositories."""


NOTHING_ELSE: Final[Mapping[str, str]] = {}


class Revised(NamedTuple):
    """A file at a revision, as the user writes it: FILE@REV."""

    file: Path
    revision: str


def revised(text: str) -> Revised | None:
    """What FILE@REV names; None where it is just a file."""
    name, at, revision = text.rpartition("@")
    if not at or not name or Path(text).exists():
        return None
    return Revised(Path(name), revision)


def taken_out(asked: Revised, folder: Path) -> Path:
    """The file in a folder of its own, with what lay in its folder at that revision.

    It is checked out, as git does it for people: an archive would leave out what the repository
    itself says is not to be exported, so that evidence could seem to be new. Raises
    click.UsageError.
    """
    beside = asked.file.resolve().parent
    if not beside.is_dir():
        raise click.UsageError(f"{asked.file.parent} is no folder. Check the name.")
    commit = commit_of(beside, asked.revision)
    names = _ordinary_files(git(beside, "ls-tree", "-r", "-l", "-z", commit, "--", "."))
    files = folder / "files"
    aside = {"GIT_INDEX_FILE": str(folder / "index")}
    git(beside, "read-tree", commit, environment=aside)
    into = ("checkout-index", "-z", "--stdin", f"--prefix={files}/")
    git(beside, *into, given=b"\0".join(names), environment=aside)
    below = os.fsdecode(git(beside, "rev-parse", "--show-prefix").rstrip(b"\n"))
    found = files / below / asked.file.name
    if not found.is_file():
        raise click.UsageError(f"{asked.file} was not there at {asked.revision}.")
    return found


def _ordinary_files(listed: bytes) -> list[bytes]:
    """The names that `git ls-tree -l` lists, but for links and other repositories."""
    names, left = list[bytes](), MAX_BYTES
    for line in listed.split(b"\0"):
        about, _, name = line.partition(b"\t")
        mode, *_, size = about.split() or (b"", b"")
        if mode.startswith(_ORDINARY):
            names.append(name)
            left -= int(size)
    if left < 0:
        raise click.UsageError("the folder at that revision is larger than 500 MB.")
    return names


def commit_of(folder: Path, revision: str) -> str:
    """The commit that a revision names. Raises click.UsageError."""
    if not revision or revision.startswith("-"):
        raise click.UsageError(f"“{revision}” is no revision of a git repository.")
    named = f"{revision}^{{commit}}"
    commit = git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", named)
    if not commit.strip():
        raise click.UsageError(
            f"there is no revision “{revision}” of the repository in {folder}. "
            "`git log --oneline` lists those that are there."
        )
    return commit.decode().strip()


def git(
    folder: Path, *words: str, given: bytes = b"", environment: Mapping[str, str] = NOTHING_ELSE
) -> bytes:
    """What git prints, run in a folder. Raises click.UsageError.

    Of `rev-parse --quiet` an exit status of 1 is an answer: there is nothing of that name.
    """
    try:
        done = subprocess.run(  # noqa: S603 - no shell, and nothing of the user's is an option
            ["git", "-C", str(folder), *words],  # noqa: S607 - the git of the user
            input=given,
            env={**os.environ, **environment},
            capture_output=True,
            check=False,
            timeout=_SECONDS,
        )
    except FileNotFoundError:
        raise click.UsageError("FILE@REVISION needs git, which is not installed.") from None
    except subprocess.TimeoutExpired:
        raise click.UsageError("git took too long and was stopped.") from None
    quiet = words[0] == "rev-parse" and done.returncode == 1
    if done.returncode and not quiet:
        lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise click.UsageError(f"git: {lines[-1] if lines else 'no reason given'}")
    return done.stdout
