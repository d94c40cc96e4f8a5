"""Parquet files, counted by DuckDB: what is refused, and what no message ever says."""

import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from govcheck.evidence.embedded import duckdb_session
from govcheck.evidence.embedded.duckdb_session import DuckdbSession
from govcheck.evidence.embedded.duckdb_table import parquet_table
from govcheck.evidence.tables.day_format import FORMATS
from govcheck.evidence.tables.opened_table import OpenedTable, Wrong
from govcheck.evidence.tables.table import Layout, UnreadableTable, counted
from govcheck.model.column import UNREAD, Code, Column, Day, Key, Number
from govcheck.model.condition import AS_OF, ByColumn, ByState, ByTruth
from govcheck.model.measure import Cell, Tally

NAMED = "Jane-Roe-1234"


class Shed:
    kind = Code("kind", {"wood": ("1", "true"), "brick": ("0", "false")})
    built = Day("built")
    doors = Number("doors")
    number = Key("number")


COLUMNS = {item: name for name, item in vars(Shed).items() if isinstance(item, Column)}


def layout(opened: OpenedTable) -> Layout:
    found = {item: name for item, name in COLUMNS.items() if name in opened.table.headers}
    return Layout(found, date(2024, 1, 1))


@contextmanager
def sheds(folder: Path, *files: dict[str, Any]) -> Iterator[OpenedTable]:
    paths = []
    for number, columns in enumerate(files):
        paths.append(folder / f"sheds-{number}.parquet")
        pq.write_table(pa.table(columns), paths[-1])
    with parquet_table(paths, "sheds") as opened:
        yield opened


def count(opened: OpenedTable, tally: Tally) -> dict[tuple[object, ...], Cell]:
    return dict(counted(opened.table, [tally], layout(opened))[tally])


def refused(paths: list[Path]) -> UnreadableTable:
    with pytest.raises(UnreadableTable) as caught, parquet_table(paths, "sheds") as opened:
        count(opened, Tally((ByState(Shed.built),)))
    return caught.value


def test_labels_mean_the_same_whatever_type_they_are_kept_in(tmp_path: Path) -> None:
    for number, cells in enumerate(
        ([True, False, None], [1, 0, None], [1.0, 0.0, None], [Decimal("1.00"), Decimal(0), None])
    ):
        (tmp_path / str(number)).mkdir()
        with sheds(tmp_path / str(number), {"kind": cells}) as opened:
            assert count(opened, Tally((ByColumn(Shed.kind),))) == {
                ("wood",): Cell(1), ("brick",): Cell(1), (None,): Cell(1),
            }  # fmt: skip


def test_other_types_are_counted_as_text(tmp_path: Path) -> None:
    with sheds(tmp_path, {"number": [time(12), time(12), time(13)]}) as opened:
        assert count(opened, Tally((), distinct=Shed.number)) == {(): Cell(3, distinct=2)}


def test_spaces_around_a_key_make_no_difference(tmp_path: Path) -> None:
    with sheds(tmp_path, {"number": ["a", " a", "b", " ", None]}) as opened:
        assert count(opened, Tally((), distinct=Shed.number)) == {(): Cell(5, distinct=2)}
    with sheds(tmp_path, {"number": ["a", "a", "b"]}) as opened:
        assert count(opened, Tally((), distinct=Shed.number)) == {(): Cell(3, distinct=2)}


def test_a_column_of_lists_or_records_is_left_out_and_told(tmp_path: Path) -> None:
    with sheds(tmp_path, {"doors": [[1], [2]], "built": [{"on": 1}, None], "kind": ["1", "0"]}) as (
        opened
    ):
        assert opened.table.headers == ("kind",)
        assert opened.notes == ("columns that hold lists or records are left out: 2",)


def test_text_that_is_marked_as_bytes_is_text(tmp_path: Path) -> None:
    with sheds(tmp_path, {"kind": [b"wood", b"brick"]}) as opened:
        assert count(opened, Tally((ByColumn(Shed.kind),)))[("wood",)] == Cell(1)


def test_a_file_without_rows_has_no_cells(tmp_path: Path) -> None:
    with sheds(tmp_path, {"kind": pa.array([], pa.string())}) as opened:
        assert count(opened, Tally(())) == {}


