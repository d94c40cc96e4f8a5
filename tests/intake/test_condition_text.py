"""Conditions as an analyst writes them: what they mean, and what is said about mistakes."""

from contextlib import suppress
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govcheck.evidence.tables.rows import Rows
from govcheck.evidence.tables.table import Layout, counted
from govcheck.intake.condition_text import MAX_LENGTH, read_condition
from govcheck.intake.condition_tokens import ConditionError
from govcheck.intake.condition_words import written
from govcheck.model.column import Code, Column, Day, Key, Number
from govcheck.model.condition import AS_OF, Among, Compare, Condition, Every, Missing, Moment
from govcheck.model.measure import RowCount
from govcheck.plugin.dataset import Dataset


class Plots(Dataset, key="plots"):
    crop = Code(
        "What grows.", {"beans": ["bean"], "peas": [], "sweet corn": [], "fruit and nut": []}
    )
    state = Code("How it is kept.", {"well": [], "not at all": []})
    rented_on = Day("When it was rented.")
    left_on = Day("When it was left.")
    size = Number("How large it is.")
    plot = Key("Its number.")


COLUMNS = Plots.columns()
WORDS = [
    "crop",
    "size",
    "=",
    "<",
    "(",
    ")",
    "in",
    "not",
    "and",
    "or",
    "is",
    "blank",
    "peas",
    "3",
    ",",
]


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("crop = beans", "crop = beans"),
        ("crop=BEAN", "crop = beans"),
        ("crop == sweet  corn", "crop = sweet corn"),
        ("crop != peas", "crop != peas"),
        ("crop <> peas", "crop != peas"),
        ("crop ≠ peas", "crop != peas"),
        ("crop in (peas, beans)", "crop in (beans, peas)"),
        ("crop not in (peas, beans)", "crop not in (beans, peas)"),
        ("crop in (peas)", "crop = peas"),
        ("crop = 'fruit and nut'", 'crop = "fruit and nut"'),
        ('crop = "fruit and nut"', 'crop = "fruit and nut"'),
        ("crop = “fruit and nut”", 'crop = "fruit and nut"'),
        ("state = not at all", 'state = "not at all"'),
        ("crop is blank", "crop is blank"),
        ("plot IS NOT Blank", "plot is not blank"),
        ("rented_on < left_on", "rented_on < left_on"),
        ("rented_on >= 2023-04-01", "rented_on >= 2023-04-01"),
        ("rented_on ≥ 2023-04-01", "rented_on >= 2023-04-01"),
        ("rented_on ≤ as_of", "rented_on <= as_of"),
        ("rented_on > as_of - 12 months", "rented_on > as_of - 12 months"),
        ("rented_on > AS_OF - 1 month + 1 day", "rented_on > as_of - 1 months + 1 days"),
        ("rented_on > as_of - 1 day - 2 days", "rented_on > as_of - 3 days"),
        ("rented_on = 2023-04-01", "rented_on >= 2023-04-01 and rented_on <= 2023-04-01"),
        ("size <= 12.50", "size <= 12.5"),
        ("size = -3", "size >= -3 and size <= -3"),
        ("size != 3", "not (size >= 3 and size <= 3)"),
        ("not crop = peas", "crop != peas"),
        ("not size < 3", "not size < 3"),
        ("not not size < 3", "not not size < 3"),
        ("not crop is blank", "crop is not blank"),
        (
            "crop = peas or crop = beans and size < 3",
            "crop = peas or (crop = beans and size < 3)",
        ),
        (
            "(crop = peas OR crop = beans) AND size < 3",
            "(crop = peas or crop = beans) and size < 3",
        ),
        ("((crop = peas))", "crop = peas"),
    ],
)
def test_a_condition_is_read_as_it_is_meant(text: str, means: str) -> None:
    assert written(read_condition(text, COLUMNS)) == means


