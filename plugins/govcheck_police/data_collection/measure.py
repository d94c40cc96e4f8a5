"""One performance measure, and the forum that looks at it."""

from typing import Literal

from govcheck.plugin import Day, EvidenceId, Field, Identifier, Record, Text
from govcheck_police.data_collection.frequency import Frequency

YesNo = Literal["yes", "no"]
Level = Literal["strategic", "operational", "team"]
MeasureKind = Literal["outcome", "output", "input", "demand", "quality", "workforce"]
Comparison = Literal["target", "trend", "similar forces", "other teams or areas", "expected range"]
SHOWN_BY = "Which documents show it? Ids of entries under evidence, for example: [framework-2023]."


class Measure(Record):
    """A figure that the force uses to know how well it does."""

    id: Identifier = Field(
        description="A short id by which the measure is named, for example: answer-time."
    )
    name: Text = Field(description="What is the measure called? For example: Time to answer 999.")
    definition_written: YesNo | None = Field(
        None,
        description=(
            "Is there one written definition, with what is counted and what is not, that everybody"
            " who enters or uses the figure works to? yes or no."
        ),
    )
    definition: Text | None = Field(
        None,
        description=(
            "What does the definition say? For example: share of 999 calls answered within 10"
            " seconds, all hours, abandoned calls included."
        ),
    )
    question: Text | None = Field(
        None,
        description=(
            "Which question about performance does it answer? For example: Do people in an"
            " emergency reach us at once?"
        ),
    )
    priority: Identifier | None = Field(
        None,
        description=(
            "Which priority does it chiefly serve? The id of an entry under priorities, for"
            " example: first-contact."
        ),
    )
    kind: MeasureKind | None = Field(
        None,
        description=(
            "What kind of measure is it: outcome (what changed for the public), output (what was"
            " done), input (what was put in), demand, quality or workforce?"
        ),
    )
    owner: Text | None = Field(
        None,
        description=(
            "Who answers for the figure being right and being used? A role, for example: Head of"
            " Contact Management."
        ),
    )
    source_system: Text | None = Field(
        None,
        description=(
            "From which system does the figure come? For example: command and control system."
        ),
    )
    frequency: Frequency | None = Field(
        None,
        description=(
            "How often is it brought up to date: daily, weekly, monthly, quarterly, every six"
            " months, annually or no fixed frequency?"
        ),
    )
    last_refreshed: Day | None = Field(
        None, description="On which day was it last brought up to date? For example: 2023-12-04."
    )
    quality_assured: YesNo | None = Field(
        None,
        description=(
            "Has somebody other than the producer checked that the figure is right? yes or no."
        ),
    )
    quality_assured_on: Day | None = Field(
        None, description="On which day was it last checked? For example: 2023-06-30."
    )
    compared_with: tuple[Comparison, ...] | None = Field(
        None,
        description=(
            "With what is the figure compared? Any of: target, trend, similar forces, other teams"
            " or areas, expected range. For example: [trend, similar forces]. [] means with"
            " nothing."
        ),
    )
    used_in: Identifier | None = Field(
        None,
        description=(
            "In which forum is it chiefly used? The id of an entry under forums, for example:"
            " force-performance-board."
        ),
    )
    informed_decision: YesNo | None = Field(
        None,
        description="Has the figure led to a decision in the last 12 months? yes or no.",
    )
    decision: Text | None = Field(
        None,
        description=(
            "Which decision did it last lead to? For example: four call takers moved to the evening"
            " shift."
        ),
    )
    decided_on: Day | None = Field(
        None, description="On which day was that decided? For example: 2023-09-14."
    )
    evidence: tuple[EvidenceId, ...] | None = Field(None, description=SHOWN_BY)


class Forum(Record):
    """A meeting that holds people to account for performance."""

    id: Identifier = Field(
        description="A short id by which the forum is named, for example: force-performance-board."
    )
    name: Text = Field(description="What is it called? For example: Force Performance Board.")
    level: Level | None = Field(
        None, description="At which level does it work: strategic, operational or team?"
    )
    chaired_by: Text | None = Field(
        None, description="Who chairs it? A role, for example: Deputy Chief Constable."
    )
    frequency: Frequency | None = Field(
        None,
        description=(
            "How often does it meet: daily, weekly, monthly, quarterly, every six months, annually"
            " or no fixed frequency?"
        ),
    )
    last_met: Day | None = Field(
        None, description="On which day did it last meet? For example: 2023-12-06."
    )
    actions_followed_up: YesNo | None = Field(
        None,
        description=(
            "Are its actions written down, and looked at again at the next meeting? yes or no."
        ),
    )
    evidence: tuple[EvidenceId, ...] | None = Field(None, description=SHOWN_BY)
