"""Large CSV files: parsed by DuckDB, and where it refuses, read by Python."""

import csv
import os
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

from govcheck.evidence.embedded import duckdb_parsing
from govcheck.evidence.embedded.duckdb_csv import csv_table
from govcheck.evidence.files import csv_lines
from govcheck.evidence.files.csv_reader import is_usual
from govcheck.evidence.files.csv_records import CsvForm
from govcheck.evidence.files.csv_sample import sample
from govcheck.evidence.files.csv_table import small_csv_table
from govcheck.evidence.tables.day_format import FORMATS
from govcheck.evidence.tables.opened_table import OpenedTable, Wrong
from govcheck.evidence.tables.rows import Rows
from govcheck.evidence.tables.table import Layout, UnreadableTable, counted
from govcheck.model.column import UNREAD, Code, Column, Day, Number
from govcheck.model.condition import ByColumn, ByState
from govcheck.model.measure import Cell, Cells, Tally

PERSON = "Jane Roe"
FORM = CsvForm(("kind", "built", "doors"))


class Shed:
    kind = Code("kind", {"wood": ("w",), "brick": ()})
    built = Day("built")
    doors = Number("doors")


LAYOUT = Layout(
    {item: name for name, item in vars(Shed).items() if isinstance(item, Column)}, date(2024, 1, 1)
)
KINDS = Tally((ByColumn(Shed.kind),))
DAYS = Tally((ByState(Shed.built),))


def written(folder: Path, text: str | bytes, name: str = "sheds.csv") -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def count(opened: OpenedTable, tally: Tally = KINDS, layout: Layout = LAYOUT) -> Cells:
    return counted(opened.table, [tally], layout)[tally]


def kinds(path: Path, form: CsvForm = FORM) -> Cells:
    with csv_table([path], form, "sheds") as opened:
        return count(opened)


def lines(opened: OpenedTable, *wrongs: Wrong) -> list[tuple[str, ...]]:
    assert opened.lines is not None
    found = opened.lines(wrongs, LAYOUT)
    return [found[wrong] for wrong in wrongs]


def fault(path: Path, form: CsvForm = FORM) -> str:
    with pytest.raises(UnreadableTable) as caught:
        kinds(path, form)
    assert caught.value.__context__ is None
    assert PERSON not in str(caught.value)
    return caught.value.message


@pytest.mark.parametrize(
    "text",
    [
        "kind,built,doors\nwood,,\nbrick,,\n",
        "kind,built,doors\r\nwood,,\r\nbrick,,\r\n",
        "\ufeffkind,built,doors\nwood,,\nbrick,,",
        "kind,built,doors\n\nwood,,\n\nbrick,,\n\n\n",
        "kind,built,doors\r\nwood,,\nbrick,,\r\n",
        'kind,built,doors\n"wood","",""\n"brick","",""\n',
        "kind,built,doors\n   \nwood,,\nbrick,,\n",
        'kind,built,doors\nwood,,,\nbrick,,,"",\n',
    ],
)
def test_files_that_mean_the_same_count_the_same(tmp_path: Path, text: str) -> None:
    assert kinds(written(tmp_path, text)) == {("wood",): Cell(1), ("brick",): Cell(1)}


@pytest.mark.parametrize(
    "row",
    [
        ' "wood" , , 2',
        '"wood"  ,"","2" ',
        '"w\nood" ,,2\n "wood", "", 2',
        '"wo, od" ,,2',
        '"say ""wood"" " ,,2',
        ' "2 doors, ""both"" of wood" , "" ,2',
        '"wood" x,,2',
        'wo"od" ,,2',
        '" "" " , "" , """" ',
        '  "wood",,2',
        '"wood" ,"\r",2,',
    ],
)
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_spaces_around_quotation_marks_make_no_difference_to_either_reader(
    tmp_path: Path, row: str, delimiter: str
) -> None:
    text = f"kind,built,doors\n{row}\nbrick,,\n".replace(",", delimiter)
    path = written(tmp_path, text)
    form = FORM._replace(delimiter=delimiter, usual=is_usual(text, delimiter))
    every = Tally((ByColumn(Shed.kind), ByState(Shed.built), ByColumn(Shed.doors)))
    found: list[object] = []
    for opening in (
        lambda: csv_table([path], form, "sheds"),
        lambda: small_csv_table({path: form}, "sheds"),
    ):
        try:
            with opening() as opened:
                found.append(count(opened, every))
        except UnreadableTable as error:
            found.append(error.message)
    assert found[0] == found[1]


@pytest.mark.parametrize("encoding", ["utf-16", "windows-1252"])
def test_other_encodings_are_read(tmp_path: Path, encoding: str) -> None:
    text = "kind;built;doors\nwood;;\nbâtiment;;\n"
    form = CsvForm(FORM.headers, ";", encoding)
    path = written(tmp_path, text.encode(encoding))
    assert kinds(path, form) == {("wood",): Cell(1), (UNREAD,): Cell(1)}
    with csv_table([path], form, "sheds") as opened:
        assert opened.samples("kind") == ["wood", "bâtiment"]


