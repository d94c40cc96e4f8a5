"""SQL Server and Oracle: what would be asked of them, and what their errors mean.

There is no such server in a test. What is asked is held against what is stored, and read back.
"""

import importlib
import os
import sys
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
import sqlglot
from sqlglot import exp
from tests.evidence.leavers import LAYOUT as PLAIN
from tests.evidence.leavers import TALLIES, Leavers
from tests.evidence.stand_in import StandIn

from govcheck.evidence.databases.connections import open_source
from govcheck.evidence.databases.database_fault import Fault
from govcheck.evidence.sql.dialect import Field, Kind
from govcheck.evidence.sql.plan import passes
from govcheck.evidence.sql.statements import statements
from govcheck.evidence.sql.warehouse_dialects import ORACLE, SPARK, SQL_SERVER
from govcheck.evidence.tables.day_format import FORMATS
from govcheck.evidence.tables.table import Layout, UnreadableTable, counted
from govcheck.model.data_source import DataSource
from govcheck.model.measure import Cell, Tally

STATEMENTS = Path(__file__).parent / "statements"
SECRET = "Zebe};dee"  # noqa: S105 - nobody's
SOURCE = DataSource(connection="warehouse", table="hr.leavers")
ALL_ROWS = Tally(())


def layout(place: int) -> Layout:
    """Days written in one way after the other, so that each is seen."""
    ways = {Leavers.left_on: FORMATS[place], Leavers.asked_on: FORMATS[place + 1]}
    return PLAIN._replace(day_formats=ways)


@pytest.mark.parametrize("dialect", [SPARK, SQL_SERVER, ORACLE], ids=lambda item: item.name)
@pytest.mark.parametrize("kind", [Kind.TEXT, Kind.DAY])
def test_statements_are_those_that_are_stored_and_can_be_read_back(
    dialect: Any, kind: Kind
) -> None:
    fields = {
        header: Field(exp.column(header, quoted=True), kind if column is Leavers.left_on or kind is Kind.TEXT else Kind.NUMBER)
        for column, header in PLAIN.headers.items()
    }  # fmt: skip
    table = exp.table_("leavers", db="hr", quoted=True)
    asked = [
        item.sql
        for place in range(0, len(FORMATS), 2)
        for item in statements(
            passes(TALLIES, 200), layout(place), table, fields, dialect, most=1_000_001
        )
    ]
    for statement in asked:
        (tree,) = sqlglot.parse(statement, dialect=dialect.name)
        assert isinstance(tree, exp.Select)
        assert {item.sql(dialect=dialect.name) for item in tree.find_all(exp.Table)} == {
            table.sql(dialect=dialect.name)
        }
    path = STATEMENTS / f"{dialect.name}-{kind.value}.sql"
    text = ";\n".join(dict.fromkeys(asked)) + ";\n"
    if os.environ.get("GOVCHECK_UPDATE_GOLDEN"):
        path.write_text(text)
    assert text == path.read_text()


@pytest.fixture
def sql_server(monkeypatch: pytest.MonkeyPatch) -> StandIn:
    types = [str, str, date, datetime, int, Decimal, float, bool, bytes]
    made = StandIn([(f"c{place}", item) for place, item in enumerate(types)])
    put(monkeypatch, made.module("pyodbc"), "sql_server")
    return made


@pytest.fixture
def oracle(monkeypatch: pytest.MonkeyPatch) -> StandIn:
    types = ["VARCHAR", "CLOB", "DATE", "NUMBER", "BINARY_DOUBLE", "BOOLEAN"]
    made = StandIn(
        [(f"C{place}", SimpleNamespace(name=f"DB_TYPE_{item}")) for place, item in enumerate(types)]
    )
    put(monkeypatch, made.module("oracledb"), "oracle")
    return made


def put(monkeypatch: pytest.MonkeyPatch, driver: ModuleType, module: str) -> None:
    """The stand-in for a driver, and a module that imports it anew."""
    monkeypatch.setitem(sys.modules, driver.__name__, driver)
    monkeypatch.delitem(sys.modules, f"govcheck.evidence.databases.{module}", raising=False)
    monkeypatch.setattr(
        importlib.import_module("govcheck.evidence.databases"), module, None, raising=False
    )


def connections(folder: Path, kind: str) -> Path:
    path = folder / "connections.toml"
    path.write_text(
        f'[warehouse]\nkind = "{kind}"\ndsn = "somewhere"\nuser = "u"\npassword = "{SECRET}"\n'
    )
    return path


def test_sql_server_is_asked_for_one_state_of_the_table(
    sql_server: StandIn, tmp_path: Path
) -> None:
    sql_server.rows = [(7,)]
    with open_source(SOURCE, connections(tmp_path, "sqlserver"), 20) as opened:
        assert opened.table.headers == tuple(f"c{place}" for place in range(9))
        assert counted(opened.table, [ALL_ROWS], PLAIN) == {ALL_ROWS: {(): Cell(7)}}
    assert sql_server.given == {
        "address": ("somewhere",),
        "timeout": 10,
        "readonly": True,
        "autocommit": False,
        "UID": "{u}",
        "PWD": "{Zebe}};dee}",
    }
    assert sql_server.timeout == 20
    assert sql_server.closed
    assert sql_server.asked == [
        "SET TRANSACTION ISOLATION LEVEL SNAPSHOT",
        "SELECT * FROM [hr].[leavers] WHERE 0 = 1",
        "SELECT TOP 1000001 COUNT_BIG(*) FROM [hr].[leavers]",
    ]


