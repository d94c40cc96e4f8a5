"""Write files so that nobody ever sees half of one."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

if TYPE_CHECKING:
    from govcheck.model.result import Result

_OPEN_FILES: Final = Path("/proc/self/fd")


class CannotWriteError(click.ClickException):
    """A file could not be written; what was there before is untouched."""

    exit_code = 2


def refuse_to_replace(written: Iterable[Path], read: Iterable[Path]) -> None:
    """Raise UsageError where a file would be written that the same command reads."""
    known = {identity for path in read if (identity := _identity(path))}
    for path in written:
        if _identity(path) in known:
            raise click.UsageError(
                f"{path} is read by this command, and would be lost. "
                "Choose another name with --output."
            )


def files_behind(path: Path, result: Result) -> Iterator[Path]:
    """The file that was judged, and what it points to: some of it may be no file."""
    yield path
    yield from (path.parent / item.place for item in result.evidence)
    yield from (path.parent / item.source for item in result.datasets)


def _identity(path: Path) -> tuple[int, int] | None:
    """What two names of one file have in common; None where there is no file."""
    with contextlib.suppress(OSError):  # not there, or a text that no file can be called
        found = path.stat()
        return found.st_dev, found.st_ino
    return None


def make_folder(path: Path) -> None:
    """A folder, with those above it, where it is not there. Raises CannotWriteError."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or str(error)
        raise CannotWriteError(f"the folder {path} could not be made: {reason}.") from None


def write_text(path: Path, text: str, *, settled: bool = True) -> None:
    """Write aside, then rename. Raises CannotWriteError where the place cannot be written.

    `settled=False` does not wait until the disk has it, for one file of many: `settle` does that
    for all of them at once. Nobody sees half of it either way.
    """
    write_bytes(path, text.encode("utf-8"), settled=settled)


def write_bytes(path: Path, content: bytes, *, settled: bool = True) -> None:
    """The same for what is not text."""
    try:
        _replace(path, content, settled=settled)
    except OSError as error:
        reason = f"{error.strerror or error}."
        if not path.parent.exists():
            reason = f"the folder {path.parent} is not there. Make it first, or choose another."
        raise CannotWriteError(f"{path} could not be written: {reason}") from None


def settle() -> None:
    """Wait until the disk has all that was written, where the system can tell."""
    if hasattr(os, "sync"):
        os.sync()


def _replace(path: Path, content: bytes, *, settled: bool) -> None:
    handle, aside = _opened(path)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            if settled:
                os.fsync(stream.fileno())
            aside = aside or _named(stream.fileno(), path)
        aside.chmod(_mode(path))
        aside.replace(path)
    except BaseException:
        if aside:
            with contextlib.suppress(OSError):
                aside.unlink()
        raise


def _opened(path: Path) -> tuple[int, Path | None]:
    """A file to write to, without a name where the system can: nothing is left if we are killed."""
    if hasattr(os, "O_TMPFILE") and _OPEN_FILES.is_dir():
        with contextlib.suppress(OSError):  # not every file system can
            return os.open(path.parent, os.O_TMPFILE | os.O_RDWR, 0o600), None
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    return handle, Path(name)


def _named(handle: int, path: Path) -> Path:
    """Give a name to a file that has none.

    The link that leads to it is followed only where a folder is named, too.
    """
    name = path.with_name(f".{path.name}.{os.urandom(4).hex()}")
    os.link(_OPEN_FILES / str(handle), name, src_dir_fd=handle, follow_symlinks=True)
    return name


def _mode(path: Path) -> int:
    """The permissions of the file that is replaced, or those of a new file."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
