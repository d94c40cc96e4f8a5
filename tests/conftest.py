"""What all tests share: patience on a busy machine, a real PostgreSQL and a real Spark on demand.

The servers are started when a test asks for them and stopped at the end.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from tests.evidence.postgres_server import PostgresServer
    from tests.evidence.spark_server import SparkServer

# How long an example takes says how busy the machine is, and nothing about the law.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")


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
