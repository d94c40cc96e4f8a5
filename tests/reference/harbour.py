"""A pack that is about no police: sections with every form of answer, plain and typed."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, Literal

from govcheck.plugin import (
    Aspect,
    Count,
    Dataset,
    Day,
    DayColumn,
    EvidenceId,
    Field,
    Finding,
    Gap,
    GroupName,
    NumberColumn,
    Open,
    Pack,
    PeriodText,
    PlainSection,
    Record,
    RowCount,
    Scope,
    Section,
    Severity,
    Text,
    check,
    hookimpl,
)

BERTHS = "harbours-2024:1.berths"


class Light(Record):
    """A light at a berth."""

    colour: Literal["red", "green"] = Field(description="Which colour has it?")
    range_miles: Annotated[float, Field(gt=0, le=40)] | None = Field(
        None, description="How far is it seen?"
    )


class Upkeep(Record):
    """How the berths are kept."""

    owner: Text | None = Field(None, description="Who answers for it?")
    seen_on: Day | None = Field(None, description="When was it last looked at?")
    years: PeriodText | None = Field(None, description="Which period? For example: 2023.")


class Berths(Section, key="berths"):
    """Where ships lie."""

    number: Count | None = Field(None, description="How many are there?")
    dredged: bool | None = Field(None, description="Are they dredged?")
    kinds: tuple[Literal["quay", "buoy"], ...] | None = Field(None, description="Of which kinds?")
    users: tuple[GroupName, ...] | None = Field(None, description="Who uses them?")
    lights: tuple[Light, ...] | None = Field(None, description="Which lights are there?")
    upkeep: Upkeep | None = Field(None, description="How are they kept?")
    main_light: Light | None = Field(None, description="Which is the main light?")
    by_name: dict[str, Light] = Field({}, description="Lights by name.")
    unit: Literal["metre", "foot"] = Field("metre", description="In which unit are lengths?")
    marks: tuple[Text, ...] = Field((), description="Which marks are painted on them?")
    evidence: tuple[EvidenceId, ...] | None = Field(None, description="What shows it?")


class Crew(Section, key="crew"):
    """Who works there."""

    trained: bool = Field(description="Is everybody trained?")


class Tides(
    PlainSection,
    key="tides",
    schema={
        "type": "object",
        "description": "High and low water.",
        "properties": {"range": {"$ref": "#/$defs/metres", "description": "Tidal range."}},
        "additionalProperties": False,
        "$defs": {"metres": {"type": "integer", "minimum": 0}},
    },
):
    """The tides of the harbour."""


class Notice(Section, key="notice"):
    """What is posted at the gate."""

    posted: Day | None = Field(None, description="On which day was it posted?")


class Ships(Dataset, key="ships"):
    """One row a ship."""

    came_on = DayColumn("When it came in.")
    length = NumberColumn("How long it is", unit="metres", optional=True)


CAME = RowCount(where=~Ships.came_on.is_missing())


@check("HAR-001", serves=BERTHS, severity=Severity.CRITICAL)
def berths_are_counted(berths: Berths) -> Iterator[Finding]:
    """The berths are counted.

    Why: nobody can keep what nobody counts.

    Close the gap: count them.
    """
    if berths.number is None:
        yield Open("number")
    elif not berths.number:
        yield Gap("there are none", at="number")


@check("HAR-002", serves="harbours-2024:1.crew", severity=Severity.MAJOR)
def crew_is_trained(crew: Crew) -> Iterator[Finding]:
    """Everybody who works there is trained.

    Close the gap: train them.
    """
    if not crew.trained:
        yield Gap("somebody is not trained", at="trained")


@check("HAR-003", serves=("harbours-2024:1.crew", BERTHS), severity=Severity.MINOR)
def tides_are_known(tides: Tides, berths: Berths | None) -> Iterator[Finding]:
    """The tides are known.

    Close the gap: measure them.
    """
    if tides["range"] is None or berths is None:
        yield Open("range")


@check("HAR-004", serves=Scope.EVERY_RECOMMENDATION, severity=Severity.MAJOR, aspect=Aspect.DUTY)
def notice_is_posted(notice: Notice) -> Iterator[Finding]:
    """A notice is posted.

    Close the gap: post it.
    """
    if notice.posted is None:
        yield Open("posted")


@check("HAR-005", serves=BERTHS, severity=Severity.MINOR, measures=(CAME,))
def ships_are_written_down(ships: Ships) -> Iterator[Finding]:
    """Ships that come in are written down.

    Close the gap: keep a list.
    """
    if not ships[CAME][()].exact:
        yield Gap("no ship is written down")


@hookimpl
def govcheck_packs() -> Iterable[Pack]:
    """The one pack."""
    framework = Path(__file__).with_name("harbours.yaml")
    return [Pack("harbour", "2.1", "Small | harbours.", (sys.modules[__name__],), (framework,))]
