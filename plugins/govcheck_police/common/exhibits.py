"""Looking at the pieces of evidence that a recommendation cites.

One piece that passes is enough, and the others are then only remarked on: otherwise whoever took a
weak document out, or never pointed to it, would come out better than whoever showed it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from govcheck.plugin import (
    Answer,
    CitedEvidence,
    Exhibit,
    Finding,
    Gap,
    Open,
    Recommendation,
)
from govcheck_police.common.applicability import needs_no_support
from govcheck_police.remarks import remarks

Look = Callable[[Exhibit], Iterator[Finding]]


def one_passes(
    recommendation: Recommendation, answer: Answer, evidence: CitedEvidence, look: Look
) -> Iterator[Finding]:
    """What `look` finds, where no cited entry passes; else remarks on those that do not.

    Citing nothing leaves the question open.
    """
    excused = tuple(needs_no_support(recommendation, answer))
    if excused:
        yield from excused
        return
    if not len(evidence):
        yield Open(
            f"/recommendations/{recommendation.number}/evidence",
            "no evidence is cited, so there is nothing to look at",
        )
        return
    seen = [tuple(look(exhibit)) for exhibit in evidence]
    enough = any(not any(isinstance(item, Gap | Open) for item in found) for found in seen)
    for found in seen:
        yield from remarks(found) if enough else found


def unusable(exhibit: Exhibit) -> Iterator[Finding]:
    """An open question for a piece that cannot be looked at; nothing for one that can."""
    if not exhibit.state.usable:
        at = f"/evidence/{exhibit.id}/path"
        yield Open(at, f"“{exhibit.entry.title}” cannot be used ({exhibit.state})")
