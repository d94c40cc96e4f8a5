"""When a recommendation asks nothing: only where the force says so and gives its reason.

Each rule rests on one explicit statement and looks at nothing else, so that taking out a document
or an action never turns a gap into “does not apply”.
"""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import shorten

from govcheck.plugin import Answer, Finding, NotApplicable, Open, Recommendation

_LONGEST_QUOTE = 300


def does_not_apply(recommendation: Recommendation, answer: Answer) -> Iterator[Finding]:
    """Why the whole recommendation does not apply; nothing where that is not claimed."""
    if answer.claim != "not applicable":
        return
    reason = answer.no_action_because or answer.explanation
    if reason:
        quoted = shorten(reason, _LONGEST_QUOTE, placeholder=" …")
        yield NotApplicable(f"“not applicable” is claimed: {quoted}")
    else:
        yield Open(
            f"/recommendations/{recommendation.number}/no_action_because",
            "“not applicable” is claimed, but the reason is not given",
        )


def needs_no_support(recommendation: Recommendation, answer: Answer) -> Iterator[Finding]:
    """Why no evidence is called for; nothing where some is."""
    yield from does_not_apply(recommendation, answer)
    if answer.claim == "not met":
        yield NotApplicable(
            "the force itself says “not met”, so there is nothing for evidence to bear out"
        )


def no_action_is_left(recommendation: Recommendation, answer: Answer) -> Iterator[Finding]:
    """What an empty list of actions means. A list that is left out says nothing at all."""
    at = f"/recommendations/{recommendation.number}/actions"
    if answer.actions is None:
        yield Open(at, "no actions are listed; where there are none, write `actions: []`")
    elif answer.claim == "met":
        yield NotApplicable("“met” is claimed and the list of actions is empty")
    elif answer.no_action_because:
        quoted = shorten(answer.no_action_because, _LONGEST_QUOTE, placeholder=" …")
        yield NotApplicable(f"there are no actions, with the reason: {quoted}")
    else:
        yield Open(at, "the list of actions is empty, and why none is needed is not said")
