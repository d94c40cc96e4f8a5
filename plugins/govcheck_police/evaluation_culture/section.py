"""What a force says about evaluation: the section `evaluation_culture` of the self-assessment."""

from typing import Literal

from govcheck.plugin import Count, Day, EvidenceId, Field, PeriodText, Record, Section, Text
from govcheck_police.evaluation_culture.initiative import SHOWN_BY, Initiative, YesNo

Guidance = Literal[
    "Policing Evaluation Toolkit",
    "logic model",
    "cost-benefit tool",
    "own guidance",
    "other guidance",
]
MOST_INITIATIVES = 150


class EvaluationAtLevel(Record):
    """How one level of the force looks at what was found to work."""

    takes_place: YesNo | None = Field(
        None,
        description="Does this level look at evaluations of its own activity? yes or no.",
    )
    forum: Text | None = Field(
        None, description="In which meeting? For example: Daily team briefing."
    )
    frequency: (
        Literal["daily", "weekly", "monthly", "quarterly", "every six months", "annually"] | None
    ) = Field(
        None,
        description=(
            "How often does that meeting take place: daily, weekly, monthly, quarterly, every six"
            " months or annually?"
        ),
    )
    standing_item: YesNo | None = Field(
        None, description="Is evaluation a standing item on its agenda? yes or no."
    )
    last_considered: Day | None = Field(
        None,
        description=("On which day did it last consider an evaluation? For example: 2023-11-08."),
    )
    action_followed: YesNo | None = Field(
        None, description="Did anything change because of that evaluation? yes or no."
    )
    action: Text | None = Field(
        None,
        description="What changed? For example: the handover form was shortened to one page.",
    )
    evidence: tuple[EvidenceId, ...] | None = Field(None, description=SHOWN_BY)


class EvaluationLevels(Record):
    """Evaluation at the three levels of the force."""

    strategic: EvaluationAtLevel | None = Field(
        None,
        description="How do chief officers look at evaluations? For example: at the change board.",
    )
    operational: EvaluationAtLevel | None = Field(
        None,
        description=(
            "How do commands and departments look at evaluations? For example: at the monthly"
            " performance meeting."
        ),
    )
    team: EvaluationAtLevel | None = Field(
        None,
        description=(
            "How do supervisors and their teams look at evaluations? For example: at the debrief"
            " after an operation."
        ),
    )


class EvaluationPolicy(Record):
    """The rule that says what is evaluated, and who sees to it."""

    in_place: YesNo | None = Field(
        None, description="Is there a written policy on evaluation? yes or no."
    )
    agreed_on: Day | None = Field(
        None,
        description="On which day was it agreed or last reviewed? For example: 2023-02-14.",
    )
    owner: Text | None = Field(
        None, description="Who answers for it? A role, for example: Head of Change."
    )
    applies_to: Text | None = Field(
        None,
        description=(
            "What has to be evaluated? For example: every initiative that changes a process or"
            " costs more than 20 staff days."
        ),
    )
    plan_before_launch: YesNo | None = Field(
        None,
        description=(
            "Does it require an evaluation plan before an initiative may be launched? yes or no."
        ),
    )
    evidence: tuple[EvidenceId, ...] | None = Field(None, description=SHOWN_BY)


class Capability(Record):
    """Who can evaluate, and what they work with."""

    evaluators: Count | None = Field(
        None,
        description="How many people lead evaluations beside or as their work? For example: 12.",
    )
    evaluators_trained: Count | None = Field(
        None, description="How many of these are trained in evaluation? For example: 9."
    )
    guidance_used: tuple[Guidance, ...] | None = Field(
        None,
        description=(
            "Which tools or guidance do they use? Any of: Policing Evaluation Toolkit, logic model,"
            " cost-benefit tool, own guidance, other guidance. For example: [logic model]. [] means"
            " none."
        ),
    )
    evidence: tuple[EvidenceId, ...] | None = Field(None, description=SHOWN_BY)


class Lessons(Record):
    """What was learned, and what became of it."""

    recorded: Count | None = Field(
        None,
        description=(
            "How many lessons from evaluations were recorded in the last 12 months? For example:"
            " 14."
        ),
    )
    acted_on: Count | None = Field(
        None, description="How many of these have been acted on? For example: 10."
    )
    owner: Text | None = Field(
        None,
        description="Who keeps the record? A role, for example: Organisational Learning Manager.",
    )
    evidence: tuple[EvidenceId, ...] | None = Field(None, description=SHOWN_BY)


class DecisionUse(Record):
    """An evaluation that weighed in a decision of the whole force."""

    used: YesNo | None = Field(
        None,
        description="Did the result of an evaluation weigh in it? yes or no.",
    )
    decision: Text | None = Field(
        None,
        description=(
            "What was decided? For example: funding of the pilot went to a second problem-solving"
            " team."
        ),
    )
    decided_on: Day | None = Field(
        None, description="On which day was it decided? For example: 2023-02-20."
    )
    evidence: tuple[EvidenceId, ...] | None = Field(None, description=SHOWN_BY)


class EvaluationCulture(Section, key="evaluation_culture"):
    """Recommendation 6: a culture of evaluation is integrated at all levels."""

    initiatives_period: PeriodText | None = Field(
        None,
        description=(
            "Which period do the initiatives below come from? At least a year that is over, for"
            " example: 2022-10/2023-09."
        ),
    )
    initiatives_launched: Count | None = Field(
        None,
        description=(
            "How many initiatives were launched in that period in total? All of them are listed"
            " under initiatives, whether evaluated or not. For example: 8."
        ),
    )
    initiatives: tuple[Initiative, ...] | None = Field(
        None,
        description="Which initiatives were launched in that period?",
        max_length=MOST_INITIATIVES,
    )
    policy: EvaluationPolicy | None = Field(
        None, description="What does the force require to be evaluated?"
    )
    capability: Capability | None = Field(None, description="Who can evaluate?")
    lessons: Lessons | None = Field(None, description="What was learned, and what became of it?")
    budget: DecisionUse | None = Field(
        None, description="Which budget decision last took an evaluation into account?"
    )
    planning: DecisionUse | None = Field(
        None, description="Which plan of the force last took an evaluation into account?"
    )
    levels: EvaluationLevels | None = Field(
        None, description="How does each level of the force look at evaluations?"
    )
