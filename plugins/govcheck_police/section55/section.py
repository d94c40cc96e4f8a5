"""What is said about the published response: the section `response` of the self-assessment."""

from typing import Literal

from govcheck.plugin import Day, EvidenceId, Field, ResponseSection, Text

Recipient = Literal["inspectors of constabulary", "secretary of state"]


class Response(ResponseSection, key="response"):
    """The response that the policing body publishes to an inspection report."""

    published: Day | None = Field(
        None,
        description=(
            "On which day was the response published, for example on the commissioner's website?"
            " For example: 2023-08-29. Not the date of a letter."
        ),
    )
    url: Text | None = Field(None, description="At which address can the response be read?")
    comment: Text | None = Field(
        None,
        description=(
            "What does the commissioner, or whoever is the local policing body, say about the"
            " report as a whole, in the words that will be published? What is done about each"
            " recommendation goes under recommendations."
        ),
    )
    invited_comment: Text | None = Field(
        None,
        description=(
            "What does the chief officer say who was invited to comment, in the words that will be"
            " published?"
        ),
    )
    documents: tuple[EvidenceId, ...] | None = Field(
        None,
        description=(
            "Which entries under evidence hold the response as published? They state the claims, so"
            " they do not count as evidence for them. For example: [published-response]."
        ),
    )
    letter_date: Day | None = Field(
        None,
        description=(
            "Which date does the letter or document carry? It is recorded beside the day of"
            " publication and never stands in for it. For example: 2023-08-25."
        ),
    )
    chief_officer_invited: Day | None = Field(
        None,
        description=(
            "On which day was the chief officer invited to comment on the report? For example:"
            " 2023-07-20."
        ),
    )
    chief_officer_commented_on: Day | None = Field(
        None,
        description="On which day did the chief officer comment? For example: 2023-08-10.",
    )
    copied_to: tuple[Recipient, ...] | None = Field(
        None,
        description=(
            "Who was sent a copy of what was published? The answers are: inspectors of"
            " constabulary; secretary of state (the Home Secretary). For example: [inspectors of"
            " constabulary, secretary of state]. Leave it blank unless you know of everybody who"
            " got one. [] means nobody."
        ),
    )
    copied_on: Day | None = Field(
        None, description="On which day were the copies sent? For example: 2023-08-29."
    )

    def is_published(self) -> bool:
        """Whether anything here says that the response is published. A title or letter does not."""
        return any((self.published, self.url, self.documents))
