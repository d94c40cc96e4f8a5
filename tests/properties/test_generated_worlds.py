"""The laws of the verdict, held over frameworks, packs and self-assessments that are generated."""

from __future__ import annotations

import json
from random import Random
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter
from tests.properties.law import THRESHOLDS, improvements
from tests.properties.weakening import weakenings
from tests.properties.worlds import World, judge, registry_of, worlds

from govcheck.gate.exit_status import ExitStatus, exit_for, worst
from govcheck.intake.problem import InvalidDocument
from govcheck.model.result import CheckResult, Result
from govcheck.model.vocabulary import Status, Support, Verdict
from govcheck.registry.registry import Registry

few = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
RESULT = TypeAdapter(Result)


def judge_if_valid(world: World, registry: Registry) -> Result | None:
    """The result, or None where the file is refused, which is never better."""
    try:
        return judge(world, registry)
    except InvalidDocument:
        return None


@few
@given(worlds(broken=True))
def test_saying_less_never_improves_anything(world: World) -> None:
    registry = registry_of(world.framework, world.packs)
    before = judge(world, registry)
    for step in weakenings(world.data):
        after = judge_if_valid(world.saying(step.data), registry)
        assert after is None or improvements(before, after) == [], str(step)


@few
@given(worlds(), st.randoms(use_true_random=False))
def test_saying_less_and_less_never_improves_anything(world: World, random: Random) -> None:
    registry = registry_of(world.framework, world.packs)
    before = judge(world, registry)
    for _ in range(6):
        steps = list(weakenings(world.data))
        step = random.choice(steps) if steps else None
        after = judge_if_valid(world.saying(step.data), registry) if step else None
        if after is not None:
            assert improvements(before, after) == [], str(step)
            world, before = world.saying(step.data), after


def with_more_evidence(data: dict[str, Any]) -> dict[str, Any]:
    """The same with a sound document behind every answer."""
    more = json.loads(json.dumps(data))
    more["evidence"]["new"] = {"title": "T", "reference": "kept", "about": "2023-11"}
    for answer in more["recommendations"].values():
        answer["evidence"] = [*(answer["evidence"] or []), "new"]
    return more


@few
@given(worlds())
def test_more_evidence_never_worsens_anything(world: World) -> None:
    registry = registry_of(world.framework, world.packs)
    before = judge(world, registry)
    after = judge(world.saying(with_more_evidence(world.data)), registry)
    assert improvements(after, before) == []
    for threshold in THRESHOLDS:
        was, now = exit_for(before, threshold).status, exit_for(after, threshold).status
        assert worst([was, now]) is was


def shuffled(value: Any, draw: st.DataObject) -> Any:
    """The same data with the keys of every mapping in another order."""
    if isinstance(value, dict):
        keys = draw.draw(st.permutations(list(value)))
        return {key: shuffled(value[key], draw) for key in keys}
    if isinstance(value, list):
        return [shuffled(item, draw) for item in value]
    return value


def without_places(value: Any) -> Any:
    """A result without lines, columns and the digest that covers them, evidence by its id."""
    if isinstance(value, dict):
        left_out = {"line", "column", "digest"}
        plain = {key: without_places(inner) for key, inner in value.items() if key not in left_out}
        if "evidence" in plain:
            plain["evidence"].sort(key=str)
        return plain
    if isinstance(value, list | tuple):
        return [without_places(item) for item in value]
    return value


@few
@given(worlds(broken=True), st.data())
def test_the_order_of_keys_never_matters(world: World, data: st.DataObject) -> None:
    registry = registry_of(world.framework, world.packs)
    one = judge(world, registry)
    other = judge(world.saying(shuffled(world.data, data)), registry)
    assert without_places(other.as_json()) == without_places(one.as_json())


