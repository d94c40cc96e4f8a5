"""One initiative: how it was to be evaluated, what came out, and what was decided."""

from typing import Literal

from govcheck.plugin import Day, EvidenceId, Field, Identifier, Record, Text

YesNo = Literal["yes", "no"]
Level = Literal["strategic", "operational", "team"]
Method = Literal[
    "randomised trial",
    "comparison group",
    "before-and-after",
    "qualitative",
    "process review",
    "none",
]
EvaluationResult = Literal["worked", "partly", "did not work", "inconclusive", "not yet known"]
Audience = Literal["inside the force", "other forces", "partners", "College practice bank"]
SHOWN_BY = "Which documents show it? Ids of entries under evidence, for example: [evaluation-1]."

METHOD_STRENGTH: dict[Method, int] = {
    "randomised trial": 3,
    "comparison group": 2,
    "before-and-after": 1,
    "qualitative": 0,
    "process review": 0,
    "none": 0,
}
"""How well a method can tell whether the initiative made the difference: 0, not at all; from 2 on
it also shows what would have happened anyway. This pack's own order."""


class Initiative(Record):
    """Something new that the force began in order to do better."""

    id: Identifier = Field(
        description="A short id by which the initiative is named, for example: burglary-visits."
    )
    name: Text = Field(
        description="What is it called? For example: Same-day visits to burglary victims."
    )
    level: Level | None = Field(
        None,
        description="At which level was it begun and run: strategic, operational or team?",
    )
    owner: Text | None = Field(
        None,
        description="Who answers for it? A role, for example: Superintendent, Crime.",
    )
    launched: Day | None = Field(
        None, description="On which day did it begin? For example: 2023-03-01."
    )
    evaluation_planned: YesNo | None = Field(
        None,
        description=(
            "Is there a written plan that says how it will be known whether the initiative works?"
            " yes or no."
        ),
    )
    evaluation_planned_on: Day | None = Field(
        None, description="On which day was that plan agreed? For example: 2023-01-20."
    )
    method: Method | None = Field(
        None,
        description=(
            "How is it evaluated: randomised trial, comparison group, before-and-after, qualitative"
            " (for example interviews), process review (was it done as planned) or none?"
        ),
    )
    baseline: YesNo | None = Field(
        None,
        description=(
            "Was it measured before the launch how things stood, so that a change can be seen? yes"
            " or no."
        ),
    )
    resources_set_aside: YesNo | None = Field(
        None,
        description=(
            "Were staff time or money set aside for the evaluation? yes or no. For example: yes, if"
            " an analyst had 15 days for it."
        ),
    )
    result: EvaluationResult | None = Field(
        None,
        description=(
            "What did the evaluation show: worked, partly, did not work, inconclusive or not yet"
            " known?"
        ),
    )
    result_due: Day | None = Field(
        None,
        description=(
            "Where the result is not yet known: by which day will it be? For example: 2024-03-31."
        ),
    )
    reported_on: Day | None = Field(
        None,
        description=(
            "On which day was the result reported to those who decide? For example: 2023-10-05."
        ),
    )
    decision: Literal["continue", "adapt", "stop", "undecided"] | None = Field(
        None,
        description=(
            "What was decided because of the result: continue, adapt, stop or undecided (not yet"
            " decided)?"
        ),
    )
    decided_on: Day | None = Field(
        None, description="On which day was that decided? For example: 2023-10-19."
    )
    shared_with: tuple[Audience, ...] | None = Field(
        None,
        description=(
            "With whom was the result shared? Any of: inside the force, other forces, partners,"
            " College practice bank. For example: [inside the force]. [] means with nobody."
        ),
    )
    evidence: tuple[EvidenceId, ...] | None = Field(None, description=SHOWN_BY)
