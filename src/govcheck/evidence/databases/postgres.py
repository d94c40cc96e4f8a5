"""PostgreSQL through psycopg."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import psycopg
from psycopg.abc import Loader
from psycopg.conninfo import conninfo_to_dict
from psycopg.types import datetime as days
from sqlglot import exp

from govcheck.evidence.databases.connection_file import Connection
from govcheck.evidence.databases.database_fault import Fault, by_sqlstate
from govcheck.evidence.databases.database_table import Driver, kept_as, open_table
from govcheck.evidence.sql.dialect import POSTGRES, Field, Kind
from govcheck.evidence.tables.opened_table import OpenedTable
from govcheck.model.data_source import DataSource

_OID = {name: psycopg.adapters.types[name].oid for name in (
    "text", "varchar", "bpchar", "name", "date", "timestamp", "timestamptz",
    "int2", "int4", "int8", "numeric", "float4", "float8", "bool",
)}  # fmt: skip
_KINDS = kept_as(
    [
        ((_OID["text"], _OID["varchar"]), Kind.TEXT),
        ((_OID["date"],), Kind.DAY),
        ((_OID["timestamp"], _OID["timestamptz"]), Kind.TIMESTAMP),
        ((_OID["int2"], _OID["int4"], _OID["int8"]), Kind.NUMBER),
        ((_OID["float4"], _OID["float8"], _OID["numeric"]), Kind.FLOAT),
        ((_OID["bool"],), Kind.BOOLEAN),
    ]
)
_LARGEST = "1.7976931348623157e308"
"""The largest number that a float can hold. Numerics know larger ones, which cannot be compared."""
_PATIENCE = {
    "connect_timeout": 10,
    "keepalives_idle": 30,
    "keepalives_interval": 10,
    "keepalives_count": 3,
    "application_name": "govcheck",
}
"""So that a server that went silent is noticed. What the DSN says wins."""


def opened(connection: Connection, source: DataSource, seconds: int) -> OpenedTable:
    """The table or query, open for counting. Raises UnreadableTable."""
    return open_table(connection, source, seconds, DRIVER)


def connect(connection: Connection, seconds: int) -> psycopg.Connection[tuple[Any, ...]]:
    """A connection in which all statements see the same rows, and none can write."""
    known = conninfo_to_dict(connection.address)
    wanted: dict[str, Any] = {key: value for key, value in _PATIENCE.items() if key not in known}
    login = {"user": connection.user, "password": connection.password}
    wanted |= {key: value for key, value in login.items() if value is not None}
    database = psycopg.connect(connection.address, **wanted, client_encoding="utf-8")
    for kind, loader in _LOADERS.items():
        database.adapters.register_loader(kind, loader)
    database.read_only = True
    database.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
    limit = (f"{seconds}s",)
    database.execute("SELECT set_config('statement_timeout', %s, false)", limit)
    return database


class _Day(days.DateLoader):
    """Days that Python does not know, as infinity, are read as text, and so as no day."""

    def load(self, data: Any) -> Any:
        try:
            return super().load(data)
        except psycopg.DataError:
            return "outside the calendar"


class _Timestamp(days.TimestampLoader):
    """The same for days with a time."""

    def load(self, data: Any) -> Any:
        try:
            return super().load(data)
        except psycopg.DataError:
            return "outside the calendar"


_LOADERS: dict[str, type[Loader]] = {"date": _Day, "timestamp": _Timestamp}


def field(described: Sequence[Any], column: exp.Column) -> Field:
    """How a column is kept. Other types are read as the text that PostgreSQL makes of them."""
    oid = described[1]
    kind = _KINDS.get(oid)
    if oid == _OID["timestamptz"]:  # in the time zone of the session, as the driver would
        return Field(exp.cast(column, "timestamp"), Kind.TIMESTAMP)
    if oid == _OID["float4"]:  # the number that is shown, 0.1, and not 0.10000000149011612
        return Field(exp.cast(exp.cast(column, "text"), "double"), Kind.FLOAT)
    if oid == _OID["numeric"] and described[4] is None:
        return Field(_within_floats(column), Kind.FLOAT)
    return Field(exp.cast(column, "text"), Kind.TEXT) if kind is None else Field(column, kind)


def _within_floats(column: exp.Column) -> exp.Expression:
    """A numeric, with NaN for what is beyond the numbers that can be compared everywhere."""
    least, most = exp.Literal.number(f"-{_LARGEST}"), exp.Literal.number(_LARGEST)
    not_a_number = exp.cast(exp.Literal.string("NaN"), "decimal")
    fits = exp.Case().when(column.copy().between(least, most), column.copy())
    return fits.when(column.copy().is_(exp.null()).not_(), not_a_number)


def notes(database: Any, described: Sequence[Any]) -> tuple[str, ...]:
    """The time zone, where days depend on it."""
    if all(item[1] != _OID["timestamptz"] for item in described):
        return ()
    (zone,) = database.execute("SELECT current_setting('TimeZone')").fetchone()
    return (f"times of day in the time zone {zone}",)


def fault(error: Exception) -> tuple[Fault, str]:
    """What an error means. The driver gives no code where it could not connect."""
    code = getattr(error, "sqlstate", None) or ""
    if code:
        return by_sqlstate(code)
    if isinstance(error, psycopg.ProgrammingError):
        return Fault.ADDRESS, ""
    if not isinstance(error, psycopg.OperationalError):
        return Fault.OTHER, ""
    return _unconnected(str(error)), ""


def _unconnected(said: str) -> Fault:
    """Why there is no connection, from words that do not depend on the language of the server."""
    if "FATAL" in said or "password" in said:
        return Fault.LOGIN
    if "SSL" in said or "certificate" in said:
        return Fault.UNSAFE
    return Fault.NOT_THERE if said.startswith(("connection ", "failed to ")) else Fault.DROPPED


DRIVER = Driver(POSTGRES, connect, field, fault, notes)
