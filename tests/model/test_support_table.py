"""What a claim is worth, enumerated: every claim, verdict and count of evidence."""

from itertools import product

import pytest

from govcheck.model.support import Exhibits, judge_support
from govcheck.model.vocabulary import Basis, Support, Verdict

CLAIMS = (None, "met", "partly met", "not met", "not applicable")
COUNTS = [
    Exhibits(usable, fresh) for usable, fresh in product(range(3), repeat=2) if fresh <= usable
]
EVERY = [
    (claim, verdict, exhibits, has_gap)
    for claim, verdict, exhibits, has_gap in product(CLAIMS, Verdict, COUNTS, (True, False))
    # What is met has no weighty gap; what is not met has one.
    if not (has_gap and verdict in (Verdict.MET, Verdict.NOT_APPLICABLE))
    if not (not has_gap and verdict is Verdict.NOT_MET)
]


def support_of(claim: str | None, verdict: Verdict, exhibits: Exhibits, has_gap: bool) -> Support:  # noqa: FBT001
    return judge_support(claim, verdict, exhibits, has_gap=has_gap).support


def expected(claim: str | None, verdict: str, exhibits: Exhibits, has_gap: bool) -> str:  # noqa: FBT001
    order = ["not met", "partly met", "met"]
    if claim is None:
        return "no claim"
    if claim == "not applicable":
        if verdict == "not applicable":
            return "supported"
        return "unsupported" if verdict in ("not assessed", "error") else "contradicted"
    asks_for_evidence = claim != "not met"
    if asks_for_evidence and not exhibits.usable:
        return "unsupported"
    falls_short = verdict not in order or order.index(verdict) < order.index(claim)
    if falls_short:
        return "contradicted" if has_gap else "unsupported"
    if asks_for_evidence and not exhibits.fresh:
        return "stale"
    more_found = order.index(verdict) > order.index(claim)
    return "under-claimed" if more_found and exhibits.fresh else "supported"


def test_every_claim_has_the_support_of_the_rule() -> None:
    assert [case for case in EVERY if support_of(*case) != expected(*case)] == []


def test_taking_evidence_away_or_letting_it_age_never_improves_support() -> None:
    for claim, verdict, exhibits, has_gap in EVERY:
        rank = support_of(claim, verdict, exhibits, has_gap).rank
        for fewer in COUNTS:
            if fewer.usable <= exhibits.usable and fewer.fresh <= exhibits.fresh:
                other = support_of(claim, verdict, fewer, has_gap).rank
                assert (other is None) == (rank is None)
                assert rank is None or other <= rank, (claim, verdict, exhibits, fewer)


def test_leaving_questions_open_never_improves_support() -> None:
    """Opening lowers the verdict, and may take the gap away that contradicted the claim."""
    for claim, verdict, exhibits, has_gap in EVERY:
        rank = support_of(claim, verdict, exhibits, has_gap).rank
        if rank is None or verdict.rank is None:
            continue
        for other_claim, lower, others, still in EVERY:
            same = other_claim == claim and others == exhibits
            opened = lower.rank is not None and lower.rank <= verdict.rank and still <= has_gap
            if same and opened:
                other = support_of(claim, lower, exhibits, still).rank
                assert other <= rank, (claim, verdict, lower, exhibits, has_gap, still)


def test_nothing_claimed_is_outside_the_order() -> None:
    assert [word.rank for word in Support] == [None, 0, 1, 2, 3, 4]


@pytest.mark.parametrize(
    ("claim", "verdict", "exhibits", "has_gap", "reason"),
    [
        (None, "met", Exhibits(), False, "nothing is claimed"),
        ("met", "met", Exhibits(), False, "“met” is claimed and no usable evidence is given"),
        (
            "met", "partly met", Exhibits(1, 1), True,
            "“met” is claimed; the checks found “partly met”",
        ),
        (
            "met", "not assessed", Exhibits(1, 1), False,
            "“met” is claimed; the checks could only tell “not assessed”",
        ),
        ("partly met", "met", Exhibits(1), False, "no piece of evidence given is dated and recent enough"),
        (
            "partly met", "met", Exhibits(1, 1), False,
            "“partly met” is claimed; the checks found “met”",
        ),
        ("met", "met", Exhibits(1, 1), False, "borne out by the checks and 1 piece of evidence"),
        ("met", "met", Exhibits(3, 2), False, "borne out by the checks and 2 pieces of evidence"),
        ("not met", "not met", Exhibits(), True, "the force itself says that it is not met"),
        ("not applicable", "not applicable", Exhibits(), False, "the checks agree that it does not apply"),
        (
            "not applicable", "error", Exhibits(), False,
            "“not applicable” is claimed; the checks could only tell “error”",
        ),
        (
            "not applicable", "met", Exhibits(), False,
            "“not applicable” is claimed; the checks found “met”",
        ),
    ],
)  # fmt: skip
def test_the_reason_is_a_sentence(
    claim: str | None,
    verdict: str,
    exhibits: Exhibits,
    has_gap: bool,  # noqa: FBT001
    reason: str,
) -> None:
    assert judge_support(claim, Verdict(verdict), exhibits, has_gap=has_gap).reason == reason


def test_the_basis_is_that_of_the_evidence() -> None:
    exhibits = Exhibits(1, 1, Basis.MEASURED)
    assert judge_support("met", Verdict.MET, exhibits, has_gap=False).basis is Basis.MEASURED


@pytest.mark.parametrize(
    ("exhibits", "explained", "support", "reason"),
    [
        (Exhibits(), False, "no claim", "nothing is claimed"),
        (Exhibits(1), True, "no claim", "nothing is claimed"),
        (
            Exhibits(),
            True,
            "unsupported",
            "there is narrative, but no claim and no usable evidence",
        ),
    ],
)
def test_words_without_a_claim_still_ask_to_be_believed(
    exhibits: Exhibits,
    explained: bool,  # noqa: FBT001
    support: str,
    reason: str,
) -> None:
    decision = judge_support(None, Verdict.MET, exhibits, has_gap=False, explained=explained)
    assert (decision.support, decision.reason) == (support, reason)
