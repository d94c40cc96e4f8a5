import pytest

from govcheck.engine.outcome import status_of
from govcheck.model.vocabulary import Status
from govcheck.plugin import Finding, Gap, NotApplicable, Observation, Open, Strength

GAP, OPEN, EXCUSE = Gap("no"), Open("reviewed"), NotApplicable("no sheds")
REMARKS = (Observation("old"), Strength("red"))


@pytest.mark.parametrize(
    ("findings", "status"),
    [
        ((), Status.MET),
        (REMARKS, Status.MET),
        ((EXCUSE,), Status.NOT_APPLICABLE),
        ((EXCUSE, *REMARKS), Status.NOT_APPLICABLE),
        ((OPEN,), Status.NOT_ASSESSED),
        ((EXCUSE, OPEN), Status.NOT_ASSESSED),
        ((GAP,), Status.GAP),
        ((GAP, OPEN), Status.GAP),
        ((EXCUSE, GAP), Status.GAP),
        ((EXCUSE, OPEN, GAP, *REMARKS), Status.GAP),
    ],
)
def test_a_gap_outweighs_an_open_question_and_both_outweigh_an_excuse(
    findings: tuple[Finding, ...], status: Status
) -> None:
    assert status_of(findings) is status
    assert status_of(reversed(findings)) is status
