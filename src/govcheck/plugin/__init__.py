"""What a plugin author imports: everything from here, nothing from elsewhere in govcheck."""

from pydantic import Field

from govcheck.model.assessment import Action, Answer, RequirementAnswer, SelfAssessment
from govcheck.model.deadline import Deadline, in_words
from govcheck.model.exhibit import CitedEvidence, EvidenceRegister, Exhibit, ExhibitState
from govcheck.model.finding import Finding, Gap, NotApplicable, Observation, Open, Strength
from govcheck.model.force import Force
from govcheck.model.framework import Framework, Recommendation, Requirement
from govcheck.model.period import Day, Period, PeriodText, months_later, parse_period
from govcheck.model.record import Count, EvidenceId, GroupName, Identifier, Record, Text
from govcheck.model.vocabulary import Aspect, Severity
from govcheck.plugin.check import Check, Scope, check
from govcheck.plugin.pack import Pack, hookimpl
from govcheck.plugin.section import PlainSection, Section

__all__ = [
    "Action",
    "Answer",
    "Aspect",
    "Check",
    "CitedEvidence",
    "Count",
    "Day",
    "Deadline",
    "EvidenceId",
    "EvidenceRegister",
    "Exhibit",
    "ExhibitState",
    "Field",
    "Finding",
    "Force",
    "Framework",
    "Gap",
    "GroupName",
    "Identifier",
    "NotApplicable",
    "Observation",
    "Open",
    "Pack",
    "Period",
    "PeriodText",
    "PlainSection",
    "Recommendation",
    "Record",
    "Requirement",
    "RequirementAnswer",
    "Scope",
    "Section",
    "SelfAssessment",
    "Severity",
    "Strength",
    "Text",
    "check",
    "hookimpl",
    "in_words",
    "months_later",
    "parse_period",
]
