"""What a check can ask: counts, shares, spreads, sums, extents, different values."""

from datetime import date

import pytest

from govcheck.evidence.tables.rows import Rows
from govcheck.evidence.tables.table import Layout, counted
from govcheck.model.column import UNREAD
from govcheck.model.condition import Moment
from govcheck.model.disclosure import Amount, Share
from govcheck.plugin import (
    AS_OF,
    ByMonth,
    CodeColumn,
    Dataset,
    DayColumn,
    Distinct,
    Extent,
    Histogram,
    KeyColumn,
    Measure,
    NumberColumn,
    Rate,
    RowCount,
    Total,
)

AS_AT = date(2024, 6, 30)


class Loans(Dataset, key="loans"):
    """Tools that were lent."""

    number = KeyColumn("Which loan")
    tool = CodeColumn("What was lent", {"spade": ("Shovel",), "rake": ()})
    lent_on = DayColumn("When it was lent")
    back_on = DayColumn("When it came back", optional=True)
    hours = NumberColumn("How long it was used", unit="hours", least=0)
    days_in_order = ((lent_on, back_on),)


CELLS = {
    "number": ["1", "2", "3", "4", "5", "6", "7"],
    "tool": ["spade", "SHOVEL ", "rake", "rake", "  ", "hoe", "spade"],
    "lent_on": ["2024-01-31", "2024-02-01", "2024-02-29", "", "soon", "2024-06-30", "2024-07-01"],
    "back_on": ["2024-02-01", "2024-01-01", None, "2024-03-01", "", "2024-06-30", "2024-07-02"],
    "hours": ["1", "2.5", "", "many", "-1", "2.5", "3"],
}


def asked(measure: Measure[object]) -> object:
    layout = Layout({column: column.name for column in Loans.columns()}, AS_AT)
    table = Rows(list(CELLS), list(CELLS.values()))
    return measure.answer(counted(table, [measure.tally()], layout)[measure.tally()], 5)


def exact(measure: Measure[object]) -> object:
    answer = asked(measure)
    assert isinstance(answer, dict)
    return {group: tuple(value)[:-1] for group, value in answer.items()}


LATE = Loans.lent_on.after(AS_OF)

COUNTED = [
    (RowCount(), {(): (7,)}),
    (RowCount(where=Loans.tool.is_("spade")), {(): (3,)}),
    (RowCount(where=~Loans.tool.is_("spade")), {(): (4,)}),
    (RowCount(where=Loans.tool.is_in("spade", "rake")), {(): (5,)}),
    (RowCount(where=Loans.tool.is_missing()), {(): (1,)}),
    (RowCount(where=Loans.lent_on.is_missing()), {(): (1,)}),
    (RowCount(where=LATE), {(): (1,)}),
    (RowCount(where=Loans.lent_on.not_after(AS_OF)), {(): (4,)}),
    (RowCount(where=~LATE), {(): (6,)}),
    (RowCount(where=Loans.lent_on.not_before(Moment().plus(months=-4))), {(): (3,)}),
    (RowCount(where=Loans.lent_on.before(AS_OF.plus(days=-150))), {(): (1,)}),
    (RowCount(where=Loans.back_on.before(Loans.lent_on)), {(): (1,)}),
    (RowCount(where=Loans.hours.at_least(2.5)), {(): (3,)}),
    (RowCount(where=Loans.hours.above(2.5)), {(): (1,)}),
    (RowCount(where=Loans.hours.below(0)), {(): (1,)}),
    (RowCount(where=Loans.tool.is_("spade") & Loans.hours.below(2)), {(): (1,)}),
    (RowCount(where=Loans.tool.is_("rake") | Loans.hours.below(2)), {(): (4,)}),
    (
        RowCount(by=Loans.tool),
        {("not recognised",): (1,), ("not stated",): (1,), ("rake",): (2,), ("spade",): (3,)},
    ),
    (
        RowCount(where=Loans.tool.is_("spade"), by=ByMonth(Loans.lent_on)),
        {("2024-01",): (1,), ("2024-02",): (1,), ("2024-07",): (1,)},
    ),
    (
        RowCount(where=Loans.hours.at_least(2), by=(Loans.tool, ByMonth(Loans.lent_on))),
        {
            ("not recognised", "2024-06"): (1,),
            ("spade", "2024-02"): (1,),
            ("spade", "2024-07"): (1,),
        },
    ),
    (RowCount(where=Loans.hours.at_least(100)), {(): (0,)}),
    (Rate(Loans.tool.is_("spade")), {(): (3, 7)}),
    (Rate(Loans.tool.is_("spade"), where=Loans.hours.at_least(100)), {(): (0, 0)}),
    (
        Rate(Loans.hours.at_least(2.5), where=Loans.tool.is_in("spade", "rake"), by=Loans.tool),
        {("rake",): (0, 2), ("spade",): (2, 3)},
    ),
    (Distinct(Loans.tool), {(): (2,)}),
    (Distinct(Loans.number), {(): (7,)}),
    (Distinct(Loans.hours), {(): (4,)}),
]


