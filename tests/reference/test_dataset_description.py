"""What `explain` says of a data set."""

import pytest
from tests.reference.loaded import harbour, installed

from govcheck.model.column import Code, Column, Key
from govcheck.plugin.dataset import Dataset
from govcheck.reference.dataset_description import about_dataset
from govcheck.reference.explanation import explain, explainable


class Crews(Dataset, key="crews"):
    """Who sails.

    Every ship.
    """

    one_row = "sailor"
    sailor = Key("A pseudonymous number.")
    rank = Code("What they do.", {"mate": ["first mate"], "cook": []}, headers=["role", "post"])
    ship = Column("On which ship", optional=True)


def test_each_column_is_told_with_what_can_stand_in_it() -> None:
    assert [*about_dataset(Crews)] == [
        "The data set crews: Who sails. Every ship.",
        "",
        "One row is one sailor. Its columns:",
        "  sailor",
        "      A pseudonymous number (tells one row from another; never shown).",
        "  rank",
        "      What they do (one of a list of values).",
        "      Values: mate, cook.",
        "      Also found as: role, post.",
        "  ship",
        "      On which ship (text, optional).",
    ]


def test_a_data_set_is_explained_by_its_name_in_any_case() -> None:
    said = explain("SHIPS", harbour())
    assert said is not None
    assert said.startswith("The data set ships: One row a ship.\n\nOne row is one record.")
    assert "      When it came in (a day).\n" in said
    assert "      How long it is (a number, metres, optional).\n" in said
    assert "ships" in explainable(harbour())


def test_a_check_says_which_data_sets_it_looks_at() -> None:
    said = explain("HAR-005", harbour())
    assert said is not None
    assert "the data set ships" in said


@pytest.mark.parametrize("name", installed().catalogue.datasets)
def test_every_data_set_that_ships_says_what_it_is(name: str) -> None:
    said = explain(name, installed())
    assert said is not None
    assert not said.startswith(f"The data set {name}: \n")
