"""Rows in memory, counted by Python alone."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from tests.evidence.leavers import LAYOUT, Leavers

from govcheck.evidence.tables.cell import blank, label, read_number, read_text
from govcheck.evidence.tables.opened_table import OpenedTable, Wrong
from govcheck.evidence.tables.rows import Rows
from govcheck.evidence.tables.table import UnreadableTable, counted, read_codes, together
from govcheck.model.column import UNREAD
from govcheck.model.condition import (
    AS_OF,
    GIVEN,
    MISSING,
    UNREADABLE,
    ByColumn,
    ByMonth,
    ByState,
    ByTruth,
    Split,
)
from govcheck.model.measure import Cell, Tally

HEADERS = ("person", "reason", "left_on", "asked_on", "years")
ROWS = (
    ("1", "VR", "2023-01-31", "2023-02-01", "5"),
    ("2", "resignation", "2023-02-01", "", "1.5"),
    ("1", "Retirement ", "x", "2023-02-01", None),
    (" ", "zzz", None, "2024-03-31", "many"),
    (None, " ", "2024-04-01", "2024-03-30", " 2 "),
)
TABLE = Rows(HEADERS, list(zip(*ROWS, strict=True)))


def rows_by(*splits: Split) -> dict[tuple[object, ...], int]:
    tally = Tally(splits)
    return {key: cell.rows for key, cell in counted(TABLE, [tally], LAYOUT)[tally].items()}


@pytest.mark.parametrize(
    ("splits", "expected"),
    [
        ((), {(): 5}),
        (
            (ByColumn(Leavers.reason),),
            {("resignation",): 2, ("retirement",): 1, (UNREAD,): 1, (None,): 1},
        ),
        (
            (ByColumn(Leavers.years),),
            {(5.0,): 1, (1.5,): 1, (None,): 1, (UNREAD,): 1, (2.0,): 1},
        ),
        (
            (ByMonth(Leavers.left_on),),
            {("2023-01",): 1, ("2023-02",): 1, (UNREAD,): 1, (None,): 1, ("2024-04",): 1},
        ),
        ((ByState(Leavers.reason),), {(GIVEN,): 4, (MISSING,): 1}),
        ((ByState(Leavers.person),), {(GIVEN,): 3, (MISSING,): 2}),
        ((ByState(Leavers.left_on),), {(GIVEN,): 3, (UNREADABLE,): 1, (MISSING,): 1}),
        ((ByTruth(Leavers.asked_on.after(Leavers.left_on)),), {(True,): 1, (False,): 4}),
        ((ByTruth(Leavers.left_on.not_after(AS_OF)),), {(True,): 2, (False,): 3}),
        ((ByTruth(Leavers.left_on.not_before(date(2023, 2, 1))),), {(True,): 2, (False,): 3}),
        ((ByTruth(Leavers.years.below(2)),), {(True,): 1, (False,): 4}),
        (
            (ByState(Leavers.person), ByTruth(Leavers.years.at_least(2))),
            {(GIVEN, True): 1, (GIVEN, False): 2, (MISSING, False): 1, (MISSING, True): 1},
        ),
    ],
)
def test_rows_are_told_apart(
    splits: tuple[Split, ...], expected: dict[tuple[object, ...], int]
) -> None:
    assert rows_by(*splits) == expected


def test_the_first_and_the_last_day_and_different_values_are_found() -> None:
    tally = Tally((ByState(Leavers.person),), Leavers.left_on, Leavers.person)
    assert counted(TABLE, [tally], LAYOUT)[tally] == {
        (GIVEN,): Cell(3, date(2023, 1, 31), date(2023, 2, 1), 2),
        (MISSING,): Cell(2, date(2024, 4, 1), date(2024, 4, 1), 0),
    }
    numbers = Tally((), distinct=Leavers.years)
    assert counted(TABLE, [numbers], LAYOUT)[numbers] == {(): Cell(5, None, None, 3)}


def test_labels_that_stand_for_one_code_are_added_up() -> None:
    tally = Tally((ByColumn(Leavers.reason),), Leavers.left_on)
    layout = LAYOUT._replace(relabelled={Leavers.reason: {"zzz": "resignation"}})
    assert counted(TABLE, [tally], layout)[tally][("resignation",)] == Cell(
        3, date(2023, 1, 31), date(2023, 2, 1)
    )
    by_both = (ByColumn(Leavers.reason), ByState(Leavers.person))
    cells = {("VR", GIVEN): Cell(1), ("VR", MISSING): Cell(2)}
    assert read_codes(cells, by_both, layout) == {
        ("resignation", GIVEN): Cell(1),
        ("resignation", MISSING): Cell(2),
    }
    assert read_codes({("x",): Cell(1)}, (ByState(Leavers.reason),), layout) == {("x",): Cell(1)}
    assert together(Cell(1, None, None, 2), Cell(3, None, None, 4)) == Cell(4, None, None, 6)


def test_equal_tallies_are_counted_once() -> None:
    found = counted(TABLE, [Tally(()), Tally(())], LAYOUT)
    assert found == {Tally(()): {(): Cell(5)}}


def test_a_table_without_rows_has_no_cells() -> None:
    empty = Rows(HEADERS, [()] * 5)
    tallies = [Tally(()), Tally((ByColumn(Leavers.years),)), Tally((), distinct=Leavers.years)]
    assert empty.count(tallies, LAYOUT) == [{}, {}, {}]
    assert Rows((), ()).length == 0


def test_cells_of_other_types_are_read_by_what_they_are() -> None:
    years: list[object] = [True, 1, 1.0, "1", Decimal(1), "", float("nan")]
    layout = LAYOUT._replace(headers={Leavers.years: "years"})
    table = Rows(("years",), (years,))
    tally = Tally((ByColumn(Leavers.years),))
    assert counted(table, [tally], layout)[tally] == {
        (UNREAD,): Cell(2),
        (1.0,): Cell(4),
        (None,): Cell(1),
    }


@pytest.mark.parametrize(
    ("wrong", "rows"),
    [
        (Wrong(ByState(Leavers.person), MISSING), (3, 4)),
        (Wrong(ByColumn(Leavers.reason), UNREAD), (3,)),
        (Wrong(ByColumn(Leavers.reason), "resignation"), (0, 1)),
        (Wrong(ByTruth(Leavers.years.below(2)), True), (1,)),  # noqa: FBT003
        (Wrong(ByState(Leavers.years), UNREADABLE), (3,)),
    ],
)
def test_wrong_rows_are_found(wrong: Wrong, rows: tuple[int, ...]) -> None:
    assert TABLE.find([wrong], LAYOUT, 5) == {wrong: rows}
    assert TABLE.find([wrong], LAYOUT, 1) == {wrong: rows[:1]}


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (None, None),
        (" a ", " a "),
        (True, "true"),
        (False, "false"),
        (1, "1"),
        (1.0, "1"),
        (1.5, "1.5"),
        (1e15, "1000000000000000.0"),
        (float("inf"), "inf"),
        (Decimal("1.0"), "1"),
        (Decimal("1.50"), "1.5"),
        (Decimal("NaN"), "NaN"),
        (date(2023, 4, 5), "2023-04-05"),
        (datetime(2023, 4, 5), "2023-04-05"),  # noqa: DTZ001
        (datetime(2023, 4, 5, 7), "2023-04-05 07:00:00"),  # noqa: DTZ001
    ],
)
def test_a_cell_is_the_same_text_whatever_keeps_it(cell: object, text: str | None) -> None:
    assert label(cell) == text
    assert read_text(cell) == (text.strip() if text else None)
    assert blank(cell) is (cell is None)


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        (None, None),
        ("  ", None),
        ("-1.50", -1.5),
        (" +2 ", 2.0),
        ("1,5", UNREAD),
        ("1e5", UNREAD),
        ("1.", UNREAD),
        (True, UNREAD),
        (date(2023, 1, 1), UNREAD),
        (float("inf"), UNREAD),
        (Decimal("2.5"), 2.5),
    ],
)
def test_numbers_are_digits_with_a_point(cell: object, number: object) -> None:
    assert read_number(cell) == number


def test_nothing_but_spaces_is_blank() -> None:
    assert (blank("  "), blank("\t"), blank(0)) == (True, False, False)


def test_an_open_table_needs_no_more_than_rows_and_a_name() -> None:
    with OpenedTable(TABLE, "x") as table:
        assert table.samples("person") == ()
        assert table.lines is None


def test_a_failure_is_told_by_its_message() -> None:
    assert str(UnreadableTable("it is empty.", "Fill it.")) == "it is empty."