@pytest.mark.parametrize(("measure", "answer"), COUNTED)
def test_a_measure_counts_what_it_says(measure: Measure[object], answer: object) -> None:
    assert exact(measure) == answer


def test_a_spread_holds_every_value_with_its_count() -> None:
    spread = asked(Histogram(Loans.hours))[()]  # type: ignore[index]
    assert spread.counts == {1.0: 1, 2.5: 2, -1.0: 1, 3.0: 1}
    assert (spread.missing, spread.unread, spread.total) == (1, 1, 5)
    assert spread.share(2.5, 3.0) == Share(3, 5, 5)
    assert [spread.centile(percent) for percent in (0, 20, 20.1, 50, 80, 90, 100)] == [
        -1.0, -1.0, 1.0, 2.5, 2.5, 3.0, 3.0,
    ]  # fmt: skip


def test_a_spread_of_days_and_of_codes_is_in_order() -> None:
    days = asked(Histogram(Loans.lent_on, where=Loans.tool.is_("spade")))[()]  # type: ignore[index]
    assert days.centile(50) == date(2024, 2, 1)
    tools = asked(Histogram(Loans.tool, by=ByMonth(Loans.lent_on)))
    assert tools[("2024-02",)].counts == {"rake": 1, "spade": 1}  # type: ignore[index]
    assert tools[("2024-02",)].centile(100) == "spade"  # type: ignore[index]


def test_the_centile_of_nothing_is_nothing() -> None:
    spread = asked(Histogram(Loans.hours, where=Loans.tool.is_missing()))[()]  # type: ignore[index]
    assert spread.centile(50) == -1.0
    nobody = asked(Histogram(Loans.hours, where=Loans.hours.is_missing()))[()]  # type: ignore[index]
    assert nobody.centile(50) is None


def test_a_total_adds_up_what_is_a_number() -> None:
    assert asked(Total(Loans.hours)) == {(): 8.0}
    assert asked(Total(Loans.hours, where=Loans.hours.at_least(100))) == {(): 0.0}
    assert asked(Total(Loans.hours, by=Loans.tool)) == {
        ("not recognised",): 2.5,
        ("not stated",): -1.0,
        ("rake",): 0.0,
        ("spade",): 6.5,
    }


def test_an_extent_is_the_first_and_the_last_day() -> None:
    assert asked(Extent(Loans.lent_on)) == {(): (date(2024, 1, 31), date(2024, 7, 1))}
    assert asked(Extent(Loans.lent_on, where=Loans.tool.is_missing())) == {(): None}
    assert asked(Extent(Loans.lent_on, where=Loans.hours.at_least(100))) == {(): None}
    assert asked(Extent(Loans.back_on, by=Loans.tool))[("rake",)] == (  # type: ignore[index]
        date(2024, 3, 1),
        date(2024, 3, 1),
    )


def test_an_answer_shows_counts_only_as_they_may_be_shown() -> None:
    assert asked(RowCount()) == {(): Amount(7, 5)}
    assert str(asked(RowCount())[()]) == "about 5"  # type: ignore[index]


def test_a_value_that_cannot_stand_in_a_column_is_refused() -> None:
    with pytest.raises(
        ValueError, match=r"Loans.tool is never 'hoe'; it can be \['spade', 'rake'\]"
    ):
        Loans.tool.is_("hoe")


def test_the_same_comparison_is_one() -> None:
    assert Loans.hours.below(2) == Loans.hours.below(2)
    assert hash(Loans.hours.below(2)) == hash(Loans.hours.below(2))
    assert Loans.hours.below(2) != Loans.hours.below(3)
    assert Loans.hours.below(2) != Loans.tool.is_("rake")


def test_a_condition_names_the_columns_that_it_needs() -> None:
    condition = Loans.back_on.before(Loans.lent_on) & ~Loans.tool.is_missing()
    assert [repr(column) for column in condition.columns()] == [
        "Loans.back_on", "Loans.lent_on", "Loans.tool",
    ]  # fmt: skip
    assert list(Extent(Loans.lent_on).columns()) == [Loans.lent_on]
    assert list(Distinct(Loans.number).columns()) == [Loans.number]


def test_a_column_outside_a_class_has_no_owner() -> None:
    assert repr(NumberColumn("Of nothing")) == "?."


def test_a_label_is_read_whatever_its_case_and_spaces() -> None:
    assert Loans.tool.read("  sHOVel  ") == "spade"
    assert Loans.tool.read("VR", {"vr": "rake"}) == "rake"
    assert Loans.tool.read("x", {"vr": "rake"}) is UNREAD
    assert Loans.tool.read(None) is None
