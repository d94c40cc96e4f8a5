"""Dates as people write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from govcheck.model.period import Day, Period, PeriodText, month_end, months_later, parse_period


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2023", "2023-01-01", "2023-12-31"),
        ("2023-10", "2023-10-01", "2023-10-31"),
        ("2023-10-31", "2023-10-31", "2023-10-31"),
        ("2023-02", "2023-02-01", "2023-02-28"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("1900-02", "1900-02-01", "1900-02-28"),
        ("2000-02", "2000-02-01", "2000-02-29"),
        ("9999", "9999-01-01", "9999-12-31"),
        ("9999-12", "9999-12-01", "9999-12-31"),
        ("0001", "0001-01-01", "0001-12-31"),
        ("2022-04/2023-03", "2022-04-01", "2023-03-31"),
        ("2022/2023-02", "2022-01-01", "2023-02-28"),
        ("2023-10-01/2023", "2023-10-01", "2023-12-31"),
        ("2023-10/2023-10", "2023-10-01", "2023-10-31"),
    ],
)
def test_a_period_runs_from_its_first_to_its_last_day(text: str, first: str, last: str) -> None:
    assert parse_period(text) == Period(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "text",
    [
        "", "/", "/2023", "23", "2023-13", "2023-00", "2023-1", "2023-10-32", "2023-02-29", "2023-02-30",
        "0000", "0000-01", "0000-01-01", "12023", "2023-10-31T00:00", " 2023", "2023\n", "٢٠٢٣",
        "2023/2022", "2023-10-31/2023-10-30", "2023-10/2023-09", "2022/2023/2024", "October 2023",
    ],
)  # fmt: skip
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_period(text)


def test_a_span_that_runs_backwards_is_told_so() -> None:
    with pytest.raises(ValueError, match="2023 is after 2022"):
        parse_period("2023/2022")


@pytest.mark.parametrize("value", ["2023-10", 2023, "2022-04/2023-03"])
def test_a_file_may_write_a_bare_year_as_a_number(value: object) -> None:
    assert TypeAdapter(PeriodText).validate_python(value) == str(value)


@pytest.mark.parametrize("value", [999, 10000, True, 2023.0, "2023-02-30", "2023/2022", None])
def test_a_file_may_not_write_a_period_otherwise(value: object) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(PeriodText).validate_python(value)


@pytest.mark.parametrize("value", ["2023-10-31", date(2023, 10, 31)])
def test_a_day_is_written_with_year_month_and_day(value: object) -> None:
    assert TypeAdapter(Day).validate_python(value) == date(2023, 10, 31)


@pytest.mark.parametrize(
    "text",
    ["", "2023", "2023-10", "20231031", "2023-W44-2", "31/10/2023", "2023-02-29", "2023-10-31T00:00",
     "1698710400", "0000-01-01", "2023-10-31 ", "soon"],
)  # fmt: skip
def test_what_is_written_otherwise_is_no_day(text: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Day).validate_json(f'"{text}"', strict=True)


def test_a_number_is_no_day() -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Day).validate_json("1698710400", strict=True)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        ("2023-10-31", 0, "2023-10-31"),
        ("2023-10-31", 1, "2023-11-30"),
        ("2023-12-31", 2, "2024-02-29"),
        ("2022-12-31", 2, "2023-02-28"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2024-02-29", 48, "2028-02-29"),
        ("2023-12-15", 12, "2024-12-15"),
        ("2023-01-31", 11, "2023-12-31"),
        ("9999-11-30", 1, "9999-12-30"),
        ("9999-12-31", 1, "9999-12-31"),
        ("9998-06-30", 240, "9999-12-31"),
    ],
)
def test_months_later_is_the_same_day_or_the_last_of_the_month(
    day: str, months: int, later: str
) -> None:
    assert months_later(date.fromisoformat(day), months) == date.fromisoformat(later)


@given(st.dates(), st.dates(), st.integers(0, 240))
def test_what_is_later_stays_later_by_any_number_of_months(a: date, b: date, months: int) -> None:
    earlier, later = sorted((a, b))
    assert earlier <= months_later(earlier, months) <= months_later(later, months)


@given(st.dates())
def test_the_end_of_a_month_is_followed_by_another_month(day: date) -> None:
    end = month_end(day.year, day.month)
    assert (end.year, end.month) == (day.year, day.month)
    assert end == date.max or date.fromordinal(end.toordinal() + 1).day == 1


@given(st.dates())
def test_each_precision_holds_the_finer_ones(day: date) -> None:
    text = day.isoformat()
    year, month, exact = parse_period(text[:4]), parse_period(text[:7]), parse_period(text)
    assert year.first <= month.first <= exact.first == exact.last <= month.last <= year.last
