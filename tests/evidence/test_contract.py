"""Rows that are not as their data set is declared are counted and found, and never shown."""

from pathlib import Path

import pytest
from tests.evidence.sheds import AS_OF, Sheds, measured

from govcheck.evidence.contract import ALL_ROWS, contract_tallies, violations
from govcheck.evidence.tables.opened_table import OpenedTable
from govcheck.evidence.tables.rows import Rows
from govcheck.evidence.tables.table import Layout, counted
from govcheck.model.data_register import Violation
from govcheck.model.disclosure import FEWEST_SHOWN

HEADER = "plot,kind,let_on,left_on,rent,doors"
GOOD = "{plot},old,2023-01-02,2023-01-02,500,1"
BAD = {
    "plot": "  ,old,2023-01-02,2023-01-02,0,1",
    "kind": "{plot},,2023-01-02,,0,1",
    "label": "{plot},secret,2023-01-02,,0,1",
    "let_on": "{plot},old,,,0,1",
    "day": "{plot},old,secret,,0,1",
    "other day": "{plot},old,2023-01-02,02/01/2023,0,1",
    "order": "{plot},old,2023-01-02,2023-01-01,0,1",
    "rent": "{plot},old,2023-01-02,,,1",
    "number": "{plot},old,2023-01-02,,1 secret,1",
    "less": "{plot},old,2023-01-02,,-0.01,1",
    "more": "{plot},old,2023-01-02,,500.01,1",
    "doors": "{plot},old,2023-01-02,,0,0.5",
    "no doors": "{plot},old,2023-01-02,,0,",
}


def found(
    folder: Path, *rows: str, header: str = HEADER, limit: int = FEWEST_SHOWN
) -> tuple[Violation, ...]:
    lines = [header, *(row.format(plot=place) for place, row in enumerate(rows))]
    (folder / "sheds.csv").write_text("\n".join(lines), "utf-8")
    state = measured(folder, limit=limit).state
    assert not state.failure
    return state.violations


WRITTEN = "a day written as YYYY-MM-DD"


@pytest.mark.parametrize(
    ("wrong", "column", "kind", "said"),
    [
        ("plot", "plot", "blank", "plot is blank in {}."),
        ("kind", "kind", "blank", "kind is blank in {}."),
        (
            "label",
            "kind",
            "not recognised",
            "kind holds a label that is not known in {}. Known are: old, new. "
            "Explain others under values, as kind: {{...}}.",
        ),
        ("let_on", "let_on", "blank", "let_on is blank in {}."),
        ("day", "let_on", "not recognised", f"let_on is not {WRITTEN} in {{}}."),
        ("other day", "left_on", "not recognised", f"left_on is not {WRITTEN} in {{}}."),
        ("order", "left_on", "out of order", "left_on is before let_on in {}."),
        ("rent", "rent", "blank", "rent is blank in {}."),
        (
            "number",
            "rent",
            "not recognised",
            "rent is not a number in {}. Write numbers as 1234.5, with nothing else beside them.",
        ),
        ("less", "rent", "too small", "rent is below 0 pounds in {}."),
        ("more", "rent", "too large", "rent is above 500 pounds in {}."),
        ("doors", "doors", "too small", "doors is below 1 in {}."),
    ],
)
def test_rows_that_are_wrong_are_counted_and_found(
    tmp_path: Path, wrong: str, column: str, kind: str, said: str
) -> None:
    (few,) = found(tmp_path, GOOD, BAD[wrong], GOOD, BAD[wrong])
    assert (few.column, few.kind, few.rows.exact) == (column, kind, 2)
    assert few.message == said.format("fewer than 5 rows")
    assert few.lines == ("3",)
    (many,) = found(tmp_path, GOOD, *[BAD[wrong]] * 7)
    assert many.message == said.format("about 5 rows")
    assert many.lines == ("3", "4", "5", "6", "7")


def test_the_lines_that_are_told_do_not_count_the_rows(tmp_path: Path) -> None:
    lines = {rows: found(tmp_path, *[BAD["more"]] * rows, limit=3)[0].lines for rows in range(1, 7)}
    assert lines == {
        1: ("2",),
        2: ("2",),
        3: ("2",),
        4: ("2",),
        5: ("2", "3", "4", "5", "6"),
        6: ("2", "3", "4", "5", "6"),
    }


def test_days_that_are_none_are_told_with_how_days_are_written(tmp_path: Path) -> None:
    row = "{plot},old,44928,,500,1"
    (told,) = found(tmp_path, *[row] * 7)
    assert told.message.startswith("let_on is not a day in about 5 rows. Write days as YYYY-MM-DD")


def test_rows_as_declared_are_not_told(tmp_path: Path) -> None:
    assert found(tmp_path, GOOD, BAD["no doors"], GOOD.replace("old", " OLD  one ")) == ()


def test_several_wrongs_are_told_in_the_order_of_the_columns(tmp_path: Path) -> None:
    told = found(tmp_path, *BAD.values())
    assert [(item.column, item.kind) for item in told] == [
        ("plot", "blank"),
        ("kind", "blank"),
        ("kind", "not recognised"),
        ("let_on", "blank"),
        ("let_on", "not recognised"),
        ("left_on", "not recognised"),
        ("rent", "blank"),
        ("rent", "not recognised"),
        ("rent", "too small"),
        ("rent", "too large"),
        ("doors", "too small"),
        ("left_on", "out of order"),
    ]


def test_what_should_stand_once_and_stands_again_is_counted(tmp_path: Path) -> None:
    rows = [GOOD.replace("{plot}", plot) for plot in ("1", "1", "2", "01", " 1 ", "")]
    blank, told = found(tmp_path, *rows, GOOD.replace("{plot}", " "))
    assert (blank.column, blank.kind, blank.rows.exact) == ("plot", "blank", 2)
    assert (told.column, told.kind, told.rows.exact, told.lines) == ("plot", "twice", 2, ())
    assert told.message == "plot repeats that of an earlier row in fewer than 5 rows."


@pytest.mark.parametrize(
    ("header", "row", "told"),
    [
        (
            "plot,kind,let_on,price",
            "{plot},old,2023-01-02,3",
            "There is no column rent (What it costs). "
            "If it has another header, say which, as columns: {rent: its header}.",
        ),
        (
            "plots,kind,let_on,rent",
            "{plot},old,2023-01-02,3",
            "There is no column plot (Which plot). Did you mean: plots?",
        ),
    ],
)
def test_a_column_that_is_not_there_is_told(
    tmp_path: Path, header: str, row: str, told: str
) -> None:
    (absent,) = found(tmp_path, *[row] * 8, header=header)
    assert (absent.kind, absent.rows.exact, absent.lines) == ("absent", 8, ())
    assert absent.message == told


def test_a_table_without_lines_tells_counts_alone() -> None:
    rows = Rows(["left_on", "let_on"], [["2023-01-01"], ["2023-01-02"]])
    bound = Layout({Sheds.left_on: "left_on", Sheds.let_on: "let_on"}, AS_OF)
    cells = counted(rows, contract_tallies(Sheds, bound), bound)
    assert cells[ALL_ROWS][()].rows == 1
    told = list(violations(Sheds, cells, bound, OpenedTable(rows, "hr.sheds"), 3))
    assert [(item.kind, item.lines) for item in told] == [
        *[("absent", ())] * 3,
        ("out of order", ()),
    ]
    assert told[-1].message == "left_on is before let_on in fewer than 3 rows."
