"""Days as people write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govcheck.model.deadline import in_words
from govcheck.response.written_day import days_in


@pytest.mark.parametrize(
    "text",
    [
        "2024-01-15", "15/01/2024", "15/1/24", "15.01.2024", "15-01-2024", "15 / 01 / 2024",
        "15 January 2024", "Monday, 15th January 2024", "15 JAN 2024", "15th of January, 2024",
        "15-Jan-24", "January 15, 2024", "Jan. 15th 2024", "15\u00a0January\u00a02024",
        "by 15 January 2024.", "2024-01-15T09:00",
    ],
)  # fmt: skip
def test_a_day_is_read_however_it_is_written(text: str) -> None:
    assert days_in(text) == (date(2024, 1, 15),)


@pytest.mark.parametrize(
    "text",
    ["", "January 2024", "2024-01", "31 February 2024", "32/01/2024", "15/01", "1115/01/2024",
     "1/2/3", "15 01 2024", "15/01-2024", "2023/24", "00/00/0000"],
)  # fmt: skip
def test_what_is_no_day_is_none(text: str) -> None:
    assert days_in(text) == ()


def test_days_come_in_their_order() -> None:
    text = "done on 3 Sept. 2023, reported 01/02/2024, and again on 2024-03-01"
    assert days_in(text) == (date(2023, 9, 3), date(2024, 2, 1), date(2024, 3, 1))


@given(st.dates(date(1000, 1, 1)))
def test_every_day_is_read_as_reports_write_it(day: date) -> None:
    for text in (in_words(day), day.isoformat(), f"{day:%d/%m/%Y}"):
        assert days_in(f"due {text}, then") == (day,)


@given(st.text(st.sampled_from("0123456789/-. JanuaryMay,thof"), max_size=60))
def test_no_text_breaks_it(text: str) -> None:
    assert all(isinstance(day, date) for day in days_in(text))
