from __future__ import annotations

from typing import TYPE_CHECKING

from govcheck.plugin import Gap, Severity, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govcheck.plugin import Finding


@check("SHED-001", serves="allotments-2024:1.review", severity=Severity.MAJOR)
def sheds_are_reviewed() -> Iterator[Finding]:
    """The sheds are reviewed.

    Close the gap: review them.
    """
    yield Gap("no review")
