"""The verdict of a recommendation, enumerated: every verdict of up to four requirements."""

from collections.abc import Sequence
from itertools import permutations, product

import pytest

from govcheck.model.verdict import Decision, judge_recommendation
from govcheck.model.vocabulary import Verdict

EVERY = [verdicts for size in range(1, 5) for verdicts in product(Verdict, repeat=size)]


def named(verdicts: Sequence[Verdict]) -> list[tuple[str, Verdict]]:
    return [(f"2.r{number}", verdict) for number, verdict in enumerate(verdicts, 1)]


def judged(verdicts: Sequence[Verdict]) -> Decision:
    return judge_recommendation(named(verdicts))


def expected(verdicts: Sequence[str]) -> str:
    if "error" in verdicts:
        return "error"
    applying = [verdict for verdict in verdicts if verdict != "not applicable"]
    if not applying:
        return "not applicable"
    assessed = {verdict for verdict in applying if verdict != "not assessed"}
    if not assessed:
        return "not assessed"
    if set(applying) == {"met"}:
        return "met"
    return "not met" if assessed == {"not met"} else "partly met"


def test_every_combination_of_requirements_has_the_verdict_of_the_rule() -> None:
    assert [v for v in EVERY if judged(v).verdict != expected(v)] == []


def test_the_reason_names_the_requirements_that_decided() -> None:
    for verdicts in EVERY:
        decision = judged(verdicts)
        by_name = dict(named(verdicts))
        assert decision.decided_by
        for name in decision.decided_by:
            short = by_name[name] not in (Verdict.MET, Verdict.NOT_APPLICABLE)
            if short:
                assert name in decision.reason or decision.verdict is Verdict.NOT_ASSESSED
            else:
                assert decision.verdict is by_name[name]


def test_a_lowered_verdict_names_everything_that_falls_short() -> None:
    for verdicts in EVERY:
        decision = judged(verdicts)
        if decision.verdict in (Verdict.PARTLY_MET, Verdict.NOT_MET):
            fine = (Verdict.MET, Verdict.NOT_APPLICABLE)
            short = [name for name, verdict in named(verdicts) if verdict not in fine]
            assert list(decision.decided_by) == short


def test_the_order_of_requirements_never_matters() -> None:
    for verdicts in EVERY:
        found = {
            judge_recommendation(shuffled).verdict for shuffled in permutations(named(verdicts))
        }
        assert len(found) == 1


def test_lowering_a_requirement_never_raises_the_recommendation() -> None:
    ordered = [verdict for verdict in Verdict if verdict.rank is not None]
    for verdicts in EVERY:
        rank = judged(verdicts).verdict.rank
        for index, verdict in enumerate(verdicts):
            if rank is None or verdict.rank is None:
                continue
            for lower in ordered:
                if lower.rank < verdict.rank:
                    changed = (*verdicts[:index], lower, *verdicts[index + 1 :])
                    assert judged(changed).verdict.rank <= rank, (verdicts, changed)


def test_leaving_out_what_was_excused_never_raises_the_recommendation() -> None:
    for verdicts in EVERY:
        rank = judged(verdicts).verdict.rank
        for index, verdict in enumerate(verdicts):
            if verdict is Verdict.NOT_APPLICABLE:
                changed = (*verdicts[:index], Verdict.NOT_ASSESSED, *verdicts[index + 1 :])
                opened = judged(changed).verdict
                assert opened.rank is None or opened.rank <= (rank or 0)


@pytest.mark.parametrize(
    ("verdicts", "reason"),
    [
        (["error", "met"], "a check of 2.r1 broke"),
        (["not applicable"], "no requirement applies"),
        (["not assessed", "not applicable"], "no requirement could be assessed"),
        (["met", "met", "not applicable"], "2 of 2 requirements met"),
        (
            ["met", "partly met", "not met", "not assessed"],
            "1 of 4 requirements met; not met: 2.r3; partly met: 2.r2; not assessed: 2.r4",
        ),
        (["not met", "not assessed"], "0 of 2 requirements met; not met: 2.r1; not assessed: 2.r2"),
    ],
)
def test_the_reason_counts_and_names(verdicts: list[str], reason: str) -> None:
    assert judged([Verdict(verdict) for verdict in verdicts]).reason == reason
