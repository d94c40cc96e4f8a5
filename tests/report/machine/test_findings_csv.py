"""A row for each finding, read back by the readers that people use."""

from pathlib import Path

import duckdb
import pytest

from govcheck.model.result import Location
from govcheck.report.machine import findings_csv
from tests.report.machine.test_issues import gap, having
from tests.report.results import KINDS, of, result
from tests.report.test_comma_separated import read
from tests.report.test_renderers import HOSTILE


def rows(*results: object) -> list[dict[str, str]]:
    head, *body = read(findings_csv.render(of(*results)))  # type: ignore[arg-type]
    return [dict(zip(head, row, strict=True)) for row in body]


def test_every_finding_of_every_check_is_a_row() -> None:
    told = rows(result())
    assert [row["kind"] for row in told] == [*KINDS, *KINDS]
    assert {row["requirement"] for row in told} == {"2.review", ""}
    assert told[0]["measured"] == "words"


def test_a_check_that_found_nothing_has_a_row_without_a_kind() -> None:
    (only,) = rows(having())
    assert (only["check"], only["status"], only["kind"]) == ("DEM-001", "gap", "")


def test_the_place_is_a_line_and_the_cell_of_a_workbook() -> None:
    place = Location("a.xlsx", 3, 5, "/retention", "Retention!C7")
    (only,) = rows(having(gap("x")._replace(location=place)))
    assert [only[name] for name in ("line", "column", "cell", "pointer")] == [
        "3", "5", "Retention!C7", "/retention",
    ]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_an_outside_reader_finds_the_same_rows(text: str, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes(findings_csv.render(of(result(text))).encode())
    outside = duckdb.read_csv(str(file), all_varchar=True, header=True)
    assert tuple(outside.columns) == findings_csv.HEADINGS
    told = [[cell or "" for cell in row] for row in outside.fetchall()]
    assert told == [list(row.values()) for row in rows(result(text))]
