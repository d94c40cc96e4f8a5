"""The file of kept results: an SQLite database to which rows are added and never taken away.

A result is in it whole or not at all, whenever the process is ended and however many write at once:
each is one transaction, and SQLite keeps its promise with a journal beside the file. The journal is
the plain one (not WAL, which needs shared memory and does not work on network drives).
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

from govcheck.model.result import Result

APPLICATION: Final = 0x676F7663
"""What makes a database one of ours: the letters govc."""
VERSION: Final = 1
_WAIT: Final = 30.0
"""Seconds to wait while another process writes."""

_TABLES: Final = """
CREATE TABLE results (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    digest TEXT NOT NULL UNIQUE,
    force TEXT NOT NULL,
    framework TEXT NOT NULL,
    as_of TEXT NOT NULL,
    result TEXT NOT NULL
) STRICT;
CREATE INDEX results_in_order ON results (force, framework, as_of, id);
CREATE TRIGGER results_stay BEFORE DELETE ON results
BEGIN SELECT RAISE(ABORT, 'results are kept: nothing is deleted'); END;
CREATE TRIGGER results_are_kept_once BEFORE INSERT ON results
WHEN EXISTS (SELECT 1 FROM results WHERE digest = NEW.digest OR id = NEW.id)
BEGIN SELECT RAISE(IGNORE); END;
CREATE TRIGGER results_do_not_change BEFORE UPDATE ON results
BEGIN SELECT RAISE(ABORT, 'results are kept: nothing is changed'); END;
"""


class HistoryError(Exception):
    """The file cannot be used, with what would help."""


class History:
    """A file of kept results, open."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path

    def add(self, result: Result) -> bool:
        """Keep a result. Whether it is new: the same one is kept once, as the table itself sees to.

        Raises HistoryError.
        """
        row = (
            result.digest,
            result.force.id,
            result.framework.id,
            result.as_of,
            json.dumps(result.as_json(), ensure_ascii=False, separators=(",", ":")),
        )
        with _told(self._path), self._connection:
            self._connection.execute("BEGIN IMMEDIATE")
            done = self._connection.execute(
                "INSERT INTO results (digest, force, framework, as_of, result)"
                " VALUES (?, ?, ?, ?, ?)",
                row,
            )
            return done.rowcount == 1

    def texts(self, force: str | None = None) -> Iterator[str]:
        """The kept results as JSON: by force and report, in the order of the day of judgement.

        The order never depends on when a result was added. Raises HistoryError.
        """
        with _told(self._path):
            yield from (
                text
                for (text,) in self._connection.execute(
                    "SELECT result FROM results WHERE ?1 IS NULL OR force = ?1"
                    " ORDER BY force, framework, as_of, id",
                    (force,),
                )
            )

    def forces(self) -> tuple[str, ...]:
        """The ids of the forces whose results are kept. Raises HistoryError."""
        with _told(self._path):
            found = self._connection.execute("SELECT DISTINCT force FROM results ORDER BY force")
            return tuple(force for (force,) in found)


@contextmanager
def opened(path: Path, *, begin: bool) -> Iterator[History]:
    """The history in a file, which is made where it is to begin. Raises HistoryError."""
    if not path.is_file() and not begin:
        raise HistoryError(f"{path} is not there. `govcheck history add` begins one.")
    if path.exists() and not path.is_file():
        raise HistoryError(f"{path} is no file. Name a file for the history.")
    with (
        _told(path),
        closing(sqlite3.connect(path, timeout=_WAIT, isolation_level=None)) as database,
    ):
        database.execute("PRAGMA synchronous = FULL")
        _prepare(database, path)
        yield History(database, path)


def _prepare(database: sqlite3.Connection, path: Path) -> None:
    """Make the tables of a file that is new, and refuse one that is something else."""
    if _kind(database) == (APPLICATION, VERSION):
        return
    with database:
        database.execute("BEGIN IMMEDIATE")
        kind = _kind(database)  # another process may have been first
        empty = not database.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if kind == (0, 0) and empty:
            for statement in _statements():
                database.execute(statement)
            database.execute(f"PRAGMA application_id = {APPLICATION}")
            database.execute(f"PRAGMA user_version = {VERSION}")
        elif kind[0] == APPLICATION and kind[1] != VERSION:
            raise HistoryError(f"{path} was written by another version of govcheck.")
        elif kind != (APPLICATION, VERSION):
            raise HistoryError(f"{path} is a database of something else, and is left as it is.")


def _kind(database: sqlite3.Connection) -> tuple[int, int]:
    application = database.execute("PRAGMA application_id").fetchone()[0]
    return application, database.execute("PRAGMA user_version").fetchone()[0]


def _statements() -> Iterator[str]:
    """The statements one by one: a script would end the transaction that they stand in."""
    statement = ""
    for line in _TABLES.strip().splitlines():
        statement += f"{line}\n"
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.DatabaseError as error:
        reason = str(error)
        if "not a database" in reason or "malformed" in reason:
            raise HistoryError(f"{path} is no history, or damaged, and is left as it is.") from None
        if "locked" in reason:
            raise HistoryError(f"{path} is in use: another run writes to it. Try again.") from None
        raise HistoryError(f"{path} cannot be used: {reason}.") from None
