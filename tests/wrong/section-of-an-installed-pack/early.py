from collections.abc import Iterator

from govcheck.plugin import Finding, Gap, Section, Severity, check


class Sheds(Section, key="sheds"):
    """The sheds."""

    count: int | None = None


@check("SHED-001", serves="allotments-2024:1.review", severity=Severity.MAJOR)
def sheds_are_reviewed(sheds: Sheds) -> Iterator[Finding]:
    """The sheds are reviewed.

    Close the gap: review them.
    """
    yield Gap("no review")
