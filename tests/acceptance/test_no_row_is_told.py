"""What stands in a cell is told nowhere: not in a report, not in an error, not on the way out."""

import csv
import io
import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from traceback import TracebackException

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from tests.evidence.workbooks import changed, workbook

from govcheck.evidence.contract import contract_tallies, violations
from govcheck.evidence.files import source_file
from govcheck.evidence.files.source_file import open_file
from govcheck.evidence.headers import layout
from govcheck.evidence.tables.table import UnreadableTable, counted
from govcheck.model.data_source import DataSource
from govcheck_police.retention.dataset_leavers import Leavers

MARK = "QZQ"
NUMBER = 7391846.25
DAY = date(1973, 2, 11)
MARKS = (MARK, "7391846", "1973-02-11", "11/02/1973", "11 February 1973")
HEADERS = ("person", "group", "fte", "left_on", "reason", "interview_offered", f"{MARK} note")
GOOD = ("police officer", 1, date(2023, 4, 5), "resignation", "yes")
ROWS: list[list[object]] = [
    *[[f"{MARK}{place}", *GOOD, f"{MARK} note"] for place in range(30)],
    [f"{MARK}3", *GOOD, None],
    *[[f"{MARK} {column}"] * len(HEADERS) for column in HEADERS],
    [f"{MARK}x", f"{MARK} officer", NUMBER, DAY, f"{MARK}ation", f"{MARK}!", f"{MARK}\n{MARK}"],
]
ASSESSMENT = """\
govcheck: 1
framework: peel-getting-a-grip-2023
force: cumbria
as_at: 2023-12-15
datasets:
  leavers: {{{how}}}
"""


def text(rows: Sequence[Sequence[object]] = ROWS, headers: Sequence[str] = HEADERS) -> str:
    """As CSV."""
    stream = io.StringIO(newline="")
    csv.writer(stream).writerows([headers, *rows])
    return stream.getvalue()


def parquet(path: Path) -> None:
    columns = {
        header: [None if row[place] is None else str(row[place]) for row in ROWS]
        for place, header in enumerate(HEADERS)
    }
    pq.write_table(pa.table(columns | {f"{MARK} list": [[MARK]] * len(ROWS)}), path)


def damaged(path: Path) -> None:
    content = bytearray(path.read_bytes())
    middle = len(content) // 3
    content[middle : middle + 40] = MARK.encode() * 13 + b"!"
    path.write_bytes(content)


def hostile_files(folder: Path) -> Iterator[tuple[str, str]]:
    """Files that are sound, dirty and broken, as `how` of an assessment names them."""
    folder.mkdir()
    texts: dict[str, str | bytes] = {
        "valid": text(),
        "no-header": text()[text().index("\n") + 1 :],
        "header-twice": text(headers=[*HEADERS[:-2], f"{MARK}h", f"{MARK}h"]),
        "unknown-headers": text(headers=[f"{MARK}{place}" for place in range(len(HEADERS))]),
        "near-headers": text(headers=[f"{name}{MARK}" for name in HEADERS]),
        "missing-column": text(headers=["person", *HEADERS[-1:] * 1, *[f"{MARK}{i}" for i in "abcde"]]),
        "ragged": text() + f"{MARK},{MARK}\n",
        "quote": text() + f'{MARK},"{MARK}\n',
        "long": text() + MARK * 100_000,
        "nul": text() + f"{MARK}\0{MARK}\n",
        "late-nul": text() + " " * 2_000_000 + f"\n{MARK}\0{MARK}\n",
        "mixed": text().encode() + f"{MARK}é\n".encode() + f"{MARK}é\n".encode("cp1252"),
        "late-mixed": text().encode() + b" " * 2_000_000 + f"\n{MARK}é\n".encode("cp1252"),
        "title": f"{MARK}\n\n{text()}",
        "days": text([[*row[:3], f"{place % 12 + 1}/{place % 28 + 1}/1973", *row[4:]] for place, row in enumerate(ROWS)]),
        "two-ways": text([[*row[:3], ("14/01/1973", "01/14/1973", MARK)[place % 3], *row[4:]] for place, row in enumerate(ROWS)]),
        "semicolons": text().replace(",", ";"),
        "one-column": f"{MARK}\n{MARK}1\n",
        "binary": b"\xff\xfe" + f"{MARK}".encode() * 9,
    }  # fmt: skip
    for name, content in texts.items():
        (folder / f"{name}.csv").write_bytes(
            content if isinstance(content, bytes) else content.encode()
        )
        yield name, f"path: {name}.csv"
    yield "told-wrong", 'path: valid.csv, delimiter: ";"'
    yield "told-encoding", "path: valid.csv, encoding: utf-16"
    yield "mapped", "path: no-header.csv, columns: {person: Q}"
    yield "header-row", "path: valid.csv, header_row: 3"
    cells = [[cell if cell is None or isinstance(cell, float | int | date) else str(cell) for cell in row] for row in ROWS]  # fmt: skip
    sheets = {"Leavers": [HEADERS, *cells], MARK: [[MARK]]}
    for name, change in {
        "book": {},
        "book-xml": {"sheet1": lambda old: old.replace(b"<v>", b"<v>QZQ", 40)},
        "book-strings": {"sharedStrings": lambda old: old.replace(b"</si>", b"QZQ<", 5)},
        "book-cut": {"sharedStrings": lambda old: old[: len(old) // 2]},
        "book-index": {"sharedStrings": lambda old: old[:200] + b"</sst>"},
    }.items():
        path = changed(workbook(folder / f"{name}.xlsx", sheets), **change)
        yield name, f"path: {path.name}"
    yield "book-row", "path: book.xlsx, header_row: 4"
    damaged(workbook(folder / "book-damaged.xlsx", sheets))
    yield "book-damaged", "path: book-damaged.xlsx"
    with zipfile.ZipFile(folder / "book-other.xlsx", "w") as archive:
        archive.writestr(MARK, MARK)
    yield "book-other", "path: book-other.xlsx"
    parquet(folder / "leavers.parquet")
    yield "parquet", "path: leavers.parquet"
    parquet(folder / "damaged.parquet")
    damaged(folder / "damaged.parquet")
    yield "parquet-damaged", "path: damaged.parquet"
    (folder / "cut.parquet").write_bytes((folder / "leavers.parquet").read_bytes()[:-20])
    yield "parquet-cut", "path: cut.parquet"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Path, str]]:
    folder = tmp_path_factory.mktemp("hostile") / "files"
    found = {}
    for name, how in hostile_files(folder):
        path = folder / f"assessment-{name}.yaml"
        path.write_text(ASSESSMENT.format(how=how), "utf-8")
        found[name] = (path, how)
    return found


