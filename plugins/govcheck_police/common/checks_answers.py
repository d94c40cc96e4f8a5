"""Requirements that no other pack serves: the force's own yes, partly or no."""

from collections.abc import Iterator

from govcheck.plugin import (
    Finding,
    Gap,
    NotApplicable,
    Open,
    Recommendation,
    Requirement,
    RequirementAnswer,
    Scope,
    Severity,
    check,
)


@check("COM-001", serves=Scope.UNSERVED_REQUIREMENTS, severity=Severity.MAJOR)
def requirement_is_partly_in_place(
    recommendation: Recommendation, requirement: Requirement, answer: RequirementAnswer
) -> Iterator[Finding]:
    """The requirement is at least partly in place.

    Why: where no pack knows what to look at, the force's own answer is what there is to go by.
    How far evidence bears it out is judged apart.

    Close the gap: put it in place, then answer yes or partly and point to the evidence.
    """
    at = _place(recommendation, requirement)
    yield from _left_open(answer, at)
    if answer.answer == "no":
        yield Gap("the force answers that it is not in place", at=f"{at}/answer")


@check("COM-002", serves=Scope.UNSERVED_REQUIREMENTS, severity=Severity.MAJOR)
def requirement_is_fully_in_place(
    recommendation: Recommendation, requirement: Requirement, answer: RequirementAnswer
) -> Iterator[Finding]:
    """The requirement is fully in place.

    Why: a requirement that is met only in part still leaves the recommendation open.

    Close the gap: say in an action what is missing, who will do it and by when; answer yes once
    it is done.
    """
    at = _place(recommendation, requirement)
    yield from _left_open(answer, at)
    if answer.answer == "partly":
        yield Gap("the force answers that it is only partly in place", at=f"{at}/answer")
    elif answer.answer == "no":
        yield Gap("the force answers that it is not in place", at=f"{at}/answer")


def _place(recommendation: Recommendation, requirement: Requirement) -> str:
    return f"/recommendations/{recommendation.number}/requirements/{requirement.id}"


def _left_open(answer: RequirementAnswer, at: str) -> Iterator[Finding]:
    if answer.answer is None:
        yield Open(f"{at}/answer", "whether it is in place is not answered: yes, partly or no")
    elif answer.answer == "not applicable" and answer.because:
        yield NotApplicable(answer.because, at=f"{at}/because")
    elif answer.answer == "not applicable":
        yield Open(f"{at}/because", "“not applicable” is answered, but the reason is not given")
