"""The part of the self-assessment that this pack owns."""

from typing import Literal

from govcheck.plugin import Count, Day, Field, Record, Section, Text


class Desk(Record):
    """A desk at which people are greeted."""

    name: Text = Field(description="What is the desk called? For example: front counter.")
    callers: Count | None = Field(None, description="How many people came in the last month?")
    greeted: Count | None = Field(None, description="How many of them were greeted?")


class Hello(Section, key="hello"):
    """How people are greeted."""

    policy: Literal["yes", "no"] | None = Field(
        None, description="Is there a written policy on greeting people? yes or no."
    )
    reviewed: Day | None = Field(None, description="On which day was it last reviewed?")
    desks: tuple[Desk, ...] | None = Field(None, description="Where are people greeted?")
    desks_in_all: Count | None = Field(
        None, description="How many desks are there in all? No desk of the list may be left out."
    )
