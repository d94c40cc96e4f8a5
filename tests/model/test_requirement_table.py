"""The verdict of a requirement, enumerated: every outcome of up to four checks.

The oracle is written from the rule as a reader finds it, not from the table in the code.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations_with_replacement, permutations, product

import pytest

from govcheck.model.verdict import Decision, Weighed, judge_requirement
from govcheck.model.vocabulary import Severity, Status, Verdict

Pair = tuple[Status, Severity]
PAIRS: tuple[Pair, ...] = tuple(product(Status, Severity))
MOST_CHECKS = 4


def every_combination(most: int = MOST_CHECKS) -> Iterator[tuple[Pair, ...]]:
    for size in range(most + 1):
        yield from combinations_with_replacement(PAIRS, size)


def weighed(pairs: Sequence[Pair]) -> list[Weighed]:
    return [Weighed(f"C-{n}", status, severity) for n, (status, severity) in enumerate(pairs, 1)]


def judged(pairs: Sequence[Pair]) -> Decision:
    return judge_requirement(weighed(pairs))


def weighty_of(pairs: Sequence[Pair]) -> list[Status]:
    applying = [pair for pair in pairs if pair[0] != "not applicable"]
    heavy = [status for status, severity in applying if severity in ("critical", "major")]
    return heavy or [status for status, _ in applying]


def expected(pairs: Sequence[Pair]) -> str:
    weighty = weighty_of(pairs)
    if any(status == "error" for status, _ in pairs):
        return "error"
    if pairs and all(status == "not applicable" for status, _ in pairs):
        return "not applicable"
    if ("gap", "critical") in pairs:
        return "not met"
    if not pairs or ("not assessed", "critical") in pairs:
        return "not assessed"
    if "met" not in weighty:
        return "not met" if "gap" in weighty else "not assessed"
    return "partly met" if set(weighty) & {"gap", "not assessed"} else "met"


def test_every_combination_of_outcomes_has_the_verdict_of_the_rule() -> None:
    wrong = [
        (pairs, verdict)
        for pairs in every_combination()
        if (verdict := judged(pairs).verdict) != expected(pairs)
    ]
    assert wrong == []


def deciding_statuses(verdict: Verdict, pairs: Sequence[Pair]) -> set[str]:
    """The outcomes that can be named as having decided."""
    if verdict is Verdict.PARTLY_MET:
        return {"gap", "not assessed"}
    if verdict is Verdict.NOT_MET:
        return {"gap"}
    return {verdict.value} if pairs else set()


def test_the_reason_names_the_checks_that_decided_and_no_others() -> None:
    for pairs in every_combination(3):
        decision = judged(pairs)
        by_name = {item.name: item for item in weighed(pairs)}
        allowed = deciding_statuses(decision.verdict, pairs)
        assert bool(decision.decided_by) == bool(pairs)
        assert {by_name[name].status.value for name in decision.decided_by} <= allowed
        assert all(name in decision.reason for name in decision.decided_by)
        assert not any(
            name in decision.reason for name in by_name if name not in decision.decided_by
        )


def test_what_is_named_would_give_the_same_verdict_with_the_rest_met() -> None:
    """The named checks are enough: nothing that is left unnamed lowers the verdict."""
    for pairs in every_combination(3):
        decision = judged(pairs)
        if decision.verdict in (Verdict.MET, Verdict.NOT_APPLICABLE, Verdict.PARTLY_MET):
            continue
        named = [item for item in weighed(pairs) if item.name in decision.decided_by]
        assert judge_requirement(named).verdict is decision.verdict


def test_the_order_of_checks_never_matters() -> None:
    for pairs in every_combination(3):
        items = weighed(pairs)
        decision = judge_requirement(items)
        for shuffled in permutations(items):
            other = judge_requirement(shuffled)
            assert other.verdict is decision.verdict
            assert set(other.decided_by) == set(decision.decided_by)


def test_leaving_a_question_open_never_raises_the_verdict() -> None:
    answered = (Status.MET, Status.GAP, Status.NOT_APPLICABLE)
    for pairs in every_combination():
        rank = judged(pairs).verdict.rank
        if rank is None:
            continue
        for index, (status, severity) in enumerate(pairs):
            if status not in answered:
                continue
            opened = list(pairs)
            opened[index] = (Status.NOT_ASSESSED, severity)
            lowered = judged(opened).verdict.rank
            assert lowered is not None
            assert lowered <= rank, (pairs, opened)


def test_a_requirement_that_does_not_apply_is_never_helped_by_silence() -> None:
    for size in (1, 2, 3):
        for severities in product(Severity, repeat=size):
            pairs = [(Status.NOT_APPLICABLE, severity) for severity in severities]
            pairs[0] = (Status.NOT_ASSESSED, severities[0])
            assert judged(pairs).verdict is Verdict.NOT_ASSESSED


def test_a_new_gap_never_raises_the_verdict_above_not_met() -> None:
    """A gap may turn *not assessed* into *not met*, as more is known. It never does more."""
    for pairs in every_combination():
        rank = judged(pairs).verdict.rank
        for index, (status, severity) in enumerate(pairs):
            if rank is not None and status in (Status.MET, Status.NOT_ASSESSED):
                worse = list(pairs)
                worse[index] = (Status.GAP, severity)
                assert judged(worse).verdict.rank <= max(rank, 1), (pairs, worse)


def test_a_minor_check_never_lowers_a_verdict_that_weighty_checks_reach() -> None:
    for pairs in every_combination(2):
        if not any(s.weighty and status is not Status.NOT_APPLICABLE for status, s in pairs):
            continue
        for status in (Status.MET, Status.GAP, Status.NOT_ASSESSED, Status.NOT_APPLICABLE):
            assert judged((*pairs, (status, Severity.MINOR))).verdict is judged(pairs).verdict


def test_silence_is_not_a_pass() -> None:
    assert judge_requirement([]) == Decision(Verdict.NOT_ASSESSED, "no check serves it")


@pytest.mark.parametrize(
    ("pairs", "reason"),
    [
        (["error major", "gap critical"], "C-1 broke"),
        (["not applicable minor"], "C-1: not applicable"),
        (["gap critical", "met critical"], "C-1: critical gap"),
        (["met critical", "not assessed critical"], "C-2: critical question left open"),
        (["gap major", "not assessed major"], "C-1: gap, and nothing weighty is met"),
        (["not assessed major", "not assessed major"], "C-1, C-2: left open"),
        (["gap major", "met major", "not assessed major"], "C-1: gap; C-3: left open"),
        (["met major", "gap minor"], "C-1: met"),
    ],
)
def test_the_reason_is_a_sentence(pairs: list[str], reason: str) -> None:
    parsed = [
        (Status(status), Severity(severity))
        for status, _, severity in (pair.rpartition(" ") for pair in pairs)
    ]
    assert judged(parsed).reason == reason


def test_a_check_that_decides_twice_is_named_once() -> None:
    twice = Weighed("WEL-001", Status.GAP, Severity.MAJOR)
    assert judge_requirement([twice, twice]).decided_by == ("WEL-001",)
