"""What a plugin author imports: everything from here, nothing from elsewhere in govcheck."""

from pydantic import Field

from govcheck.model.assessment import Action, Answer, RequirementAnswer, SelfAssessment
from govcheck.model.column import NOT_STATED, UNREAD, Column
from govcheck.model.column import Code as CodeColumn
from govcheck.model.column import Day as DayColumn
from govcheck.model.column import Key as KeyColumn
from govcheck.model.column import Number as NumberColumn
from govcheck.model.condition import AS_OF, ByMonth, Condition
from govcheck.model.data_register import DataRegister, DataState, Violation
from govcheck.model.deadline import Deadline, in_words
from govcheck.model.disclosure import Amount, Share, ShareOfWhole, Whole
from govcheck.model.exhibit import CitedEvidence, EvidenceRegister, Exhibit, ExhibitState
from govcheck.model.finding import (
    Figure,
    Finding,
    Gap,
    Measured,
    NotApplicable,
    Observation,
    Open,
    Strength,
)
from govcheck.model.force import Force
from govcheck.model.framework import Framework, Recommendation, Requirement
from govcheck.model.measure import (
    Distinct,
    Extent,
    Histogram,
    Measure,
    Rate,
    RowCount,
    Spread,
    Total,
)
from govcheck.model.period import Day, Period, PeriodText, months_later, parse_period
from govcheck.model.record import Count, EvidenceId, GroupName, Identifier, Record, Text
from govcheck.model.threshold import Threshold
from govcheck.model.vocabulary import Aspect, Severity
from govcheck.plugin.check import Check, Scope, check
from govcheck.plugin.dataset import Dataset
from govcheck.plugin.pack import Pack, hookimpl
from govcheck.plugin.section import PlainSection, ResponseSection, Section

__all__ = [
    "AS_OF",
    "NOT_STATED",
    "UNREAD",
    "Action",
    "Amount",
    "Answer",
    "Aspect",
    "ByMonth",
    "Check",
    "CitedEvidence",
    "CodeColumn",
    "Column",
    "Condition",
    "Count",
    "DataRegister",
    "DataState",
    "Dataset",
    "Day",
    "DayColumn",
    "Deadline",
    "Distinct",
    "EvidenceId",
    "EvidenceRegister",
    "Exhibit",
    "ExhibitState",
    "Extent",
    "Field",
    "Figure",
    "Finding",
    "Force",
    "Framework",
    "Gap",
    "GroupName",
    "Histogram",
    "Identifier",
    "KeyColumn",
    "Measure",
    "Measured",
    "NotApplicable",
    "NumberColumn",
    "Observation",
    "Open",
    "Pack",
    "Period",
    "PeriodText",
    "PlainSection",
    "Rate",
    "Recommendation",
    "Record",
    "Requirement",
    "RequirementAnswer",
    "ResponseSection",
    "RowCount",
    "Scope",
    "Section",
    "SelfAssessment",
    "Severity",
    "Share",
    "ShareOfWhole",
    "Spread",
    "Strength",
    "Text",
    "Threshold",
    "Total",
    "Violation",
    "Whole",
    "check",
    "hookimpl",
    "in_words",
    "months_later",
    "parse_period",
]
