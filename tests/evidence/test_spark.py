"""Tables and queries in a real Spark: the same figures as rows, by session and by Spark Connect."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from tests.evidence.leavers import LAYOUT, TALLIES, Leavers

from govcheck.evidence.databases.connections import open_source
from govcheck.evidence.tables.opened_table import OpenedTable
from govcheck.evidence.tables.rows import Rows
from govcheck.evidence.tables.table import UnreadableTable, counted
from govcheck.model.column import UNREAD
from govcheck.model.condition import ByColumn
from govcheck.model.data_source import DataSource
from govcheck.model.measure import Cell, Tally

pytest.importorskip("pyspark.sql.connect.session", reason="pyspark[connect] is not installed")
from tests.evidence.spark_server import SparkServer

from govcheck.evidence.databases import spark_table
from govcheck.evidence.databases.spark_table import opened_in

pytestmark = pytest.mark.xdist_group("spark")

Open = Callable[..., OpenedTable]
ALL_ROWS = Tally(())
HEADERS = ("person", "reason", "left_on", "asked_on", "years")
TYPES = "person int, reason string, left_on date, asked_on timestamp_ntz, years decimal(5,2)"
LEAVERS: list[tuple[Any, ...]] = [
    (1, "VR", date(2023, 4, 1), datetime.fromisoformat("2023-04-02T09:30"), Decimal("1.50")),
    (2, "resignation ", date(2023, 4, 20), datetime.fromisoformat("2023-04-20T23:59"), Decimal(2)),
    (3, "  ", None, None, None),
    (3, "Zebedee", date(2024, 5, 1), None, Decimal("30.25")),
]
WRITTEN: list[tuple[Any, ...]] = [
    ("a", "VR", "2023-04-01", "2023-02-30", "1.5"),
    (" a ", "retirement", " 2023-04-02", "n/a", "12 years"),
    ("", "", "", "", ""),
    (None, None, "0999-01-01", "2024-02-29", "-3"),
    ("a\n", "x", "2023-04-01\n", "infinity", "1e3"),
]
SLOW = "SELECT SIN(a.id) AS years FROM global_temp.slow AS a CROSS JOIN global_temp.slow AS b WHERE a.id + b.id > 0"


@pytest.fixture(params=["session", "connect"])
def open_(request: pytest.FixtureRequest, spark: SparkServer, tmp_path: Path) -> Open:
    def opened(
        table: str | None = "hr.leavers", query: str | None = None, seconds: int = 60
    ) -> OpenedTable:
        source = DataSource(connection="lake", table=table, query=query)
        if request.param == "session":
            return opened_in(spark.session, source, seconds)
        path = tmp_path / "connections.toml"
        path.write_text(f'[lake]\nkind = "spark"\nremote = "{spark.remote}"\n')
        return open_source(source, path, seconds)

    return opened


Keep = Callable[[list[tuple[Any, ...]], str], None]


@pytest.fixture
def keep(spark: SparkServer) -> Iterator[Keep]:
    """Make the table hr.leavers of rows."""
    spark.session.sql("CREATE DATABASE IF NOT EXISTS hr")

    def kept(rows: list[tuple[Any, ...]], types: str) -> None:
        frame = spark.session.createDataFrame(rows, types).coalesce(1)
        frame.write.mode("overwrite").saveAsTable("hr.leavers")

    yield kept
    spark.session.sql("DROP TABLE IF EXISTS hr.leavers")


def rows_of(rows: list[tuple[Any, ...]]) -> Rows:
    return Rows(HEADERS, list(zip(*rows, strict=True)))


@contextmanager
def refused(*messages: str) -> Iterator[None]:
    """The table is not readable for this reason, or one of these, and no value is in any part of the error."""
    with pytest.raises(UnreadableTable) as caught:
        yield
    assert caught.value.message in messages
    assert "Zebedee" not in repr(caught.value) + caught.value.fix
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None


def test_a_table_is_counted_as_its_rows_are(keep: Keep, open_: Open) -> None:
    keep(LEAVERS, TYPES)
    with open_() as opened:
        assert opened.name == "hr.leavers (connection lake)"
        assert opened.table.headers == HEADERS
        assert opened.notes == ()
        assert opened.samples("left_on") == ()
        assert opened.samples("reason") == ["  ", "VR", "Zebedee", "resignation "]
        assert counted(opened.table, TALLIES, LAYOUT) == counted(rows_of(LEAVERS), TALLIES, LAYOUT)


@pytest.mark.parametrize("ansi", ["true", "false"])
def test_text_is_counted_as_its_rows_are_whether_ansi_or_not(
    keep: Keep, open_: Open, ansi: str
) -> None:
    keep(WRITTEN, ", ".join(f"{header} string" for header in HEADERS))
    settings = {"spark.sql.ansi.enabled": ansi, "spark.sql.parser.escapedStringLiterals": ansi}
    with open_() as opened:
        session = opened.table._database.session  # type: ignore[attr-defined]
        before = {name: session.conf.get(name) for name in settings}
        try:
            for name, value in settings.items():
                session.sql(f"SET {name}={value}")
            found = counted(opened.table, TALLIES, LAYOUT)
        finally:
            for name, value in before.items():
                session.sql(f"SET {name}={value}")
    assert found == counted(rows_of(WRITTEN), TALLIES, LAYOUT)


def test_other_types_are_read_as_people_see_them(
    spark: SparkServer, keep: Keep, open_: Open
) -> None:
    del keep
    spark.session.sql(
        "CREATE TABLE hr.leavers AS SELECT array(1) AS person, true AS reason,"
        " timestamp '2023-04-30 23:30:00 UTC' AS left_on, date '-0044-03-15' AS asked_on,"
        " float(0.1) AS years"
    )
    columns = (Leavers.left_on, Leavers.asked_on, Leavers.years, Leavers.person)
    asked = [Tally((ByColumn(column),)) for column in columns]
    with open_() as opened:
        assert opened.notes == ("times of day in the time zone Europe/London",)
        assert opened.samples("person") == ["[1]"]
        assert opened.samples("reason") == ()
        found = counted(opened.table, [*asked, TALLIES[4]], LAYOUT)
    assert [str(day) for (day,) in found[asked[0]]] == ["2023-05-01"]
    assert found[asked[1]] == {(UNREAD,): Cell(1)}
    assert found[asked[2]] == {(0.1,): Cell(1)}
    assert found[asked[3]] == {("[1]",): Cell(1)}
    assert found[TALLIES[4]] == {("2023-05", "given"): Cell(1)}


def test_a_query_is_counted_like_a_table(keep: Keep, open_: Open) -> None:
    keep(LEAVERS, TYPES)
    with open_(None, "SELECT * FROM hr.leavers WHERE left_on > '2023-04-02'") as opened:
        assert counted(opened.table, [ALL_ROWS], LAYOUT) == {ALL_ROWS: {(): Cell(2)}}


@pytest.mark.parametrize("table", ["hr.nobody", "nothing.leavers"])
def test_a_table_that_is_not_there_is_told(
    open_: Open, capfd: pytest.CaptureFixture[str], table: str
) -> None:
    with refused("the database has no such table."):
        open_(table)
    assert capfd.readouterr() == ("", "")


def test_a_file_is_no_table(open_: Open) -> None:
    with refused("the database has no such table."):
        open_(None, "SELECT * FROM csv.`/etc/passwd`")


def test_the_session_of_the_caller_is_left_as_it_was(spark: SparkServer, keep: Keep) -> None:
    keep(LEAVERS, TYPES)
    setting = "spark.sql.runSQLOnFiles"
    with opened_in(spark.session, DataSource(connection="own", table="hr.leavers"), 60):
        assert spark.session.conf.get(setting) == "false"
    assert spark.session.conf.get(setting) == "true"
    assert spark.session.sql("SELECT 1").collect() == [(1,)]


def test_a_query_over_values_that_do_not_fit_shows_none_of_them(
    keep: Keep, open_: Open, capfd: pytest.CaptureFixture[str]
) -> None:
    keep(LEAVERS, TYPES)
    query = "SELECT CAST(reason AS int) AS years FROM hr.leavers"
    with (
        refused("the database cannot work out the query for a value in one of its rows."),
        open_(None, query) as opened,
    ):
        counted(opened.table, [Tally((ByColumn(Leavers.years),))], LAYOUT)
    assert "Zebedee" not in "".join(capfd.readouterr())


def test_a_column_that_is_not_there_is_told(keep: Keep, open_: Open) -> None:
    keep(LEAVERS, TYPES)
    with refused(
        "the database does not understand the query, or a column that it names is not there."
    ):
        open_(None, "SELECT nobody FROM hr.leavers")


def test_a_question_that_takes_too_long_is_stopped(spark: SparkServer, open_: Open) -> None:
    spark.session.range(2_000_000, numPartitions=2).createOrReplaceGlobalTempView("slow")
    with (
        refused("the database took too long over one question, and was stopped."),
        open_(None, SLOW, seconds=1) as opened,
    ):
        counted(opened.table, [Tally((ByColumn(Leavers.years),))], LAYOUT)


def test_a_file_that_goes_while_it_is_counted_is_told(
    spark: SparkServer, open_: Open, tmp_path: Path
) -> None:
    frame = spark.session.createDataFrame(LEAVERS, TYPES)
    frame.write.parquet(str(tmp_path / "gone"))
    spark.session.read.parquet(str(tmp_path / "gone")).createOrReplaceGlobalTempView("gone")
    with (
        refused(
            "the table changed while it was being counted.",
            # Over Connect the cause is sometimes lost on the way.
            "the database could not answer, for a reason of its own.",
        ),
        open_("global_temp.gone") as opened,
    ):
        for part in (tmp_path / "gone").glob("*.parquet"):
            part.unlink()
        counted(opened.table, [Tally((ByColumn(Leavers.years),))], LAYOUT)


def test_rows_that_come_between_two_statements_are_noticed(
    spark: SparkServer, keep: Keep, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(LEAVERS, TYPES)
    fetched = spark_table._Cursor.fetchall

    def and_then_one_comes(cursor: Any) -> Any:
        rows = fetched(cursor)
        spark.session.sql("INSERT INTO hr.leavers SELECT * FROM hr.leavers LIMIT 1")
        return rows

    monkeypatch.setattr(spark_table._Cursor, "fetchall", and_then_one_comes)
    source = DataSource(connection="own", table="hr.leavers")
    with (
        refused("the table changed while it was being counted."),
        opened_in(spark.session, source, 60) as opened,
    ):
        counted(opened.table, TALLIES[:1] + TALLIES[7:8], LAYOUT)


def test_a_server_that_is_not_there_is_told(tmp_path: Path) -> None:
    path = tmp_path / "connections.toml"
    path.write_text('[lake]\nkind = "spark"\nremote = "sc://127.0.0.1:1"\n')
    with refused("the database cannot be reached."):
        open_source(DataSource(connection="lake", table="t"), path, 20)


def test_a_master_gives_a_spark_of_our_own(spark: SparkServer, keep: Keep, tmp_path: Path) -> None:
    keep(LEAVERS, TYPES)
    path = tmp_path / "connections.toml"
    path.write_text('[lake]\nkind = "spark"\nmaster = "local[2]"\n')
    with open_source(DataSource(connection="lake", table="hr.leavers"), path, 60) as opened:
        assert counted(opened.table, [ALL_ROWS], LAYOUT) == {ALL_ROWS: {(): Cell(4)}}
    assert spark.session.sql("SELECT 1").collect() == [(1,)]


@pytest.mark.parametrize(
    ("error", "fault"),
    [
        (spark_table.UnreachableError("StatusCode.UNAUTHENTICATED"), "LOGIN"),
        (RuntimeError("StatusCode.UNAVAILABLE"), "DROPPED"),
        (ConnectionResetError("Zebedee"), "DROPPED"),
        (RuntimeError("Zebedee"), "OTHER"),
    ],
)
def test_errors_without_a_code_are_told_by_their_kind(error: Exception, fault: str) -> None:
    assert spark_table.fault(error) == (spark_table.Fault[fault], "")
