"""Whom the cited evidence is about, how it is known, and when it was obtained."""

from collections.abc import Iterator
from datetime import date

from govcheck.plugin import (
    Answer,
    Aspect,
    CitedEvidence,
    Exhibit,
    Finding,
    Gap,
    NotApplicable,
    Observation,
    Open,
    Recommendation,
    Scope,
    Severity,
    check,
    in_words,
    parse_period,
)
from govcheck_police.common.applicability import needs_no_support
from govcheck_police.common.exhibits import one_passes
from govcheck_police.groups import listed
from govcheck_police.remarks import remarks


@check(
    "COM-008",
    serves=Scope.EVERY_RECOMMENDATION,
    severity=Severity.MAJOR,
    aspect=Aspect.SUPPORT,
)
def evidence_covers_the_groups(
    recommendation: Recommendation, answer: Answer, evidence: CitedEvidence
) -> Iterator[Finding]:
    """Together the cited evidence covers every group that the recommendation names.

    Why: what is true of one group of people need not be true of another.

    Close the gap: point to evidence about the groups that are missing, and list under covers whom
    each piece is about.
    """
    if not recommendation.groups:
        yield NotApplicable("the recommendation names no groups")
        return
    excused = tuple(needs_no_support(recommendation, answer))
    yield from excused or _uncovered(recommendation, evidence)


def _uncovered(recommendation: Recommendation, evidence: CitedEvidence) -> Iterator[Finding]:
    usable = [item for item in evidence if item.state.usable]
    silent = [item for item in usable if item.entry.covers is None]
    covered = {group for item in usable for group in item.entry.covers or ()}
    missing = [group for group in recommendation.groups if group not in covered]
    at = f"/recommendations/{recommendation.number}/evidence"
    if not usable:
        yield Open(at, "no usable evidence is cited, so it is not known which groups it covers")
        return
    unsaid = [
        Open(f"/evidence/{item.id}/covers", _not_said(item, "whom it is about")) for item in silent
    ]
    if len(silent) == len(usable):
        yield from unsaid
        return
    if missing:
        yield Gap(f"no cited evidence covers {listed(missing)}", at=at)
    yield from remarks(unsaid)


def _not_said(exhibit: Exhibit, what: str) -> str:
    return f"“{exhibit.entry.title}”: {what} is not said"


@check(
    "COM-009",
    serves=Scope.EVERY_RECOMMENDATION,
    severity=Severity.MINOR,
    aspect=Aspect.SUPPORT,
)
def evidence_says_how_it_is_known(
    recommendation: Recommendation, answer: Answer, evidence: CitedEvidence
) -> Iterator[Finding]:
    """At least one piece of cited evidence says how it is known.

    Why: a count, a document and somebody's word do not weigh the same.

    Close the gap: write under method: measured (counted from data), document, or attested
    (somebody says so).
    """

    def look(exhibit: Exhibit) -> Iterator[Finding]:
        if exhibit.entry.method is None:
            yield Open(f"/evidence/{exhibit.id}/method", _not_said(exhibit, "how it is known"))

    yield from one_passes(recommendation, answer, evidence, look)


@check(
    "COM-010",
    serves=Scope.EVERY_RECOMMENDATION,
    severity=Severity.MINOR,
    aspect=Aspect.SUPPORT,
)
def evidence_says_when_collected(
    recommendation: Recommendation, answer: Answer, evidence: CitedEvidence, as_of: date
) -> Iterator[Finding]:
    """At least one piece of cited evidence says when it was collected, in time for the judgement.

    Why: a reader wants to know which edition was looked at, and whether it was there at the time.

    Close the gap: give under collected the day on which it was obtained.
    """

    def look(exhibit: Exhibit) -> Iterator[Finding]:
        at, day = f"/evidence/{exhibit.id}/collected", exhibit.entry.collected
        if day is None:
            yield Open(at, _not_said(exhibit, "when it was collected"))
        elif day > as_of:
            yield Gap(
                f"“{exhibit.entry.title}” was collected on {in_words(day)}, which is after the day"
                f" of judgement ({in_words(as_of)})",
                at=at,
            )
        elif exhibit.entry.about and day < parse_period(exhibit.entry.about).first:
            yield Observation(
                f"“{exhibit.entry.title}” was collected on {in_words(day)}, before the time that it"
                f" is about ({exhibit.entry.about}): one of the two dates is wrong",
                at=at,
            )

    yield from one_passes(recommendation, answer, evidence, look)
