"""The fewest checks that lift a verdict: held against every set that there is."""

from itertools import combinations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.gate.gated import check, recommendation, requirement, result

from govcheck.gate.missing import missing, smallest
from govcheck.model.verdict import Weighed, judge_requirement
from govcheck.model.vocabulary import Severity, Status, Verdict

OUTCOMES = st.lists(
    st.tuples(
        st.sampled_from([status for status in Status if status is not Status.ERROR]),
        st.sampled_from(Severity),
    ),
    max_size=7,
)


def closed(outcomes: list[Weighed], chosen: tuple[int, ...]) -> list[Weighed]:
    return [
        outcome._replace(status=Status.MET) if at in chosen else outcome
        for at, outcome in enumerate(outcomes)
    ]


def reaches(outcomes: list[Weighed], chosen: tuple[int, ...], least: int) -> bool:
    rank = judge_requirement(closed(outcomes, chosen)).verdict.rank
    return rank is not None and rank >= least


@given(OUTCOMES, st.integers(1, 3))
@example([(Status.GAP, Severity.CRITICAL), (Status.NOT_ASSESSED, Severity.CRITICAL)], 1)
def test_no_smaller_set_does_it(pairs: list[tuple[Status, Severity]], least: int) -> None:
    outcomes = [Weighed(f"A-{at}", *pair) for at, pair in enumerate(pairs)]
    failing = [at for at, (status, _) in enumerate(pairs)
               if status in (Status.GAP, Status.NOT_ASSESSED)]  # fmt: skip
    sets = [
        chosen
        for size in range(len(failing) + 1)
        for chosen in combinations(failing, size)
        if reaches(outcomes, chosen, least)
    ]
    found = smallest(outcomes, least)
    if sets:
        assert reaches(outcomes, found, least)
        assert len(found) == len(sets[0])
    else:
        assert found == ()


def test_the_next_better_verdict_and_met_are_told() -> None:
    judged = result(
        recommendation(
            "2",
            requirement(
                "2.a",
                check("A", Status.GAP, Severity.CRITICAL),
                check("B", Status.NOT_ASSESSED),
                check("C", Status.MET),
                check("D", Status.GAP, Severity.MINOR),
                verdict=Verdict.NOT_MET,
            ),
            requirement("2.b", check("E", Status.MET), verdict=Verdict.MET),
            requirement("2.c", verdict=Verdict.NOT_APPLICABLE),
        )
    )
    (item,) = missing(judged)
    assert [(step.verdict, [one.id for one in step.checks]) for step in item.steps] == [
        (Verdict.PARTLY_MET, ["A"]),
        (Verdict.MET, ["A", "B"]),
    ]


@pytest.mark.parametrize("verdict", [Verdict.ERROR, Verdict.NOT_APPLICABLE, Verdict.MET])
def test_what_has_no_better_verdict_is_not_told(verdict: Verdict) -> None:
    judged = result(recommendation("2", requirement("2.a", check("A"), verdict=verdict)))
    assert missing(judged) == ()
