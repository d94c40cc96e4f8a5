from collections.abc import Iterator

from govcheck.plugin import Finding, Gap, Requirement, RequirementAnswer, Severity, check


@check(
    "SHED-001",
    serves=("allotments-2024:1.review", "allotments-2024:1.locks"),
    severity=Severity.MAJOR,
)
def sheds_are_reviewed(requirement: Requirement, answer: RequirementAnswer) -> Iterator[Finding]:
    """The sheds are reviewed.

    Close the gap: review them.
    """
    yield Gap("no review")
