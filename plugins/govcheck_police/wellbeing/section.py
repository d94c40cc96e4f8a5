"""What a force says about support in high-stress roles: the section `wellbeing` of the file."""

from typing import Annotated, Literal

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
from govcheck_police.review import Review

YesNo = Literal["yes", "no"]
YesPartlyNo = Literal["yes", "partly", "no"]
NationalRole = Literal[
    "hostage and crisis negotiators",
    "POLIT and ICAT",
    "collision investigation",
    "family liaison",
    "ViSOR",
    "offender management",
    "digital forensics",
    "counter-terrorism",
    "firearms",
    "disaster victim identification",
    "crime scene investigation",
]
"""The high-risk roles of the national psychological risk programme (Oscar Kilo).

Its list also has Covid duties, which were of their time; they are not asked for here.
"""
SituationKind = Literal[
    "fatal incidents",
    "child abuse material",
    "assaults on officers and staff",
    "death or serious injury of a colleague",
]
"""Situations that every force meets. This pack's own list, not the inspectorate's."""
Months = Annotated[int, Field(ge=1, le=120)]
SHOWN_BY = "Which documents show it? Ids of entries under evidence, for example: [support-offer]."


class GroupHeadcount(Record):
    """How many people of one group work in a role."""

    group: GroupName = Field(description="Which group? For example: police staff.")
    headcount: Count | None = Field(
        None, description="How many people of this group work in the role? 0 if none. Example: 14."
    )


class Support(Record):
    """One kind of support that people in a role receive."""

    name: Text = Field(
        description="What is the support called? For example: decompression day after a case."
    )
    kind: (
        Literal[
            "peer support",
            "decompression time",
            "structured interview",
            "counselling",
            "supervision",
            "limit on time in role",
            "training",
            "screening",
            "other",
        ]
        | None
    ) = Field(
        None,
        description=(
            "What kind of support is it: peer support, decompression time, structured interview,"
            " counselling, supervision, limit on time in role, training, screening, or other?"
        ),
    )
    targeted: YesNo | None = Field(
        None,
        description="Is it made for this role, rather than open to the whole force? yes or no.",
    )
    proactive: YesNo | None = Field(
        None, description="Is it offered to people without their asking? yes or no."
    )
    is_screening: YesNo | None = Field(
        None, description="Is it the psychological screening itself? yes or no."
    )
    groups: tuple[GroupName, ...] | None = Field(
        None,
        description="Which groups receive it? For example: [police officers, police staff].",
    )
    period: PeriodText | None = Field(
        None, description="Which period do the numbers describe? For example: 2022-04/2023-03."
    )
    offered: Count | None = Field(
        None, description="To how many people was it offered in that period? For example: 22."
    )
    taken_up: Count | None = Field(
        None, description="How many of them took it up? For example: 17."
    )
    effect_known_by: (
        Literal["measured before and after", "follow-up survey", "feedback", "not known"] | None
    ) = Field(
        None,
        description=(
            "How is it known whether it helps: measured before and after, follow-up survey,"
            " feedback, or not known?"
        ),
    )
    evidence: tuple[EvidenceId, ...] | None = Field(None, description=SHOWN_BY)


class HighStressRole(Record):
    """A role that the force treats as high-stress, and the support that people in it receive."""

    name: Text = Field(description="What is the role called? For example: Online child abuse team.")
    national_role: NationalRole | Literal["local"] | None = Field(
        None,
        description=(
            "Which role of the national list of high-risk roles is it, for example: POLIT and ICAT?"
            " local if it is on the force's own list only."
        ),
    )
    why: Text | None = Field(
        None, description="What makes it high-stress? For example: daily exposure to images."
    )
    headcount: Count | None = Field(
        None, description="How many people work in the role, all groups together? For example: 22."
    )
    by_group: tuple[GroupHeadcount, ...] | None = Field(
        None,
        description="How many are officers, how many staff? One entry for each group, 0 if none.",
    )
    screened: YesNo | None = Field(
        None, description="Are people in this role screened psychologically? yes or no."
    )
    screening_cycle_months: Months | None = Field(
        None, description="Every how many months is each of them screened? For example: 12."
    )
    last_screening: Day | None = Field(
        None,
        description=(
            "When did the last round of screening in this role end? For example: 2023-06-30."
        ),
    )
    supports: tuple[Support, ...] | None = Field(
        None, description="Which support do people in this role receive? [] means none."
    )
    evidence: tuple[EvidenceId, ...] | None = Field(None, description=SHOWN_BY)


