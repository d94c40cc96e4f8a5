"""A real Apache Spark for the tests: two workers, with an end for Spark Connect."""

import os
import shutil
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from pyspark.sql import SparkSession

_SETTINGS = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.host": "127.0.0.1",
    "spark.sql.shuffle.partitions": "2",
    "spark.sql.codegen.wholeStage": "false",  # to compile takes longer than a few rows do
    "spark.sql.codegen.factoryMode": "NO_CODEGEN",
    "spark.sql.session.timeZone": "Europe/London",
    "spark.plugins": "org.apache.spark.sql.connect.SparkConnectPlugin",
    "spark.connect.grpc.binding.address": "127.0.0.1",
}


MASTER = os.environ.get("GOVCHECK_TEST_SPARK_MASTER", "local[2]")
"""CI sets `local-cluster[2,1,1024]`: two workers in processes of their own, which start slowly."""


class SparkServer(NamedTuple):
    """A session in this process, and the address at which others find the same Spark."""

    session: SparkSession
    remote: str


def installed() -> bool:
    return bool(shutil.which("java") or os.environ.get("JAVA_HOME"))


@contextmanager
def spark_server(folder: Path) -> Iterator[SparkServer]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    folders = {"spark.sql.warehouse.dir": folder / "tables", "spark.local.dir": folder / "scratch"}
    builder = SparkSession.builder.master(MASTER).appName("tests of govcheck")
    for name, value in (_SETTINGS | folders).items():
        builder = builder.config(name, str(value))
    session = builder.config("spark.connect.grpc.binding.port", port).getOrCreate()
    session.sparkContext.setLogLevel("OFF")
    try:
        yield SparkServer(session, f"sc://127.0.0.1:{port}")
    finally:
        session.stop()
