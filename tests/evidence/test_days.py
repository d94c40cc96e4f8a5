"""How days are written is told by the assessment, or found in the cells and said."""

import re
from collections.abc import Sequence
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.evidence.leavers import LAYOUT, Leavers

from govcheck.evidence.day_columns import day_formats, notes_on_days
from govcheck.evidence.tables.day_format import (
    FORMATS,
    ISO,
    NAMES,
    calendar_pattern,
    format_named,
    formats_that_fit,
    read_day,
)
from govcheck.evidence.tables.opened_table import OpenedTable
from govcheck.evidence.tables.rows import Rows
from govcheck.evidence.tables.table import UnreadableTable
from govcheck.model.column import UNREAD
from govcheck.model.data_source import DataSource

BY_NAME = {form.name: form for form in FORMATS}
WRITTEN = {
    "YYYY-MM-DD": "2023-04-05",
    "YYYY-MM-DD hh:mm:ss": "2023-04-05 00:00:00",
    "DD/MM/YYYY": "5/04/2023",
    "MM/DD/YYYY": "04/5/2023",
    "DD.MM.YYYY": "05.4.2023",
    "DD-MM-YYYY": "05-04-2023",
    "YYYY/MM/DD": "2023/04/05",
    "YYYYMMDD": "20230405",
}


@pytest.mark.parametrize("name", NAMES)
def test_a_day_is_read_in_the_way_it_is_written(name: str) -> None:
    form = format_named(name)
    assert form is not None
    assert read_day(f" {WRITTEN[name]} ", form) == date(2023, 4, 5)


@pytest.mark.parametrize(
    ("cell", "name", "day"),
    [
        (None, "YYYY-MM-DD", None),
        ("  ", "YYYY-MM-DD", None),
        (date(2023, 4, 5), "DD/MM/YYYY", date(2023, 4, 5)),
        (datetime(2023, 4, 5, 7, 30), "DD/MM/YYYY", date(2023, 4, 5)),  # noqa: DTZ001
        (date(999, 1, 1), "YYYY-MM-DD", UNREAD),
        ("0999-01-01", "YYYY-MM-DD", UNREAD),
        ("2023-02-29", "YYYY-MM-DD", UNREAD),
        ("2023-4-5", "YYYY-MM-DD", UNREAD),
        ("2023-04-05 07:30:00", "YYYY-MM-DD hh:mm:ss", UNREAD),
        ("2023-04-05T00:00:00", "YYYY-MM-DD hh:mm:ss", date(2023, 4, 5)),
        ("05/04/23", "DD/MM/YYYY", UNREAD),
        ("13/13/2023", "DD/MM/YYYY", UNREAD),
        (20230405.0, "YYYYMMDD", date(2023, 4, 5)),
        (True, "YYYYMMDD", UNREAD),
    ],
)
def test_what_is_no_day_in_this_way_is_unread(cell: object, name: str, day: object) -> None:
    assert read_day(cell, BY_NAME[name]) == day


@given(
    form=st.sampled_from(FORMATS),
    text=st.one_of(
        st.text("0123456789/.-: T", max_size=19),
        *(st.from_regex(form.pattern, fullmatch=True) for form in FORMATS),
    ),
)
def test_the_pattern_for_engines_knows_the_same_days(form: object, text: str) -> None:
    assert form in FORMATS
    known = next(item for item in FORMATS if item == form)
    matches = re.fullmatch(calendar_pattern(known), text, re.ASCII) is not None
    assert matches == isinstance(read_day(text, known) if text.strip() == text else None, date)


@pytest.mark.parametrize(
    ("cells", "names"),
    [
        ([], []),
        ([None, " ", "x"], []),
        (["01/02/2023"], ["DD/MM/YYYY", "MM/DD/YYYY"]),
        (["01/02/2023", "13/02/2023"], ["DD/MM/YYYY"]),
        (["01/02/2023", "02/13/2023"], ["MM/DD/YYYY"]),
        (["2023-01-01", "2023-01-02", "01/13/2023"], ["YYYY-MM-DD"]),
    ],
)
def test_the_ways_that_read_the_most_cells_fit(cells: list[object], names: list[str]) -> None:
    assert [form.name for form in formats_that_fit(cells)] == names


def formats(
    left_on: Sequence[object], asked_on: Sequence[object] = (), told: str | None = None
) -> dict[str, str]:
    asked = [*asked_on, *([None] * (len(left_on) - len(asked_on)))]
    opened = OpenedTable(
        table := Rows(("left_on", "asked_on"), (left_on, asked)), "x", samples=table.cells
    )
    headers = {Leavers.left_on: "left_on", Leavers.asked_on: "asked_on", Leavers.person: "person"}
    found = day_formats(headers, DataSource(path="x", date_format=told), opened)
    return {column.name: form.name for column, form in found.items()}


def refused(*how: Sequence[object], told: str | None = None) -> str:
    with pytest.raises(UnreadableTable) as caught:
        formats(*how, told=told)
    return f"{caught.value.message} {caught.value.fix}"