def test_samples_are_of_text_and_numbers_and_not_of_days(tmp_path: Path) -> None:
    columns = {"kind": ["a", "a"], "doors": [3, 3], "built": [date(2023, 1, 1), None]}
    with sheds(tmp_path, columns) as opened:
        assert opened.samples("kind") == ["a"]
        assert opened.samples("doors") == [3]
        assert opened.samples("built") == ()


def test_the_first_rows_of_each_wrong_are_found(tmp_path: Path) -> None:
    wrongs = [
        Wrong(ByColumn(Shed.kind), UNREAD),
        Wrong(ByState(Shed.doors), "missing"),
        Wrong(ByTruth(Shed.built.after(AS_OF)), value=True),
        Wrong(ByColumn(Shed.doors), 4.0),
    ]
    late = datetime(2030, 1, 1, 12)  # noqa: DTZ001 - a column without time zones
    columns = {
        "kind": ["wood", "odd", *["odder"] * 7],
        "doors": [3, None, *[4] * 6, None],
        "built": [*[datetime(2023, 1, 1)] * 8, late],  # noqa: DTZ001
    }
    with sheds(tmp_path, columns) as opened:
        assert opened.lines is not None
        assert opened.lines(wrongs, layout(opened)) == dict(
            zip(
                wrongs,
                (
                    ("row 2", "row 3", "row 4", "row 5", "row 6"),
                    ("row 2", "row 9"),
                    ("row 9",),
                    ("row 3", "row 4", "row 5", "row 6", "row 7"),
                ),
                strict=True,
            )
        )


def test_several_files_are_one_table_whatever_the_order_of_their_columns(tmp_path: Path) -> None:
    one = {"kind": ["wood", "x"], "doors": [1, 2]}
    other = {"doors": [3], "kind": ["y"]}
    with sheds(tmp_path, one, other) as opened:
        assert count(opened, Tally(())) == {(): Cell(3)}
        wrong = Wrong(ByColumn(Shed.kind), UNREAD)
        assert opened.lines is not None
        assert opened.lines([wrong], layout(opened)) == {
            wrong: ("row 2 of sheds-0.parquet", "row 1 of sheds-1.parquet")
        }


def test_a_column_named_like_the_place_of_a_row_leaves_rows_without_numbers(tmp_path: Path) -> None:
    with sheds(tmp_path, {"kind": ["x"], "filename": ["y"]}) as opened:
        wrong = Wrong(ByColumn(Shed.kind), UNREAD)
        assert opened.lines is not None
        assert opened.lines([wrong], layout(opened)) == {wrong: ()}


@pytest.mark.parametrize("other", [{"kind": [1]}, {"kind": ["a"], "doors": [1]}, {"doors": [1]}])
def test_files_with_other_columns_are_no_table(tmp_path: Path, other: dict[str, Any]) -> None:
    with (
        pytest.raises(UnreadableTable, match=r"of sheds-1\.parquet is not as in sheds-0\.parquet"),
        sheds(tmp_path, {"kind": ["a"]}, other),
    ):
        pass


def test_two_columns_of_one_name_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "sheds.parquet"
    cells = pa.array([{"inside": [1]}])
    table = pa.Table.from_arrays(
        [cells, pa.array(["a"]), pa.array(["b"])], ["list", "kind", "Kind"]
    )
    pq.write_table(table, path)
    assert refused([path]).message == "more than one column of sheds.parquet is called “kind”."


@pytest.mark.parametrize("begin", [b"", b"PAR1", b"kind,doors\nwood,3\n" * 10])
def test_what_is_no_parquet_file_is_told_without_a_word_of_duckdb(
    tmp_path: Path, begin: bytes
) -> None:
    path = tmp_path / "sheds.parquet"
    path.write_bytes(begin)
    error = refused([path])
    assert error.message == "it cannot be read: it is damaged, or not what its name says."
    assert error.fix == "Export it again."


def test_a_damaged_page_is_told_without_a_value(tmp_path: Path) -> None:
    path = tmp_path / "sheds.parquet"
    texts = [f"{NAMED}-{number}" for number in range(5000)]
    pq.write_table(pa.table({"built": texts}), path, compression="none", use_dictionary=False)
    content = bytearray(path.read_bytes())
    for place in range(40, 60_000, 50):
        content[place] = 255
    path.write_bytes(content)
    assert_silent(refused([path]))


