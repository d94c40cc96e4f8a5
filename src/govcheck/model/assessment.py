"""The self-assessment file as types. The sections of the packs are added when they are loaded."""

from typing import Annotated, Literal, Self

from pydantic import ConfigDict, Discriminator, Field, StringConstraints, Tag, model_validator
from pydantic_core import PydanticCustomError

from govcheck.model.data_source import DataSource
from govcheck.model.force import Force
from govcheck.model.framework import LocalId, RecommendationNumber
from govcheck.model.period import Day, PeriodText
from govcheck.model.record import EvidenceId, FormatVersion, GroupName, Identifier, Record, Text
from govcheck.model.unchanging import FixedDict

Claim = Literal["met", "partly met", "not met", "not applicable"]
ActionState = Literal["proposed", "in progress", "done", "pending sign-off", "closed", "reopened"]
FINISHED: frozenset[str] = frozenset({"done", "closed"})
PackVersions = Annotated[
    str, StringConstraints(pattern=r"^(\*|[<>=!~0-9][<>=!~0-9A-Za-z.,* +-]*)$", max_length=80)
]
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9A-Fa-f]{64}$", to_lower=True)]
"""In small letters, whichever the file has: PowerShell writes capitals."""


def _force_form(value: object) -> str:
    return "name" if isinstance(value, str) else "body"


ForceReference = Annotated[
    Annotated[Text, Tag("name")] | Annotated[Force, Tag("body")], Discriminator(_force_form)
]
"""The name of a listed force, or a body written out."""


class Action(Record):
    """Something that will be done, by whom and by when."""

    id: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$")] = Field(
        description="Short id to talk about it, for example: A1."
    )
    what: Text = Field(description="What will be done, in one sentence.")
    owner: Text | None = Field(None, description="Who answers for it: a role, not a name.")
    due: Day | None = Field(None, description="The day by which it will be done, as 2024-01-15.")
    state: ActionState | None = Field(None, description="How far it is.")
    done_on: Day | None = Field(None, description="The day on which it was done.")
    signed_off_by: Text | None = Field(
        None, description="Who confirmed that it is done: a role other than the owner."
    )
    signed_off_on: Day | None = Field(None, description="The day of the sign-off.")
    comment: Text | None = Field(None, description="Progress or next steps.")


class RequirementAnswer(Record):
    """The force's own answer to one requirement."""

    answer: Literal["yes", "partly", "no", "not applicable"] | None = Field(
        None,
        description="Is it in place? yes, partly, no or not applicable. Leave out if not known.",
    )
    because: Text | None = Field(
        None, description="Why it does not apply. Needed with: not applicable."
    )
    comment: Text | None = Field(None, description="What is done, in your own words.")
    evidence: tuple[EvidenceId, ...] | None = Field(
        None, description="Ids of entries under evidence that show it."
    )


class Answer(Record):
    """The force's answer to one recommendation."""

    claim: Claim | None = Field(
        None,
        description="The force's own view of the whole recommendation: "
        "met, partly met, not met or not applicable.",
    )
    explanation: Text | None = Field(
        None, description="The action taken or proposed, in the words that will be published."
    )
    no_action_because: Text | None = Field(
        None,
        description="Why no action has been taken or is proposed. Give this or an explanation.",
    )
    owner: Text | None = Field(
        None, description="Who answers for this recommendation: a role, not a name."
    )
    completed: Day | None = Field(
        None, description="The day on which everything that it asks for was done."
    )
    actions: tuple[Action, ...] | None = Field(
        None, description="What will be done, by whom, by when."
    )
    evidence: tuple[EvidenceId, ...] | None = Field(
        None, description="Ids of entries under evidence that bear out the claim."
    )
    requirements: FixedDict[LocalId, RequirementAnswer | None] = Field(
        FixedDict(), description="Finer answers, one for each requirement of the recommendation."
    )


_PLACES = ("path", "url", "reference")


NO_ANSWER = Answer.model_construct()
"""Nothing is said about a recommendation."""
NO_REQUIREMENT_ANSWER = RequirementAnswer.model_construct()
"""Nothing is said about a requirement."""


class EvidenceEntry(Record):
    """A document or data set that is pointed to. Exactly one of path, url and reference."""

    model_config = ConfigDict(
        json_schema_extra={
            "oneOf": [
                {"required": [place], "properties": {place: {"type": "string"}}}
                for place in _PLACES
            ]
        }
    )

    title: Text = Field(description="Title of the document or data set.")
    path: Annotated[str, StringConstraints(min_length=1, max_length=500, pattern=r"\S")] | None = (
        Field(None, description="File beside the assessment, for example: evidence/strategy.pdf.")
    )
    url: Annotated[str, StringConstraints(pattern=r"^https?://[^\s]+$", max_length=2000)] | None = (
        Field(None, description="Address on the web. It is recorded, not fetched.")
    )
    reference: Text | None = Field(
        None, description="Where it is kept, for what may not leave the force."
    )
    about: PeriodText | None = Field(
        None,
        description="The day, month, year or span that it describes: 2023-10 or 2022-04/2023-03.",
    )
    collected: Day | None = Field(None, description="The day on which it was obtained.")
    sha256: Sha256 | None = Field(
        None,
        description="Digest of the file, so that a later change is seen: "
        "64 characters, as `sha256sum FILE` or `Get-FileHash FILE` prints.",
    )
    size: Annotated[int, Field(ge=0, le=2**53 - 1)] | None = Field(
        None, description="Size of the file in bytes, as it was when the digest was made."
    )
    method: Literal["measured", "document", "attested"] | None = Field(
        None,
        description="How it is known: measured (counted from data), document, "
        "or attested (somebody says so).",
    )
    covers: tuple[GroupName, ...] | None = Field(
        None, description="The groups of people whom it is about."
    )

    @model_validator(mode="after")
    def _one_place(self) -> Self:
        places = [name for name in _PLACES if getattr(self, name) is not None]
        if len(places) != 1:
            raise PydanticCustomError(
                "one_place", "{given}", {"given": " and ".join(places) or "none"}
            )
        return self


class SelfAssessment(Record):
    """Who assesses itself against what, and what it says. Sections of packs come beside."""

    govcheck: FormatVersion = Field(description="Version of this file format. Always 1.")
    framework: Identifier = Field(description="Id of the report that is answered.")
    force: ForceReference = Field(
        description="The force: its id, official code or name. "
        "A body that is not listed is written out with id and name."
    )
    as_at: Day = Field(
        description="The day that the answers describe. It is also the day of judgement."
    )
    prepared_by: Text | None = Field(None, description="Who prepared it: a role, not a name.")
    requires: FixedDict[Identifier, PackVersions] = Field(
        FixedDict(),
        description="Packs without which the result would mean less, "
        'with versions: {retention: ">=1"}.',
    )
    recommendations: FixedDict[RecommendationNumber, Answer | None] = Field(
        FixedDict(), description="One answer for each recommendation, under its number."
    )
    evidence: FixedDict[Identifier, EvidenceEntry] = Field(
        FixedDict(),
        description="The documents and data sets that answers point to, each under a short id.",
    )

    datasets: FixedDict[Identifier, DataSource] = Field(
        FixedDict(),
        description="Tables from which checks count, each under the name that its pack gives it, "
        "for example: leavers.",
    )

    def answer(self, number: str) -> Answer:
        """What is said about a recommendation; an empty answer where nothing is."""
        return self.recommendations.get(number) or NO_ANSWER