class RoleNotHeld(Record):
    """A role of the national list that nobody in the force holds."""

    national_role: NationalRole = Field(
        description="Which role of the national list? For example: counter-terrorism."
    )
    because: Text | None = Field(
        None, description="Why not? For example: provided by the regional unit."
    )


class Situation(Record):
    """A high-stress situation that can meet anybody, and what happens afterwards."""

    name: Text = Field(description="What is the situation? For example: attending a fatal crash.")
    kind: SituationKind | Literal["other"] | None = Field(
        None,
        description=(
            "Which kind is it: fatal incidents, child abuse material, assaults on officers and"
            " staff, death or serious injury of a colleague, or other?"
        ),
    )
    starts: Literal["automatically", "supervisor decides", "on request", "not at all"] | None = (
        Field(
            None,
            description=(
                "How does support start: automatically (somebody contacts everyone involved),"
                " supervisor decides, on request, or not at all?"
            ),
        )
    )
    trigger: Text | None = Field(
        None,
        description="What sets it off? For example: the incident log entry of a fatal incident.",
    )
    support: Text | None = Field(
        None, description="What support follows? For example: trauma support call within 72 hours."
    )
    groups: tuple[GroupName, ...] | None = Field(
        None,
        description="Which groups receive it? For example: [police officers, police staff].",
    )
    evidence: tuple[EvidenceId, ...] | None = Field(None, description=SHOWN_BY)


class Screening(Record):
    """What follows from psychological screening."""

    follow_up: YesPartlyNo | None = Field(
        None, description="Is everybody with a raised score offered a follow-up? yes, partly or no."
    )
    followed_up_by: Text | None = Field(
        None,
        description="Which role or service follows up? For example: Occupational Health nurse.",
    )
    period: PeriodText | None = Field(
        None, description="Which period do the numbers describe? For example: 2022-04/2023-03."
    )
    screened: Count | None = Field(
        None, description="How many people were screened in it? For example: 210."
    )
    raised: Count | None = Field(
        None, description="How many of them had a raised score? For example: 24."
    )
    follow_ups_offered: Count | None = Field(
        None, description="To how many of these was a follow-up offered? For example: 24."
    )
    evidence: tuple[EvidenceId, ...] | None = Field(None, description=SHOWN_BY)


class OccupationalHealth(Record):
    """The service that support rests on."""

    foundation_standards_met: YesPartlyNo | None = Field(
        None,
        description=(
            "Does the service meet the Foundation Occupational Health Standards for policing? yes,"
            " partly or no."
        ),
    )
    assessed_on: Day | None = Field(
        None, description="On which day was that last assessed? For example: 2023-03-14."
    )
    evidence: tuple[EvidenceId, ...] | None = Field(None, description=SHOWN_BY)


class Wellbeing(Section, key="wellbeing"):
    """How the force supports people in high-stress roles and situations (recommendation 3)."""

    review: Review | None = Field(
        None,
        description=(
            "Has the force reviewed its proactive support for officers and staff in high-stress"
            " roles and situations?"
        ),
    )
    number_of_roles: Count | None = Field(
        None,
        description=(
            "How many roles does the force treat as high-stress, as its policy or register states?"
            " For example: 9."
        ),
    )
    roles: tuple[HighStressRole, ...] | None = Field(
        None, description="Which roles does the force treat as high-stress? One entry for each."
    )
    roles_not_held: tuple[RoleNotHeld, ...] | None = Field(
        None,
        description=(
            "Which roles of the national list of high-risk roles does nobody in the force hold, and"
            " why? [] means that all are held."
        ),
    )
    situations: tuple[Situation, ...] | None = Field(
        None, description="Which high-stress situations set off support? One entry for each."
    )
    screening: Screening | None = Field(
        None, description="What follows where screening shows a raised score?"
    )
    occupational_health: OccupationalHealth | None = Field(
        None, description="Does the occupational health service meet its standards?"
    )
