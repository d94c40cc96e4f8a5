"""Give each check what it asks for, by type."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from govcheck.engine.citation import cited_by_recommendation
from govcheck.engine.plan import Plan, Task
from govcheck.model.assessment import RequirementAnswer, SelfAssessment
from govcheck.model.exhibit import CitedEvidence, EvidenceRegister
from govcheck.model.force import Force
from govcheck.model.framework import Framework
from govcheck.registry.injection import Supply, Want


@dataclass(frozen=True)
class Case:
    """What one run judges."""

    assessment: SelfAssessment
    framework: Framework
    force: Force
    evidence: EvidenceRegister
    as_of: date

    def requirement_answer(self, number: str, requirement: str) -> RequirementAnswer:
        """What is said about a requirement; an empty answer where nothing is."""
        answers = self.assessment.answer(number).requirements
        return answers.get(requirement) or RequirementAnswer()


class MissingSection(Exception):  # noqa: N818 - caught where the check is run
    """A check needs a section that the file does not hold."""

    def __init__(self, key: str) -> None:
        self.key = key
        super().__init__(key)


def arguments(task: Task, plan: Plan, case: Case) -> dict[str, Any]:
    """Values for the parameters of a check. Raises MissingSection."""
    return {want.parameter: _value(want, task, plan, case) for want in task.loaded.wants}


def _value(want: Want, task: Task, plan: Plan, case: Case) -> Any:  # noqa: ANN401 - by type
    number = task.recommendation.number
    match want.supply:
        case Supply.SECTION:
            return _section(want, case.assessment)
        case Supply.RECOMMENDATION:
            return task.recommendation
        case Supply.REQUIREMENT:
            return task.requirement
        case Supply.ANSWER:
            return case.assessment.answer(number)
        case Supply.REQUIREMENT_ANSWER:
            return case.requirement_answer(number, task.requirement.id if task.requirement else "")
        case Supply.CITED_EVIDENCE:
            cited = cited_by_recommendation(case.assessment, number, plan.section_keys())
            return CitedEvidence(case.evidence.cited(cited))
        case _:
            return _WHOLE[want.supply](case)


_WHOLE = {
    Supply.FRAMEWORK: lambda case: case.framework,
    Supply.FORCE: lambda case: case.force,
    Supply.AS_OF: lambda case: case.as_of,
    Supply.EVIDENCE: lambda case: case.evidence,
    Supply.ASSESSMENT: lambda case: case.assessment,
}


def _section(want: Want, assessment: SelfAssessment) -> Any:  # noqa: ANN401 - by type
    key = want.section.section_key if want.section else ""
    section = getattr(assessment, key, None)
    if section is None and not want.optional:
        raise MissingSection(key)
    return section
