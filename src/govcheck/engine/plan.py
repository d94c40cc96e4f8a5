"""Which checks run for a framework, and for which of its recommendations or requirements."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from weakref import WeakKeyDictionary

from govcheck.model.framework import Framework, Recommendation, Requirement, requirement_key
from govcheck.model.vocabulary import Aspect
from govcheck.plugin.check import Scope
from govcheck.registry.registry import LoadedCheck, Registry


class Task(NamedTuple):
    """One check to be run, and for what."""

    loaded: LoadedCheck
    recommendation: Recommendation
    requirement: Requirement | None = None
    scope: str = ""
    """Recommendation or requirement for which it runs; empty where it runs once for all."""


class Plan(NamedTuple):
    """The tasks of one recommendation, sorted by where their outcomes count."""

    recommendation: Recommendation
    by_requirement: tuple[tuple[Requirement, tuple[Task, ...]], ...]
    by_aspect: tuple[tuple[Aspect, tuple[Task, ...]], ...]
    """Tasks of support, timeliness and duty."""
    section_keys: tuple[str, ...]
    """The sections that its tasks ask for."""
    dataset_keys: tuple[str, ...] = ()
    """The data sets that its tasks count."""

    def tasks(self) -> Iterator[Task]:
        """All of them, one for each place at which its outcome counts."""
        for _, tasks in (*self.by_requirement, *self.by_aspect):
            yield from tasks


class _Made(NamedTuple):
    framework: Framework
    plans: tuple[Plan, ...]


_made: WeakKeyDictionary[Registry, dict[str, _Made]] = WeakKeyDictionary()
"""Plans of each registry by the id of the framework: many files are judged by the same."""


def plan(framework: Framework, registry: Registry) -> tuple[Plan, ...]:
    """The plan for each recommendation, in the framework's order."""
    made = _made.setdefault(registry, {})
    known = made.get(framework.id)
    if known is None or known.framework is not framework:
        plans = (_plan_one(framework, item, registry) for item in framework.recommendations)
        known = made[framework.id] = _Made(framework, tuple(plans))
    return known.plans


def _plan_one(framework: Framework, recommendation: Recommendation, registry: Registry) -> Plan:
    by_requirement: list[tuple[Requirement, tuple[Task, ...]]] = []
    others: dict[Aspect, dict[tuple[str, str], Task]] = {
        aspect: {} for aspect in Aspect if aspect is not Aspect.SUBSTANCE
    }
    for requirement in recommendation.requirements:
        substance: list[Task] = []
        for task in _for_requirement(framework, recommendation, requirement, registry):
            aspect = task.loaded.check.aspect
            if aspect is Aspect.SUBSTANCE:
                substance.append(task)
            else:
                others[aspect].setdefault((task.loaded.check.id, task.scope), task)
        by_requirement.append((requirement, tuple(substance)))
    for loaded in registry.scoped(Scope.EVERY_RECOMMENDATION):
        task = Task(loaded, recommendation, scope=recommendation.number)
        others[loaded.check.aspect].setdefault((loaded.check.id, task.scope), task)
    by_aspect = tuple((aspect, tuple(tasks.values())) for aspect, tasks in others.items())
    planned = Plan(recommendation, tuple(by_requirement), by_aspect, ())
    keys = dict.fromkeys(key for task in planned.tasks() for key in task.loaded.section_keys)
    data = dict.fromkeys(
        kind.dataset_key for task in planned.tasks() for kind in task.loaded.datasets
    )
    return planned._replace(section_keys=tuple(keys), dataset_keys=tuple(data))


def _for_requirement(
    framework: Framework,
    recommendation: Recommendation,
    requirement: Requirement,
    registry: Registry,
) -> Iterator[Task]:
    """The checks that name it; where none of substance does, those for unserved ones."""
    named = registry.serving(framework, recommendation.number, requirement.id)
    for loaded in named:
        yield Task(loaded, recommendation, requirement)
    if not any(loaded.check.aspect is Aspect.SUBSTANCE for loaded in named):
        scope = requirement_key(recommendation.number, requirement.id)
        for loaded in registry.scoped(Scope.UNSERVED_REQUIREMENTS):
            yield Task(loaded, recommendation, requirement, scope)
