"""What is written into a cell comes back as it was, or is refused with what would be right."""

from datetime import date, datetime, time
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from govcheck.intake.reading import is_blank
from govcheck.intake.workbook.cell_text import UnreadableText
from govcheck.intake.workbook.cell_value import read, written

ODD = st.sampled_from(list('a=>;,"\n\r\\ _x005F41{}none\tjson:'))
TEXTS = st.text(st.one_of(ODD, st.characters(exclude_categories=["Cs", "Cc"])), min_size=1)
NAMES = TEXTS.filter(lambda text: not is_blank(text))


@given(TEXTS)
def test_a_text_comes_back(text: str) -> None:
    assume(not is_blank(text))
    for kind in ("text", "choice"):
        assert read(kind, written(kind, text)) == text


@given(st.lists(NAMES))
def test_a_list_comes_back(items: list[str]) -> None:
    assert read("list", written("list", items)) == items


@given(st.dictionaries(NAMES, st.one_of(TEXTS, st.dictionaries(NAMES, TEXTS))))
def test_names_with_their_texts_come_back(pairs: dict[str, Any]) -> None:
    assert read("pairs", written("pairs", pairs)) == pairs


@given(st.one_of(st.integers(-(2**53) + 1, 2**53 - 1), st.floats(-1e300, 1e300)))
def test_a_number_comes_back(number: float) -> None:
    assert read("number", written("number", number)) == number


@given(st.dates())
def test_a_day_comes_back_whichever_days_excel_knows(day: date) -> None:
    cell = written("day", day.isoformat())
    back = datetime.combine(cell, time()) if isinstance(cell, date) else cell
    assert isinstance(cell, date) == (day >= date(1900, 3, 1))
    assert read("day", back) == day.isoformat()


@pytest.mark.parametrize(
    ("kind", "value", "cell"),
    [
        ("text", "=1+1", "=1+1"),
        ("text", "a\nb\n", "a\nb\n"),
        ("text", "a\r\nb", 'json:"a\\r\\nb"'),
        ("text", "_x0041_", 'json:"\\u005fx0041\\u005f"'),
        ("text", None, None),
        ("list", ["a", "b c"], "a; b c"),
        ("list", ["a, b", "none", 'c"d'], '"a, b"; "none"; "c\\"d"'),
        ("list", [], "none"),
        ("list", [1], "json:[1]"),
        ("pairs", {"a": "b", "c": {"d": "e"}, "f": {}}, "a = b\nc > d = e\nf >"),
        ("pairs", {}, "none"),
        ("pairs", {"a": 1}, 'json:{"a": 1}'),
        ("flag", True, "yes"),
        ("flag", False, "no"),
        ("flag", "yes", 'json:"yes"'),
        ("number", 12, 12),
        ("number", 0.1 + 0.2, "json:0.30000000000000004"),
        ("number", True, "json:true"),
        ("period", 2023, 2023),
        ("period", "2023-10", "2023-10"),
        ("day", "2023-10-31", date(2023, 10, 31)),
        ("day", "1850-01-01", "1850-01-01"),
        ("day", "2023-10", "2023-10"),
        ("day", 5, "json:5"),
        ("json", {"a": None}, 'json:{"a": null}'),
        ("choice", " yes", 'json:" yes"'),
    ],
)
def test_how_values_are_written(kind: str, value: Any, cell: Any) -> None:
    found = written(kind, value)
    assert (found, type(found)) == (cell, type(cell))
    if not isinstance(cell, date):
        assert read(kind, found) == value


@pytest.mark.parametrize(
    ("kind", "cell", "value"),
    [
        ("text", " \u00a0", None),
        ("text", " a ", " a "),
        ("choice", " yes ", "yes"),
        ("choice", True, True),
        ("day", "15/01/2024", "15/01/2024"),
        ("day", 45230.0, 45230),
        ("day", date(2023, 1, 2), "2023-01-02"),
        ("number", 1.0, 1),
        ("number", 1.5, 1.5),
        ("number", "12", "12"),
        ("number", None, None),
        ("flag", "TRUE", True),
        ("flag", False, False),
        ("flag", "perhaps", "perhaps"),
        ("list", "a, b\nc;;d;", ["a", "b", "c", "d"]),
        ("list", "None", []),
        ("list", '"a" b', ['"a" b']),
        ("list", '"\\x"; b', ['"\\x"', "b"]),
        ("pairs", "a=b\n\n c > d = ", {"a": "b", "c": {"d": ""}}),
        ("json", "JSON: [1]", [1]),
    ],
)
def test_how_cells_are_read(kind: str, cell: Any, value: Any) -> None:
    found = read(kind, cell)
    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize(
    ("kind", "cell", "message"),
    [
        ("text", 12.0, "expected text, found the number 12. Choose the format Text"),
        ("list", True, "expected text, found True. Choose the format Text"),
        ("pairs", 5, "expected text, found 5. Choose the format Text"),
        ("day", time(14), "this is a time of day, which is never asked for."),
        (
            "day",
            datetime(2023, 10, 31, 14, 5),
            "this is a date with a time of day (2023-10-31 14:05). Write the date alone: 2023-10-31.",
        ),
        ("period", datetime(2023, 10, 1), "this has become a date (1 October 2023), so"),
        ("number", datetime(2023, 10, 1), "expected a number, found the date 1 October 2023."),
        ("json", datetime(2023, 10, 1), "expected something else, found the date"),
        ("json", "json:[1", "what follows json: cannot be read: "),
        ("pairs", "a", "“a” is not written as name = meaning."),
        ("pairs", "a > b", "“a > b” is not written as name = meaning."),
        ("pairs", "a = b\na = c", "“a = c” says a second time what a line above says."),
        ("pairs", "a = b\na > b = c", "“a > b = c” says a second time what a line above says."),
        ("pairs", "a > b = c\na > b = c", "“a > b = c” says a second time"),
    ],
)
def test_what_a_cell_cannot_hold(kind: str, cell: Any, message: str) -> None:
    with pytest.raises(UnreadableText) as caught:
        read(kind, cell)
    assert str(caught.value).startswith(message)
