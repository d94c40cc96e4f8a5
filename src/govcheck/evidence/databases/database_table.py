"""A table or a query in a database with a driver of the usual kind (DB-API), counted by it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from typing import Any, NamedTuple, Protocol, TypeVar

from sqlglot import exp

from govcheck.evidence.databases.connection_file import Connection
from govcheck.evidence.databases.database_fault import Fault
from govcheck.evidence.sql.answer import Raw, cells_of
from govcheck.evidence.sql.dialect import Dialect, Field, Kind
from govcheck.evidence.sql.plain_select import plain_select
from govcheck.evidence.sql.plan import passes
from govcheck.evidence.sql.statements import statements
from govcheck.evidence.tables.opened_table import OpenedTable
from govcheck.evidence.tables.table import Layout
from govcheck.model.data_source import DataSource
from govcheck.model.measure import Cells, Tally

A = TypeVar("A")
MOST_GROUPS = 1_000_000
"""Longer answers are not fetched: they are no counts any more, but rows."""
MOST_SAMPLES = 20_000
"""Different cells of one column from which the way of writing days is found: 50 years of days."""
COMBINATIONS = 200
"""Below it, counting several tallies in one pass costs less than another pass."""


class DatabaseConnection(Protocol):
    """What is asked of an open connection. It is in a transaction that only reads."""

    def cursor(self) -> Any:
        """A cursor of the usual kind."""

    def close(self) -> None:
        """End the connection, and with it the transaction."""


class Driver(NamedTuple):
    """What differs between drivers."""

    dialect: Dialect
    connect: Callable[[Connection, int], DatabaseConnection]
    """Opens a connection with a limit of seconds for one statement; raises what it likes."""
    field: Callable[[Sequence[Any], exp.Column], Field]
    """How a column is kept, from its entry in the description of a cursor."""
    fault: Callable[[Exception], tuple[Fault, str]]
    """What an error means, and the code that the database gives it."""
    notes: Callable[[DatabaseConnection, Sequence[Any]], tuple[str, ...]] = lambda *_: ()
    """What is worth saying of how it reads these columns, described by a cursor."""


def open_table(
    connection: Connection, source: DataSource, seconds: int, driver: Driver
) -> OpenedTable:
    """The table or query, open for counting. Raises UnreadableTable."""
    table = named_table(source, driver.dialect)
    attempt = _Attempts(driver)
    database = attempt(lambda: driver.connect(connection, seconds))
    try:
        opened = DatabaseTable(database, driver, table)
        notes = attempt(lambda: driver.notes(database, opened.described))
    except BaseException:
        _close(database)
        raise
    return OpenedTable(
        opened, source.name, notes=notes, samples=opened.samples, close=lambda: _close(database)
    )


def named_table(source: DataSource, dialect: Dialect) -> exp.Expression:
    """What stands after FROM: the table, quoted part by part, or the query in brackets."""
    if source.query is not None:
        return plain_select(source.query, dialect.name)
    *above, table = str(source.table).split(".")
    database, catalogue = [None, *above][-1], [None, None, *above][-2]
    return exp.table_(table, db=database, catalog=catalogue, quoted=True)


class DatabaseTable:
    """The table, with the columns that a question without an answer showed."""

    def __init__(self, database: DatabaseConnection, driver: Driver, table: exp.Expression) -> None:
        """Ask for the columns. Raises UnreadableTable."""
        self._database = database
        self._dialect = driver.dialect
        self._attempt = _Attempts(driver)
        self._table = table
        self.described = self._attempt(self._description)
        self._fields = {
            str(item[0]): driver.field(item, exp.column(str(item[0]), quoted=True))
            for item in self.described
        }

    @property
    def headers(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(str(item[0]) for item in self.described)

    def count(self, tallies: Sequence[Tally], layout: Layout) -> list[Cells]:
        """The rows of each combination, for each tally. Raises UnreadableTable."""
        plan = passes(tallies, COMBINATIONS)
        asked = statements(
            plan, layout, self._table, self._fields, self._dialect, most=MOST_GROUPS + 1
        )
        found: dict[Tally, Cells] = {}
        for item in asked:
            found |= cells_of(item, few_enough(self._rows(item.sql)), layout)
        return unchanged([found[tally] for tally in tallies])

    def samples(self, header: str) -> Sequence[object]:
        """Different cells of a column, in order, where days in it would be texts or numbers."""
        cell, kind, _ = self._fields[header]
        if kind not in {Kind.TEXT, Kind.NUMBER}:
            return ()
        cells = exp.select(exp.alias_(cell.copy(), "s", quoted=True)).from_(self._table.copy())
        name = exp.column("s", quoted=True)
        query = exp.select(name).distinct().from_(cells.subquery("r")).order_by(name)
        sql = self._dialect.written(query.limit(MOST_SAMPLES))
        return [row[0] for row in self._rows(sql)]

    def _description(self) -> Sequence[Any]:
        query = exp.select("*").from_(self._table.copy()).where(exp.Literal.number(0).eq(1))
        cursor = self._database.cursor()
        cursor.execute(self._dialect.written(query))
        return tuple(cursor.description)

    def _rows(self, sql: str) -> Sequence[Raw]:
        return self._attempt(lambda: self._fetched(sql))

    def _fetched(self, sql: str) -> list[Raw]:
        cursor = self._database.cursor()
        cursor.execute(sql)
        return list(cursor.fetchall())


def few_enough(rows: Sequence[Raw]) -> Sequence[Raw]:
    """The rows of an answer, unless there are too many. Raises UnreadableTable."""
    if len(rows) > MOST_GROUPS:
        raise Fault.TOO_MANY.told()
    return rows


def unchanged(counted: list[Cells]) -> list[Cells]:
    """The counts, if all are of the same rows. Raises UnreadableTable.

    Every tally counts every row, so another sum means that rows came or went between statements.
    """
    sums = {sum(cell.rows for cell in cells.values()) for cells in counted}
    if len(sums) > 1:
        raise Fault.CHANGED.told()
    return counted


class _Attempts:
    """Runs what talks to the database. Its errors end here, with all that they quote."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver

    def __call__(self, work: Callable[[], A]) -> A:
        try:
            return work()
        except Exception as error:  # noqa: BLE001 - drivers also raise errors of their readers
            fault, code = self._driver.fault(error)
        raise fault.told(code)


def _close(database: DatabaseConnection) -> None:
    with suppress(Exception):  # the server may have ended it already
        database.close()


def kept_as(kinds: Iterable[tuple[Iterable[object], Kind]]) -> dict[object, Kind]:
    """The kind of each type of a driver."""
    return {item: kind for items, kind in kinds for item in items}
