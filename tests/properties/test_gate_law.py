"""The law at the gate: whoever says less never gets a change through that was held up before.

Policies, baselines and self-assessments are generated; every fact is taken away, one at a time.
"""

from __future__ import annotations

from datetime import timedelta
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.properties import test_police_packs as police
from tests.properties.law import told_more
from tests.properties.weakening import Weakening, weakenings
from tests.properties.worlds import AS_AT, World, assessments, judge, registry_of, worlds

from govcheck.gate.decision import Gate, decide
from govcheck.gate.exit_status import ExitStatus
from govcheck.gate.known import updated
from govcheck.gate.outcome import outcomes
from govcheck.gate.waiving import Known, waived
from govcheck.intake.problem import InvalidDocument
from govcheck.model.baseline import Baseline
from govcheck.model.decision import Decision
from govcheck.model.policy import CountRule, Policy, Regression
from govcheck.model.result import Result
from govcheck.model.vocabulary import Severity
from govcheck.model.waiver import Waiver

few = settings(max_examples=60, suppress_health_check=list(HealthCheck))
ORDER = (ExitStatus.CLEAR, ExitStatus.GAPS, ExitStatus.NOTHING_ASSESSED, ExitStatus.BROKEN)
FALLEN = "no verdict has fallen"


@st.composite
def count_rules(draw: st.DrawFn) -> CountRule:
    limit = {draw(st.sampled_from(["at_most", "at_least"])): draw(st.integers(0, 4))}
    least = "at_least" in limit
    place = {"recommendation": draw(st.sampled_from([None, "1", "2", "2.1"]))}
    if draw(st.booleans()):
        words = ["met", "partly met"] if least else ["partly met", "not met"]
        return CountRule(verdict=draw(st.sampled_from(words)), **limit, **place)
    severity = draw(st.sampled_from([None, "critical", "major", "minor"]))
    return CountRule(status="met" if least else "gap", severity=severity, **limit, **place)


@st.composite
def policies(draw: st.DrawFn) -> Policy:
    said: dict[str, Any] = {
        "govcheck-policy": 1,
        "checks": tuple(draw(st.lists(st.sampled_from(["GEN-0", "ALL-1", "REQ-1"]), max_size=2))),
        "regressions": tuple(draw(st.lists(st.sampled_from(Regression), unique=True))),
        "count": tuple(draw(st.lists(count_rules(), max_size=3))),
    }
    return Policy.model_validate(said)


@st.composite
def gates(draw: st.DrawFn, judged: Result) -> Gate:
    found = outcomes(judged)
    checks = sorted({outcome.check.id for outcome in found})
    places = sorted({name for outcome in found for name in outcome.names})
    waivers = [
        Waiver(
            check=draw(st.sampled_from(checks)), requirement=draw(st.sampled_from(places)),
            reason="R", owner="O", approver="A",
            expires=AS_AT + timedelta(days=draw(st.integers(-2, 2))),
        )
        for _ in range(draw(st.integers(0, 2)))
    ]  # fmt: skip
    policy = draw(policies()) if draw(st.integers(0, 3)) else None
    threshold = None if policy else draw(st.sampled_from([*Severity, None]))
    return Gate(threshold, policy, tuple(waivers), checks)


def judged(world: World, step: Weakening) -> Result | None:
    try:
        return judge(world.saying(step.data), registry_of(world.framework, world.packs))
    except InvalidDocument:
        return None  # refused, which is never better


def improvements(before: Decision, after: Decision, *, gap_more: bool) -> list[str]:
    """What the gate says better of the second."""
    found = [
        f"status {before.status} became {after.status}"
        for _ in [1]
        if ORDER.index(ExitStatus(after.status)) < ORDER.index(ExitStatus(before.status))
        and after.status == ExitStatus.CLEAR
    ]
    rules = {rule.rule: rule.kept for rule in before.rules}
    better = [rule.rule for rule in after.rules if rule.kept and not rules[rule.rule]]
    # An open question that turns out to be a gap lifts "not assessed" to "not met": more is known.
    excused = [FALLEN] if gap_more else []
    if better and set(better) <= set(excused):
        return []
    return found + better


@few
@given(st.data(), worlds())
def test_saying_less_never_lets_a_change_through(data: st.DataObject, world: World) -> None:
    before = world.judged()
    gate = data.draw(gates(before))
    last = world.saying(data.draw(assessments(world.framework))).judged()
    baseline: Baseline | None = data.draw(
        st.sampled_from([updated(None, before), updated(None, last)])
    )
    if data.draw(st.booleans()) and not (gate.policy and gate.policy.regressions):
        baseline = None
    for step in weakenings(world.data):
        after = judged(world, step)
        if after is not None and not new_gap_is_waived(before, after, gate):
            was, now = decide(before, gate, baseline), decide(after, gate, baseline)
            assert improvements(was, now, gap_more=told_more(before, after)) == [], str(step)


def new_gap_is_waived(before: Result, after: Result, gate: Gate) -> bool:
    """Whether an open question turned out to be a gap that somebody allowed: only gaps are waived."""
    known = Known(gate.checks)
    return bool(
        waived(gate.waivers, after, outcomes(after), known).keys
        - waived(gate.waivers, before, outcomes(before), known).keys
    )


STRICT = Policy.model_validate(
    {
        "govcheck-policy": 1,
        "regressions": tuple(Regression),
        "count": (
            *(CountRule(status="gap", severity=severity, at_most=most)
              for severity, most in (("critical", 0), ("major", 20), ("minor", 70))),
            *(CountRule(verdict=verdict, at_most=most)
              for verdict, most in (("not met", 6), ("partly met", 14))),
            CountRule(status="met", at_least=75),
            CountRule(verdict="met", at_least=2),
        ),
    }
)  # fmt: skip


@pytest.mark.parametrize("example", ["strong", "invented-force"])
def test_no_fact_document_or_data_set_of_a_force_can_be_taken_away_to_its_gain(
    example: str,
) -> None:
    """Our own packs, beside the result of a force that has everything in place."""
    baseline = updated(None, police.result_of("strong"))
    before = police.result_of(example)
    was = decide(before, Gate(policy=STRICT), baseline)
    steps = police.steps_from(police.filled_in(example))
    chosen = Random(7).sample(steps, 40)  # noqa: S311 - the same every time
    chosen += [step for step in steps if step.path[0] == "datasets" and len(step.path) == 2]
    for step in chosen:
        after = police.judge(step.data, example)
        if after is not None:
            now = decide(after, Gate(policy=STRICT), baseline)
            assert improvements(was, now, gap_more=told_more(before, after)) == [], str(step)
