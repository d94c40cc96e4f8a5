"""What a force says about its performance data: the section `data_collection`."""

from typing import Literal

from govcheck.plugin import Count, Day, EvidenceId, Field, Identifier, Record, Section, Text
from govcheck_police.data_collection.measure import SHOWN_BY, Forum, Measure, YesNo
from govcheck_police.review import Review

ReviewedPart = Literal[
    "performance framework", "governance processes", "data and analysis", "evaluation"
]
AuditedData = Literal[
    "crime recording",
    "incidents and calls",
    "victims and suspects",
    "custody",
    "stop and search",
    "workforce",
]
MOST_MEASURES = 200
"""More than this in one file is a data catalogue and not a performance framework."""


class Priority(Record):
    """Something that the force has said it will do well."""

    id: Identifier = Field(
        description="A short id by which the priority is named, for example: first-contact."
    )
    text: Text | None = Field(
        None,
        description=(
            "What does the priority say? For example: Answer the public quickly and put it right"
            " first time."
        ),
    )
    set_in: (
        Literal[
            "police and crime plan",
            "force management statement",
            "force strategy",
            "strategic policing requirement",
            "other",
        ]
        | None
    ) = Field(
        None,
        description=(
            "Where is it set: police and crime plan, force management statement, force strategy,"
            " strategic policing requirement or other?"
        ),
    )


class DataQuality(Record):
    """How the force knows that its data are right."""

    audited_on: Day | None = Field(
        None,
        description=(
            "On which day was the last audit of data quality finished? For example: 2023-06-30."
        ),
    )
    audited_by: Text | None = Field(
        None,
        description=(
            "Who carried it out? A role or body, for example: Force Crime and Incident Registrar."
        ),
    )
    audited: tuple[AuditedData, ...] | None = Field(
        None,
        description=(
            "Which data did it look at? Any of: crime recording, incidents and calls, victims and"
            " suspects, custody, stop and search, workforce. For example: [crime recording]."
        ),
    )
    known_issues: Count | None = Field(
        None,
        description=(
            "How many problems with the data are known and not yet put right? For example: 7."
        ),
    )
    issues_with_owner_and_date: Count | None = Field(
        None,
        description=(
            "How many of these have an owner and a date by which they will be put right? For"
            " example: 7."
        ),
    )
    evidence: tuple[EvidenceId, ...] | None = Field(None, description=SHOWN_BY)


class DataGap(Record):
    """Something that the force would need to know, and has no data for."""

    id: Identifier = Field(
        description="A short id by which the gap is named, for example: repeat-victims."
    )
    what: Text = Field(
        description="What is not known? For example: how many victims report a second time."
    )
    owner: Text | None = Field(
        None, description="Who will close it? A role, for example: Head of Performance."
    )
    due: Day | None = Field(
        None, description="By which day will it be closed? For example: 2024-03-31."
    )


class AnalysisExample(Record):
    """The latest piece of analysis of one sort."""

    done: YesNo | None = Field(
        None,
        description="Has the force done this sort of analysis in the last 12 months? yes or no.",
    )
    title: Text | None = Field(
        None,
        description="What is the latest one called? For example: Residential burglary profile.",
    )
    finished: Day | None = Field(
        None, description="On which day was it finished? For example: 2023-10-02."
    )
    informed_decision: YesNo | None = Field(
        None, description="Was something decided because of it? yes or no."
    )
    evidence: tuple[EvidenceId, ...] | None = Field(None, description=SHOWN_BY)


class Analysis(Record):
    """Analysis that says more than what the figures are."""

    trend: AnalysisExample | None = Field(
        None,
        description=(
            "Which analysis asks whether a change over time is more than chance? For example:"
            " control charts of the main measures."
        ),
    )
    peers: AnalysisExample | None = Field(
        None,
        description=(
            "Which analysis compares the force with others, or its teams with each other, on like"
            " terms? For example: response times beside those of similar forces."
        ),
    )
    cause: AnalysisExample | None = Field(
        None,
        description=(
            "Which analysis asks why performance is as it is? For example: why victims withdraw."
        ),
    )
    forecast: AnalysisExample | None = Field(
        None,
        description=(
            "Which analysis looks ahead? For example: demand on the control room in four years."
        ),
    )


class Capacity(Record):
    """Who is there to analyse, and how their work is chosen."""

    analyst_posts: Count | None = Field(
        None, description="How many analyst posts are established? For example: 24."
    )
    analyst_posts_filled: Count | None = Field(
        None, description="How many of these posts are filled today? For example: 21."
    )
    tasked: Literal["yes", "partly", "no"] | None = Field(
        None,
        description=(
            "Is the analysts' work chosen through a tasking process that looks at the priorities?"
            " yes, partly or no."
        ),
    )
    evidence: tuple[EvidenceId, ...] | None = Field(None, description=SHOWN_BY)


class DataCollection(Section, key="data_collection"):
    """Recommendation 6: the right data are collected, analysed and used."""

    review: Review | None = Field(
        None, description="What is known of the review of performance frameworks and governance?"
    )
    review_looked_at: tuple[ReviewedPart, ...] | None = Field(
        None,
        description=(
            "What did the review look at? Any of: performance framework, governance processes, data"
            " and analysis, evaluation. For example: [performance framework, governance processes]."
        ),
    )
    priorities_in_plan: Count | None = Field(
        None,
        description=(
            "How many priorities do the force's plans set in total? All of them are listed under"
            " priorities. For example: 5."
        ),
    )
    priorities: tuple[Priority, ...] | None = Field(
        None, description="Which priorities does performance have to serve?", max_length=100
    )
    measures_in_framework: Count | None = Field(
        None,
        description=(
            "How many measures does the performance framework have in total? All of them are listed"
            " under measures. For example: 32."
        ),
    )
    measures: tuple[Measure, ...] | None = Field(
        None,
        description="Which measures are in the performance framework?",
        max_length=MOST_MEASURES,
    )
    forums_in_governance: Count | None = Field(
        None,
        description=(
            "How many forums look at performance according to the governance structure? All of them"
            " are listed under forums. For example: 9."
        ),
    )
    forums: tuple[Forum, ...] | None = Field(
        None,
        description="Which forums hold people to account for performance?",
        max_length=MOST_MEASURES,
    )
    data_quality: DataQuality | None = Field(
        None, description="How does the force know that its data are right?"
    )
    data_gaps_known: Count | None = Field(
        None,
        description=(
            "How many things does the force know that it would need data for and has none? All of"
            " them are listed under data_gaps. For example: 3."
        ),
    )
    data_gaps: tuple[DataGap, ...] | None = Field(
        None,
        description="Which data are missing? [] means that no gap is known.",
        max_length=MOST_MEASURES,
    )
    analysis: Analysis | None = Field(
        None, description="Which analysis goes beyond saying what the figures are?"
    )
    capacity: Capacity | None = Field(None, description="Who is there to analyse?")
