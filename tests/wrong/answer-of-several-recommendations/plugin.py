from collections.abc import Iterator

from govcheck.plugin import Answer, Finding, Gap, Severity, check


@check(
    "SHED-001",
    serves=("allotments-2024:1.review", "allotments-2024:2.swept"),
    severity=Severity.MAJOR,
)
def sheds_are_reviewed(answer: Answer) -> Iterator[Finding]:
    """The sheds are reviewed.

    Close the gap: review them.
    """
    yield Gap("no review")
