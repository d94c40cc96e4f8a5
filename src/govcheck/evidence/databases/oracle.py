"""Oracle through oracledb. Its text is tested; a real server has not been tried."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import oracledb
from sqlglot import exp

from govcheck.evidence.databases.connection_file import Connection
from govcheck.evidence.databases.database_fault import Fault
from govcheck.evidence.databases.database_table import Driver, kept_as, open_table
from govcheck.evidence.sql.dialect import Field, Kind
from govcheck.evidence.sql.warehouse_dialects import ORACLE
from govcheck.evidence.tables.opened_table import OpenedTable
from govcheck.model.data_source import DataSource

_CONNECT_SECONDS = 10
_KINDS = kept_as(
    [
        (("VARCHAR", "NVARCHAR", "CHAR", "NCHAR"), Kind.TEXT),
        (("DATE", "TIMESTAMP", "TIMESTAMP_TZ", "TIMESTAMP_LTZ"), Kind.DAY),
        (("NUMBER", "BINARY_INTEGER"), Kind.NUMBER),
        (("BINARY_DOUBLE", "BINARY_FLOAT"), Kind.FLOAT),
        (("BOOLEAN",), Kind.BOOLEAN),
    ]
)
_BEGIN = (
    "ALTER SESSION SET NLS_DATE_FORMAT = 'YYYY-MM-DD' NLS_NUMERIC_CHARACTERS = '.,'",
    "SET TRANSACTION READ ONLY",
)
_FAULTS = {
    "ORA-00942": Fault.NO_TABLE,
    "ORA-01017": Fault.LOGIN,
    "ORA-28000": Fault.LOGIN,
    "ORA-01031": Fault.FORBIDDEN,
    "ORA-41900": Fault.FORBIDDEN,
    "ORA-00904": Fault.QUERY,
    "ORA-00933": Fault.QUERY,
    "ORA-00936": Fault.QUERY,
    "ORA-01456": Fault.WRITES,
    "ORA-01722": Fault.VALUE,
    "ORA-01555": Fault.CHANGED,
    "ORA-01466": Fault.CHANGED,
    "ORA-03113": Fault.DROPPED,
    "ORA-03114": Fault.DROPPED,
    "DPY-4011": Fault.DROPPED,
    "DPY-4024": Fault.TIMEOUT,
    "DPY-4000": Fault.ADDRESS,
    "DPY-4001": Fault.LOGIN,
    "DPY-6001": Fault.NOT_THERE,
    "DPY-6005": Fault.NOT_THERE,
}


def opened(connection: Connection, source: DataSource, seconds: int) -> OpenedTable:
    """The table or query, open for counting. Raises UnreadableTable."""
    return open_table(connection, source, seconds, DRIVER)


def connect(connection: Connection, seconds: int) -> Any:
    """A connection in which all statements see the same rows, and none can write."""
    database = oracledb.connect(
        user=connection.user,
        password=connection.password,
        dsn=connection.address,
        tcp_connect_timeout=_CONNECT_SECONDS,
    )
    database.call_timeout = seconds * 1000
    with database.cursor() as cursor:
        for statement in _BEGIN:
            cursor.execute(statement)
    return database


def field(described: Sequence[Any], column: exp.Column) -> Field:
    """How a column is kept. A DATE has a time of day here, which is cut off."""
    kind = _KINDS.get(described[1].name.removeprefix("DB_TYPE_"))
    if kind is Kind.DAY:
        return Field(exp.Anonymous(this="TRUNC", expressions=[column]), kind)
    return Field(exp.cast(column, "text"), Kind.TEXT) if kind is None else Field(column, kind)


def fault(error: Exception) -> tuple[Fault, str]:
    """What an error means."""
    code = str(getattr(error.args[0], "full_code", "")) if error.args else ""
    known = _FAULTS.get(code)
    return (known, "") if known else (Fault.OTHER, code)


DRIVER = Driver(ORACLE, connect, field, fault)
