"""The evidence that a recommendation cites: one piece at least is there, dated and fresh."""

from collections.abc import Iterator
from datetime import date

from govcheck.plugin import (
    Answer,
    Aspect,
    CitedEvidence,
    Exhibit,
    ExhibitState,
    Finding,
    Framework,
    Gap,
    NotApplicable,
    Observation,
    Open,
    Recommendation,
    Scope,
    Severity,
    check,
    in_words,
)
from govcheck_police.common.exhibits import one_passes, unusable

_ABSENT = {
    ExhibitState.MISSING: "there is no file at",
    ExhibitState.OUTSIDE: "it lies outside the folder of the self-assessment:",
    ExhibitState.UNREADABLE: "the file could not be read:",
}


@check(
    "COM-004",
    serves=Scope.EVERY_RECOMMENDATION,
    severity=Severity.MAJOR,
    aspect=Aspect.SUPPORT,
)
def evidence_is_found(
    recommendation: Recommendation, answer: Answer, evidence: CitedEvidence
) -> Iterator[Finding]:
    """At least one document or data set that is cited can be found.

    Why: evidence that nobody can open bears out nothing. What is kept elsewhere, at an address or
    under a reference, is recorded and not looked at.

    Close the gap: put the file beside the self-assessment at the path that is given, or correct
    the path; for what may not leave the force, give a reference instead.
    """
    yield from one_passes(recommendation, answer, evidence, _found)


def _found(exhibit: Exhibit) -> Iterator[Finding]:
    words = _ABSENT.get(exhibit.state)
    if words:
        yield Gap(
            f"the evidence “{exhibit.entry.title}” cannot be used: {words} {exhibit.entry.path}",
            at=f"/evidence/{exhibit.id}/path",
        )
    elif exhibit.state is ExhibitState.NOT_LOOKED_AT:
        kind = "url" if exhibit.entry.url else "reference"
        yield Observation(
            f"the evidence “{exhibit.entry.title}” is kept elsewhere and was not looked at",
            at=f"/evidence/{exhibit.id}/{kind}",
        )


@check(
    "COM-005",
    serves=Scope.EVERY_RECOMMENDATION,
    severity=Severity.MINOR,
    aspect=Aspect.SUPPORT,
)
def evidence_is_unchanged(
    recommendation: Recommendation, answer: Answer, evidence: CitedEvidence
) -> Iterator[Finding]:
    """At least one file that is cited is still the one on which the answer was based.

    Why: a document that was replaced after the answer was written may no longer say what is
    claimed. A digest shows a change; without one, nobody can tell.

    Close the gap: read the file as it is now. If the answer still stands, write its new digest
    under sha256; `sha256sum FILE` prints it.
    """
    yield from one_passes(recommendation, answer, evidence, _unchanged)


def _unchanged(exhibit: Exhibit) -> Iterator[Finding]:
    at, title = f"/evidence/{exhibit.id}/sha256", exhibit.entry.title
    if exhibit.state is ExhibitState.CHANGED:
        yield Gap(f"the file of “{title}” has changed since its digest was taken", at=at)
    elif exhibit.state is ExhibitState.FOUND:
        yield Open(at, f"no digest is given for “{title}”, so a change would not be seen")
    elif exhibit.state in _ABSENT:
        yield Open(at, f"the file of “{title}” could not be held against a digest")
    elif exhibit.state is ExhibitState.NOT_LOOKED_AT:
        yield Observation(f"“{title}” is kept elsewhere: a change would not be seen", at=at)


@check(
    "COM-006",
    serves=Scope.EVERY_RECOMMENDATION,
    severity=Severity.MAJOR,
    aspect=Aspect.SUPPORT,
)
def evidence_is_dated(
    recommendation: Recommendation, answer: Answer, evidence: CitedEvidence, as_of: date
) -> Iterator[Finding]:
    """At least one piece of evidence that can be used says what day or period it is about.

    Why: without a date nobody can tell whether it describes how things are now.

    Close the gap: give under about the day, month, year or span that it describes, as 2023-10 or
    2022-04/2023-03.
    """

    def look(exhibit: Exhibit) -> Iterator[Finding]:
        at, title = f"/evidence/{exhibit.id}/about", exhibit.entry.title
        yield from unusable(exhibit)
        if exhibit.entry.about is None:
            yield Open(at, f"which day or period “{title}” is about is not said")
        elif exhibit.ahead_of(as_of):
            yield Gap(
                f"“{title}” is about {exhibit.entry.about}, which begins after the day of"
                f" judgement ({in_words(as_of)})",
                at=at,
            )

    yield from one_passes(recommendation, answer, evidence, look)


@check(
    "COM-007",
    serves=Scope.EVERY_RECOMMENDATION,
    severity=Severity.MAJOR,
    aspect=Aspect.SUPPORT,
)
def evidence_is_fresh(
    recommendation: Recommendation,
    answer: Answer,
    evidence: CitedEvidence,
    framework: Framework,
    as_of: date,
) -> Iterator[Finding]:
    """At least one piece of evidence that can be used is recent enough.

    Why: what was true some years ago may not be true today. The limit is a setting in the data of
    the framework; counting starts on the last day that the evidence is about.

    Close the gap: renew the document or the figures, and give the new period under about.
    """
    months = framework.evidence_fresh_for_months
    if months is None:
        yield NotApplicable("the framework sets no limit on the age of evidence")
        return

    def look(exhibit: Exhibit) -> Iterator[Finding]:
        at, title = f"/evidence/{exhibit.id}/about", exhibit.entry.title
        until = exhibit.stale_since(months)
        yield from unusable(exhibit)
        if until is None:
            yield Open(at, f"which day or period “{title}” is about is not said")
        elif exhibit.ahead_of(as_of):
            yield Open(at, f"“{title}” is about a time that has not begun")
        elif not exhibit.fresh(as_of, months):
            yield Gap(
                f"“{title}” is about {exhibit.entry.about} and was fresh until {in_words(until)}"
                f" ({months} months); the day of judgement is {in_words(as_of)}",
                at=at,
            )

    yield from one_passes(recommendation, answer, evidence, look)
