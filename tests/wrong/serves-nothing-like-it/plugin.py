from collections.abc import Iterator

from govcheck.plugin import Finding, Gap, Severity, check


@check("SHED-001", serves="allotments-2024:2.gravel-is-raked", severity=Severity.MAJOR)
def sheds_are_reviewed() -> Iterator[Finding]:
    """The sheds are reviewed.

    Close the gap: review them.
    """
    yield Gap("no review")
