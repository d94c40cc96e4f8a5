from collections.abc import Iterator

from govcheck.plugin import Answer, Finding, Gap, Scope, Severity, check


@check("SHED-001", serves=Scope.EVERY_RECOMMENDATION, severity=Severity.MAJOR)
def sheds_are_reviewed(answer: Answer) -> Iterator[Finding]:
    """The sheds are reviewed.

    Close the gap: review them.
    """
    yield Gap("no review")
