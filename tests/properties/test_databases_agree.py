"""Databases count as the loop of Python does."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from tests.properties.generated_tables import STORAGES, Case, cases, in_utc

from govcheck.evidence.databases.connections import open_source
from govcheck.model.data_source import DataSource

if TYPE_CHECKING:
    from tests.evidence.postgres_server import PostgresServer
    from tests.evidence.spark_server import SparkServer

VISITS = DataSource(connection="warehouse", table="visits")
_POSTGRES_TYPES = {
    "text": "text",
    "dictionary": "varchar",
    "day": "date",
    "timestamp": "timestamp",
    "timestamp with zone": "timestamptz",
    "whole": "bigint",
    "float": "double precision",
    "decimal": "numeric(9, 2)",
    "boolean": "boolean",
}
_SPARK_TYPES = {
    "text": "string",
    "dictionary": "string",
    "day": "date",
    "timestamp": "timestamp_ntz",
    "timestamp with zone": "timestamp",
    "whole": "bigint",
    "float": "double",
    "decimal": "decimal(9, 2)",
    "boolean": "boolean",
}


def rows_of(case: Case) -> list[tuple[Any, ...]]:
    columns = [
        [in_utc(cell) for cell in cells] if "zone" in kind else cells
        for cells, kind in zip(case.columns, case.storages, strict=True)
    ]
    return list(zip(*columns, strict=True))


@given(case=cases(STORAGES, 25, 12))
@settings(deadline=None, max_examples=50, suppress_health_check=list(HealthCheck))
def test_postgresql_counts_a_table_as_python_counts_rows(
    postgres: "PostgresServer", case: Case
) -> None:
    from psycopg import sql  # noqa: PLC0415 - the server brings it

    columns = sql.SQL(", ").join(
        sql.SQL("{} " + _POSTGRES_TYPES[kind]).format(sql.Identifier(header))
        for header, kind in zip(case.headers, case.storages, strict=True)
    )
    with postgres.owner() as owner, TemporaryDirectory() as folder:
        owner.execute("DROP TABLE IF EXISTS visits")
        owner.execute(sql.SQL("CREATE TABLE visits ({})").format(columns))
        owner.execute("GRANT SELECT ON visits TO reader")
        with owner.cursor().copy("COPY visits FROM STDIN") as copy:
            for row in rows_of(case):
                copy.write_row(row)
        connections = postgres.connections(Path(folder), "options='-c TimeZone=UTC'")
        with open_source(VISITS, connections, 60) as opened:
            assert case.found(opened.table) == case.expected()


@pytest.mark.xdist_group("spark")
@given(case=cases(STORAGES, 25, 12))
@settings(
    deadline=None,
    max_examples=6,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.generate],  # a smaller example would take minutes to find
)
def test_spark_counts_a_table_as_python_counts_rows(spark: "SparkServer", case: Case) -> None:
    from govcheck.evidence.databases.spark_table import opened_in  # noqa: PLC0415 - only where Spark is

    session = spark.session.newSession()
    session.conf.set("spark.sql.session.timeZone", "UTC")
    types = ", ".join(
        f"`{header}` {_SPARK_TYPES[kind]}"
        for header, kind in zip(case.headers, case.storages, strict=True)
    )
    session.createDataFrame(rows_of(case), types).createOrReplaceTempView("visits")
    with opened_in(session, VISITS, 60) as opened:
        assert case.found(opened.table) == case.expected()
