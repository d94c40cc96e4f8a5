from collections.abc import Iterator

from govcheck.plugin import Finding, Gap, Severity, check


@check("SHED-001", serves="allotments-2024:1.review", severity=Severity.MAJOR)
class ShedsAreReviewed:
    """The sheds are reviewed."""
