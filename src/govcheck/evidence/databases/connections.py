"""Open a table or a query in a database that the assessment names and somebody else explains.

An assessment can only use a name. What it stands for is in a file that the caller gives.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import cast

from govcheck.evidence.databases.connection_file import Connection, connection_named
from govcheck.evidence.tables.opened_table import OpenedTable
from govcheck.evidence.tables.table import UnreadableTable
from govcheck.model.data_source import DataSource

Opener = Callable[[Connection, DataSource, int], OpenedTable]

_MODULES = {
    "postgresql": ("govcheck.evidence.databases.postgres", "postgres"),
    "sqlserver": ("govcheck.evidence.databases.sql_server", "sqlserver"),
    "oracle": ("govcheck.evidence.databases.oracle", "oracle"),
    "spark": ("govcheck.evidence.databases.spark_table", "spark"),
}
"""Where the function `opened` of each kind is, and the extra that brings the driver it imports."""


def open_source(
    source: DataSource, connections: Path | None, seconds: int, folder: Path | None = None
) -> OpenedTable:
    """The table or query of a named connection, open for counting.

    `connections` is the file that explains the name, `seconds` how long the database may take over
    one statement, and `folder` that of the assessment. Raises UnreadableTable.
    """
    name = str(source.connection)
    if (source.table is None) == (source.query is None):
        message = "a connection needs either a table or a query, and not both."
        raise UnreadableTable(message, "Add table: hr.leavers, for example.")
    if connections is None:
        raise UnreadableTable(
            f"nothing says what the connection {name} stands for.",
            "Name the file of connections with --connections, or in GOVCHECK_CONNECTIONS.",
        )
    if folder is not None:
        _refuse_inside(connections, folder)
    connection = connection_named(name, connections)
    return _opener(connection.kind)(connection, source, seconds)


def _opener(kind: str) -> Opener:
    module, extra = _MODULES[kind]
    try:
        return cast("Opener", import_module(module).opened)
    except ImportError:
        message = f"it takes a driver to ask a {kind} database, which is not installed."
    raise UnreadableTable(message, f'Install it with: pip install "govcheck[{extra}]"')


def _refuse_inside(connections: Path, folder: Path) -> None:
    """Whoever writes an assessment must not choose the database that vouches for it."""
    if connections.resolve().is_relative_to(folder.resolve()):
        raise UnreadableTable(
            "the file of connections lies in the folder of the assessment, and whoever is assessed "
            "does not choose which database is asked.",
            "Move it to another folder.",
        )