@pytest.mark.parametrize(
    ("left_on", "asked_on", "found"),
    [
        (["2023-01-01"], ["x"], {"left_on": "YYYY-MM-DD"}),
        (["13/01/2023", "01/01/2023"], [], {"left_on": "DD/MM/YYYY"}),
        (["01/02/2023"], ["13/02/2023"], dict.fromkeys(("left_on", "asked_on"), "DD/MM/YYYY")),
        (["02/13/2023"], ["01/02/2023"], dict.fromkeys(("left_on", "asked_on"), "MM/DD/YYYY")),
        ([date(2023, 1, 1), "13.1.2023"], [], {"left_on": "DD.MM.YYYY"}),
        ([date(2023, 1, 1)], [], {}),
        ([None, " "], ["zzz"], {}),
    ],
)
def test_days_show_how_they_are_written(
    left_on: list[object], asked_on: list[object], found: dict[str, str]
) -> None:
    assert formats(left_on, asked_on) == found


def test_what_the_assessment_tells_holds_for_all_days() -> None:
    told = dict.fromkeys(("left_on", "asked_on"), "MM/DD/YYYY")
    assert formats(["13/01/2023"], ["2023-01-01"], "MM/DD/YYYY") == told


@pytest.mark.parametrize(
    ("told", "hint"),
    [
        ("DD/MM/YYY", "Did you mean: DD/MM/YYYY?"),
        ("?", f"It can be: {', '.join(NAMES)}."),
    ],
)
def test_a_way_that_is_not_known_is_told(told: str, hint: str) -> None:
    assert refused([], told=told) == f"date_format is “{told}”, which is not known. {hint}"


def test_days_that_can_be_read_in_two_ways_are_asked_for() -> None:
    assert refused(["01/02/2023", "x"]) == (
        "the days in left_on can be read as DD/MM/YYYY or MM/DD/YYYY. "
        "Say which in the assessment, as date_format: DD/MM/YYYY."
    )


def test_days_written_in_two_ways_as_often_are_not_asked_for() -> None:
    assert refused(["2023-01-02", "13/01/2023", "1 May 2023", ""]) == (
        "the days in left_on are written partly as YYYY-MM-DD and partly as DD/MM/YYYY. "
        "Export them in one way, best as YYYY-MM-DD."
    )


FIRST = [f"{day}/01/2023" for day in range(13, 32)]
SECOND = [f"01/{day}/2023" for day in range(13, 32)]


@pytest.mark.parametrize("cells", [[*FIRST, *SECOND], [*FIRST, *SECOND[:2]], [*SECOND, *FIRST[:2]]])
def test_days_written_in_two_ways_that_look_alike_are_not_read(cells: list[str]) -> None:
    assert refused(["01/02/2023", *cells]) == (
        "the days in left_on are written partly as DD/MM/YYYY and partly as MM/DD/YYYY, so that "
        "01/02/2023 can be either of two days. Export them in one way, best as YYYY-MM-DD."
    )


EARLY = [date(2023, 4, day) for day in range(1, 6)]


def test_days_that_a_workbook_took_for_months_are_not_read() -> None:
    assert refused([*EARLY, "13/04/2023", "x"]) == (
        "some days in left_on are text, and those that are not all fall on the 1st to the 12th: day "
        "and month seem to be taken for each other where DD/MM/YYYY was read as MM/DD/YYYY. "
        "Export them from their source in one way, best as YYYY-MM-DD."
    )


@pytest.mark.parametrize(
    "cells",
    [
        [*EARLY, date(2023, 4, 13), "14/04/2023"],
        [*EARLY, "14/04/2023", "13/04/2023", "03/04/2023"],
        [*EARLY[2:], "14/04/2023"],
        [*(date(2023, month, 1) for month in range(1, 13)), "14/04/2023"],
    ],
)
def test_days_and_text_in_one_column_are_read_where_nothing_was_swapped(
    cells: list[object],
) -> None:
    assert formats(cells) == {"left_on": "DD/MM/YYYY"}


def test_a_slip_does_not_make_days_unreadable() -> None:
    assert formats([*FIRST, "01/13/2023"]) == {"left_on": "DD/MM/YYYY"}


def test_of_many_different_cells_some_are_looked_at() -> None:
    days = [f"{year}-{month:02}-01" for year in range(1000, 2000) for month in range(1, 13)]
    assert formats(days) == {"left_on": "YYYY-MM-DD"}


def test_what_was_found_out_is_said() -> None:
    slash = BY_NAME["DD/MM/YYYY"]
    bound = LAYOUT._replace(day_formats={Leavers.left_on: slash, Leavers.asked_on: slash})
    source = DataSource(path="x")
    assert list(notes_on_days(bound, source)) == ["days as DD/MM/YYYY (found in left_on, asked_on)"]
    bound = LAYOUT._replace(day_formats={Leavers.left_on: slash, Leavers.asked_on: ISO})
    assert list(notes_on_days(bound, source)) == [
        "days as DD/MM/YYYY (found in left_on)",
        "days as YYYY-MM-DD (found in asked_on)",
    ]
    assert not list(notes_on_days(bound, source.model_copy(update={"date_format": "DD/MM/YYYY"})))
