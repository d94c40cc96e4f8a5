"""Kinds of files that need a library which not every installation has."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import click


class Extra(NamedTuple):
    """A part of govcheck that is installed on request."""

    kind: str
    library: str
    name: str


_EXTRAS = {
    ".docx": Extra("Word files", "docx", "docx"),
    ".xlsx": Extra("Excel files", "xlsxwriter", "xlsx"),
}
_IMPORTED = {
    ".docx": _EXTRAS[".docx"],
    ".html": Extra("Web pages", "lxml", "import"),
    ".htm": Extra("Web pages", "lxml", "import"),
    ".md": Extra("Files in Markdown", "markdown_it", "import"),
}
"""To read a document of any kind takes more than to write a report of that kind."""


def missing_for(path: Path) -> str | None:
    """What to install before a file can be read or written, by its ending; None where nothing."""
    return _missing(_EXTRAS.get(path.suffix.lower()))


def _missing(extra: Extra | None) -> str | None:
    if extra is None or find_spec(extra.library):
        return None
    command = f'python -m pip install "govcheck[{extra.name}]"'
    return f"{extra.kind} need an extra part of govcheck: {command}"


def need_for(path: Path) -> None:
    """Stop with what to install, where a file cannot be read or written without it.

    Raises click.UsageError.
    """
    if message := missing_for(path):
        raise click.UsageError(message)


def need_to_import(path: Path) -> None:
    """Stop with what to install, where a document cannot be imported without it.

    Raises click.UsageError.
    """
    if message := _missing(_IMPORTED.get(path.suffix.lower())):
        raise click.UsageError(message)


def need_for_cluster() -> None:
    """Stop with what to install, where no cluster can be spoken to. Raises click.UsageError."""
    if message := _missing(Extra("Clusters", "distributed", "cluster")):
        raise click.UsageError(message)
