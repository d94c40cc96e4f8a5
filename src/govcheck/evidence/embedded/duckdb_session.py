"""DuckDB on a short lead: no network, no other files, a limit of memory, no row in a message."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from sqlglot import exp

from govcheck.evidence.sql.dialect import literal
from govcheck.evidence.tables.table import UnreadableTable

A = TypeVar("A")
MEMORY = "500MB"
"""What does not fit goes to a temporary folder. The process as a whole takes more."""
_THREADS = 8
"""Each thread holds a part of the file: more of them would not fit into the memory."""
_MISSING = (
    "it takes DuckDB to read it, which is not installed.",
    'Install it with: pip install "govcheck[tables]"',
)
_DAMAGED = ("it cannot be read: it is damaged, or not what its name says.", "Export it again.")
NO_ROOM = (
    f"there is no room for it in {MEMORY} of memory and in the temporary folder.",
    "Free some space there, or name another temporary folder in TMPDIR.",
)


class DuckdbSession:
    """A connection that can read some files and write to one temporary folder of its own."""

    def __init__(self, paths: Sequence[Path]) -> None:
        """Open it. Raises UnreadableTable."""
        try:
            import duckdb  # noqa: PLC0415 - heavy, and only where a table needs it
        except ImportError:
            duckdb = None  # type: ignore[assignment]
        if duckdb is None:
            raise UnreadableTable(*_MISSING)
        self._errors = (duckdb.Error, duckdb.OutOfMemoryException)
        self._paths = {path: _state(path) for path in paths}
        self.folder = Path(tempfile.mkdtemp(prefix="govcheck-"))
        try:
            self.connection = self.attempt(lambda: self._connect(duckdb.connect))
        except BaseException:
            shutil.rmtree(self.folder, ignore_errors=True)
            raise

    def _connect(self, connect: Callable[..., Any]) -> Any:
        config = {
            "memory_limit": MEMORY,
            "temp_directory": str(self.folder / "spill"),
            "threads": min(os.cpu_count() or 1, _THREADS),
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
            "python_enable_replacements": False,
        }
        connection = connect(config=config)
        settings = {
            "enable_progress_bar": exp.false(),
            "TimeZone": literal("UTC"),
            "allowed_paths": paths_of(self._paths),
            "allowed_directories": paths_of([self.folder]),
            "enable_external_access": exp.false(),
            "lock_configuration": exp.true(),
        }
        for name, value in settings.items():
            item = exp.SetItem(this=exp.EQ(this=exp.var(name), expression=value))
            connection.execute(exp.Set(expressions=[item]).sql(dialect="duckdb"))
        return connection

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """All rows of the result of a statement. Raises UnreadableTable."""
        return self.attempt(lambda: self.connection.execute(sql).fetchall())

    def attempt(self, work: Callable[[], A]) -> A:
        """What DuckDB answers. Raises UnreadableTable.

        Errors of DuckDB quote rows. So nothing of them is kept, not even as the context of another.
        """
        every, too_large = self._errors
        try:
            return work()
        except every as error:
            message, fix = NO_ROOM if isinstance(error, too_large) else _DAMAGED
        raise UnreadableTable(message, fix)

    def check_unchanged(self) -> None:
        """Raise UnreadableTable where a file has changed since it was opened."""
        if any(_state(path) != state for path, state in self._paths.items()):
            raise UnreadableTable(
                "it has changed while it was counted.", "Run again when nobody writes to it."
            )

    def close(self) -> None:
        """Give everything back."""
        self.connection.close()
        shutil.rmtree(self.folder, ignore_errors=True)


def _state(path: Path) -> tuple[int, int] | None:
    """What changes with a file; None where it is gone."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns


def paths_of(paths: Iterable[Path]) -> exp.Array:
    """Paths as a value of SQL."""
    return exp.Array(expressions=[literal(str(path)) for path in paths])