@few
@given(worlds(broken=True), st.data())
def test_the_order_of_packs_and_checks_never_matters(world: World, data: st.DataObject) -> None:
    packs = [
        (name, tuple(data.draw(st.permutations(list(checks)))))
        for name, checks in data.draw(st.permutations(list(world.packs)))
    ]
    one = world.judged()
    other = judge(world, registry_of(world.framework, packs))
    assert other == one


@few
@given(worlds(broken=True))
def test_the_same_inputs_have_the_same_result_and_the_same_digest(world: World) -> None:
    one, other = world.judged(), world.judged()
    assert one == other
    assert one.digest == other.digest
    assert len(one.digest) == 64


@few
@given(worlds())
def test_another_answer_has_another_digest(world: World) -> None:
    registry = registry_of(world.framework, world.packs)
    said_otherwise = {**world.data, "prepared_by": "Head of Performance"}
    assert judge(world, registry).digest != judge(world.saying(said_otherwise), registry).digest


@few
@given(worlds(broken=True))
def test_every_recommendation_and_requirement_appears_exactly_once(world: World) -> None:
    result = world.judged()
    assert [item.number for item in result.recommendations] == [
        item.number for item in world.framework.recommendations
    ]
    assert [item.id for outer in result.recommendations for item in outer.requirements] == [
        f"{outer.number}.{inner.id}" for outer, inner in world.framework.all_requirements()
    ]


@few
@given(worlds(broken=True))
def test_a_result_survives_its_json(world: World) -> None:
    result = world.judged()
    assert RESULT.validate_json(json.dumps(result.as_json())) == result


@few
@given(worlds(broken=True))
def test_the_counts_are_those_of_what_is_listed(world: World) -> None:
    result = world.judged()
    outcomes = result.check_results()
    requirements = [item for outer in result.recommendations for item in outer.requirements]
    summary = result.summary
    assert sum(summary.recommendations.values()) == len(result.recommendations)
    assert sum(summary.requirements.values()) == len(requirements)
    assert sum(summary.checks.values()) == len(outcomes) == len({(c.id, c.scope) for c in outcomes})
    assert sum(summary.gaps.values()) == summary.checks[Status.GAP]
    assert sum(summary.open_questions.values()) == summary.checks[Status.NOT_ASSESSED]
    assert set(summary.requirements) == set(Verdict)


@few
@given(worlds(broken=True))
def test_a_broken_check_is_neither_a_gap_nor_a_pass(world: World) -> None:
    result = world.judged()
    broken = [item for item in result.check_results() if item.status is Status.ERROR]
    for item in broken:
        assert [finding.kind for finding in item.findings] == ["error"]
        assert "LookupError" in item.findings[0].message
    for threshold in THRESHOLDS:
        is_broken = exit_for(result, threshold).status is ExitStatus.BROKEN
        assert is_broken == bool(broken)


@few
@given(worlds())
def test_the_blank_self_assessment_is_assessed_nowhere(world: World) -> None:
    keep = ("govcheck", "framework", "force", "as_at")
    result = world.saying({key: world.data[key] for key in keep}).judged()
    for item in result.recommendations:
        assert item.verdict is Verdict.NOT_ASSESSED
        assert item.support is Support.NO_CLAIM
    assert all(item.status is not Status.MET for item in result.check_results())


@few
@given(worlds(broken=True))
def test_what_is_not_told_changes_no_outcome(world: World) -> None:
    registry = registry_of(world.framework, world.packs)
    told, untold = judge(world, registry), judge(world, registry, told=False)
    assert untold == without_findings(told)


def without_findings(result: Result) -> Result:
    """The result as a roll-up needs it."""

    def bare(checks: tuple[CheckResult, ...]) -> tuple[CheckResult, ...]:
        return tuple(check._replace(findings=()) for check in checks)

    recommendations = tuple(
        item._replace(
            checks=bare(item.checks),
            requirements=tuple(one._replace(checks=bare(one.checks)) for one in item.requirements),
        )
        for item in result.recommendations
    )
    return result._replace(recommendations=recommendations, digest="", inputs="")
