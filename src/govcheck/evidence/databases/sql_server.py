"""SQL Server through pyodbc. Its text is tested; a real server has not been tried."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pyodbc
from sqlglot import exp

from govcheck.evidence.databases.connection_file import Connection
from govcheck.evidence.databases.database_fault import Fault, by_sqlstate
from govcheck.evidence.databases.database_table import Driver, open_table
from govcheck.evidence.sql.dialect import Field, Kind
from govcheck.evidence.sql.warehouse_dialects import SQL_SERVER
from govcheck.evidence.tables.opened_table import OpenedTable
from govcheck.model.data_source import DataSource

_CONNECT_SECONDS = 10
_KINDS = {
    str: Kind.TEXT,
    date: Kind.DAY,
    datetime: Kind.TIMESTAMP,
    int: Kind.NUMBER,
    Decimal: Kind.NUMBER,
    float: Kind.NUMBER,  # never infinite here
    bool: Kind.BOOLEAN,
}
_NUMBERED = {
    "208": Fault.NO_TABLE,
    "229": Fault.FORBIDDEN,
    "230": Fault.FORBIDDEN,
    "916": Fault.FORBIDDEN,
    "3952": Fault.NO_SNAPSHOT,
}
_NUMBER = re.compile(r"\((\d+)\) \(SQL")


def opened(connection: Connection, source: DataSource, seconds: int) -> OpenedTable:
    """The table or query, open for counting. Raises UnreadableTable."""
    return open_table(connection, source, seconds, DRIVER)


def connect(connection: Connection, seconds: int) -> Any:
    """A connection in which all statements see the same rows, and nothing is ever committed."""
    login = {"UID": connection.user, "PWD": connection.password}
    given = {key: _braced(value) for key, value in login.items() if value is not None}
    database = pyodbc.connect(
        connection.address, timeout=_CONNECT_SECONDS, readonly=True, autocommit=False, **given
    )
    database.timeout = seconds
    database.execute("SET TRANSACTION ISOLATION LEVEL SNAPSHOT")
    return database


def _braced(value: str) -> str:
    """A value in which a semicolon does not begin the next setting."""
    return "{" + value.replace("}", "}}") + "}"


def field(described: Sequence[Any], column: exp.Column) -> Field:
    """How a column is kept. Text is compared letter by letter, as everywhere else."""
    kind = _KINDS.get(described[1], Kind.TEXT)
    if kind is not Kind.TEXT:
        return Field(column, kind)
    text = column if described[1] is str else exp.cast(column, "text")
    return Field(exp.Collate(this=text, expression=exp.var("Latin1_General_BIN2")), kind)


def fault(error: Exception) -> tuple[Fault, str]:
    """What an error means."""
    number = _NUMBER.search(str(error))
    if number and number[1] in _NUMBERED:
        return _NUMBERED[number[1]], ""
    return by_sqlstate(str(error.args[0]) if error.args else "")


DRIVER = Driver(SQL_SERVER, connect, field, fault)
