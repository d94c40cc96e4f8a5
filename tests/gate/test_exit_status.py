"""What a pipeline is told about a run."""

from itertools import combinations_with_replacement, product

import pytest

from govcheck.gate.exit_status import ExitStatus, exit_for, worst
from govcheck.model.result import (
    FORMAT,
    CheckResult,
    ForceInfo,
    FrameworkInfo,
    RecommendationResult,
    RequirementResult,
    Result,
    Summary,
    ToolInfo,
)
from govcheck.model.vocabulary import Aspect, Basis, Severity, Status, Support, Verdict

THRESHOLDS = (*Severity, None)
PAIRS = tuple(product(Status, Severity))


def outcome(number: int, status: Status, severity: Severity) -> CheckResult:
    return CheckResult(
        f"WEL-{number:03}", "", "T", "wellbeing", Aspect.SUBSTANCE, status, severity, ()
    )


def result(*pairs: tuple[Status, Severity]) -> Result:
    """A result in which checks of one requirement came out like this."""
    checks = tuple(outcome(number, *pair) for number, pair in enumerate(pairs, 1))
    told = (Verdict.NOT_ASSESSED, "", (), None, None, Support.NO_CLAIM, "", Basis.CLAIMED_ONLY, ())
    requirement = RequirementResult("3.review", "X", *told, checks)
    recommendation = RecommendationResult(
        number="3",
        id=None,
        title="T",
        wording="W",
        addressee="forces",
        due=None,
        verdict=Verdict.NOT_ASSESSED,
        reason="",
        decided_by=(),
        claim=None,
        support=Support.NO_CLAIM,
        support_reason="",
        basis=Basis.CLAIMED_ONLY,
        timeliness=Verdict.NOT_ASSESSED,
        timeliness_reason="",
        duty=Verdict.NOT_ASSESSED,
        duty_reason="",
        explanation=None,
        no_action_because=None,
        owner=None,
        completed=None,
        actions=(),
        evidence=(),
        requirements=(requirement,),
        checks=(),
    )
    return Result(
        format=FORMAT,
        tool=ToolInfo("govcheck", "1"),
        packs=(),
        framework=FrameworkInfo("f", "F", "P", "2023-07-07", "S", "L", None, None, None),
        force=ForceInfo("north", "North Force", None),
        file="f.yaml",
        as_at="2023-12-15",
        as_of="2023-12-15",
        prepared_by=None,
        summary=Summary({}, {}, {}, {}, {}),
        recommendations=(recommendation,),
        evidence=(),
    )


def status(*pairs: tuple[Status, Severity], fail_on: Severity | None) -> ExitStatus:
    return exit_for(result(*pairs), fail_on).status


def expected(pairs: tuple[tuple[str, Severity], ...], fail_on: Severity | None) -> int:
    weight = {"critical": 3, "major": 2, "minor": 1}
    words = [word for word, _ in pairs]
    if "error" in words:
        return 3
    if "met" not in words and "gap" not in words:
        return 4
    limit = weight[fail_on] if fail_on else 4
    failing = [s for word, s in pairs if word in ("gap", "not assessed") and weight[s] >= limit]
    return 1 if failing else 0


@pytest.mark.parametrize("fail_on", THRESHOLDS)
def test_every_combination_of_outcomes_has_its_status(fail_on: Severity | None) -> None:
    for size in range(4):
        for pairs in combinations_with_replacement(PAIRS, size):
            assert status(*pairs, fail_on=fail_on) == expected(pairs, fail_on), pairs


@pytest.mark.parametrize("fail_on", THRESHOLDS)
def test_leaving_a_question_open_never_clears_a_run(fail_on: Severity | None) -> None:
    for size in range(1, 4):
        for pairs in combinations_with_replacement(PAIRS, size):
            if status(*pairs, fail_on=fail_on) is ExitStatus.CLEAR:
                continue
            for index, (word, severity) in enumerate(pairs):
                if word is not Status.ERROR:
                    opened = list(pairs)
                    opened[index] = (Status.NOT_ASSESSED, severity)
                    assert status(*opened, fail_on=fail_on) is not ExitStatus.CLEAR


def test_an_open_question_weighs_as_much_as_the_gap_that_it_could_hide() -> None:
    met = (Status.MET, Severity.MINOR)
    for severity, fail_on in product(Severity, THRESHOLDS):
        gap = status(met, (Status.GAP, severity), fail_on=fail_on)
        assert status(met, (Status.NOT_ASSESSED, severity), fail_on=fail_on) is gap


def test_a_lower_threshold_never_clears_what_a_higher_one_fails() -> None:
    for pairs in combinations_with_replacement(PAIRS, 2):
        failing = [
            status(*pairs, fail_on=threshold) is not ExitStatus.CLEAR for threshold in THRESHOLDS
        ]
        critical, major, minor, never = failing
        assert never <= critical <= major <= minor


def test_silence_is_not_a_pass() -> None:
    decided = exit_for(result(), None)
    assert decided.status is ExitStatus.NOTHING_ASSESSED
    assert decided.reason == "nothing was assessed: no question is answered"


def test_everything_not_applicable_is_nothing_assessed() -> None:
    excused = (Status.NOT_APPLICABLE, Severity.MAJOR)
    assert status(excused, fail_on=Severity.MINOR) is ExitStatus.NOTHING_ASSESSED


MET, GAP, OPEN, ERROR = Status.MET, Status.GAP, Status.NOT_ASSESSED, Status.ERROR


@pytest.mark.parametrize(
    ("pairs", "fail_on", "reason"),
    [
        ([(ERROR, "minor"), (GAP, "major")], "major", "1 check broke: WEL-001"),
        ([(ERROR, "minor"), (ERROR, "major")], "never", "2 checks broke: WEL-001, WEL-002"),
        (
            [(GAP, "major"), (OPEN, "major")],
            "major",
            "1 check found a gap and 1 left open, major or above",
        ),
        ([(GAP, "critical")] * 2, "critical", "2 checks found a gap and 0 left open, critical"),
        ([(MET, "major"), (GAP, "minor")], "major", "no gap and no open question, major or above"),
        ([(GAP, "major")], "never", "gaps and open questions are reported, none fails the run"),
    ],
)
def test_the_reason_is_a_sentence(
    pairs: list[tuple[Status, str]], fail_on: str, reason: str
) -> None:
    found = result(*((word, Severity(severity)) for word, severity in pairs))
    assert exit_for(found, None if fail_on == "never" else Severity(fail_on)).reason == reason


def test_for_several_files_misuse_comes_before_breakage_silence_and_gaps() -> None:
    order = [2, 3, 4, 1, 0]
    for first, second in product(ExitStatus, repeat=2):
        assert worst([first, second]) == min(first, second, key=order.index)


def test_no_file_at_all_is_clear() -> None:
    assert worst([]) is ExitStatus.CLEAR
