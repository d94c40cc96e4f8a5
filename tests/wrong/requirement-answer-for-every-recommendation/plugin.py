from collections.abc import Iterator

from govcheck.plugin import Aspect, Finding, Gap, RequirementAnswer, Scope, Severity, check


@check(
    "SHED-001", serves=Scope.EVERY_RECOMMENDATION, severity=Severity.MAJOR, aspect=Aspect.SUPPORT
)
def sheds_are_reviewed(answer: RequirementAnswer) -> Iterator[Finding]:
    """The sheds are reviewed.

    Close the gap: review them.
    """
    yield Gap("no review")
