"""The file of connections: names become databases, and nothing in it becomes part of a message."""

import sys
from pathlib import Path

import pytest

from govcheck.evidence.databases.connection_file import KINDS, Connection, connection_named
from govcheck.evidence.databases.connections import open_source
from govcheck.evidence.nearest import nearest
from govcheck.evidence.tables.table import UnreadableTable
from govcheck.model.data_source import DataSource

SECRET = "Zebedee"  # noqa: S105 - nobody's
GOOD = f"""\
# Who looks after it: the data office
[warehouse]
kind = "postgresql"
dsn = "host=db.example dbname={SECRET}"
user = "govcheck {SECRET}"
password = "{SECRET}"

["lake"]
kind = "spark"
remote = "sc://spark.example:15002/;token={SECRET}"

[old.lake]
kind = "spark"
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "connections.toml"
    path.write_text(GOOD)
    return path


def refusal(file: Path, text: str | bytes, name: str = "warehouse") -> str:
    """Why a name cannot be used, and what to do."""
    if isinstance(text, bytes):
        file.write_bytes(text)
    else:
        file.write_text(text)
    with pytest.raises(UnreadableTable) as caught:
        connection_named(name, file)
    told = f"{caught.value.message} {caught.value.fix}"
    assert SECRET not in repr(caught.value) + told
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None or caught.value.__suppress_context__
    return told


def test_a_name_stands_for_a_database(file: Path) -> None:
    dsn = f"host=db.example dbname={SECRET}"
    assert connection_named("warehouse", file) == Connection(
        "warehouse", "postgresql", dsn, f"govcheck {SECRET}", SECRET
    )


def test_a_name_stands_for_a_spark_server_or_a_master(file: Path) -> None:
    assert not connection_named("lake", file).local
    file.write_text('[lake]\nkind = "spark"\nmaster = "local[2]"\n')
    assert connection_named("lake", file) == Connection("lake", "spark", "local[2]", local=True)


def test_a_connection_that_is_printed_shows_nothing_secret(file: Path) -> None:
    for name in ("warehouse", "lake"):
        assert SECRET not in repr(connection_named(name, file))


def test_a_password_can_stand_in_a_file_of_its_own(file: Path) -> None:
    (file.parent / "secret").write_text(f"{SECRET} \n")
    file.write_text(GOOD.replace(f'password = "{SECRET}"', 'password_file = "secret"'))
    assert connection_named("warehouse", file).password == f"{SECRET} "


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ('kind = "postgresql"\n', "",
         "connections.toml, line 2, connection warehouse: the kind of database is missing. "
         "Add kind. It can be: postgresql, sqlserver, oracle, spark."),
        ('"postgresql"', '"postgres"',
         "connections.toml, line 3, connection warehouse: this kind of database is not known. "
         "Did you mean: postgresql?"),
        ('"postgresql"', f'"{SECRET}"',
         "connections.toml, line 3, connection warehouse: this kind of database is not known. "
         "It can be: postgresql, sqlserver, oracle, spark."),
        ("user =", "usr =",
         "connections.toml, line 5, connection warehouse: usr is no setting of a postgresql "
         "connection. Did you mean: user?"),
        ("user =", "timeout =",
         "connections.toml, line 5, connection warehouse: timeout is no setting of a postgresql "
         "connection. Known are: kind, dsn, user, password, password_file."),
        ("dsn =", '"user.name" = 5 #',
         "connections.toml, line 4, connection warehouse: user.name is not a text. "
         'Write: user.name = "...".'),
        ("dsn =", 'dsn = "" #',
         'connections.toml, line 4, connection warehouse: dsn is not a text. Write: dsn = "...".'),
        ("dsn =", "#",
         "connections.toml, line 2, connection warehouse: a postgresql connection needs dsn. Add dsn."),
        ("user =", 'password_file = "x" #',
         "connections.toml, line 5, connection warehouse: it has both password and password_file. "
         "Keep one of them."),
        ("password =", 'password_file = "x" #',
         "connections.toml, line 6, connection warehouse: the file with the password cannot be read. "
         "Check that the file is there, that you may read it and that it is text."),
        ("[warehouse]\n", 'warehouse = "x"\n[other]\n',
         "connections.toml, connection warehouse: this is no connection. "
         'Write it as a heading, [warehouse], with kind = "postgresql" below.'),
        ("[warehouse]", "[our.house]",
         "connections.toml has no connection warehouse. It has: lake, old, our."),
        ("[warehouse]", "[Warehouses]",
         "connections.toml has no connection warehouse. Did you mean: Warehouses?"),
        ("user =", "user ",
         "connections.toml, line 5, column 7: this is not TOML. "
         'Write each setting as: dsn = "host=db.example".'),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_line(
    file: Path, before: str, after: str, told: str
) -> None:
    assert refusal(file, GOOD.replace(before, after, 1)) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[lake]\nkind = "spark"\nmaster = "local[2]"\nremote = "sc://x"\n',
         "connections.toml, line 3, connection lake: it has both remote and master. Keep one of them."),
        ('[lake]\nkind = "spark"\n',
         "connections.toml, line 1, connection lake: a spark connection needs remote or master. "
         "Add remote or master."),
        ("", "connections.toml has no connection lake. Write it there; it is empty."),
        ("x = " + "[" * 5000,
         'connections.toml: this is not TOML. Write each setting as: dsn = "host=db.example".'),
        ("é".encode("cp1252"),
         "the file of connections, connections.toml, is not saved as UTF-8. Save it as UTF-8."),
        (b"#" * 1_000_001,
         "the file of connections, connections.toml, is too large for a file of connections. "
         "Name the right file."),
    ],
)  # fmt: skip
def test_a_file_that_says_nothing_useful_is_told(file: Path, text: str | bytes, told: str) -> None:
    assert refusal(file, text, "lake") == told


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.toml"):
        with pytest.raises(UnreadableTable, match="cannot be read"):
            connection_named("warehouse", path)


def test_a_key_at_the_top_of_the_file_does_not_hide_the_place(file: Path) -> None:
    text = 'lake.kind = "spark"\nlake.remote = "x"\nlake.token = "Zebedee"\n'
    assert refusal(file, text, "lake").startswith("connections.toml, connection lake: token is no")


def opening(file: Path | None, folder: Path | None = None, **source: str) -> str:
    with pytest.raises(UnreadableTable) as caught:
        open_source(DataSource.model_construct(connection="warehouse", **source), file, 20, folder)
    return f"{caught.value.message} {caught.value.fix}"


def test_a_name_that_nothing_explains_is_told() -> None:
    assert opening(None, table="t") == (
        "nothing says what the connection warehouse stands for. "
        "Name the file of connections with --connections, or in GOVCHECK_CONNECTIONS."
    )


@pytest.mark.parametrize("source", [{}, {"table": "t", "query": "SELECT 1"}])
def test_a_connection_needs_a_table_or_a_query(file: Path, source: dict[str, str]) -> None:
    assert opening(file, **source).startswith("a connection needs either a table or a query")


def test_whoever_writes_the_assessment_does_not_choose_the_database(file: Path) -> None:
    inside = file.parent / "assessment"
    (inside / "evidence").mkdir(parents=True)
    (inside / "evidence" / "link.toml").symlink_to(file)
    (file.parent / "beside.toml").symlink_to(inside / "real.toml")
    (inside / "real.toml").write_text(GOOD)
    refused = "the file of connections lies in the folder of the assessment"
    assert opening(file, file.parent, table="t").startswith(refused)
    assert opening(file.parent / "beside.toml", inside, table="t").startswith(refused)
    assert not opening(file, inside, table="t").startswith(refused)


@pytest.mark.parametrize("kind", KINDS)
def test_a_driver_that_is_not_installed_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    for name in list(sys.modules):
        if name.split(".")[0] in {"psycopg", "pyodbc", "oracledb", "pyspark"} or (
            name.startswith("govcheck.evidence.databases.") and name.split(".")[3] in {
                "postgres", "sql_server", "oracle", "spark_table"}
        ):  # fmt: skip
            monkeypatch.delitem(sys.modules, name)
    for driver in ("psycopg", "pyodbc", "oracledb", "pyspark"):
        monkeypatch.setitem(sys.modules, driver, None)
    path = tmp_path / "connections.toml"
    key = "remote" if kind == "spark" else "dsn"
    path.write_text(f'[warehouse]\nkind = "{kind}"\n{key} = "x"\n')
    extra = "postgres" if kind == "postgresql" else kind
    assert opening(path, table="t") == (
        f"it takes a driver to ask a {kind} database, which is not installed. "
        f'Install it with: pip install "govcheck[{extra}]"'
    )


def test_a_name_that_is_near_to_nothing_gets_the_other_hint() -> None:
    assert nearest("warehouse", ["lake", "w" * 200], "Known are: lake.") == "Known are: lake."
    assert nearest("w" * 10_000, [], "None.") == "None."