@pytest.mark.parametrize(
    ("text", "at", "said"),
    [
        ("", 0, "a condition is missing at the end. Begin it with a column."),
        ("   ", 0, "a condition is missing at the end. Begin it with a column."),
        ("crop = peas and", 15, "a condition is missing at the end. Begin it with a column."),
        ("corp = peas", 0, "there is no column “corp”. Did you mean: crop?"),
        (
            "'crop' = peas and zzz = 1",
            18,
            "there is no column “zzz”. Known are: crop, state, rented_on, left_on, size, plot.",
        ),
        ("crop = bens", 7, "“crop” is never “bens”. Did you mean: beans?"),
        (
            "crop = fruit and nut",
            7,
            '“crop” is never “fruit”. Write it in quotation marks: "fruit and nut".',
        ),
        (
            "crop =",
            6,
            "a value is missing before the end. Known are: beans, peas, sweet corn, fruit",
        ),
        ("crop in (,peas)", 9, "a value is missing before “,”. Known are:"),
        ("crop in peas", 8, "after “in” comes a list in brackets. Write it as: in (one, another)."),
        ("crop in (peas", 13, "a comma or a closing bracket is missing before the end."),
        ("crop in (peas size", 9, "“crop” is never “peas size”. Did you mean: peas?"),
        ("crop is bare", 8, "after “is” comes blank or not blank, not “bare”."),
        ("crop is", 7, "after “is” comes blank or not blank, not the end."),
        ("crop", 4, "after “crop” comes a comparison, not the end. It can be =, !=, <,"),
        ("crop 'x'", 5, "after “crop” comes a comparison, not “x”."),
        ("crop not = peas", 9, "after “crop” comes a comparison, not “=”."),
        (
            "crop < peas",
            7,
            "“crop” is neither a day nor a number, so nothing is below or above. Use",
        ),
        ("plot = 3", 7, "“plot” has no list of values. It can be asked: plot is blank."),
        ("size in (1, 2)", 8, "“size” has no list of values."),
        ("size < many", 7, "“size” is a number; “many” is not. Write a number without thousands"),
        ("size < 1,200", 8, "“,” stands where the condition could end. Join conditions by and, or"),
        ("size <", 6, "“size” is a number; the end is not."),
        (
            "rented_on < 1/4/2023",
            12,
            "“rented_on” is a day; “1/4/2023” is not. Write year, month, day: 2023-04-01.",
        ),
        ("rented_on < 2023-02-30", 12, "“rented_on” is a day; “2023-02-30” is not."),
        ("rented_on < size", 12, "“rented_on” is a day; “size” is not."),
        (
            "rented_on < as_of - 3",
            20,
            "after + or - comes a number of months or days. Write it as: as_of",
        ),
        ("rented_on < as_of - 3 weeks", 20, "after + or - comes a number of months or"),
        ("rented_on < as_of -", 19, "after + or - comes a number of months or days."),
        ("rented_on < as_of - 9999 months", 31, "that day lies more than a hundred years away."),
        ("rented_on < as_of + 9999 days + 9999 days + 9999 days + 9999 days", 65, "that day lies"),
        ("(crop = peas", 12, "a closing bracket is missing before the end. Add it."),
        ("crop = peas)", 11, "“)” stands where the condition could end."),
        ("crop = peas size < 3", 7, "“crop” is never “peas size”."),
        ("size < 3 crop = peas", 9, "“crop” stands where the condition could end."),
        ("crop ! peas", 5, "“!” stands alone. Write != or not."),
        ("crop = 'peas", 7, "a quotation mark is not closed. Put another at its end."),
        ("(" * 41 + "crop = peas" + ")" * 41, 41, "brackets lie too deep inside one another."),
        ("x" * (MAX_LENGTH + 1), 0, "the condition is longer than 2,000 characters."),
    ],
)
def test_a_mistake_is_told_at_its_place_with_what_would_be_right(
    text: str, at: int, said: str
) -> None:
    with pytest.raises(ConditionError) as caught:
        read_condition(text, COLUMNS)
    assert str(caught.value).startswith(said)
    assert (
        caught.value.at in (at, at - 1) if said.startswith("a number of") else caught.value.at == at
    )


@given(st.text() | st.lists(st.sampled_from(WORDS)).map(" ".join))
def test_whatever_is_written_is_read_or_told(text: str) -> None:
    with suppress(ConditionError):
        assert columns_in(read_condition(text, COLUMNS)) <= set(COLUMNS)


def columns_in(condition: Condition) -> set[Column]:
    return set(condition.columns())


DAYS = st.dates(date(2000, 1, 1), date(2030, 1, 1))
SIGNS = st.sampled_from(["<", "<=", ">", ">="])
MOMENTS = st.builds(Moment, st.integers(-40, 40), st.integers(-400, 400))


def among(column: Code) -> st.SearchStrategy[Condition]:
    return st.sets(st.sampled_from(column.values), min_size=1).map(
        lambda values: Among(column, frozenset(values))
    )


TESTS: st.SearchStrategy[Condition] = st.one_of(
    among(Plots.crop),
    among(Plots.state),
    st.sampled_from(COLUMNS).map(Missing),
    st.builds(
        Compare,
        st.sampled_from([Plots.rented_on, Plots.left_on]),
        SIGNS,
        DAYS | MOMENTS | st.just(AS_OF) | st.sampled_from([Plots.rented_on, Plots.left_on]),
    ),
    st.builds(
        Compare,
        st.just(Plots.size),
        SIGNS,
        st.integers(-10, 10) | st.decimals(-99, 99, places=3).map(float),
    ),
)
CONDITIONS: st.SearchStrategy[Condition] = st.recursive(
    TESTS,
    lambda inner: (
        inner.map(lambda part: ~part)
        | st.tuples(inner, inner).map(lambda pair: pair[0] & pair[1])
        | st.tuples(inner, inner).map(lambda pair: pair[0] | pair[1])
        | st.tuples(inner, inner, inner).map(Every)
    ),
    max_leaves=6,
)


@given(CONDITIONS)
def test_what_is_written_is_read_back_as_the_same_words(condition: Condition) -> None:
    text = written(condition)
    assert written(read_condition(text, COLUMNS)) == text


CELLS: dict[Column, st.SearchStrategy[Any]] = {
    Plots.crop: st.sampled_from(["beans", "bean", "peas", "fruit and nut", "weeds", "", None]),
    Plots.state: st.sampled_from(["well", "not at all", None]),
    Plots.rented_on: st.sampled_from(["2020-01-01", "2023-04-01", "soon", " ", None]),
    Plots.left_on: st.sampled_from(["2020-01-01", "2023-04-01", "2029-12-31", None]),
    Plots.size: st.sampled_from(["-3", "0", "2.5", "9", "large", None]),
    Plots.plot: st.sampled_from(["1", "2", None]),
}
LAYOUT = Layout({column: column.name for column in COLUMNS}, date(2023, 6, 30))


@given(CONDITIONS, st.lists(st.tuples(*CELLS.values()), max_size=8))
def test_what_is_read_back_holds_for_the_same_rows(
    condition: Condition, rows: list[tuple[object, ...]]
) -> None:
    table = Rows([column.name for column in CELLS], [*zip(*rows, strict=True)] or [()] * len(CELLS))
    same = read_condition(written(condition), COLUMNS)
    one, other = RowCount(where=condition), RowCount(where=same)
    cells = counted(table, [one.tally(), other.tally()], LAYOUT)
    assert one.answer(cells[one.tally()], 3) == other.answer(cells[other.tally()], 3)
