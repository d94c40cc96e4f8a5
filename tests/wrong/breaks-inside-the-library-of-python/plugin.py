import json
from collections.abc import Iterator

from govcheck.plugin import Finding, Gap, Severity, check

LIMITS = json.loads("{}{}")


@check("SHED-001", serves="allotments-2024:1.review", severity=Severity.MAJOR)
def sheds_are_reviewed() -> Iterator[Finding]:
    """The sheds are reviewed.

    Close the gap: review them.
    """
    yield Gap("no review")
