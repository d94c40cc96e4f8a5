from collections.abc import AsyncIterator

from govcheck.plugin import Finding, Gap, Severity, check


@check("SHED-001", serves="allotments-2024:1.review", severity=Severity.MAJOR)
async def sheds_are_reviewed() -> AsyncIterator[Finding]:
    """The sheds are reviewed.

    Close the gap: review them.
    """
    yield Gap("no review")
