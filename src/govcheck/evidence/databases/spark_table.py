"""Apache Spark: a session that the caller has, Spark Connect, or a master of one's own."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import count
from threading import Event, Thread
from typing import Any

from pyspark.logger import PySparkLogger
from pyspark.sql import SparkSession, types
from pyspark.sql.connect.client.retries import DefaultPolicy
from pyspark.sql.connect.session import SparkSession as RemoteSession
from sqlglot import exp

from govcheck.evidence.databases.connection_file import Connection
from govcheck.evidence.databases.database_fault import Fault, by_sqlstate
from govcheck.evidence.databases.database_table import Driver, kept_as, open_table
from govcheck.evidence.sql.dialect import Field, Kind
from govcheck.evidence.sql.warehouse_dialects import SPARK
from govcheck.evidence.tables.opened_table import OpenedTable
from govcheck.model.data_source import DataSource

Session = Any
"""A session of Spark itself or of Spark Connect: they have no common type."""
_FILES_AS_TABLES = "spark.sql.runSQLOnFiles"
_TIME_ZONE = "spark.sql.session.timeZone"
_OUR_OWN: dict[str, bool | float | int | str | None] = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.sql.shuffle.partitions": "8",
}
_KINDS = kept_as(
    [
        ((types.StringType, types.CharType, types.VarcharType), Kind.TEXT),
        ((types.DateType,), Kind.DAY),
        ((types.TimestampType, types.TimestampNTZType), Kind.TIMESTAMP),
        ((types.ByteType, types.ShortType, types.IntegerType, types.LongType), Kind.NUMBER),
        ((types.DecimalType,), Kind.NUMBER),
        ((types.FloatType, types.DoubleType), Kind.FLOAT),
        ((types.BooleanType,), Kind.BOOLEAN),
    ]
)
_QUOTES_ROWS = ("SQLQueryContextLogger", "DataFrameQueryContextLogger")
_SQLSTATE = re.compile("SQLSTATE: ([0-9A-Z]{5})")
_LAST = {"date": "9999-12-31", "timestampntz": "9999-12-31 23:59:59.999999"}
_PATIENT_TRIES = 5
_LONGEST_PAUSE_MS = 2_000
_numbers = count(1)


def opened(connection: Connection, source: DataSource, seconds: int) -> OpenedTable:
    """The table or query, open for counting. Raises UnreadableTable."""
    return open_table(connection, source, seconds, DRIVER)


def opened_in(session: Session, source: DataSource, seconds: int) -> OpenedTable:
    """The same in a session that the caller has, and keeps. Raises UnreadableTable."""
    driver = DRIVER._replace(connect=lambda _, limit: SparkConnection(session, limit))
    name = source.connection or "session"
    return open_table(Connection(name, "spark", ""), source, seconds, driver)


class UnreachableError(Exception):
    """No session could be had; the message is that of Spark, and not for people."""


class TooLongError(Exception):
    """A statement was stopped at its limit."""


def connect(connection: Connection, seconds: int) -> SparkConnection:
    """A session of Spark Connect for ourselves, or one with its own Spark for the whole process."""
    with quiet():
        try:
            if connection.local:
                return SparkConnection(_own(connection.address), seconds)
            session = RemoteSession.builder.remote(connection.address).create()
            tries = DefaultPolicy(max_retries=_PATIENT_TRIES, max_backoff=_LONGEST_PAUSE_MS)
            session.client.set_retry_policies([tries])
            session.conf.get(_TIME_ZONE)
        except Exception as error:  # noqa: BLE001 - of gRPC, of Java, of the system
            raise UnreachableError(str(error)) from None
        return SparkConnection(session, seconds, session.stop)


def _own(master: str) -> SparkSession:
    builder = SparkSession.builder.appName("govcheck").master(master)
    session = builder.config(map=_OUR_OWN).getOrCreate()
    session.sparkContext.setLogLevel("OFF")  # its log quotes rows
    return session


class SparkConnection:
    """A session behind the door that drivers of databases have."""

    def __init__(
        self, session: Session, seconds: float, end: Callable[[], object] = lambda: None
    ) -> None:
        """`end` is called at the end, where the session is ours."""
        self.session = session
        self.seconds = seconds
        self._end = end
        self._files_as_tables = session.conf.get(_FILES_AS_TABLES)
        session.conf.set(_FILES_AS_TABLES, "false")  # csv.`/etc/passwd` would be a table

    def cursor(self) -> _Cursor:
        """What asks one question."""
        return _Cursor(self)

    def close(self) -> None:
        """Leave the session as it was."""
        self.session.conf.set(_FILES_AS_TABLES, self._files_as_tables)
        self._end()


class _Cursor:
    def __init__(self, connection: SparkConnection) -> None:
        self._connection = connection
        self._frame: Any = None
        self.description: Sequence[tuple[str, types.DataType]] = ()

    def execute(self, sql: str) -> None:
        with quiet():
            self._frame = self._connection.session.sql(sql)
            fields = self._frame.schema.fields
        self.description = [(item.name, item.dataType) for item in fields]

    def fetchall(self) -> Sequence[tuple[Any, ...]]:
        with quiet(), _limited(self._connection.session, self._connection.seconds):
            return list(self._frame.collect())


@contextmanager
def quiet() -> Iterator[None]:
    """The loggers that print every error of a query, with the values in it, say nothing."""
    loggers: list[logging.Logger] = [PySparkLogger.getLogger(name) for name in _QUOTES_ROWS]
    before = [logger.disabled for logger in loggers]
    for logger in loggers:
        logger.disabled = True
    try:
        yield
    finally:
        for logger, disabled in zip(loggers, before, strict=True):
            logger.disabled = disabled


@contextmanager
def _limited(session: Session, seconds: float) -> Iterator[None]:
    """Stop what is asked inside after so many seconds. Raises TooLongError."""
    tag = f"govcheck-{next(_numbers)}"
    jobs = session if isinstance(session, RemoteSession) else session.sparkContext
    add, remove, stop = (
        (jobs.addTag, jobs.removeTag, jobs.interruptTag)
        if jobs is session
        else (jobs.addJobTag, jobs.removeJobTag, jobs.cancelJobsWithTag)
    )
    done, late = Event(), Event()

    def watch() -> None:
        pause = seconds
        while not done.wait(pause):  # again and again: a job that is not there yet is not stopped
            late.set()
            with suppress(Exception):
                stop(tag)
            pause = 0.2

    add(tag)
    watcher = Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield
    except Exception:
        if late.is_set():
            raise TooLongError from None
        raise
    finally:
        done.set()
        watcher.join()
        with suppress(Exception):  # a connection that broke off has no tags any more
            remove(tag)


def field(described: Sequence[Any], column: exp.Column) -> Field:
    """How a column is kept. Types that are not known are read as the text that Spark makes."""
    kind = _KINDS.get(type(described[1]))
    if kind is Kind.DAY:
        return Field(within_calendar(column, "date"), kind)
    if kind is Kind.TIMESTAMP:  # in the time zone of the session, whatever that of this machine
        return Field(within_calendar(exp.cast(column, "timestampntz"), "timestampntz"), kind)
    if isinstance(described[1], types.FloatType):  # 0.1, and not 0.10000000149011612
        return Field(exp.cast(exp.cast(column, "text"), "double"), Kind.FLOAT)
    return Field(exp.cast(column, "text"), Kind.TEXT) if kind is None else Field(column, kind)


def notes(database: Any, described: Sequence[Any]) -> tuple[str, ...]:
    """The time zone, where days depend on it."""
    if all(not isinstance(item[1], types.TimestampType) for item in described):
        return ()
    return (f"times of day in the time zone {database.session.conf.get(_TIME_ZONE)}",)


def fault(error: Exception) -> tuple[Fault, str]:
    """What an error means."""
    if isinstance(error, TooLongError):
        return Fault.TIMEOUT, ""
    said = str(error)
    if isinstance(error, UnreachableError):
        barred = "UNAUTHENTICATED" in said or "PERMISSION_DENIED" in said
        return (Fault.LOGIN if barred else Fault.NOT_THERE), ""
    state = _SQLSTATE.search(said)
    if state:
        return by_sqlstate(state[1])
    gone = isinstance(error, OSError) or "UNAVAILABLE" in said or "Answer from Java side" in said
    return (Fault.DROPPED if gone else Fault.OTHER), ""


def within_calendar(day: exp.Expression, kind: str) -> exp.Expression:
    """A day or a time, with the first day there is for those that Python cannot hold, as BC.

    No such day is recognised, so it makes no difference which one stands for it.
    """
    first, last = (exp.cast(exp.Literal.string(text), kind) for text in ("0001-01-01", _LAST[kind]))
    fits = exp.Case().when(day.copy().between(first, last), day.copy())
    return fits.when(day.copy().is_(exp.null()).not_(), first.copy())


DRIVER = Driver(SPARK, connect, field, fault, notes)