def assert_silent(error: UnreadableTable) -> None:
    """Nothing of a row is in the message, and no error of DuckDB hangs on it."""
    assert error.__cause__ is None
    assert error.__context__ is None
    told = "".join(traceback.format_exception(error))
    assert "Roe" not in told
    assert "duckdb.Error" not in told


def test_a_file_that_changes_while_it_is_counted_is_no_table(tmp_path: Path) -> None:
    with sheds(tmp_path, {"kind": ["a"]}) as opened:
        pq.write_table(pa.table({"kind": ["a", "b", "c"]}), tmp_path / "sheds-0.parquet")
        with pytest.raises(UnreadableTable, match="has changed while it was counted"):
            count(opened, Tally(()))


def test_a_file_that_is_gone_has_changed(tmp_path: Path) -> None:
    path = tmp_path / "sheds.parquet"
    pq.write_table(pa.table({"kind": ["a"]}), path)
    session = DuckdbSession([path])
    path.unlink()
    with pytest.raises(UnreadableTable, match="has changed"):
        session.check_unchanged()
    session.close()


def test_no_room_in_memory_and_on_the_disk_is_told(tmp_path: Path) -> None:
    session = DuckdbSession([tmp_path])

    def full() -> None:
        raise duckdb.OutOfMemoryException(NAMED)

    with pytest.raises(UnreadableTable, match="there is no room for it in 500MB") as caught:
        session.attempt(full)
    assert_silent(caught.value)
    session.close()


def test_duckdb_reads_no_other_file_and_writes_no_other(tmp_path: Path) -> None:
    for name in ("in", "out"):
        pq.write_table(pa.table({"kind": [NAMED]}), tmp_path / f"{name}.parquet")
    session = DuckdbSession([tmp_path / "in.parquet"])
    for sql in (
        "SELECT * FROM read_parquet('{}/out.parquet')",
        "SELECT * FROM read_csv('{}/../*')",
        "COPY (SELECT 1) TO '{}/new.csv'",
        "ATTACH '{}/new.db'",
        "INSTALL httpfs",
        "SET enable_external_access = true",
        "SET memory_limit = '9GB'",
    ):
        with pytest.raises(UnreadableTable):
            session.rows(sql.format(tmp_path))
    allowed = "SELECT count(*) FROM read_parquet('{}/in.parquet')"
    assert session.rows(allowed.format(tmp_path)) == [(1,)]
    session.close()
    assert {path.name for path in tmp_path.iterdir()} == {"in.parquet", "out.parquet"}


def test_nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    (tmp_path / "files").mkdir()
    with sheds(tmp_path / "files", {"kind": ["a"]}) as opened:
        assert len(list(tmp_path.iterdir())) == 2
        count(opened, Tally(()))
    (tmp_path / "files" / "sheds-0.parquet").write_bytes(b"")
    refused([tmp_path / "files" / "sheds-0.parquet"])
    assert [path.name for path in tmp_path.iterdir()] == ["files"]


def test_without_duckdb_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    with pytest.raises(UnreadableTable) as caught:
        DuckdbSession([])
    assert caught.value.fix == 'Install it with: pip install "govcheck[tables]"'


def test_a_settings_error_leaves_no_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr(duckdb_session, "MEMORY", "much")
    with pytest.raises(UnreadableTable):
        DuckdbSession([])
    assert list(tmp_path.iterdir()) == []


def test_every_way_to_write_a_day_is_read_from_text(tmp_path: Path) -> None:
    for form in FORMATS:
        day = date(2024, 2, 29).strftime(form.strptime or "%Y-%m-%dT00:00:00")
        with sheds(tmp_path, {"built": [day, f" {day} ", f"{day}x", ""]}) as opened:
            bound = layout(opened)._replace(day_formats={Shed.built: form})
            tally = Tally((ByState(Shed.built),), extent=Shed.built)
            leap = Cell(2, date(2024, 2, 29), date(2024, 2, 29))
            assert counted(opened.table, [tally], bound)[tally] == {
                ("given",): leap, ("unreadable",): Cell(1), ("missing",): Cell(1),
            }, form.name  # fmt: skip
