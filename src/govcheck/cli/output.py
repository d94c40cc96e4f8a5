"""Write files so that nobody ever sees half of one."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

import click


class CannotWriteError(click.ClickException):
    """A file could not be written; what was there before is untouched."""

    exit_code = 2


def make_folder(path: Path) -> None:
    """A folder, with those above it, where it is not there. Raises CannotWriteError."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or str(error)
        raise CannotWriteError(f"the folder {path} could not be made: {reason}.") from None


def write_text(path: Path, text: str) -> None:
    """Write aside, then rename. Raises CannotWriteError where the place cannot be written."""
    write_bytes(path, text.encode("utf-8"))


def write_bytes(path: Path, content: bytes) -> None:
    """The same for what is not text."""
    try:
        _replace(path, content)
    except OSError as error:
        reason = f"{error.strerror or error}."
        if not path.parent.exists():
            reason = f"the folder {path.parent} is not there. Make it first, or choose another."
        raise CannotWriteError(f"{path} could not be written: {reason}") from None


def _replace(path: Path, content: bytes) -> None:
    handle, aside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        Path(aside).chmod(_mode(path))
        Path(aside).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(aside).unlink()
        raise


def _mode(path: Path) -> int:
    """The permissions of the file that is replaced, or those of a new file."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
