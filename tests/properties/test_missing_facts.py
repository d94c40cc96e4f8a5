"""What `missing` names is enough, and nothing of it can be spared: tried on our own packs.

Facts of a force that has everything in place are blanked. Whatever is named is put back as it was,
and judged again.
"""

from __future__ import annotations

import copy
from random import Random
from typing import Any

import pytest
from tests.properties.test_police_packs import filled_in, judge, steps_from
from tests.properties.weakening import Path, replaced

from govcheck.gate.missing import Fact, missing
from govcheck.model.result import RequirementResult, Result
from govcheck.model.vocabulary import Verdict

BLANKED = 6


def blanked(seed: int) -> dict[str, Any]:
    """The strong example with a few plain facts of its sections blanked."""
    data = filled_in("strong")
    packs = ("retention", "wellbeing", "data_collection", "evaluation_culture")
    steps = [
        step for step in steps_from(data)
        if step.kind == "blank" and step.path[0] in packs and is_plain(data, step.path)
    ]  # fmt: skip
    for step in Random(seed).sample(steps, BLANKED):  # noqa: S311 - the same every time
        other = replaced(data, step.path, None)
        data = data if judge(other, "strong") is None else other
    return data


def is_plain(data: Any, path: Path) -> bool:
    for key in path:
        data = data[key]
    return not isinstance(data, dict | list)


def put_back(data: dict[str, Any], facts: tuple[Fact, ...]) -> dict[str, Any]:
    """What stands at the places of these facts is again as it was."""
    changed = copy.deepcopy(data)
    for fact in facts:
        inner: Any = changed
        whole: Any = filled_in("strong")
        *keys, last = fact.findings[0].location.pointer.lstrip("/").split("/")
        for key in keys:
            at: Any = int(key) if isinstance(inner, list) else key
            inner, whole = inner[at], whole[at]
        inner[int(last) if isinstance(inner, list) else last] = whole[
            int(last) if isinstance(whole, list) else last
        ]
    return changed


def verdict(data: dict[str, Any], requirement: RequirementResult) -> Verdict:
    found = judge(data, "strong")
    assert isinstance(found, Result)
    (same,) = [
        item for outer in found.recommendations for item in outer.requirements
        if item.id == requirement.id
    ]  # fmt: skip
    return same.verdict


def stands_alone(fact: Fact, facts: tuple[Fact, ...]) -> bool:
    """Whether it is blank itself, and nothing else that is put back lies around it or within it.

    To put back a list puts back what is in it, and what is said of a list can follow from that.
    """
    return all(item.kind == "open" for item in fact.findings) and not any(
        fact.name.startswith(f"{other.name}.") or other.name.startswith(f"{fact.name}.")
        for other in facts
    )


@pytest.mark.parametrize("seed", range(3))
def test_the_facts_that_are_named_are_enough_and_none_can_be_spared(seed: int) -> None:
    data = blanked(seed)
    judged = judge(data, "strong")
    assert judged is not None
    found = missing(judged)
    assert found
    for item in found:
        last = item.steps[-1].facts
        assert item.steps[-1].verdict is Verdict.MET
        for step in item.steps:
            rank = verdict(put_back(data, step.facts), item.requirement).rank
            assert (rank or 0) >= (step.verdict.rank or 0)
        for fact in last:
            others = tuple(other for other in last if other is not fact)
            if stands_alone(fact, others):
                assert verdict(put_back(data, others), item.requirement) is not Verdict.MET
