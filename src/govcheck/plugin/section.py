"""Sections: the parts of a self-assessment that packs own."""

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from pydantic import ConfigDict, Field, model_validator

from govcheck.model.period import Day
from govcheck.model.record import Record, Text
from govcheck.model.unchanging import fixed


class Section(Record):
    """A typed part of the self-assessment. Its key is its name in the file.

    `class Wellbeing(Section, key="wellbeing")` owns the text under `wellbeing:`. Make every field
    optional that a force may not be able to answer yet, and yield `Open` where it is None.
    """

    section_key: ClassVar[str] = ""

    def __init_subclass__(cls, *, key: str = "", **kwargs: Any) -> None:
        """Remember the key that the class statement gives."""
        super().__init_subclass__(**kwargs)
        if key:
            cls.section_key = key


class ResponseSection(Section):
    """A section about the response that is published to a report.

    `class Response(ResponseSection, key="response")` adds what its own law asks for. What stands
    in these fields is carried into the document that `govcheck respond` drafts.
    """

    published: Day | None = Field(
        None, description="On which day was the response published? For example: 2023-08-29."
    )
    title: Text | None = Field(None, description="What is the title of the response?")
    key_findings: Text | None = Field(
        None,
        description=(
            "What are the key findings of the report, in the words that will be published in the"
            " response? A blank line begins a new paragraph."
        ),
    )
    comment: Text | None = Field(
        None,
        description=(
            "What does the body that responds say about the report as a whole, in the words that"
            " will be published?"
        ),
    )
    invited_comment: Text | None = Field(
        None,
        description=(
            "What do those say who were invited to comment, in the words that will be published?"
        ),
    )


class PlainSection(Section):
    """A section described by a plain JSON Schema (2020-12) instead of by fields.

    `class Custody(PlainSection, key="custody", schema={...})`; its values are read as
    `custody["beds"]`.
    """

    model_config = ConfigDict(extra="allow")
    plain_schema: ClassVar[Mapping[str, Any]] = {}

    def __init_subclass__(
        cls, *, key: str = "", schema: Mapping[str, Any] | None = None, **kwargs: Any
    ) -> None:
        """Remember the key and the schema that the class statement gives."""
        super().__init_subclass__(key=key, **kwargs)
        if schema is not None:
            cls.plain_schema = schema

    @model_validator(mode="after")
    def _fix(self) -> Self:
        """What one check is given, the next one is given too: lists are tuples, nothing changes."""
        object.__setattr__(self, "__pydantic_extra__", fixed(self.model_extra))
        return self

    def __getitem__(self, name: str) -> Any:
        """The value under a name, or None where the file does not give it."""
        return (self.model_extra or {}).get(name)
