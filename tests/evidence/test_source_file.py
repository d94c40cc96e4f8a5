"""The file, or the folder of files, that an assessment names."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.evidence.leavers import LAYOUT, Leavers
from tests.evidence.workbooks import workbook

from govcheck.evidence.files import source_file
from govcheck.evidence.files.source_file import open_file
from govcheck.evidence.tables.opened_table import OpenedTable, Wrong
from govcheck.evidence.tables.rows import Rows
from govcheck.evidence.tables.table import UnreadableTable
from govcheck.model.condition import MISSING, ByState
from govcheck.model.data_source import DataSource

KINDS = "Name a CSV file (.csv), a workbook (.xlsx) or a Parquet file (.parquet)."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "here").mkdir()
    return tmp_path / "here"


def opened(folder: Path, path: str, *roots: Path) -> OpenedTable:
    return open_file(DataSource(path=path), folder, roots)


def refused(folder: Path, path: str, *roots: Path) -> str:
    with pytest.raises(UnreadableTable) as caught:
        opened(folder, path, *roots)
    return f"{caught.value.message} {caught.value.fix}"


def cells(table: OpenedTable, header: str) -> list[object]:
    assert isinstance(table.table, Rows)
    return list(table.table.cells(header))


def csv(path: Path, text: str = "a,b\n1,2\n") -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def test_a_file_beside_the_assessment_is_opened(folder: Path) -> None:
    csv(folder / "data" / "Leavers.CSV")
    table = opened(folder, "data/Leavers.CSV")
    assert (table.name, table.notes) == ("data/Leavers.CSV", ("delimiter comma (found)",))
    assert cells(table, "b") == ["2"]


def test_a_file_in_a_root_is_opened(folder: Path) -> None:
    csv(folder.parent / "root" / "leavers.csv")
    assert cells(opened(folder, "leavers.csv", folder.parent / "root"), "a") == ["1"]


OUTSIDE = (
    "it lies outside the folder of the assessment. "
    "Move it there, or name its folder as --root when you run govcheck."
)


def test_nothing_outside_is_opened(folder: Path) -> None:
    secret = csv(folder.parent / "secret.csv")
    (folder / "link.csv").symlink_to(secret)
    for path in ("../secret.csv", str(secret), "link.csv", "../none.csv"):
        assert refused(folder, path) == OUTSIDE


@pytest.mark.parametrize("path", ["a\0.csv", "x" * 300 + ".csv", "loop/a.csv"])
def test_a_path_that_leads_nowhere_is_told(folder: Path, path: str) -> None:
    (folder / "loop").symlink_to(folder / "loop")
    assert refused(folder, path) == "the path leads nowhere. Correct the path."


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        ("leaver.csv", "Did you mean: leavers.csv?"),
        ("zzz", "Correct the path, or put the file there."),
        ("none/leavers.csv", "Correct the path, or put the file there."),
        ("leavers.csv/b.csv", "Correct the path, or put the file there."),
    ],
)
def test_a_file_that_is_not_there_is_looked_for(folder: Path, path: str, hint: str) -> None:
    csv(folder / "leavers.csv")
    assert refused(folder, path) == f"there is no such file. {hint}"


def test_a_file_that_may_not_be_read_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    csv(folder / "leavers.csv")

    def no_permission(*_args: object, **_how: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", no_permission)
    assert refused(folder, "leavers.csv") == (
        "you have no permission to read it. Ask for it, or name a copy that you can read."
    )


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes")
def test_a_pipe_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "leavers.csv")
    assert refused(folder, "leavers.csv") == f"it is neither a file nor a folder. {KINDS}"


def test_a_file_beyond_all_measure_is_not_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    csv(folder / "leavers.csv")
    monkeypatch.setattr(source_file, "MAX_BYTES", 7)
    assert refused(folder, "leavers.csv").startswith("it is larger than 100 GB, and is not read.")


SAVE = "Open it in Excel and save it as .xlsx, or as “CSV UTF-8”."


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("leavers.xls", f"workbooks of the kind .xls are not read. {SAVE}"),
        ("leavers.ODS", f"workbooks of the kind .ods are not read. {SAVE}"),
        (
            "leavers.txt",
            "files of the kind .txt are not read. If it is a table with one row in a line, give it a "
            "name that ends in .csv.",
        ),
        ("leavers", f"files of this kind are not read. {KINDS}"),
        ("leavers.secret", f"files of this kind are not read. {KINDS}"),
    ],
)
def test_other_kinds_of_file_are_told(folder: Path, name: str, message: str) -> None:
    csv(folder / name)
    assert refused(folder, name) == message


def test_a_folder_of_files_is_one_table(folder: Path) -> None:
    csv(folder / "data" / "b.csv", "a;b\n3;é\n")
    (folder / "data" / "a.csv").write_bytes("a,b\n1,é\n".encode("cp1252"))
    table = opened(folder, "data")
    assert cells(table, "a") == ["1", "3"]
    assert cells(table, "b") == ["é", "é"]
    assert table.notes == (
        "2 files of the folder",
        "delimiter comma (found)",
        "encoding windows-1252 (found)",
        "delimiter semicolon (found)",
        "encoding utf-8 (found)",
    )


def test_lines_of_a_folder_are_told_with_their_files(folder: Path) -> None:
    csv(folder / "data" / "a.csv", "person,x\n1,2\n,2\n")
    csv(folder / "data" / "b.csv", "person,x\n\n,2\n")
    wrong = Wrong(ByState(Leavers.person), MISSING)
    lines = opened(folder, "data").lines
    assert lines is not None
    layout = LAYOUT._replace(headers={Leavers.person: "person"})
    assert lines([wrong], layout) == {wrong: ("3 of a.csv", "3 of b.csv")}


def test_what_is_left_out_of_a_folder_is_said(folder: Path) -> None:
    csv(folder / "data" / "a.csv")
    for name in ("notes.txt", "~$a.xlsx", ".hidden.csv"):
        csv(folder / "data" / name)
    (folder / "data" / "b.csv").mkdir()
    (folder / "data" / "c.csv").symlink_to(csv(folder.parent / "secret.csv"))
    table = opened(folder, "data")
    assert cells(table, "a") == ["1"]
    assert table.notes[:2] == (
        "1 file of the folder",
        "3 in the folder left out: no .csv file of it",
    )


@pytest.mark.parametrize(
    ("names", "message"),
    [
        ([], f"the folder holds no file that can be read. {KINDS}"),
        (["a.txt"], f"the folder holds no file that can be read. {KINDS}"),
        (
            ["a.csv", "b.xlsx", "c.CSV"],
            "the folder holds files of several kinds (.csv, .xlsx). "
            "Keep files of one kind in it, or name one of the files.",
        ),
        (["a.csv", "b.csv", "c.csv"], f"the folder holds more than 2 files. {KINDS}"),
    ],
)
def test_a_folder_that_cannot_be_one_table_is_told(
    folder: Path, names: list[str], message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source_file, "_MOST_FILES", 2)
    (folder / "data").mkdir()
    for name in names:
        csv(folder / "data" / name)
    assert refused(folder, "data") == message


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "b,a\n1,2\n",
            "in b.csv: its headers are not those of a.csv, first in column 1. "
            "All files of a folder need the same headers, in the same order.",
        ),
        ("a,b,c\n1,2,3\n", "in b.csv: its headers are not those of a.csv, first in column 3."),
        ("", "in b.csv: it is empty. Export it again, with its headers."),
        ("a,b\n1\n", "in b.csv: 1 row does not have 2 cells, one for each header (line 2)."),
    ],
)
def test_the_file_of_a_folder_that_does_not_fit_is_named(
    folder: Path, text: str, message: str
) -> None:
    csv(folder / "data" / "a.csv")
    csv(folder / "data" / "b.csv", text)
    assert refused(folder, "data").startswith(message)


def test_workbooks_and_parquet_files_are_opened_by_those_who_can(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workbook(folder / "leavers.xlsx", [["a"], ["x"]])
    assert cells(opened(folder, "leavers.xlsx"), "a") == ["x"]
    csv(folder / "leavers.parquet")
    told = Told()
    monkeypatch.setattr("govcheck.evidence.embedded.duckdb_table.parquet_table", told)
    assert opened(folder, "leavers.parquet") is told.table
    assert told.asked == ([folder / "leavers.parquet"], "leavers.parquet")


class Told:
    """Remembers what it was asked to open."""

    def __init__(self) -> None:
        self.table = OpenedTable(Rows((), ()), "x")
        self.asked: tuple[object, ...] = ()

    def __call__(self, *asked: object) -> OpenedTable:
        self.asked = asked
        return self.table


def test_large_csv_files_go_to_an_engine(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    csv(folder / "leavers.csv")
    told = Told()
    monkeypatch.setattr("govcheck.evidence.embedded.duckdb_csv.csv_table", told)
    monkeypatch.setattr(source_file, "SMALL", 7)
    assert opened(folder, "leavers.csv") is told.table
    assert told.asked[0] == [folder / "leavers.csv"]
    assert told.asked[2:] == ("leavers.csv", ("delimiter comma (found)",))


def test_files_for_an_engine_have_to_be_written_alike(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    csv(folder / "data" / "a.csv")
    csv(folder / "data" / "b.csv", "a;b\n1;2\n")
    monkeypatch.setattr(source_file, "SMALL", 7)
    assert refused(folder, "data") == (
        "in b.csv: it is not written as a.csv is. "
        "All files of a large folder need the same delimiter and encoding."
    )


def test_files_for_an_engine_may_differ_in_spaces(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    csv(folder / "data" / "a.csv", 'a,b\n1,2\n3, "4" \n')
    csv(folder / "data" / "b.csv", "a,b\n1,2\n")
    monkeypatch.setattr(source_file, "SMALL", 7)
    with opened(folder, "data") as table:
        assert table.samples("b") == ["2", "4"]


Hide = Callable[[], None]


@pytest.fixture
def hide_engines(monkeypatch: pytest.MonkeyPatch) -> Hide:
    def hide() -> None:
        for name in [
            name for name in sys.modules if name.startswith("govcheck.evidence.embedded.")
        ]:
            monkeypatch.delitem(sys.modules, name)
        for name in ("duckdb", "sqlglot"):
            monkeypatch.setitem(sys.modules, name, None)
        monkeypatch.setattr(source_file, "find_spec", lambda _name: None)

    return hide


def test_without_an_engine_python_reads_what_fits_into_memory(
    folder: Path, monkeypatch: pytest.MonkeyPatch, hide_engines: Hide
) -> None:
    csv(folder / "leavers.csv")
    hide_engines()
    monkeypatch.setattr(source_file, "SMALL", 7)
    assert cells(opened(folder, "leavers.csv"), "a") == ["1"]
    monkeypatch.setattr(source_file, "MOST_IN_MEMORY", 7)
    assert refused(folder, "leavers.csv") == (
        "it is too large to be read without an engine. "
        'Install what counts it: pip install "govcheck[tables]"'
    )


def test_without_an_engine_parquet_is_not_read(folder: Path, hide_engines: Hide) -> None:
    csv(folder / "leavers.parquet")
    hide_engines()
    assert refused(folder, "leavers.parquet") == (
        'Parquet files need an engine. Install what counts it: pip install "govcheck[tables]"'
    )
