"""A real PostgreSQL and a real Spark, started when a test asks for them and stopped at the end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.evidence.postgres_server import PostgresServer
    from tests.evidence.spark_server import SparkServer


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    from tests.evidence.postgres_server import installed, postgres_server  # noqa: PLC0415

    programs = installed()
    if programs is None:
        pytest.skip("PostgreSQL is not installed")
    with postgres_server(programs) as server:
        yield server


@pytest.fixture(scope="session")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SparkServer]:
    from tests.evidence.spark_server import installed, spark_server  # noqa: PLC0415

    if not installed():
        pytest.skip("Java is not installed")
    with spark_server(tmp_path_factory.mktemp("spark")) as server:
        yield server
