"""What is claimed of a recommendation, and the words in which it is explained."""

import re
from collections.abc import Iterator

from govcheck.plugin import (
    Answer,
    Aspect,
    CitedEvidence,
    Finding,
    Gap,
    NotApplicable,
    Observation,
    Open,
    Recommendation,
    RequirementAnswer,
    Scope,
    Severity,
    check,
)
from govcheck_police.citations import some_not_shown
from govcheck_police.common.applicability import needs_no_support
from govcheck_police.groups import listed

HEDGING_WORDS = (
    "aim to", "aims to", "as appropriate", "as effective as possible", "committed to",
    "continually reviewed", "continue to", "continues to", "continuously reviewed",
    "endeavour to", "endeavours to", "going forward", "in due course", "kept under review",
    "maximise", "on an ongoing basis", "robust", "seek to", "seeks to", "strive to",
    "strives to", "where appropriate", "where possible", "will continue",
)  # fmt: skip
"""Words that promise something without saying when or by whom. None is wrong in itself."""

_HEDGES = re.compile(
    r"\b(?:" + "|".join(sorted(HEDGING_WORDS, key=len, reverse=True)) + r")\b", re.IGNORECASE
)


@check(
    "COM-003",
    serves=Scope.EVERY_RECOMMENDATION,
    severity=Severity.MAJOR,
    aspect=Aspect.SUPPORT,
)
def claim_rests_on_evidence(
    recommendation: Recommendation, answer: Answer, evidence: CitedEvidence
) -> Iterator[Finding]:
    """What is claimed rests on at least one piece of evidence.

    Why: a claim is not a fact. An inspector asks to be shown.

    Close the gap: name under evidence what shows it, and point to it from the answer.
    """
    excused = tuple(needs_no_support(recommendation, answer))
    if excused:
        yield from excused
        yield from _finer_claims(recommendation, answer)
    elif answer.claim is None:
        yield Open(f"/recommendations/{recommendation.number}/claim")
    elif not len(evidence):
        yield _nothing_cited(answer, f"/recommendations/{recommendation.number}/evidence")
    else:
        yield from _shown_by_the_whole(recommendation, answer)


def _nothing_cited(answer: Answer, at: str) -> Finding:
    """`[]` says that there is none; a list that is left out says nothing at all."""
    if answer.evidence is None:
        return Open(
            at,
            f"“{answer.claim}” is claimed; what shows it is not said. Where there is nothing, write"
            " `evidence: []`",
        )
    return Gap(f"“{answer.claim}” is claimed and no evidence is cited", at=at)


def _finer_claims(recommendation: Recommendation, answer: Answer) -> Iterator[Finding]:
    """Requirements that are said to be in place although the whole is said not to be."""
    names = [name for name, _ in _said_to_be_in_place(recommendation, answer)]
    if names:
        yield Observation(
            f"“yes” or “partly” is answered for {listed(names)}, while the whole recommendation is"
            f" claimed to be “{answer.claim}”: their evidence is not looked at here",
            at=f"/recommendations/{recommendation.number}/requirements",
        )


def _shown_by_the_whole(recommendation: Recommendation, answer: Answer) -> Iterator[Finding]:
    """Finer answers that point to no document of their own; that of the whole counts for them."""
    yield from some_not_shown(
        _said_to_be_in_place(recommendation, answer),
        "answers to requirements",
        f"/recommendations/{recommendation.number}/requirements",
    )


def _said_to_be_in_place(
    recommendation: Recommendation, answer: Answer
) -> Iterator[tuple[str, RequirementAnswer]]:
    """The finer answers that claim something, each with the key of its requirement."""
    for name, finer in answer.requirements.items():
        if finer and finer.answer in ("yes", "partly"):
            yield f"{recommendation.number}.{name}", finer


@check(
    "COM-011",
    serves=Scope.EVERY_RECOMMENDATION,
    severity=Severity.MINOR,
    aspect=Aspect.SUPPORT,
)
def explanation_names_owner_and_date(
    recommendation: Recommendation, answer: Answer
) -> Iterator[Finding]:
    """Where the explanation hedges, an owner and a date stand beside it.

    Why: words such as “will continue” or “robust” cannot be checked later unless somebody answers
    for them by a day. The words are quoted for the reader; they are never counted as a gap.

    Close the gap: say in an action who will do what by when, or leave the words out.
    """
    at = f"/recommendations/{recommendation.number}/explanation"
    if answer.explanation is None and answer.no_action_because:
        yield NotApplicable("no action is explained; the reason for taking none is given")
        return
    if answer.explanation is None:
        yield Open(at, "no explanation is given")
        return
    missing = _missing_beside(answer)
    found = dict.fromkeys(
        " ".join(match.split()) for match in _HEDGES.findall(" ".join(answer.explanation.split()))
    )
    if found and missing:
        quoted = ", ".join(f"“{words}”" for words in found)
        yield Observation(
            f"the explanation says {quoted}; the answer names {missing}",
            at=at,
        )


def _missing_beside(answer: Answer) -> str:
    """What the answer lacks of an owner and a date, in words; empty where it has both."""
    actions = answer.actions or ()
    has_owner = bool(answer.owner) or any(action.owner for action in actions)
    has_date = bool(answer.completed) or any(action.due for action in actions)
    if not has_owner and not has_date:
        return "no owner and no date"
    if not has_owner:
        return "no owner"
    return "" if has_date else "no date"
