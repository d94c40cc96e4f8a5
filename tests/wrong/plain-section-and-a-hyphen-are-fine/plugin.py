from collections.abc import Iterator

from govcheck.plugin import Finding, Gap, PlainSection, Severity, check


class Sheds(PlainSection, key="garden-sheds", schema={"type": "object"}):
    """The sheds."""


@check("SHED-001", serves="allotments-2024:1.review", severity=Severity.MAJOR)
def sheds_are_reviewed(sheds: Sheds) -> Iterator[Finding]:
    """The sheds are reviewed.

    Close the gap: review them.
    """
    if not sheds["reviewed"]:
        yield Gap("no review")
