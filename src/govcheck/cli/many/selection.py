"""Which files are meant: files, patterns, and folders with everything below them."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator, Sequence
from glob import glob
from pathlib import Path
from typing import NamedTuple

import click

from govcheck.cli.options import is_folder

ENDINGS = (".yaml", ".yml", ".json", ".toml")
_WORKBOOK = ".xlsx"
_PATTERN = re.compile(r"[*?\[]")
_HEAD = 4096
"""How much of a file is looked at, in bytes: `govcheck: 1` stands near its top."""
_IS_ASSESSMENT = re.compile(rb"""(?:^|[{,])\s*["']?govcheck["']?\s*[:=]\s*1\b""", re.MULTILINE)


class Selection(NamedTuple):
    """The files of a run."""

    files: tuple[Path, ...]
    many: bool
    """Whether a folder or a pattern was named, or more than one file."""


def selected(named: Sequence[Path]) -> Selection:
    """The files that are meant, each once: those that are named as they are, others in order.

    A folder means every self-assessment below it, a pattern every file that matches. Raises
    click.UsageError where a folder or a pattern has none.
    """
    files = dict[Path, None]()
    several = len(named) > 1
    for path in named:
        found = _meant(path)
        several = several or found is not None
        files |= dict.fromkeys((path,) if found is None else found)
    return Selection(tuple(files), several and (len(files) > 1 or several))


def _meant(path: Path) -> tuple[Path, ...] | None:
    """What a folder or a pattern stands for; None for a file."""
    if is_folder(path):
        found = tuple(sorted(_below(path)))
        if not found:
            raise click.UsageError(
                f"there is no self-assessment in {path}: no .yaml, .json or .toml file with "
                "`govcheck: 1` near its top, and no workbook. `govcheck init` writes one."
            )
        return found
    if not _PATTERN.search(str(path)) or path.exists():
        return None
    matching = (Path(name) for name in glob(str(path), recursive=True))  # noqa: PTH207 - as typed
    found = tuple(sorted(item for item in matching if item.is_file()))
    if not found:
        raise click.UsageError(f"no file matches {path}.")
    return found


def _below(folder: Path) -> Iterator[Path]:
    """The self-assessments below a folder. Links and hidden folders are not followed."""
    for root, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            path = Path(root, name)
            if not name.startswith((".", "~$")) and _is_plain(path) and _is_one(path):
                yield path


def _is_plain(path: Path) -> bool:
    """Whether it is a file: no link, and nothing that is waited for, as a pipe is."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return True  # it is gone meanwhile, or hidden: whatever cannot be read is told


def _is_one(path: Path) -> bool:
    ending = path.suffix.lower()
    if ending == _WORKBOOK:
        return _is_workbook(path)
    if ending not in ENDINGS:
        return False
    try:
        with path.open("rb") as file:
            return is_head(file.read(_HEAD))
    except OSError:
        return True  # whatever cannot be read is told, not passed over


def is_head(content: bytes) -> bool:
    """Whether a self-assessment begins so."""
    return _IS_ASSESSMENT.search(content[:_HEAD]) is not None


def _is_workbook(path: Path) -> bool:
    """Whether a workbook was written by `govcheck workbook`: its first sheet says so."""
    import zipfile  # noqa: PLC0415 - seldom needed

    try:
        with zipfile.ZipFile(path) as archive, archive.open("xl/sharedStrings.xml") as strings:
            return b"sheet:/start" in strings.read(1_000_000)
    except (OSError, KeyError, zipfile.BadZipFile, NotImplementedError, RuntimeError):
        return False
