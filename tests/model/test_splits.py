"""Ways to tell rows apart are keys of dictionaries: two that differ must never be equal."""

from govcheck.model.column import Day
from govcheck.model.condition import ByColumn, ByMonth, ByState
from govcheck.model.measure import Tally

LEFT_ON = Day("when")


def test_the_value_the_month_and_the_state_of_one_column_are_three_things() -> None:
    splits = {ByColumn(LEFT_ON), ByMonth(LEFT_ON), ByState(LEFT_ON)}
    assert len(splits) == 3
    assert len({Tally((split,)) for split in splits}) == 3


def test_the_same_split_of_the_same_column_is_one_thing() -> None:
    assert ByMonth(LEFT_ON) == ByMonth(LEFT_ON)
