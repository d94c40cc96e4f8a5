"""Coded columns: what their labels stand for."""

import pytest

from govcheck.plugin import UNREAD, CodeColumn

GROUP = CodeColumn("Group.", {"gardeners": ("Gardener", "G"), "beekeepers": ("bee  keeper",)})


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("gardeners", "gardeners"),
        (" GARDENER ", "gardeners"),
        ("Bee Keeper", "beekeepers"),
        ("  ", None),
        (None, None),
        ("florist", UNREAD),
    ],
)
def test_case_and_surplus_spaces_make_no_difference_to_a_label(
    written: str | None, value: object
) -> None:
    assert GROUP.read(written) == value


def test_a_label_of_the_assessment_stands_before_those_of_the_pack() -> None:
    assert GROUP.read("g", {"g": "beekeepers"}) == "beekeepers"


def test_a_label_cannot_stand_for_two_values() -> None:
    with pytest.raises(ValueError, match="'Keeper' stands for 'beekeepers' and for 'zoo'"):
        CodeColumn("Group.", {"beekeepers": ("keeper",), "zoo": ("Keeper",)})


def test_a_label_can_be_given_twice_for_one_value() -> None:
    assert CodeColumn("Group.", {"zoo": ("Zoo", "ZOO")}).read("zoo") == "zoo"
