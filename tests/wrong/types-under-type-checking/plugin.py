from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from govcheck.plugin import Finding, Gap, Severity, check

if TYPE_CHECKING:
    from govcheck.plugin import Answer


@check("SHED-001", serves="allotments-2024:1.review", severity=Severity.MAJOR)
def sheds_are_reviewed(answer: Answer) -> Iterator[Finding]:
    """The sheds are reviewed.

    Close the gap: review them.
    """
    yield Gap("no review")
