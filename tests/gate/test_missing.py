"""The fewest checks that lift a verdict: held against every set that there is."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.gate.gated import check, recommendation, requirement, result

from govcheck.gate.missing import missing, smallest
from govcheck.model.result import CheckResult, FindingResult, Location
from govcheck.model.verdict import Weighed, judge_requirement
from govcheck.model.vocabulary import Severity, Status, Verdict
from govcheck.report import missing_text

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


FACTS = st.lists(st.sets(st.sampled_from("abcdef"), max_size=3), min_size=7, max_size=7)


@given(OUTCOMES, FACTS, st.sampled_from([Verdict.PARTLY_MET, Verdict.MET]))
def test_no_smaller_set_does_it(
    pairs: list[tuple[Status, Severity]], facts: list[set[str]], least: Verdict
) -> None:
    outcomes = [Weighed(f"A-{at}", *pair) for at, pair in enumerate(pairs)]
    failing = [at for at, (status, _) in enumerate(pairs)
               if status in (Status.GAP, Status.NOT_ASSESSED)]  # fmt: skip

    def size(chosen: tuple[int, ...]) -> int:
        return len({fact for at in chosen for fact in facts[at]})

    sets = [
        chosen
        for number in range(len(failing) + 1)
        for chosen in combinations(failing, number)
        if reaches(outcomes, chosen, least.rank or 0)
    ]
    found = smallest(outcomes, facts, least)
    if sets:
        assert found in sets
        assert size(found) == min(map(size, sets))
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


def short(name: str, *places: str, severity: Severity = Severity.MAJOR) -> CheckResult:
    findings = tuple(
        FindingResult("gap", f"{name} at {place}", None, Location("a.yaml", 1, 1, place))
        for place in places
    )
    return check(name, severity=severity)._replace(findings=findings)


def test_the_facts_are_named_and_one_that_serves_several_checks_is_counted_once() -> None:
    judged = result(
        recommendation(
            "2",
            requirement(
                "2.a",
                short("A", "/a/x", "/a/y", "/a~1b/0"),
                short("B", "/a/y"),
                short("C", "/a/y", "/c", severity=Severity.MINOR),
                verdict=Verdict.NOT_MET,
            ),
        )
    )
    (item,) = missing(judged)
    first, last = item.steps
    assert (first.verdict, [fact.name for fact in first.facts]) == (Verdict.PARTLY_MET, ["a.y"])
    assert (last.verdict, [fact.name for fact in last.facts]) == (
        Verdict.MET, ["a.x", "a.y", "a/b.0"],
    )  # fmt: skip
    assert [finding.message for finding in last.facts[1].findings] == ["A at /a/y", "B at /a/y"]


def test_facts_that_meet_more_checks_than_were_asked_for_lead_as_far_as_they_do() -> None:
    judged = result(
        recommendation(
            "2",
            requirement(
                "2.a",
                short("A", "/a", "/b", severity=Severity.CRITICAL),
                short("B", "/a"),
                verdict=Verdict.NOT_MET,
            ),
        )
    )
    ((step,),) = [item.steps for item in missing(judged)]
    assert (step.verdict, [one.id for one in step.checks]) == (Verdict.MET, ["A", "B"])


def test_what_was_told_for_the_first_step_is_not_told_again() -> None:
    judged = result(
        recommendation(
            "2",
            requirement("2.a", short("A", "/a"), short("B", "/a", "/b"), verdict=Verdict.NOT_MET),
        )
    )
    assert missing_text.render("a.yaml", missing(judged)) == (
        "2.a is not met\n"
        "  It would be partly met with 1 fact, for A (major):\n"
        "    a (a.yaml:1:1)\n"
        "      A at /a\n"
        "  It would be met with 2 facts, for A (major), B (major):\n"
        "    a (a.yaml:1:1)\n"
        "      B at /a\n"
        "    b (a.yaml:1:1)\n"
        "      B at /b\n"
    )
    assert missing_text.render("a.yaml", ()) == "No requirement could come out better.\n"
