"""An invented framework, with every kind of field that a section can have."""

from typing import Annotated, Literal

from govcheck.intake.assessment import Submission, read_assessment
from govcheck.intake.catalogue import Catalogue
from govcheck.intake.document import Format, parse_document
from govcheck.intake.framework import read_framework
from govcheck.intake.problem import InvalidDocument
from govcheck.model.force import Force
from govcheck.plugin import (
    Count,
    Dataset,
    Day,
    DayColumn,
    EvidenceId,
    Field,
    GroupName,
    Identifier,
    PeriodText,
    PlainSection,
    Record,
    Section,
    Text,
)

HEAD = """\
govcheck: 1
framework: allotments-2024
force: plot-1
as_at: 2024-06-30
"""
FRAMEWORK = """
govcheck-framework: 1
id: allotments-2024
title: Allotments
publisher: The Inspectorate of Allotments (invented)
published: 2024-03-01
source: invented for the tests
licence: CC0
groups: [{name: gardeners}, {name: bee keepers}]
recommendations:
  - number: "1"
    title: Sheds
    wording: Every allotment should review its sheds.
    addressee: allotments
    requirements:
      - {id: review, text: The sheds are reviewed.}
      - {id: locks, text: The sheds have locks.}
  - number: "2"
    title: Paths
    wording: Every allotment should sweep its paths.
    addressee: allotments
    requirements:
      - {id: swept, text: The paths are swept.}
sections:
  bees:
    type: object
    properties:
      hives: {type: integer, minimum: 0, exclusiveMaximum: 100}
      honey: {type: number, exclusiveMinimum: 0, maximum: 50}
      queens: {type: array, items: {type: string, minLength: 2, maxLength: 8}, maxItems: 2}
      drones: {type: array, minItems: 1}
      kind: {enum: [honey, bumble]}
      since: {type: string, format: date}
      tame: {type: boolean}
      label: {type: string, pattern: "^[A-Z]{2}$"}
      format: {const: 1}
      odd: {multipleOf: 2}
      place: {type: object, required: [plot], properties: {plot: {type: string}}}
      lost: {$ref: "https://example.org/lost.json"}
    required: [hives]
    additionalProperties: false
"""


class Shed(Record):
    """A shed."""

    name: Text
    doors: Count | None = None
    locked: Literal["yes", "partly", "no"] | None = None
    colour: Literal["red", "green", "light blue"] | None = None


class Sheds(Section, key="sheds"):
    """The sheds."""

    reviewed: Day | None = None
    covers: tuple[GroupName, ...] | None = None
    evidence: tuple[EvidenceId, ...] | None = None
    all_of_them: tuple[Shed, ...] | None = None
    painted: bool | None = None
    area: Annotated[float, Field(gt=0, lt=1000)] | None = None
    share: Annotated[int, Field(ge=0, le=100)] | None = None
    period: PeriodText | None = None
    best: Shed | None = None
    by_name: dict[Identifier, Shed] | None = None
    few: Annotated[tuple[Text, ...], Field(min_length=2, max_length=3)] | None = None
    one: Annotated[tuple[Text, ...], Field(min_length=1)] | None = None
    colours: frozenset[Text] | None = None
    word: Annotated[str, Field(min_length=3)] | None = None
    note: Annotated[str, Field(max_length=10)] | None = None
    code: Annotated[str, Field(pattern="^[A-Z]{2}$")] | None = None
    either: Shed | Text | None = None


class Custody(PlainSection, key="custody", schema={"properties": {"beds": {"type": "integer"}}}):
    """Custody."""


class Lets(Dataset, key="lets"):
    """Sheds that were let."""

    let_on = DayColumn("When it was let")


def catalogue() -> Catalogue:
    """What an assessment can name."""
    framework = read_framework(parse_document(FRAMEWORK, "allotments.yaml", "yaml"))
    forces = (
        Force(id="plot-1", name="The First Plot", code="E1", variants=("First",)),
        Force(id="devon-and-cornwall", name="Devon & Cornwall Police"),
    )
    return Catalogue(
        {framework.id: framework},
        forces,
        {section.section_key: section for section in (Sheds, Custody)},
        {Lets.dataset_key: Lets},
        {"garden": ("1.2",), "tools": ("2.0",)},
    )


def submitted(text: str, format_: Format = "yaml") -> Submission:
    """A self-assessment that is read."""
    return read_assessment(parse_document(text, "a", format_), catalogue())


def told(text: str, format_: Format = "yaml") -> list[str]:
    """Everything that is told of a text, each with line and column."""
    try:
        submitted(text, format_)
    except InvalidDocument as error:
        return [str(problem).removeprefix("a:") for problem in error.problems]
    return []