def test_lines_above_the_headers_are_passed_over(tmp_path: Path) -> None:
    path = written(tmp_path, 'Sheds, all of them\n\n"kind"\tbuilt\tdoors\nwood\t\t\n')
    assert kinds(path, CsvForm(FORM.headers, "\t", header_row=3)) == {("wood",): Cell(1)}


def test_a_file_with_headers_only_has_no_cells(tmp_path: Path) -> None:
    assert kinds(written(tmp_path, "kind,built,doors\n")) == {}


def test_rows_are_counted_where_no_column_is_asked_for(tmp_path: Path) -> None:
    path = written(tmp_path, "kind,built,doors\nwood,,\nbrick,,\n")
    with csv_table([path], FORM, "sheds") as opened:
        assert count(opened, Tally(())) == {(): Cell(2)}


def test_empty_lines_are_no_rows_in_a_table_of_one_column(tmp_path: Path) -> None:
    path = written(tmp_path, "kind\nwood\n\nbrick\n")
    form = CsvForm(("kind",))
    with csv_table([path], form, "sheds") as opened:
        bound = Layout({Shed.kind: "kind"}, date(2024, 1, 1))
        assert count(opened, layout=bound) == {("wood",): Cell(1), ("brick",): Cell(1)}


def test_rows_with_other_than_the_right_number_of_cells_are_counted(tmp_path: Path) -> None:
    text = f"kind,built,doors\nwood,,\n{PERSON},,,x\nwood\nwood,,\n"
    said = fault(written(tmp_path, text))
    assert said == "2 rows do not have 3 cells, one for each header (lines 3 and 4)."


def test_a_file_in_two_encodings_is_no_table(tmp_path: Path) -> None:
    path = written(tmp_path, b"kind,built,doors\nwood,,\nJane Roe \xe9,,\n")
    assert fault(path) == "it is not wholly in utf-8 (line 3)."
    form = FORM._replace(encoding="windows-1252")
    path = written(tmp_path, b"kind,built,doors\nJane Roe \x81,,\n")
    assert fault(path, form) == "it is not wholly in windows-1252 (line 2)."


def test_a_quotation_mark_that_is_not_closed_is_told_with_its_line(tmp_path: Path) -> None:
    assert "line 3" in fault(written(tmp_path, f'kind,built,doors\nwood,,\n"{PERSON},,\nwood,,\n'))


def test_what_neither_reads_is_refused(tmp_path: Path) -> None:
    text = f"kind,built,doors\nwood,,{PERSON * 400_000}\n"
    assert "longer than any cell should be" in fault(written(tmp_path, text))


def test_the_file_of_a_folder_in_which_it_is_wrong_is_named(tmp_path: Path) -> None:
    good = written(tmp_path, "kind,built,doors\nwood,,\n")
    bad = written(tmp_path, "kind,built,doors\nwood\n", "others.csv")
    with (
        pytest.raises(UnreadableTable, match=r"^in others\.csv: 1 row does not have 3 cells"),
        csv_table([good, bad], FORM, "sheds") as opened,
    ):
        count(opened)


def test_a_full_disk_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(duckdb_parsing.shutil, "copyfileobj", full)
    form = FORM._replace(encoding="utf-16")
    path = written(tmp_path, "kind,built,doors\nwood,,\n".encode("utf-16"))
    assert fault(path, form).startswith("there is no room for it")


def test_lines_are_those_of_the_file(tmp_path: Path) -> None:
    text = 'kind,built,doors\nwood,x,\n\n"o\ndd",,\nbrick,y,1\nwood,2023-01-01,z\n'
    with csv_table([written(tmp_path, text)], FORM, "sheds") as opened:
        count(opened)
        found = lines(
            opened,
            Wrong(ByState(Shed.built), "unreadable"),
            Wrong(ByColumn(Shed.kind), UNREAD),
            Wrong(ByState(Shed.doors), "missing"),
        )
        assert found == [("2", "6"), ("4",), ("2", "4")]
        assert lines(opened) == []


def test_lines_of_late_rows_are_reckoned_where_every_row_is_a_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(csv_lines, "EARLY", 0)
    odd = Wrong(ByColumn(Shed.kind), UNREAD)
    regular = written(tmp_path, "kind,built,doors\nwood,,\nodd,,\n\n\n")
    with csv_table([regular], FORM, "sheds") as opened:
        assert lines(opened, odd) == [("3",)]
    broken = written(tmp_path, 'kind,built,doors\nwood,"\n",\nodd,,\n')
    with csv_table([broken], FORM, "sheds") as opened:
        assert lines(opened, odd) == [("row 2",)]


def test_lines_name_their_file_where_there_are_several(tmp_path: Path) -> None:
    paths = [
        written(tmp_path, "kind,built,doors\nodd,,\n", "a.csv"),
        written(tmp_path, "kind,built,doors\nwood,,\nodd,,\n", "b.csv"),
        written(tmp_path, "kind,built,doors\nwood,,\n", "c.csv"),
    ]
    with csv_table(paths, FORM, "sheds") as opened:
        assert count(opened) == {("wood",): Cell(2), (UNREAD,): Cell(2)}
        assert lines(opened, Wrong(ByColumn(Shed.kind), UNREAD)) == [("2 of a.csv", "3 of b.csv")]


