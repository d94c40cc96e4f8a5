"""Last days, with the rule that explains each."""

from datetime import date, timedelta
from typing import Any

import pytest

from govcheck.model.deadline import Deadline, due_deadline, in_words, response_deadline
from govcheck.model.framework import Due, ResponseDuty


def duty(days: int = 56, *, first_day_counts: bool = True) -> ResponseDuty:
    return ResponseDuty(law="Some Act, section 1", days=days, first_day_counts=first_day_counts)


def due(by: str, **others: Any) -> Due:
    return Due(by=by, wording="By then", **others)


@pytest.mark.parametrize(
    ("published", "last_day"),
    [
        ("2023-07-07", "2023-08-31"),
        ("2024-01-05", "2024-02-29"),
        ("2023-01-05", "2023-03-01"),
        ("2023-12-31", "2024-02-24"),
    ],
)
def test_fifty_six_days_begin_with_the_day_of_publication(published: str, last_day: str) -> None:
    deadline = response_deadline(duty(), date.fromisoformat(published))
    assert deadline.last_day == date.fromisoformat(last_day)


def test_a_period_that_begins_the_day_after_ends_a_day_later() -> None:
    published = date(2023, 7, 7)
    later = response_deadline(duty(first_day_counts=False), published)
    assert later.last_day == response_deadline(duty(), published).last_day + timedelta(days=1)
    assert "which is not counted" in later.rule


def test_a_period_of_one_day_is_the_day_itself() -> None:
    assert response_deadline(duty(1), date(2023, 7, 7)).last_day == date(2023, 7, 7)


def test_a_computed_day_shows_its_rule_and_its_source() -> None:
    deadline = response_deadline(duty(), date(2023, 7, 7))
    assert deadline.rule == (
        "56 days from publication on 7 July 2023, which is day 1; "
        "computed by govcheck, not legal advice"
    )
    assert deadline.source == "Some Act, section 1"


def test_a_response_deadline_beyond_the_calendar_is_its_last_day() -> None:
    assert response_deadline(duty(3660), date(9999, 12, 1)).last_day == date.max


@pytest.mark.parametrize(
    ("by", "reading", "last_day"),
    [
        ("2024-01", "last day", "2024-01-31"),
        ("2024-01", "first day", "2024-01-01"),
        ("2024-02", "last day", "2024-02-29"),
        ("2024", "last day", "2024-12-31"),
        ("2024", "first day", "2024-01-01"),
        ("2024-01-15", "last day", "2024-01-15"),
        ("2024-01-15", "first day", "2024-01-15"),
        ("2023-10/2024-01", "last day", "2024-01-31"),
        ("9999", "last day", "9999-12-31"),
    ],
)
def test_a_due_date_is_read_at_its_own_precision(by: str, reading: str, last_day: str) -> None:
    assert due_deadline(due(by, reading=reading)).last_day == date.fromisoformat(last_day)


def test_a_due_date_quotes_the_report() -> None:
    deadline = due_deadline(due("2024-01"))
    assert deadline.rule == "“By then”, read as the last day of 2024-01; computed by govcheck"
    assert deadline.source == "the framework"
    assert due_deadline(due("2024-01", source="Page 3.")).source == "Page 3."


def test_the_last_day_itself_is_in_time() -> None:
    deadline = Deadline(date(2023, 8, 31), "", "")
    assert not deadline.has_passed(date(2023, 8, 31))
    assert deadline.has_passed(date(2023, 9, 1))


@pytest.mark.parametrize("month", range(1, 13))
def test_a_day_in_words_has_the_name_of_its_month(month: int) -> None:
    names = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ]
    assert in_words(date(2023, month, 1)) == f"1 {names[month - 1]} 2023"
