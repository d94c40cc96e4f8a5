"""Every engine counts as the loop of Python does."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from hypothesis import given, settings
from tests.properties.generated_tables import STORAGES, TEXT, Case, cases, in_utc

from govcheck.evidence.embedded.duckdb_csv import csv_table
from govcheck.evidence.embedded.duckdb_table import parquet_table
from govcheck.evidence.files.csv_records import CsvForm
from govcheck.evidence.tables.opened_table import OpenedTable

_TYPES: dict[str, Any] = {
    "text": pa.string(),
    "dictionary": pa.dictionary(pa.int32(), pa.string()),
    "day": pa.date32(),
    "timestamp": pa.timestamp("us"),
    "timestamp with zone": pa.timestamp("us", "UTC"),
    "whole": pa.int64(),
    "float": pa.float64(),
    "decimal": pa.decimal128(9, 2),
    "boolean": pa.bool_(),
}


def as_parquet(case: Case, folder: Path) -> OpenedTable:
    path = folder / "visits.parquet"
    arrays = [
        pa.array([in_utc(cell) for cell in cells] if "zone" in kind else cells, _TYPES[kind])
        for cells, kind in zip(case.columns, case.storages, strict=True)
    ]
    pq.write_table(pa.Table.from_arrays(arrays, names=list(case.headers)), path)
    return parquet_table([path], "visits")


def as_csv(case: Case, folder: Path) -> OpenedTable:
    path = folder / "visits.csv"
    case.write_csv(path, ";")
    return csv_table([path], CsvForm(case.headers, ";"), "visits")


@given(cases(STORAGES))
@settings(deadline=None, max_examples=60)
def test_duckdb_counts_a_parquet_file_as_python_counts_rows(case: Case) -> None:
    with TemporaryDirectory() as folder, as_parquet(case, Path(folder)) as opened:
        assert case.found(opened.table) == case.expected()


@given(cases((TEXT,)))
@settings(deadline=None, max_examples=60)
def test_duckdb_counts_a_csv_file_as_python_counts_rows(case: Case) -> None:
    with TemporaryDirectory() as folder, as_csv(case, Path(folder)) as opened:
        assert case.found(opened.table) == case.expected()