def test_sql_server_compares_text_letter_by_letter(sql_server: StandIn, tmp_path: Path) -> None:
    sql_server.rows = [("31/12/2023",)]
    with open_source(SOURCE, connections(tmp_path, "sqlserver"), 20) as opened:
        assert opened.samples("c0") == ["31/12/2023"]
        assert opened.samples("c8") == ["31/12/2023"]
        assert opened.samples("c4") == ["31/12/2023"]
        assert opened.samples("c2") == ()
    collated = "COLLATE Latin1_General_BIN2 AS [s] FROM"
    assert [collated in statement for statement in sql_server.asked[2:]] == [True, True, False]


@pytest.mark.parametrize(
    ("state", "said", "fault"),
    [
        ("42S02", "Invalid object name 'Zebedee'. (208) (SQLExecDirectW)", Fault.NO_TABLE),
        ("42S02", "nothing more", Fault.NO_TABLE),
        ("42000", "permission denied (229) (SQLExecDirectW)", Fault.FORBIDDEN),
        ("42000", "Snapshot isolation (3952) (SQLExecDirectW)", Fault.NO_SNAPSHOT),
        ("42000", "Incorrect syntax (102) (SQLExecDirectW)", Fault.QUERY),
        ("28000", "Login failed for user 'Zebedee'. (18456) (SQLDriverConnect)", Fault.LOGIN),
        ("08001", "TCP Provider (10060)", Fault.NOT_THERE),
        ("08S01", "Communication link failure", Fault.DROPPED),
        ("HYT00", "Query timeout expired", Fault.TIMEOUT),
        ("22018", "value 'Zebedee' to data type int. (245) (SQLFetch)", Fault.VALUE),
        ("IM002", "Data source name not found", Fault.ADDRESS),
    ],
)
def test_errors_of_sql_server_are_told_without_their_words(
    sql_server: StandIn, tmp_path: Path, state: str, said: str, fault: Fault
) -> None:
    sql_server.failure = OSError(state, f"[{state}] {said}")
    assert refusal(tmp_path, "sqlserver") == fault.told().args
    assert sql_server.closed


def test_a_code_that_means_nothing_to_us_is_told(sql_server: StandIn, tmp_path: Path) -> None:
    sql_server.failure = OSError("HY000", "[HY000] Zebedee")
    with pytest.raises(UnreadableTable) as caught:
        open_source(SOURCE, connections(tmp_path, "sqlserver"), 20)
    assert caught.value.fix.endswith("The code of the error is HY000.")
    sql_server.failure = RuntimeError()
    assert refusal(tmp_path, "sqlserver") == Fault.OTHER.told().args
    sql_server.failure = RuntimeError("row 5: Zebedee")
    assert refusal(tmp_path, "sqlserver") == Fault.OTHER.told().args


def test_oracle_is_asked_for_one_state_of_the_table(oracle: StandIn, tmp_path: Path) -> None:
    oracle.rows = [(7,)]
    with open_source(SOURCE, connections(tmp_path, "oracle"), 20) as opened:
        assert opened.samples("C2") == ()
        assert opened.samples("C4") == ()
        opened.samples("C1")
        assert counted(opened.table, [ALL_ROWS], PLAIN) == {ALL_ROWS: {(): Cell(7)}}
    assert oracle.given == {
        "address": (),
        "user": "u",
        "password": SECRET,
        "dsn": "somewhere",
        "tcp_connect_timeout": 10,
    }
    assert oracle.call_timeout == 20_000
    assert oracle.asked == [
        "ALTER SESSION SET NLS_DATE_FORMAT = 'YYYY-MM-DD' NLS_NUMERIC_CHARACTERS = '.,'",
        "SET TRANSACTION READ ONLY",
        'SELECT * FROM "hr"."leavers" WHERE 0 = 1',
        'SELECT DISTINCT "s" FROM (SELECT CAST("C1" AS VARCHAR2(4000)) AS "s" FROM "hr"."leavers") r'
        ' ORDER BY "s" FETCH FIRST 20000 ROWS ONLY',
        'SELECT COUNT(*) FROM "hr"."leavers" FETCH FIRST 1000001 ROWS ONLY',
    ]


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        ("ORA-00942", Fault.NO_TABLE),
        ("ORA-01017", Fault.LOGIN),
        ("ORA-01456", Fault.WRITES),
        ("DPY-4024", Fault.TIMEOUT),
        ("DPY-4011", Fault.DROPPED),
        ("DPY-6005", Fault.NOT_THERE),
    ],
)
def test_errors_of_oracle_are_told_without_their_words(
    oracle: StandIn, tmp_path: Path, code: str, fault: Fault
) -> None:
    oracle.failure = RuntimeError(SimpleNamespace(full_code=code, message="Zebedee"))
    assert refusal(tmp_path, "oracle") == fault.told().args


def test_other_errors_of_oracle_are_told_by_their_code(oracle: StandIn, tmp_path: Path) -> None:
    oracle.failure = RuntimeError(SimpleNamespace(full_code="ORA-00600", message="Zebedee"))
    assert refusal(tmp_path, "oracle") == Fault.OTHER.told("ORA-00600").args
    oracle.failure = RuntimeError()
    assert refusal(tmp_path, "oracle") == Fault.OTHER.told().args


def refusal(folder: Path, kind: str) -> tuple[object, ...]:
    with pytest.raises(UnreadableTable) as caught:
        open_source(SOURCE, connections(folder, kind), 20)
    assert "Zebe" not in repr(caught.value) + caught.value.message + caught.value.fix
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None
    return caught.value.args
