"""Evidence as it was looked at, and what it counts for on the day of judgement."""

from datetime import date
from typing import Any

import pytest

from govcheck.model.assessment import EvidenceEntry
from govcheck.model.exhibit import EvidenceRegister, Exhibit, ExhibitState
from govcheck.model.support import Exhibits
from govcheck.model.vocabulary import Basis

TODAY = date(2023, 12, 15)


def exhibit(name: str = "e", state: ExhibitState = ExhibitState.FOUND, **facts: Any) -> Exhibit:
    return Exhibit(name, EvidenceEntry(title="T", reference="Kept in the force", **facts), state)


@pytest.mark.parametrize(
    ("about", "as_of", "fresh"),
    [
        ("2021-12-15", TODAY, True),
        ("2021-12-14", TODAY, False),
        ("2021-12", TODAY, True),
        ("2021-11", TODAY, False),
        ("2021", TODAY, True),
        ("2020-04/2021-12", TODAY, True),
        (None, TODAY, False),
    ],
)
def test_evidence_is_fresh_until_so_many_months_after_the_last_day_that_it_is_about(
    about: str | None,
    as_of: date,
    fresh: bool,  # noqa: FBT001
) -> None:
    assert exhibit(about=about).fresh(as_of, 24) is fresh


def test_without_a_limit_what_is_dated_stays_fresh() -> None:
    assert exhibit(about="1950").fresh(TODAY, None)
    assert exhibit(about="1950").stale_since(None) is None


def test_without_a_date_nothing_is_fresh() -> None:
    assert not exhibit().fresh(TODAY, None)
    assert exhibit().stale_since(24) is None
    assert exhibit(about="2023-10").stale_since(24) == date(2025, 10, 31)


def counted(*exhibits: Exhibit) -> Exhibits:
    return EvidenceRegister(exhibits).counted(tuple(item.id for item in exhibits), TODAY, 24)


@pytest.mark.parametrize("state", ExhibitState)
def test_only_what_can_be_had_counts(state: ExhibitState) -> None:
    assert counted(exhibit(state=state)).usable == state.usable


def test_the_basis_is_the_strongest_method_among_what_counts() -> None:
    attested = exhibit("a", method="attested")
    document = exhibit("d", method="document")
    measured = exhibit("m", method="measured")
    lost = exhibit("l", ExhibitState.MISSING, method="measured")
    assert counted(attested, document, measured).basis is Basis.MEASURED
    assert counted(attested, document, lost).basis is Basis.DOCUMENT
    assert counted(attested).basis is Basis.ATTESTED
    assert counted(exhibit()).basis is Basis.CLAIMED_ONLY
    assert counted().basis is Basis.CLAIMED_ONLY


def test_evidence_that_is_cited_twice_counts_once_and_what_is_unknown_is_passed_over() -> None:
    register = EvidenceRegister((exhibit("a", about="2023"),))
    assert register.counted(("a", "a", "b"), TODAY, 24) == Exhibits(1, 1, Basis.CLAIMED_ONLY)


def test_a_register_holds_each_exhibit_by_its_id() -> None:
    register = EvidenceRegister((exhibit("a"), exhibit("b")))
    assert [item.id for item in register] == ["a", "b"]
    assert len(register) == 2


def test_evidence_about_days_to_come_does_not_count_more_than_undated_evidence() -> None:
    """Otherwise deleting the date would make the claim look better."""
    undated, ahead = counted(exhibit()), counted(exhibit(about="2024-01"))
    assert undated.usable <= ahead.usable
    assert undated.fresh <= ahead.fresh
