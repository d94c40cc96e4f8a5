"""What a force says about keeping skilled people: the section `retention` of the file."""

from typing import Literal

from govcheck.plugin import (
    Count,
    Day,
    EvidenceId,
    Field,
    GroupName,
    PeriodText,
    Record,
    Section,
    Text,
)
from govcheck_police.recency import Cycle
from govcheck_police.review import Review

YesPartlyNo = Literal["yes", "partly", "no"]
Breakdown = Literal[
    "group", "length of service", "rank or grade", "protected characteristics", "place or team"
]
SHOWN_BY = "Which documents show it? Ids of entries under evidence, for example: [exit-policy]."


class Strategy(Record):
    """The approved plan for keeping people."""

    title: Text | None = Field(
        None, description="What is the strategy called? For example: Retention strategy 2023-26."
    )
    approved_by: Text | None = Field(
        None, description="Which board or role approved it? For example: Chief Officer Board."
    )
    approved_on: Day | None = Field(
        None, description="On which day was it approved? For example: 2023-05-16."
    )
    covers: tuple[GroupName, ...] | None = Field(
        None, description="Which groups is it about? For example: [police officers, police staff]."
    )
    evidence: tuple[EvidenceId, ...] | None = Field(None, description=SHOWN_BY)


class ExitCounts(Record):
    """Exit interviews in numbers of people, never full-time equivalents."""

    leavers: Count | None = Field(
        None,
        description=(
            "How many people left policing in the period (headcount, without transfers to other"
            " forces)? For example: 64."
        ),
    )
    transfers: Count | None = Field(
        None, description="How many people transferred to another force? For example: 11."
    )
    offered: Count | None = Field(
        None,
        description=(
            "To how many of these leavers and transfers was an exit interview or questionnaire"
            " offered? For example: 75."
        ),
    )
    held: Count | None = Field(
        None,
        description="How many of those offered were held or returned? For example: 41.",
    )


class GroupExitCounts(ExitCounts):
    """Exit interviews in numbers, for one group."""

    group: GroupName = Field(description="Which group? For example: police staff.")


class ExitInterviews(Record):
    """How exit interviews are conducted."""

    how: Literal["interview", "questionnaire", "both", "none"] | None = Field(
        None,
        description=(
            "How are leavers asked why they leave: interview, questionnaire, both, or none (they"
            " are not asked)?"
        ),
    )
    offered_to: tuple[GroupName, ...] | None = Field(
        None,
        description=(
            "To which groups is an exit interview or questionnaire offered? For example: [police"
            " officers, police staff, special constables, volunteers]. [] means to none."
        ),
    )
    offered_to_all_leavers: YesPartlyNo | None = Field(
        None,
        description=(
            "Is it offered to everybody who leaves, whatever the reason? yes, partly (for example"
            " only to those who resign) or no."
        ),
    )
    offered_to_transfers: YesPartlyNo | None = Field(
        None,
        description="Is it offered to people who transfer to another force? yes, partly or no.",
    )
    conducted_by: Text | None = Field(
        None, description="Who asks the questions? A role, for example: People Services adviser."
    )
    independent: Literal["yes", "on request", "no"] | None = Field(
        None,
        description=(
            "Is the person who asks independent of the leaver's line management? yes, on request"
            " (the leaver may choose) or no."
        ),
    )
    period: PeriodText | None = Field(
        None,
        description="Which period do the numbers below describe? For example: 2022-04/2023-03.",
    )
    by_group: tuple[GroupExitCounts, ...] | None = Field(
        None, description="What are the numbers for each group? One entry for each."
    )
    totals: ExitCounts | None = Field(
        None, description="What are the numbers for all groups together, as reported to the board?"
    )
    evidence: tuple[EvidenceId, ...] | None = Field(None, description=SHOWN_BY)


class AnalysisAction(Record):
    """Something that was changed because of what leavers said."""

    what: Text = Field(
        description="What was decided? For example: earlier posting talks for student officers."
    )
    owner: Text | None = Field(
        None, description="Who answers for it? A role, for example: Head of Learning."
    )
    decided_on: Day | None = Field(
        None, description="On which day was it decided? For example: 2023-09-12."
    )


class ExitAnalysis(Record):
    """How the answers of leavers are turned into patterns and trends."""

    cycle: Cycle | None = Field(
        None,
        description=(
            "How often are the answers of leavers analysed together: monthly, quarterly, every six"
            " months, annually, or no fixed cycle?"
        ),
    )
    last_done: Day | None = Field(
        None, description="On which day was the last analysis finished? For example: 2023-10-20."
    )
    broken_down_by: tuple[Breakdown, ...] | None = Field(
        None,
        description=(
            "By what are the answers compared: group, length of service, rank or grade, protected"
            " characteristics, place or team? List all that apply. [] means by none."
        ),
    )
    reasons_coded: YesPartlyNo | None = Field(
        None,
        description="Is each reason for leaving recorded from one fixed list? yes, partly or no.",
    )
    reasons_recorded: Count | None = Field(
        None, description="How many reasons does the last analysis count? For example: 41."
    )
    reasons_other_or_unknown: Count | None = Field(
        None, description="How many of these are recorded as other or unknown? For example: 5."
    )
    found: Text | None = Field(
        None, description="Which patterns and trends did it find? In your own words, not judged."
    )
    received_by: Text | None = Field(
        None, description="Which board receives the analysis? For example: People Board."
    )
    received_on: Day | None = Field(
        None, description="On which day did it last receive it? For example: 2023-11-07."
    )
    actions: tuple[AnalysisAction, ...] | None = Field(
        None, description="What was decided because of it? [] means nothing so far."
    )
    evidence: tuple[EvidenceId, ...] | None = Field(None, description=SHOWN_BY)


