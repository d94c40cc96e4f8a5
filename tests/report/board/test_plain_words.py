"""What a board reads of timeliness, the duty to respond and evidence."""

import pytest

from govcheck.model.exhibit import ExhibitState
from govcheck.model.result import FindingKind, FindingResult, Location, RecommendationResult
from govcheck.model.vocabulary import Aspect, Severity, Status, Verdict
from govcheck.report.board.plain_words import SEEN, duty_of, timeliness_of
from tests.report.results import result

BASE = result().recommendations[0]
PLACE = Location("a.yaml", 1, 1, "/response")


def of_duty(
    status: Status, *said: tuple[FindingKind, str], severity: Severity = Severity.MAJOR
) -> RecommendationResult:
    findings = tuple(FindingResult(kind, message, None, PLACE) for kind, message in said)
    check = BASE.checks[0]._replace(
        aspect=Aspect.DUTY, status=status, severity=severity, findings=findings
    )
    return BASE._replace(checks=(check,), duty=Verdict.PARTLY_MET, duty_reason="S55-004: gap")


@pytest.mark.parametrize(
    ("item", "said"),
    [
        (of_duty(Status.GAP, ("gap", "no copy is stated.")), "no copy is stated."),
        (of_duty(Status.GAP, ("gap", "a"), ("gap", "a"), ("open", "b")), "a."),
        (of_duty(Status.GAP, *(("gap", name) for name in "abcde")), "a; b; c; and 2 more."),
        (of_duty(Status.NOT_ASSESSED, ("open", "When?")), "1 question left open."),
        (of_duty(Status.NOT_ASSESSED, ("open", "a"), ("open", "b")), "2 questions left open."),
        (of_duty(Status.ERROR, ("error", "no luck")), "A check broke: no luck."),
        (of_duty(Status.GAP, ("gap", "a"), severity=Severity.MINOR), "a."),
        (of_duty(Status.NOT_APPLICABLE, ("not applicable", "a")), "S55-004: gap"),
        (of_duty(Status.GAP)._replace(duty=Verdict.MET), "nothing of weight is missing"),
    ],
)
def test_the_reason_is_what_the_checks_say_and_not_what_they_are_called(
    item: RecommendationResult, said: str
) -> None:
    assert duty_of(item) == said
    checks = tuple(check._replace(aspect=Aspect.TIMELINESS) for check in item.checks)
    late = item._replace(checks=checks, timeliness=item.duty, timeliness_reason=item.duty_reason)
    assert timeliness_of(late) == said


def test_every_state_of_evidence_has_plain_words() -> None:
    assert [*SEEN] == [*ExhibitState]
