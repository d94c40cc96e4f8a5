from collections.abc import Iterator

from govcheck.plugin import Finding, Gap, Section, Severity, check


class Sheds(Section, key="evidence"):
    """The sheds."""

    count: int | None = None


@check("SHED", serves="allotments-2024:3.review", severity="major")
def sheds_are_reviewed(sheds: Sheds, *others: str) -> Iterator[Finding]:
    yield Gap("no review")


@check("SHED-001", serves="allotments-2024:1.review", severity=Severity.MAJOR)
def locks(what) -> Iterator[Finding]:
    """The sheds are reviewed.

    Close the gap: review them.
    """
    yield Gap("no review")
