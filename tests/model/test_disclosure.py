"""Small counts of people are never shown, and do not follow from what is."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govcheck.model.disclosure import Amount, Share, ShareOfWhole, Whole

COUNTS = st.integers(0, 400)


@pytest.mark.parametrize(
    ("exact", "shown"),
    [
        (0, "fewer than 5"),
        (4, "fewer than 5"),
        (5, "about 5"),
        (7, "about 5"),
        (8, "about 10"),
        (12, "about 10"),
        (13, "about 15"),
        (9_080, "about 9080"),
    ],
)
def test_an_amount_is_suppressed_or_rounded(exact: int, shown: str) -> None:
    assert str(Amount(exact)) == shown


@pytest.mark.parametrize("spec", ["", "5", ">20", "d"])
def test_no_format_shows_more(spec: str) -> None:
    assert format(Amount(1234), spec) == "about 1235"
    assert format(Share(3, 1234), spec) == "fewer than 5 of about 1235"


def test_the_limit_can_be_another() -> None:
    assert str(Amount(9, 10)) == "fewer than 10"
    assert str(Amount(14, 10)) == "about 10"
    assert Amount(9, 10).rounded is None


@pytest.mark.parametrize(
    ("share", "shown"),
    [
        (Share(0, 0), "fewer than 5 in all, too few to say more"),
        (Share(4, 4), "fewer than 5 in all, too few to say more"),
        (Share(4, 40), "fewer than 5 of about 40"),
        (Share(0, 40), "fewer than 5 of about 40"),
        (Share(36, 40), "all but fewer than 5 of about 40"),
        (Share(40, 40), "all but fewer than 5 of about 40"),
        (Share(9, 19), "about 10 of about 20"),
        (Share(20, 49), "about 20 of about 50"),
        (Share(20, 50), "40 % (about 20 of about 50)"),
        (Share(43, 99), "45 % (about 45 of about 100)"),
        (Share(43, 100), "45 % (about 45 of about 100)"),
        (Share(995, 1000), "99 % (about 995 of about 1000)"),
        (Share(5, 1100), "1 % (about 5 of about 1100)"),
        (Share(125, 1000), "13 % (about 125 of about 1000)"),
    ],
)
def test_a_share_says_no_more_than_it_may(share: Share, shown: str) -> None:
    assert str(share) == shown


@pytest.mark.parametrize(
    ("share", "percent", "reached"),
    [
        (Share(9, 10), 90, True),
        (Share(899, 1000), 90, False),
        (Share(0, 0), 0, None),
        (Share(0, 3), 0, True),
        (Share(1, 3), 33.4, False),
    ],
)
def test_what_is_judged_is_exact(share: Share, percent: float, *, reached: bool | None) -> None:
    assert share.reaches(percent) is reached


def consistent(shown: str, most: int, limit: int = 5) -> list[int]:
    """Every number that could stand behind what is shown."""
    return [number for number in range(most + 1) if str(Amount(number, limit)) == shown]


@given(st.lists(COUNTS, min_size=2, max_size=4), st.integers(0, 3))
def test_a_suppressed_part_does_not_follow_from_the_whole_and_the_other_parts(
    parts: list[int], small: int
) -> None:
    """The attack: every way to fill in the numbers that agrees with all that is printed."""
    parts = [small, *parts[:2]]
    whole = sum(parts)
    others = [consistent(str(Amount(part)), 420) for part in parts[1:]]
    wholes = set(consistent(str(Amount(whole)), 1300))
    possible = {
        guess
        for guess in range(5)
        for combination in product(*others)
        if guess + sum(combination) in wholes
    }
    assert len(possible) > 1


@pytest.mark.parametrize("groups", [2, 3, 4])
def test_small_groups_do_not_follow_from_their_whole(groups: int) -> None:
    """That a group is named tells that it has somebody; two groups of 4 are of about 10."""
    ways: dict[str, list[tuple[int, ...]]] = {}
    for parts in product(range(1, 5), repeat=groups):
        ways.setdefault(str(Whole(sum(parts))), []).append(parts)
    for possible in ways.values():
        assert all(len(set(numbers)) > 1 for numbers in zip(*possible, strict=True))


@pytest.mark.parametrize(
    ("rows", "limit", "shown"),
    [(49, 5, "fewer than 50"), (50, 5, "about 50"), (29, 3, "fewer than 30"), (52, 5, "about 50")],
)
def test_a_whole_is_shown_where_rates_are(rows: int, limit: int, shown: str) -> None:
    assert str(Whole(rows, limit)) == shown


@pytest.mark.parametrize(
    ("share", "shown"),
    [
        (ShareOfWhole(0, 0), "fewer than 50 in all, too few to say more"),
        (ShareOfWhole(40, 49), "fewer than 50 in all, too few to say more"),
        (ShareOfWhole(4, 50), "fewer than 5 of about 50"),
        (ShareOfWhole(40, 50), "80 % (about 40 of about 50)"),
        (ShareOfWhole(9, 29, 3), "fewer than 30 in all, too few to say more"),
        (ShareOfWhole(9, 30, 3), "30 % (about 9 of about 30)"),
    ],
)
def test_the_share_of_a_whole_is_shown_where_rates_are(share: ShareOfWhole, shown: str) -> None:
    assert str(share) == shown
    assert share.beside(90) == shown


@given(st.integers(50, 600), st.data())
def test_a_rate_does_not_tell_a_count_that_its_rounding_hides(
    whole: int, data: st.DataObject
) -> None:
    """Beside a printed rate, several counts stay possible, however many rates share the whole."""
    part = data.draw(st.integers(0, whole))
    shown = str(Share(part, whole))
    low = max(50, whole - 5)
    possible = {
        (one, other)
        for other in range(low, whole + 6)
        for one in range(max(0, part - 5), min(other, part + 5) + 1)
        if str(Share(one, other)) == shown
    }
    assert len({one for one, _ in possible}) > 1
    assert len({other for _, other in possible}) > 1


@pytest.mark.parametrize(
    ("share", "shown"),
    [
        (Share(899, 1000), "just under 90 % (about 900 of about 1000)"),
        (Share(900, 1000), "90 % (about 900 of about 1000)"),
        (Share(890, 1000), "89 % (about 890 of about 1000)"),
        (Share(3, 1000), "fewer than 5 of about 1000"),
    ],
)
def test_a_share_that_falls_short_is_not_rounded_up_to_what_is_wanted(
    share: Share, shown: str
) -> None:
    assert share.beside(90) == shown


@given(COUNTS, COUNTS)
def test_neither_nobody_nor_everybody_is_told(part: int, rest: int) -> None:
    percent = Share(part, part + rest).percent
    assert percent is None or 1 <= percent <= 99