def test_a_file_is_parsed_once_for_the_same_columns(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    parse = duckdb_parsing.CsvParser.parse

    def noted(self: duckdb_parsing.CsvParser, path: Path, *rest: object) -> Path:
        asked.append(path)
        return parse(self, path, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(duckdb_parsing.CsvParser, "parse", noted)
    path = written(tmp_path, "kind,built,doors\nwood,,\n")
    with csv_table([path], FORM, "sheds") as opened:
        count(opened)
        lines(opened, Wrong(ByColumn(Shed.kind), UNREAD))
        assert len(asked) == 1
        count(opened, DAYS)
        count(opened, DAYS, LAYOUT._replace(as_of=date(2025, 1, 1)))
        assert len(asked) == 3


def test_a_header_for_two_columns_is_kept_as_it_is_written(tmp_path: Path) -> None:
    bound = Layout({Shed.built: "built", Shed.doors: "built"}, date(2024, 1, 1))
    both = Tally((ByState(Shed.built), ByState(Shed.doors)))
    path = written(tmp_path, "kind,built,doors\n,2023-01-01,\n,7,\n")
    with csv_table([path], FORM, "sheds") as opened:
        assert count(opened, both, bound) == {
            ("given", "unreadable"): Cell(1),
            ("unreadable", "given"): Cell(1),
        }


def test_samples_are_from_all_over_the_file(tmp_path: Path) -> None:
    rows = "".join(f"wood,day {number:06},\n" for number in range(50_000))
    path = written(tmp_path, f'kind,built,doors\n"a\nb",,\n{rows}')
    days = sample(path, FORM)["built"]
    assert "day 000000" in days
    assert len([day for day in days if day > "day 049000"]) > 5
    assert len(days) < 5000
    assert all(len(day) in {0, len("day 000000")} for day in days)


def test_samples_come_from_rows_with_blank_cells_too_many_and_not_from_cells_without_end(
    tmp_path: Path,
) -> None:
    path = written(tmp_path, f"kind,built,doors\nwood,day 1,2,,\n{'x' * 200_000},day 2,\n")
    assert sample(path, FORM)["built"] == ["day 1"]


@pytest.mark.parametrize("sign", list("\v\f\x1c\x85\u2028"))
def test_signs_that_are_no_ends_of_lines_do_not_hide_samples(tmp_path: Path, sign: str) -> None:
    path = written(tmp_path, f"kind,built,doors\nwo{sign}od,day 1,2\n")
    assert sample(path, FORM)["built"] == ["day 1"]


def test_lines_that_end_as_on_old_computers_are_read(tmp_path: Path) -> None:
    path = written(tmp_path, "kind,built,doors\rwood,31/01/2020,\rbrick,,\r")
    with csv_table([path], FORM._replace(usual=False), "sheds") as opened:
        assert opened.samples("built") == ["31/01/2020", ""]
        assert count(opened) == {("wood",): Cell(1), ("brick",): Cell(1)}


def near_misses(text: str) -> Iterable[str]:
    """A text with each sign left out, doubled, or another one in its place or before it."""
    yield text
    for place in range(len(text) + 1):
        for sign in ("", *" \t\v\f\r\n09-/.+xT:\xa0"):
            yield text[:place] + sign + text[place:]
            yield text[:place] + sign + text[place + 1 :]
            yield " " + text[:place] + sign + text[place + 1 :]


@pytest.mark.parametrize("form", FORMATS, ids=[form.name for form in FORMATS])
def test_what_is_nearly_a_day_is_one_for_both_or_for_neither(tmp_path: Path, form: object) -> None:
    day_format = next(item for item in FORMATS if item is form)
    told = day_format.strptime or "%Y-%m-%d 00:00:00"
    days = (date(2023, 1, 2), date(2024, 2, 29), date(1000, 10, 11), date(9999, 12, 31))
    cells = sorted({text for day in days for text in near_misses(day.strftime(told))})
    path = tmp_path / "sheds.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([FORM.headers, *(("wood", cell, "") for cell in cells)])
    bound = LAYOUT._replace(day_formats={Shed.built: day_format})
    rows = Rows(FORM.headers, [["wood"] * len(cells), cells, [""] * len(cells)])
    tallies = [Tally((ByColumn(Shed.built),)), Tally((ByState(Shed.built),), extent=Shed.built)]
    with csv_table([path], FORM, "sheds") as opened:
        assert opened.table.count(tallies, bound) == rows.count(tallies, bound)


def test_nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path, "kind,built,doors\nwood,,\n")
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    with csv_table([path], FORM, "sheds") as opened:
        count(opened)
        (folder,) = temporary.iterdir()
        assert any(item.suffix == ".parquet" for item in folder.iterdir())
        if os.name == "posix":
            assert folder.stat().st_mode & 0o077 == 0
    assert list(temporary.iterdir()) == []