def marks_in(told: str) -> list[str]:
    return [mark for mark in MARKS if mark in told]


@pytest.mark.parametrize("form", ["json", "table", "markdown"])
@pytest.mark.parametrize("small", [True, False])
def test_no_report_holds_what_stands_in_a_cell(
    hostile: dict[str, tuple[Path, str]], form: str, *, small: bool
) -> None:
    program = "import sys; from govcheck.evidence.files import source_file\n"
    program += "" if small else "source_file.SMALL = 0\n"
    program += "from govcheck.cli.main import main; main()"
    paths = [str(path) for path, _ in hostile.values()]
    done = subprocess.run(
        [sys.executable, "-c", program, "run", *paths, "-v", "--format", form],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1", "PYTHONDEVMODE": "1"},
        check=False,
    )
    assert (
        done.stdout.count("cannot be counted") + done.stdout.count('"failure"') >= len(paths) // 2
    )
    assert "Traceback" not in done.stderr
    told = done.stdout + done.stderr
    assert not marks_in(told), [line for line in told.splitlines() if marks_in(line)][:5]


@pytest.mark.parametrize("small", [True, False])
def test_no_error_holds_what_stands_in_a_cell(
    hostile: dict[str, tuple[Path, str]],
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    *,
    small: bool,
) -> None:
    if not small:
        monkeypatch.setattr(source_file, "SMALL", 0)
    failed = 0
    for name, (path, _) in hostile.items():
        told = "".join(_everything_told(path, _source(path)))
        failed += "UnreadableTable" in told
        assert not marks_in(told), (name, [line for line in told.splitlines() if marks_in(line)])
    assert failed > len(hostile) // 2
    assert not marks_in("".join(capfd.readouterr()))


def _source(path: Path) -> DataSource:
    from govcheck.intake.document import read_document  # noqa: PLC0415

    return DataSource.model_validate(read_document(path).data["datasets"]["leavers"])


def _everything_told(path: Path, source: DataSource) -> Iterator[str]:
    """Notes, violations, and the whole of an error with what led to it."""
    try:
        with open_file(source, path.parent, ()) as opened:
            yield from opened.notes
            bound = layout(Leavers, source, opened, date(2023, 12, 15))
            cells = counted(opened.table, contract_tallies(Leavers, bound), bound)
            yield from map(repr, violations(Leavers, cells, bound, opened, 5))
    except UnreadableTable as error:
        yield f"{error.message} {error.fix}"
        yield from _chain(error)


def _chain(error: BaseException | None) -> Iterator[str]:
    while error is not None:
        yield from TracebackException.from_exception(error).format(chain=False)
        yield repr(error.args)
        yield repr(vars(error))
        error = error.__cause__ or error.__context__