class Way(Record):
    """One way of noticing that somebody is thinking of leaving."""

    used: Literal["yes", "no"] | None = Field(
        None, description="Is this way used in the force? yes or no."
    )
    cycle: Cycle | None = Field(
        None,
        description=(
            "How often is it used with the people it is for: monthly, quarterly, every six months,"
            " annually, or no fixed cycle?"
        ),
    )
    last_done: Day | None = Field(
        None, description="On which day was it last used? For example: 2023-11-30."
    )
    groups: tuple[GroupName, ...] | None = Field(
        None, description="Which groups does it reach? For example: [police officers]."
    )
    run_by: Text | None = Field(
        None, description="Who runs it? A role, for example: Retention Officer."
    )
    evidence: tuple[EvidenceId, ...] | None = Field(None, description=SHOWN_BY)


class Ways(Record):
    """The ways of noticing that people are thinking of leaving; one answer for each."""

    stay_interviews: Way | None = Field(
        None, description="Are stay interviews held, and with whom, how often, last when?"
    )
    line_manager_talks: Way | None = Field(
        None, description="Do line managers ask about plans to leave in regular talks?"
    )
    self_referral: Way | None = Field(
        None, description="Can people say in confidence, outside the line, that they may leave?"
    )
    staff_survey: Way | None = Field(
        None, description="Does a survey ask whether people intend to leave?"
    )
    data_indicators: Way | None = Field(
        None,
        description="Are indicators watched, such as sickness, requests to move, or turnover?",
    )


class Offer(Record):
    """Something that people who are thinking of leaving are offered."""

    name: Text = Field(description="What is offered? For example: move to another team.")
    kind: (
        Literal[
            "career move",
            "development",
            "flexible working",
            "wellbeing support",
            "change in team or supervision",
            "pay or conditions",
            "other",
        ]
        | None
    ) = Field(
        None,
        description=(
            "What kind of offer is it: career move, development, flexible working, wellbeing"
            " support, change in team or supervision, pay or conditions, or other?"
        ),
    )
    groups: tuple[GroupName, ...] | None = Field(
        None, description="To which groups may it be offered? For example: [police staff]."
    )


class StayCounts(Record):
    """Attempts to keep people, in numbers of people."""

    held: Count | None = Field(
        None,
        description="With how many people who were thinking of leaving was it talked over? For"
        " example: 49.",
    )
    stayed: Count | None = Field(
        None, description="How many of them were still there at the later count? For example: 31."
    )


class GroupStayCounts(StayCounts):
    """Attempts to keep people, in numbers, for one group."""

    group: GroupName = Field(description="Which group? For example: special constables.")


class Encouragement(Record):
    """What is done to encourage people to stay, where that is appropriate."""

    offers: tuple[Offer, ...] | None = Field(
        None, description="What are people who think of leaving offered? [] means nothing."
    )
    decided_by: Text | None = Field(
        None, description="Who decides what is offered? A role, for example: Head of People."
    )
    criteria_written: YesPartlyNo | None = Field(
        None,
        description=(
            "Is it written down when the force tries to keep somebody, and when it does not? yes,"
            " partly or no."
        ),
    )
    period: PeriodText | None = Field(
        None,
        description="Which period do the numbers below describe? For example: 2023-01/2023-09.",
    )
    by_group: tuple[GroupStayCounts, ...] | None = Field(
        None, description="What are the numbers for each group? One entry for each."
    )
    totals: StayCounts | None = Field(
        None, description="What are the numbers for all groups together?"
    )
    evidence: tuple[EvidenceId, ...] | None = Field(None, description=SHOWN_BY)


class Retention(Section, key="retention"):
    """How the force keeps skilled people from leaving (recommendation 2)."""

    review: Review | None = Field(
        None,
        description=(
            "Has the force reviewed whether its processes to reduce the risk of skilled people"
            " leaving are effective?"
        ),
    )
    strategy: Strategy | None = Field(
        None, description="Is there an approved strategy for keeping people?"
    )
    exit_interviews: ExitInterviews | None = Field(
        None, description="How are exit interviews conducted, with whom, and how many?"
    )
    analysis: ExitAnalysis | None = Field(
        None, description="How is what leavers say analysed for patterns and trends?"
    )
    ways_of_noticing: Ways | None = Field(
        None, description="How does the force notice that people are thinking of leaving?"
    )
    encouragement: Encouragement | None = Field(
        None, description="What is done to encourage people to stay, where appropriate?"
    )
