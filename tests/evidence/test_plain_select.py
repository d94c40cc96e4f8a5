"""A query of an assessment is one SELECT that can only read."""

import pytest

from govcheck.evidence.sql.plain_select import plain_select
from govcheck.evidence.tables.table import UnreadableTable


def refusal(query: str, dialect: str = "postgres") -> str:
    with pytest.raises(UnreadableTable) as caught:
        plain_select(query, dialect)
    assert caught.value.fix
    assert caught.value.__cause__ is None
    return caught.value.message


@pytest.mark.parametrize(
    "query",
    [
        "SELECT a, b FROM hr.leavers",
        "select lower(a) as a, coalesce(b, c) as b from t where d >= date '2023-01-01';",
        "WITH x AS (SELECT * FROM t) SELECT * FROM x",
        "SELECT a FROM t UNION ALL SELECT a FROM u",
        "(SELECT a FROM t)",
        "TABLE t",
        "SELECT d::date, EXTRACT(year FROM d), a ~ '^x', COUNT(*) FILTER (WHERE b) FROM t GROUP BY 1, 2, 3",
    ],
)
def test_a_select_is_taken_as_a_table(query: str) -> None:
    taken = plain_select(query, "postgres").sql(dialect="postgres")
    assert taken.startswith("(")
    assert taken.endswith(") AS t")


def test_what_is_asked_is_written_anew_without_comments() -> None:
    query = "SELECT a /* ) */ FROM t -- ; DROP TABLE t"
    assert plain_select(query, "postgres").sql(dialect="postgres") == "(SELECT a FROM t) AS t"


@pytest.mark.parametrize(
    "query",
    [
        "SELECT 1; DROP TABLE t",
        "DROP TABLE t",
        "COPY t TO '/tmp/x'",
        "VALUES (1)",
        "DELETE FROM t",
        "EXPLAIN ANALYZE SELECT 1",
        "SHOW ALL",
        "BEGIN",
        "SELECT FROM WHERE",
        "SELECT 'a",
        "hr.leavers",
        "-- nothing",
        "SELECT " + "(" * 5000 + "1",
    ],
)
def test_anything_else_is_refused(query: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert refusal(query) == "the query is not one SELECT statement."
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("dialect", "query", "what"),
    [
        ("postgres", "WITH x AS (DELETE FROM t RETURNING *) SELECT * FROM x", "changes data"),
        ("postgres", "WITH x AS (INSERT INTO t VALUES (1) RETURNING *) SELECT * FROM x", "changes data"),
        ("postgres", "SELECT * INTO u FROM t", "writes a table"),
        ("postgres", "SELECT * FROM t FOR UPDATE", "locks rows"),
        ("postgres", "SELECT * FROM (SELECT * FROM t FOR SHARE) AS s", "locks rows"),
        ("postgres", "SELECT * FROM t WHERE a = %s", "has a blank to be filled in"),
        ("postgres", "SELECT $1", "has a blank to be filled in"),
        ("oracle", "SELECT a FROM t WHERE b = :b", "has a blank to be filled in"),
        ("tsql", "SELECT @x AS x", "has a blank to be filled in"),
        ("tsql", "SELECT * FROM t WITH (UPDLOCK)", "tells the server how to lock"),
        ("tsql", "SELECT NEXT VALUE FOR s", "counts up a sequence"),
        ("spark", "SELECT TRANSFORM(a) USING 'cat' AS b FROM t", "starts a program"),
    ],
)  # fmt: skip
def test_a_select_with_effects_is_refused(dialect: str, query: str, what: str) -> None:
    assert refusal(query, dialect) == f"the query is refused: it {what}."


@pytest.mark.parametrize(
    ("dialect", "query", "function"),
    [
        ("postgres", "SELECT pg_sleep(100)", "pg_sleep"),
        ("postgres", "SELECT pg_read_file('/etc/passwd')", "pg_read_file"),
        ("postgres", "SELECT * FROM dblink('x', 'DROP TABLE t') AS t(a int)", "dblink"),
        ("postgres", "SELECT nextval('s')", "nextval"),
        ("postgres", "SELECT set_config('transaction_read_only', 'off', false)", "set_config"),
        ("postgres", "SELECT hr.sneak()", "sneak"),
        ("tsql", "SELECT * FROM OPENROWSET('a', 'b', 'c')", "OPENROWSET"),
        ("tsql", "SELECT * FROM OPENQUERY(x, 'DROP TABLE t')", "OPENQUERY"),
        ("oracle", "SELECT utl_http.request('x') FROM dual", "request"),
        ("spark", "SELECT reflect('java.lang.System', 'exit', 1)", "reflect"),
        ("spark", "SELECT java_method('java.lang.System', 'exit', 1)", "java_method"),
    ],
)
def test_a_function_that_could_do_anything_is_refused(
    dialect: str, query: str, function: str
) -> None:
    assert f"calls the function {function}," in refusal(query, dialect)
