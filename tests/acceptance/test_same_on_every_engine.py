"""The tables of an example give the same answers wherever their rows lie."""

import csv
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import duckdb
import pytest
from tests.acceptance.test_planted import FORCE, assessment, registry
from tests.evidence.postgres_server import PostgresServer

from govcheck.evidence.datasets import measure
from govcheck.evidence.files import source_file
from govcheck.evidence.sources import Sources
from govcheck.model.data_source import DataSource
from govcheck.model.measure import Spread

Placed = dict[str, DataSource]
"""Where the rows lie, by data set."""


def rows_of(source: DataSource) -> Iterator[tuple[str, ...]]:
    with (FORCE / str(source.path)).open(encoding="utf-8-sig", newline="") as file:
        yield from map(tuple, csv.reader(file))


def moved(key: str, **to: str) -> DataSource:
    """The same source at another place."""
    told = assessment().datasets[key].model_dump(mode="json", exclude_none=True)
    return DataSource.model_validate({**told, "path": None, **to})


def answers(placed: Mapping[str, DataSource], sources: Sources) -> dict[str, object]:
    """All that the checks are told of each data set, exactly."""
    found: dict[str, object] = {}
    for key, source in placed.items():
        kind = registry().catalogue.datasets[key]
        checks = [check for check in registry().checks if kind in check.datasets]
        asked = dict.fromkeys(item for check in checks for item in check.check.measures)
        mine = [item for item in asked if set(item.columns()) <= set(kind.columns())]
        counted = measure(kind, source, mine, assessment().as_at, sources)
        assert counted.dataset is not None, counted.state.failure
        broken = [(item.column, item.kind, item.rows) for item in counted.state.violations]
        told = [counted.dataset[item] for item in mine if item not in counted.lacking]
        found[key] = counted.state.rows, broken, [plain(answer) for answer in told]
    return found


def plain(answer: Mapping[tuple[str, ...], object]) -> dict[tuple[str, ...], object]:
    return {
        group: (value.counts, value.missing, value.unread) if isinstance(value, Spread) else value
        for group, value in answer.items()
    }


@pytest.fixture(scope="module")
def by_python() -> dict[str, object]:
    return answers(assessment().datasets, Sources(FORCE))


def test_csv_files_read_by_an_engine(
    by_python: dict[str, object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source_file, "SMALL", 0)
    assert answers(assessment().datasets, Sources(FORCE)) == by_python


def test_parquet_files(by_python: dict[str, object], tmp_path: Path) -> None:
    placed: Placed = {}
    for key, source in assessment().datasets.items():
        table = duckdb.read_csv(
            str(FORCE / str(source.path)), header=True, all_varchar=True, sep=","
        )
        table.write_parquet(str(tmp_path / f"{key}.parquet"))
        placed[key] = moved(key, path=f"{key}.parquet")
    assert answers(placed, Sources(tmp_path)) == by_python


def test_tables_of_a_database(
    by_python: dict[str, object], tmp_path: Path, postgres: PostgresServer
) -> None:
    placed: Placed = {}
    with postgres.owner() as owner:
        for key, source in assessment().datasets.items():
            headers, *rows = rows_of(source)
            columns = ", ".join(f'"{header}" text' for header in headers)
            table = re.sub(r"\W", "_", f"example_{key}")
            owner.execute(f"CREATE TABLE {table} ({columns})")
            owner.execute(f"GRANT SELECT ON {table} TO reader")
            with owner.cursor() as cursor, cursor.copy(f"COPY {table} FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
            placed[key] = moved(key, connection="warehouse", table=table)
    sources = Sources(FORCE, connections=postgres.connections(tmp_path))
    assert answers(placed, sources) == by_python
