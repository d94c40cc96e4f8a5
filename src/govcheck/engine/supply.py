"""Give each check what it asks for, by type."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from govcheck.engine.citation import Citations
from govcheck.engine.plan import Plan, Task
from govcheck.model.assessment import NO_REQUIREMENT_ANSWER, RequirementAnswer, SelfAssessment
from govcheck.model.exhibit import CitedEvidence, EvidenceRegister
from govcheck.model.force import Force
from govcheck.model.framework import Framework
from govcheck.plugin.section import Section
from govcheck.registry.injection import Supply


@dataclass(frozen=True)
class Case:
    """What one run judges."""

    assessment: SelfAssessment
    framework: Framework
    force: Force
    evidence: EvidenceRegister
    as_of: date

    @cached_property
    def _citations(self) -> Citations:
        return Citations(self.assessment)

    def cited_by(self, plan: Plan) -> tuple[str, ...]:
        """Ids of the evidence that a recommendation cites, sections of its checks included."""
        return self._citations.of_recommendation(plan.recommendation.number, plan.section_keys)

    def requirement_answer(self, number: str, requirement: str) -> RequirementAnswer:
        """What is said about a requirement; an empty answer where nothing is."""
        answers = self.assessment.answer(number).requirements
        return answers.get(requirement) or NO_REQUIREMENT_ANSWER


class MissingSection(Exception):  # noqa: N818 - caught where the check is run
    """A check needs a section that the file does not hold."""

    def __init__(self, key: str) -> None:
        self.key = key
        super().__init__(key)


def arguments(task: Task, plan: Plan, case: Case) -> dict[str, object]:
    """Values for the parameters of a check. Raises MissingSection."""
    return {
        want.parameter: _section(want.section, case.assessment, optional=want.optional)
        if want.section
        else _SUPPLIERS[want.supply](task, plan, case)
        for want in task.loaded.wants
    }


def _section(section: type[Section], assessment: SelfAssessment, *, optional: bool) -> object:
    value: object = getattr(assessment, section.section_key, None)
    if value is None and not optional:
        raise MissingSection(section.section_key)
    return value


def _cited(_: Task, plan: Plan, case: Case) -> CitedEvidence:
    return CitedEvidence(case.evidence.cited(case.cited_by(plan)))


def _requirement_answer(task: Task, _: Plan, case: Case) -> RequirementAnswer:
    requirement = task.requirement.id if task.requirement else ""
    return case.requirement_answer(task.recommendation.number, requirement)


_SUPPLIERS: dict[Supply, Callable[[Task, Plan, Case], object]] = {
    Supply.FRAMEWORK: lambda _task, _plan, case: case.framework,
    Supply.FORCE: lambda _task, _plan, case: case.force,
    Supply.AS_OF: lambda _task, _plan, case: case.as_of,
    Supply.EVIDENCE: lambda _task, _plan, case: case.evidence,
    Supply.CITED_EVIDENCE: _cited,
    Supply.ASSESSMENT: lambda _task, _plan, case: case.assessment,
    Supply.RECOMMENDATION: lambda task, _plan, _case: task.recommendation,
    Supply.REQUIREMENT: lambda task, _plan, _case: task.requirement,
    Supply.ANSWER: lambda task, _plan, case: case.assessment.answer(task.recommendation.number),
    Supply.REQUIREMENT_ANSWER: _requirement_answer,
}
