"""Give each check what it asks for, by type."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from govcheck.engine.citation import Citations
from govcheck.engine.measurement import NOTHING_MEASURED, Measurements
from govcheck.engine.plan import Plan, Task
from govcheck.model.assessment import NO_REQUIREMENT_ANSWER, RequirementAnswer, SelfAssessment
from govcheck.model.exhibit import CitedEvidence, EvidenceRegister
from govcheck.model.force import Force
from govcheck.model.framework import Framework
from govcheck.plugin.dataset import Dataset
from govcheck.plugin.section import Section
from govcheck.registry.injection import Supply, Want


@dataclass(frozen=True)
class Case:
    """What one run judges."""

    assessment: SelfAssessment
    framework: Framework
    force: Force
    evidence: EvidenceRegister
    as_of: date
    measurements: Measurements = NOTHING_MEASURED

    @cached_property
    def _citations(self) -> Citations:
        return Citations(self.assessment)

    @cached_property
    def _cited(self) -> dict[str, CitedEvidence]:
        return {}

    def cited_by(self, plan: Plan) -> tuple[str, ...]:
        """Ids of the evidence that a recommendation cites, sections of its checks included."""
        return self._citations.of_recommendation(plan.recommendation.number, plan.section_keys)

    def evidence_cited_by(self, plan: Plan) -> CitedEvidence:
        """The evidence that a recommendation cites, put together once."""
        number = plan.recommendation.number
        if number not in self._cited:
            self._cited[number] = CitedEvidence(self.evidence.cited(self.cited_by(plan)))
        return self._cited[number]

    def requirement_answer(self, number: str, requirement: str) -> RequirementAnswer:
        """What is said about a requirement; an empty answer where nothing is."""
        answers = self.assessment.answer(number).requirements
        return answers.get(requirement) or NO_REQUIREMENT_ANSWER


class NotGiven(Exception):  # noqa: N818 - caught where the check is run
    """A check needs something that the force has not given."""

    def __init__(self, message: str, at: str) -> None:
        self.message = message
        self.at = at
        super().__init__(message)


def arguments(task: Task, plan: Plan, case: Case) -> dict[str, object]:
    """Values for the parameters of a check. Raises NotGiven."""
    return {want.parameter: _value(want, task, plan, case) for want in task.loaded.wants}


def _value(want: Want, task: Task, plan: Plan, case: Case) -> object:
    if want.section:
        return _section(want.section, case.assessment, optional=want.optional)
    if want.dataset:
        return _dataset(want.dataset, task, case, optional=want.optional)
    return _SUPPLIERS[want.supply](task, plan, case)


def _dataset(kind: type[Dataset], task: Task, case: Case, *, optional: bool) -> Dataset | None:
    """The counted data set, with an answer to each measure of the check."""
    dataset = case.measurements.dataset(kind.dataset_key)
    reason = case.measurements.why_not(kind, task.loaded.check.measures)
    if reason is None:
        return dataset
    if optional:
        return None
    raise NotGiven(reason, f"/datasets/{kind.dataset_key}")


def _section(section: type[Section], assessment: SelfAssessment, *, optional: bool) -> object:
    value: object = getattr(assessment, section.section_key, None)
    if value is None and not optional:
        raise NotGiven(
            f"the file has no section “{section.section_key}”.", f"/{section.section_key}"
        )
    return value


def _requirement_answer(task: Task, _: Plan, case: Case) -> RequirementAnswer:
    requirement = task.requirement.id if task.requirement else ""
    return case.requirement_answer(task.recommendation.number, requirement)


_SUPPLIERS: dict[Supply, Callable[[Task, Plan, Case], object]] = {
    Supply.FRAMEWORK: lambda _task, _plan, case: case.framework,
    Supply.FORCE: lambda _task, _plan, case: case.force,
    Supply.AS_OF: lambda _task, _plan, case: case.as_of,
    Supply.EVIDENCE: lambda _task, _plan, case: case.evidence,
    Supply.CITED_EVIDENCE: lambda _task, plan, case: case.evidence_cited_by(plan),
    Supply.DATASETS: lambda _task, plan, case: case.measurements.register.of(plan.dataset_keys),
    Supply.ASSESSMENT: lambda _task, _plan, case: case.assessment,
    Supply.RECOMMENDATION: lambda task, _plan, _case: task.recommendation,
    Supply.REQUIREMENT: lambda task, _plan, _case: task.requirement,
    Supply.ANSWER: lambda task, _plan, case: case.assessment.answer(task.recommendation.number),
    Supply.REQUIREMENT_ANSWER: _requirement_answer,
}
