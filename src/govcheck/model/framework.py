"""A published report as data: its recommendations and the requirements that they break into."""

from collections.abc import Iterator
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from govcheck.model.deadline import Deadline, due_deadline, response_deadline
from govcheck.model.period import Day, PeriodText
from govcheck.model.record import FormatVersion, Identifier, Record, Text
from govcheck.model.threshold import Threshold
from govcheck.model.unchanging import FixedDict, fixed

LocalId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,59}$")]
RecommendationNumber = Annotated[
    str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9.-]{0,19}$")
]

SectionSchema = Annotated[dict[str, Any], AfterValidator(fixed)]
"""A plain JSON Schema, which never changes, as little as the rest of the framework."""


class Group(Record):
    """People whom a recommendation names, as `police staff`."""

    name: Annotated[str, StringConstraints(min_length=1, max_length=80)] = Field(
        description="The name that answers use, for example: special constables."
    )
    includes: tuple[Text, ...] = Field(
        (), description="Kinds of people counted in this group, for example: PCSOs."
    )


class Due(Record):
    """When a recommendation is to be carried out by, no more precisely than the report says."""

    by: PeriodText = Field(
        description="The due date, as precise as the report: 2024, 2024-01 or 2024-01-31."
    )
    wording: Text = Field(description="The report's own words, for example: By January 2024.")
    reading: Literal["last day", "first day"] = Field(
        "last day", description="Which day of a month or year counts as the deadline."
    )
    source: Text | None = Field(None, description="Where the date and its reading come from.")


class ResponseDuty(Record):
    """The law under which a response has to be published, and how its days are counted."""

    law: Text = Field(description="The provision, for example: Police Act 1996, section 55(5A).")
    source: Text | None = Field(None, description="Where the provision can be read.")
    days: Annotated[int, Field(ge=1, le=3660)] = Field(description="Length of the period in days.")
    first_day_counts: bool = Field(
        description="true where the period begins with the day of publication (that day is day 1)."
    )
    body: Text | None = Field(
        None, description="Who has to publish it, for example: local policing body."
    )
    invite: Text | None = Field(None, description="Who has to be invited to comment first.")
    copies_to: tuple[Text, ...] = Field((), description="Who has to be sent a copy.")


class Requirement(Record):
    """One atom of a recommendation that can be met or not."""

    id: LocalId = Field(
        description="Short id within the recommendation, for example: exit-interviews."
    )
    text: Text = Field(description="What has to be the case, in one sentence.")
    groups: tuple[Text, ...] = Field((), description="Groups that this requirement has to cover.")


class Recommendation(Record):
    """One recommendation, with the numbers that different people know it by."""

    number: RecommendationNumber = Field(description="The number in the report.")
    id: Text | None = Field(None, description="The publisher's own id, for example: #28191.")
    title: Text = Field(description="A few words to tell it from the others.")
    wording: Text = Field(description="The recommendation as published, quoted.")
    addressee: Text = Field(description="Who has to act, in the report's words.")
    due: Due | None = Field(None, description="When by. Left out where no deadline is set.")
    groups: tuple[Text, ...] = Field((), description="The groups of people it names.")
    requirements: tuple[Requirement, ...] = Field(
        min_length=1, description="What the recommendation breaks into."
    )

    def deadline(self) -> Deadline | None:
        """The last day in time, or None where the report sets no deadline."""
        return due_deadline(self.due) if self.due else None


def _unique(kind: str, names: list[str]) -> None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise PydanticCustomError(
                "repeated", "{kind} {name} appears twice", {"kind": kind, "name": name}
            )
        seen.add(name)


def _distinct_recommendations(value: tuple[Recommendation, ...]) -> tuple[Recommendation, ...]:
    _unique("recommendation", [item.number for item in value])
    for item in value:
        _unique(
            f"requirement of recommendation {item.number}", [atom.id for atom in item.requirements]
        )
    return value


class Framework(Record):
    """One published report as data."""

    format: FormatVersion = Field(
        alias="govcheck-framework", description="Version of this file format. Always 1."
    )
    id: Identifier = Field(
        description="Id that assessments name, for example: peel-getting-a-grip-2023."
    )
    title: Text = Field(description="Title of the report.")
    publisher: Text = Field(description="Who published it.")
    published: Day = Field(description="Day of publication.")
    inspection_id: Text | None = Field(None, description="The publisher's id of the inspection.")
    inspection_type: Text | None = Field(None, description="For example: National Inspection.")
    source: Text = Field(description="Where it can be read.")
    licence: Text = Field(description="Licence of the quoted wording.")
    note: Text | None = Field(
        None, description="What a reader has to know, for example what is not held."
    )
    response: ResponseDuty | None = Field(
        None, description="The duty to publish a response. Left out where there is none."
    )
    evidence_fresh_for_months: Annotated[int, Field(ge=1, le=240)] | None = Field(
        None, description="After how many months evidence counts as stale. Left out: never."
    )
    groups: tuple[Group, ...] = Field((), description="Groups of people that answers may name.")
    recommendations: Annotated[
        tuple[Recommendation, ...], AfterValidator(_distinct_recommendations)
    ] = Field(min_length=1, description="The recommendations that are held.")
    sections: FixedDict[Identifier, SectionSchema] = Field(
        FixedDict(),
        description="Extra sections of the assessment, each as a plain JSON Schema (2020-12).",
    )

    thresholds: FixedDict[Identifier, float] = Field(
        FixedDict(),
        description="Figures at which checks turn, where this framework sets its own: "
        "{retention.exit-interviews-offered: 95}.",
    )

    def threshold(self, threshold: Threshold) -> float:
        """The figure that holds: the framework's own, or the check's."""
        return self.thresholds.get(threshold.name, threshold.default)

    @cached_property
    def group_names(self) -> tuple[str, ...]:
        """Names that `covers` and group answers may use, in the framework's order."""
        return tuple(group.name for group in self.groups)

    def recommendation(self, number: str) -> Recommendation | None:
        """The recommendation with a number, or None."""
        return next((item for item in self.recommendations if item.number == number), None)

    def all_requirements(self) -> Iterator[tuple[Recommendation, Requirement]]:
        """Each requirement beside its recommendation, in order."""
        for recommendation in self.recommendations:
            for requirement in recommendation.requirements:
                yield recommendation, requirement

    def response_deadline(self) -> Deadline | None:
        """The last day for publishing the response, or None where no duty is held."""
        return response_deadline(self.response, self.published) if self.response else None


def requirement_key(recommendation: str, requirement: str) -> str:
    """The id by which people and checks name a requirement: `2.exit-interviews`."""
    return f"{recommendation}.{requirement}"
