"""Tables and queries in a real PostgreSQL: the same figures as rows, and nothing that writes."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest
from tests.evidence.leavers import LAYOUT, TALLIES, Leavers
from tests.evidence.postgres_server import PASSWORDS, PostgresServer

from govcheck.evidence.databases import postgres
from govcheck.evidence.databases.connections import open_source
from govcheck.evidence.databases.database_fault import Fault
from govcheck.evidence.databases.database_table import unchanged
from govcheck.evidence.tables.opened_table import OpenedTable
from govcheck.evidence.tables.rows import Rows
from govcheck.evidence.tables.table import UnreadableTable, counted
from govcheck.model.column import UNREAD
from govcheck.model.condition import ByColumn
from govcheck.model.data_source import DataSource
from govcheck.model.measure import Cell, Tally

Execute = Callable[[str], Any]
Open = Callable[..., OpenedTable]
ALL_ROWS = Tally(())
SECRETS = (*PASSWORDS.values(), "reader", "Zebedee")


@pytest.fixture
def execute(postgres: PostgresServer) -> Iterator[Execute]:
    """Statements of the owner, in a schema that the test has for itself."""
    with postgres.owner() as owner:
        owner.execute("DROP SCHEMA IF EXISTS hr CASCADE")
        owner.execute("CREATE SCHEMA hr")
        owner.execute("GRANT USAGE ON SCHEMA hr TO reader")
        owner.execute("ALTER DEFAULT PRIVILEGES IN SCHEMA hr GRANT SELECT ON TABLES TO reader")
        yield owner.execute


@pytest.fixture
def open_(postgres: PostgresServer, tmp_path: Path) -> Open:
    def opened(
        table: str | None = "hr.leavers",
        query: str | None = None,
        seconds: int = 20,
        more: str = "",
    ) -> OpenedTable:
        source = DataSource(connection="warehouse", table=table, query=query)
        return open_source(source, postgres.connections(tmp_path, more), seconds)

    return opened


@pytest.fixture
def leavers(execute: Execute) -> Execute:
    """One table as a good database keeps it."""
    execute(
        "CREATE TABLE hr.leavers (person int, reason varchar(20), left_on date,"
        " asked_on timestamp, years numeric(5, 2))"
    )
    execute(
        "INSERT INTO hr.leavers VALUES (1, 'VR', '2023-04-01', '2023-04-02 09:30', 1.50),"
        " (2, 'resignation ', '2023-04-20', '2023-04-20 23:59', 2), (3, '  ', NULL, NULL, NULL),"
        " (3, 'Zebedee', '2024-05-01', NULL, 30.25)"
    )
    return execute


def rows_of(execute: Execute) -> Rows:
    cursor = execute("SELECT * FROM hr.leavers")
    columns = list(zip(*cursor.fetchall(), strict=True))
    return Rows([item.name for item in cursor.description], columns or [[]] * 5)


@contextmanager
def refused(message: str, fix: str = "") -> Iterator[None]:
    """The table is not readable for this reason, and nothing secret is in any part of the error."""
    with pytest.raises(UnreadableTable) as caught:
        yield
    assert caught.value.message == message
    assert fix in caught.value.fix
    told = repr(caught.value) + caught.value.message + caught.value.fix
    assert not [secret for secret in SECRETS if secret in told]
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None


def test_a_table_is_counted_as_its_rows_are(leavers: Execute, open_: Open) -> None:
    with open_() as opened:
        assert opened.name == "hr.leavers (connection warehouse)"
        assert opened.table.headers == ("person", "reason", "left_on", "asked_on", "years")
        assert counted(opened.table, TALLIES, LAYOUT) == counted(rows_of(leavers), TALLIES, LAYOUT)


def test_text_in_every_column_is_counted_as_its_rows_are(execute: Execute, open_: Open) -> None:
    execute(
        "CREATE TABLE hr.leavers (person text, reason char(12), left_on text, asked_on text, years text)"
    )
    execute(
        "INSERT INTO hr.leavers VALUES ('a', 'VR', '2023-04-01', '2023-02-30', '1.5'),"
        " (' a ', 'retirement', ' 2023-04-02', 'n/a', '12 years'), ('', '', '', '', ''),"
        " (NULL, NULL, '0999-01-01', '2024-02-29', '-3'), (E'a\\n', 'x', E'2023-04-01\\n', 'infinity', '1e3')"
    )
    with open_() as opened:
        assert counted(opened.table, TALLIES, LAYOUT) == counted(rows_of(execute), TALLIES, LAYOUT)


def test_an_empty_table_has_no_rows(execute: Execute, open_: Open) -> None:
    execute(
        "CREATE TABLE hr.leavers (person int, reason text, left_on date, asked_on date, years int)"
    )
    with open_() as opened:
        assert counted(opened.table, TALLIES, LAYOUT) == {tally: {} for tally in TALLIES}


def test_infinite_days_and_numbers_are_not_recognised(execute: Execute, open_: Open) -> None:
    execute("CREATE TABLE hr.leavers (left_on date, asked_on timestamp, years numeric)")
    execute(
        "INSERT INTO hr.leavers VALUES ('infinity', '-infinity', 'NaN'),"
        " ('0044-03-15 BC', '20000-01-01', '1e400'), ('2023-04-01', '2023-04-01 12:00', '-1e400'),"
        " (NULL, NULL, 'Infinity')"
    )
    asked = [
        Tally((ByColumn(column),)) for column in (Leavers.left_on, Leavers.asked_on, Leavers.years)
    ]
    with open_() as opened:
        found = counted(opened.table, [*asked, *TALLIES[4:5]], LAYOUT)
    assert sorted(cell.rows for cell in found[asked[0]].values()) == [1, 1, 2]
    assert found[asked[0]][(UNREAD,)] == Cell(2)
    assert found[asked[1]][(UNREAD,)] == Cell(2)
    assert found[asked[2]] == {(UNREAD,): Cell(4)}
    assert found[TALLIES[4]] == {
        (UNREAD, "unreadable"): Cell(2),
        ("2023-04", "unreadable"): Cell(1),
        (None, "unreadable"): Cell(1),
    }


def test_other_types_are_read_as_people_see_them(execute: Execute, open_: Open) -> None:
    execute("CREATE TYPE hr.reason AS ENUM ('VR', 'retirement')")
    execute(
        "CREATE TABLE hr.leavers (person uuid, reason hr.reason, left_on timestamptz, asked_on date,"
        " years real)"
    )
    execute(
        "INSERT INTO hr.leavers VALUES (gen_random_uuid(), 'VR', '2023-04-30 23:30:00+00', NULL, 0.1)"
    )
    at_noon = [
        Tally((ByColumn(column),)) for column in (Leavers.reason, Leavers.left_on, Leavers.years)
    ]
    with open_(more="options='-c TimeZone=Europe/London'") as opened:
        assert opened.notes == ("times of day in the time zone Europe/London",)
        found = counted(opened.table, [*at_noon, TALLIES[4]], LAYOUT)
    assert list(found[at_noon[0]]) == [("resignation",)]
    assert [str(day) for (day,) in found[at_noon[1]]] == ["2023-05-01"]
    assert list(found[at_noon[2]]) == [(0.1,)]
    assert list(found[TALLIES[4]]) == [("2023-05", "given")]


@pytest.mark.usefixtures("leavers")
def test_a_table_without_times_of_day_has_no_note(open_: Open) -> None:
    with open_() as opened:
        assert opened.notes == ()


def test_samples_are_the_different_cells_of_a_column_of_text(execute: Execute, open_: Open) -> None:
    execute("CREATE TABLE hr.leavers (left_on text, asked_on date, years int)")
    execute(
        "INSERT INTO hr.leavers SELECT '31/12/2023', now(), 20231231 FROM generate_series(1, 9)"
    )
    with open_() as opened:
        assert opened.samples("left_on") == ["31/12/2023"]
        assert opened.samples("asked_on") == ()
        assert opened.samples("years") == [20231231]


@pytest.mark.usefixtures("leavers")
def test_a_query_is_counted_like_a_table(open_: Open) -> None:
    query = "WITH known AS (SELECT * FROM hr.leavers WHERE left_on > '2023-04-02') SELECT * FROM known -- all"
    with open_(None, query) as opened:
        assert opened.name == "a query (connection warehouse)"
        assert counted(opened.table, [ALL_ROWS], LAYOUT) == {ALL_ROWS: {(): Cell(2)}}


def test_a_table_needs_no_schema_and_its_name_is_taken_as_it_is(
    execute: Execute, open_: Open
) -> None:
    execute('CREATE TABLE "Leavers" (n int)')
    execute('GRANT SELECT ON "Leavers" TO reader')
    try:
        with open_("Leavers") as opened, open_("postgres.public.Leavers") as same:
            assert opened.table.headers == same.table.headers == ("n",)
    finally:
        execute('DROP TABLE "Leavers"')


def test_rows_that_come_while_it_is_counted_are_not_seen(leavers: Execute, open_: Open) -> None:
    with open_() as opened:
        before = counted(opened.table, [ALL_ROWS], LAYOUT)
        leavers("INSERT INTO hr.leavers SELECT * FROM hr.leavers")
        assert counted(opened.table, [ALL_ROWS], LAYOUT) == before
    with open_() as opened:
        assert counted(opened.table, [ALL_ROWS], LAYOUT)[ALL_ROWS] == {(): Cell(8)}


def test_a_table_cannot_be_altered_while_it_is_counted(leavers: Execute, open_: Open) -> None:
    with open_() as opened:
        leavers("SET lock_timeout = '200ms'")
        with pytest.raises(psycopg.errors.LockNotAvailable):
            leavers("ALTER TABLE hr.leavers DROP COLUMN years")
        assert counted(opened.table, TALLIES, LAYOUT) == counted(rows_of(leavers), TALLIES, LAYOUT)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT hr.sneak() AS n",
        "SELECT * FROM hr.sneaky",
    ],
)
def test_a_query_that_writes_through_a_function_is_stopped(
    execute: Execute, open_: Open, query: str
) -> None:
    execute("CREATE TABLE hr.log (n int)")
    execute(
        "CREATE FUNCTION hr.sneak() RETURNS int LANGUAGE sql AS"
        " 'INSERT INTO hr.log VALUES (1) RETURNING n'"
    )
    execute("CREATE VIEW hr.sneaky AS SELECT hr.sneak() AS n")
    execute("GRANT INSERT ON hr.log TO reader")
    with pytest.raises(UnreadableTable), open_(None, query) as opened:
        counted(
            opened.table,
            [Tally((ByColumn(Leavers.years),))],
            LAYOUT._replace(headers={Leavers.years: "n"}),
        )
    assert execute("SELECT count(*) FROM hr.log").fetchone() == (0,)


def test_a_wrong_password_is_told(postgres: PostgresServer, tmp_path: Path) -> None:
    path = postgres.connections(tmp_path)
    path.write_text(path.read_text().replace(PASSWORDS["reader"], "Zebedee"))
    with refused("the database is there, but does not let govcheck in.", "Check user, password"):
        open_source(DataSource(connection="warehouse", table="hr.leavers"), path, 20)


def test_a_missing_password_is_told(postgres: PostgresServer, tmp_path: Path) -> None:
    path = postgres.connections(tmp_path)
    path.write_text(path.read_text().replace("password", "user = 'owner' #"))
    with refused("the database is there, but does not let govcheck in.", "Check user, password"):
        open_source(DataSource(connection="warehouse", table="hr.leavers"), path, 20)


@pytest.mark.parametrize(
    ("dsn", "message"),
    [
        ("host=127.0.0.1 port=1 user=reader", "the database cannot be reached."),
        ("host=/nowhere user=reader", "the database cannot be reached."),
        ("reader Zebedee", "the database could not be looked for: what stands under dsn is not understood."),
        ("host=127.0.0.1 Zebedee=reader", "the database could not be looked for: what stands under dsn is not understood."),
        ("host=127.0.0.1 sslmode=verify-full sslrootcert=/nowhere/reader", "the database cannot be reached."),
    ],
)  # fmt: skip
def test_a_server_that_is_not_there_is_told(tmp_path: Path, dsn: str, message: str) -> None:
    path = tmp_path / "connections.toml"
    path.write_text(f'[warehouse]\nkind = "postgresql"\ndsn = "{dsn}"\n')
    with refused(message):
        open_source(DataSource(connection="warehouse", table="hr.leavers"), path, 20)


def test_a_table_that_may_not_be_read_is_told(leavers: Execute, open_: Open) -> None:
    leavers("REVOKE SELECT ON hr.leavers FROM reader")
    with refused("the user of the connection may not read it.", "the right to SELECT"):
        open_()


@pytest.mark.parametrize("table", ["hr.leaver", "nothing.leavers", "HR.leavers"])
@pytest.mark.usefixtures("leavers")
def test_a_table_that_is_not_there_is_told(open_: Open, table: str) -> None:
    with refused("the database has no such table.", "hr.leavers"):
        open_(table)


@pytest.mark.usefixtures("leavers")
def test_a_query_that_the_database_does_not_understand_is_told(open_: Open) -> None:
    with refused(
        "the database does not understand the query, or a column that it names is not there.",
        "Try the query",
    ):
        open_(None, "SELECT reader FROM hr.leavers")


@pytest.mark.usefixtures("leavers")
def test_a_query_over_values_that_do_not_fit_shows_none_of_them(open_: Open) -> None:
    with (
        refused("the database cannot work out the query for a value in one of its rows."),
        open_(None, "SELECT CAST(reason AS int) AS years FROM hr.leavers") as opened,
    ):
        counted(opened.table, [Tally((ByColumn(Leavers.years),))], LAYOUT)


@pytest.mark.usefixtures("leavers")
def test_a_question_that_takes_too_long_is_stopped(open_: Open) -> None:
    series = "SELECT n AS years FROM generate_series(1, 1000000000) AS s(n)"
    with (
        refused("the database took too long over one question, and was stopped."),
        open_(None, series, seconds=1) as opened,
    ):
        counted(opened.table, [ALL_ROWS], LAYOUT)


def test_a_connection_that_is_cut_in_the_middle_is_told(leavers: Execute, open_: Open) -> None:
    cut = (
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'govcheck'"
    )
    with refused("the connection broke off in the middle."), open_() as opened:
        assert leavers(cut).fetchall() == [(True,)]
        counted(opened.table, [ALL_ROWS], LAYOUT)


def test_a_connection_that_is_cut_during_a_question_is_told(leavers: Execute, open_: Open) -> None:
    cut = (
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE application_name = 'govcheck' AND state = 'active'"
    )

    def as_soon_as_it_is_asked() -> None:
        while not leavers(cut).fetchall():
            pass

    series = "SELECT n AS years FROM generate_series(1, 1000000000) AS s(n)"
    with refused("the connection broke off in the middle."), open_(None, series) as opened:
        cutter = threading.Thread(target=as_soon_as_it_is_asked)
        cutter.start()
        try:
            counted(opened.table, [ALL_ROWS], LAYOUT)
        finally:
            cutter.join()


@pytest.mark.usefixtures("leavers")
def test_an_answer_with_too_many_groups_is_not_fetched(
    open_: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("govcheck.evidence.databases.database_table.MOST_GROUPS", 1000)
    fits = "SELECT n AS years FROM generate_series(1, 1000) AS s(n)"
    asked = [Tally((ByColumn(Leavers.years),))]
    with open_(None, fits) as opened:
        assert len(counted(opened.table, asked, LAYOUT)[asked[0]]) == 1000
    with (
        refused("it has more than a million different values where groups are counted."),
        open_(None, fits.replace("1000", "1001")) as opened,
    ):
        counted(opened.table, asked, LAYOUT)


@pytest.mark.parametrize(
    ("error", "fault"),
    [
        (psycopg.OperationalError("server does not support SSL, but SSL was required"), "UNSAFE"),
        (psycopg.OperationalError("certificate verify failed"), "UNSAFE"),
        (psycopg.OperationalError("failed to resolve host"), "NOT_THERE"),
        (psycopg.OperationalError("the connection is lost"), "DROPPED"),
        (UnicodeDecodeError("utf-8", b"Zebedee\xff", 7, 8, "invalid start byte"), "OTHER"),
    ],
)
def test_errors_without_a_code_are_told_by_their_kind(error: Exception, fault: str) -> None:
    assert postgres.fault(error) == (Fault[fault], "")


def test_counts_of_different_numbers_of_rows_are_not_of_one_table() -> None:
    once, later = {(): Cell(2)}, {("a",): Cell(1), ("b",): Cell(2)}
    assert unchanged([once, once]) == [once, once]
    with refused("the table changed while it was being counted."):
        unchanged([once, later])
