"""A file of waivers: gaps that somebody answers for until a day."""

from typing import Annotated

from pydantic import Field, StringConstraints

from govcheck.model.period import Day
from govcheck.model.record import FormatVersion, Record, Text

_Name = Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=r"\S")]


class Waiver(Record):
    """One gap that does not fail the gate until a day. It stays in every report."""

    check: _Name = Field(description="The check that found the gap, for example: RET-004.")
    requirement: _Name = Field(
        description="Where: a requirement, as 2.exit-interviews, or a whole recommendation, as 2."
    )
    framework: _Name | None = Field(
        None, description="The id of the report, where the same numbers are used in several."
    )
    force: _Name | None = Field(
        None, description="The id of the force. Left out: every force that is judged."
    )
    reason: Text = Field(description="Why the gap is borne for now.")
    owner: _Name = Field(description="Who closes the gap: a role, not a name.")
    approver: _Name = Field(description="Who allows it: another role than the owner.")
    expires: Day = Field(description="The last day on which it holds, as 2024-06-30.")


class Waivers(Record):
    """A file of waivers."""

    format: FormatVersion = Field(
        alias="govcheck-waivers", description="Version of this file format. Always 1."
    )
    waivers: tuple[Waiver, ...] = Field(description="The waivers. [] means none.")
