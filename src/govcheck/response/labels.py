"""The fixed words of a response: written by the draft, and looked for when it is read back."""

from __future__ import annotations

from govcheck.model.result import RecommendationResult

INSPECTION = "Inspection title"
REPORT_PUBLISHED = "Date published"
INSPECTION_TYPE = "Type of inspection"
PUBLISHER = "Published by"
FORCE = "Force"
BODY = "Response by"
LAW = "Response published under"
LAST_DAY = "Last day for publishing the response"
RESPONSE_PUBLISHED = "Response published"

KEY_FINDINGS = "Key findings"
RECOMMENDATIONS = "Recommendations"
RESPONSE = "Response to the recommendations"
COPIES = "Copies"

ADDRESSEE = "Addressed to"
DUE = "To be carried out by"
ACTION = "Action taken or proposed"
NO_ACTION = "No action has been taken or is proposed, because"
OWNER = "Owner"
COMPLETED = "Completed"
ACTIONS = ("No.", "Action", "Owner", "Due", "Progress")

NO_ANSWER = "[NO ANSWER: "
TO_BE_ADDED = "[TO BE ADDED: "


def recommendation_heading(item: RecommendationResult) -> str:
    """Above the wording: `Recommendation 2 (#28191): Keeping skilled people`."""
    return f"{_named(item)}: {item.title}"


def response_heading(item: RecommendationResult) -> str:
    """Above the answer: `Response to recommendation 2 (#28191)`."""
    return f"Response to {_named(item).replace('R', 'r', 1)}"


def _named(item: RecommendationResult) -> str:
    published = f" ({item.id})" if item.id else ""
    return f"Recommendation {item.number}{published}"


def no_answer(number: str) -> str:
    """The mark where a recommendation is not answered."""
    return (
        f"{NO_ANSWER}recommendation {number} has neither an action nor a reason for taking none."
        " One of them has to be published.]"
    )


def to_be_added(what: str, key: str) -> str:
    """The mark where something else is left open."""
    return f"{TO_BE_ADDED}{what}. The file leaves {key} open.]"
