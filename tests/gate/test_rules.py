"""A policy rule by rule: what is counted, what meets it and what breaks it."""

from datetime import date

import pytest
from tests.gate.gated import DAY, action, check, of, recommendation, requirement, result

from govcheck.gate.decision import Gate, decide
from govcheck.model import baseline as file
from govcheck.model.baseline import Baseline
from govcheck.model.decision import Decision
from govcheck.model.policy import CountRule, Policy, Regression
from govcheck.model.result import ListResult, PackInfo, Result
from govcheck.model.vocabulary import Severity, Status, Support, Verdict
from govcheck.model.waiver import Waiver

GAPS = of(
    check("A", Status.GAP, Severity.CRITICAL),
    check("B", Status.GAP, Severity.MAJOR),
    check("C", Status.GAP, Severity.MINOR),
    check("D", Status.MET),
    check("E", Status.NOT_ASSESSED),
)


def decided(judged: Result, before: Result | None = None, **policy: object) -> Decision:
    rules = Policy.model_validate({"govcheck-policy": 1, **policy}, strict=False)
    return decide(
        judged, Gate(policy=rules), Baseline(file.FORMAT, (), before) if before else None
    )  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "figure", "kept", "words"),
    [
        (CountRule(status="gap", at_most=3), "4 (1 left open)", False,
         "gaps and open questions: at most 3"),
        (CountRule(status="gap", at_most=4), "4 (1 left open)", True,
         "gaps and open questions: at most 4"),
        (CountRule(status="gap", severity="critical", at_most=0), "1", False,
         "gaps and open questions, critical: at most 0"),
        (CountRule(status="gap", severity="major", at_most=3), "3 (1 left open)", True,
         "gaps and open questions, major or above: at most 3"),
        (CountRule(status="met", at_least=1), "1", True, "checks met: at least 1"),
        (CountRule(status="met", at_least=2), "1", False, "checks met: at least 2"),
        (CountRule(status="gap", recommendation="2", at_most=0), "4 (1 left open)", False,
         "gaps and open questions in recommendation 2: at most 0"),
        (CountRule(verdict="met", at_least=1), "1", True, "requirements met: at least 1"),
        (CountRule(verdict="partly met", at_least=2), "1", False,
         "requirements partly met or better: at least 2"),
        (CountRule(verdict="not met", at_most=0), "0", True,
         "requirements not met or worse: at most 0"),
    ],
)  # fmt: skip
def test_a_limit_is_kept_at_its_figure(
    rule: CountRule,
    figure: str,
    kept: bool,  # noqa: FBT001
    words: str,
) -> None:
    (told,) = decided(GAPS, count=(rule,)).rules
    assert (told.rule, told.figure, told.kept) == (words, figure, kept)
    assert bool(told.because) == (not kept and rule.at_most is not None)


def test_what_breaks_a_limit_is_named() -> None:
    (told,) = decided(GAPS, count=(CountRule(status="gap", at_most=0),)).rules
    assert told.because == ("A at 2.review", "B at 2.review", "C at 2.review", "E at 2.review")


@pytest.mark.parametrize(
    ("rule", "figure"),
    [
        (CountRule(verdict="not met", at_most=0), "2"),
        (CountRule(verdict="partly met", at_most=0), "3"),
        (CountRule(verdict="partly met", at_least=3), "2"),
        (CountRule(verdict="met", at_least=3), "1"),
    ],
)
def test_a_verdict_is_counted_with_what_is_worse_or_with_what_is_better(
    rule: CountRule, figure: str
) -> None:
    verdicts = (
        Verdict.NOT_ASSESSED, Verdict.NOT_MET, Verdict.PARTLY_MET, Verdict.MET,
        Verdict.NOT_APPLICABLE,
    )  # fmt: skip
    many = result(
        recommendation(
            "2",
            *(requirement(f"2.{at}", check("A", Status.MET), verdict=verdict)
              for at, verdict in enumerate(verdicts)),
        )
    )  # fmt: skip
    (told,) = decided(many, count=(rule,)).rules
    assert (told.figure, told.kept) == (figure, False)


def test_a_recommendation_that_is_not_there_is_no_smaller_question() -> None:
    (told,) = decided(GAPS, count=(CountRule(status="gap", recommendation="9", at_most=9),)).rules
    assert (told.figure, told.kept) == ("none", False)
    assert told.because == ("there is no recommendation 9 in this report",)


def test_a_broken_rule_is_exit_1_and_kept_rules_are_0() -> None:
    broken = decided(GAPS, count=(CountRule(status="gap", at_most=0),))
    assert (broken.status, broken.reason) == (1, "1 of 1 rules of the policy are broken")
    kept = decided(GAPS, count=(CountRule(status="gap", at_most=9),))
    assert (kept.status, kept.reason) == (0, "1 of 1 rules of the policy are kept")


def test_a_broken_check_and_silence_come_before_the_rules() -> None:
    rule = (CountRule(status="gap", at_most=9),)
    assert decided(of(check("A", Status.ERROR)), count=rule).status == 3
    assert decided(of(check("A", Status.NOT_ASSESSED)), count=rule).status == 4


def test_a_check_that_serves_nothing_breaks_the_rule_that_it_runs() -> None:
    told = decided(GAPS, checks=("a", "RET-999")).rules
    assert [(rule.rule, rule.kept) for rule in told] == [("A runs", True), ("RET-999 runs", False)]


def test_a_pack_that_has_to_be_there_is_a_rule_with_its_version() -> None:
    judged = GAPS._replace(packs=(PackInfo("care", "care", "1.2"),))
    told = decided(judged, packs=("care>=1", "trees")).rules
    assert [(rule.rule, rule.figure, rule.kept) for rule in told] == [
        ("the pack care>=1 is there", "1.2", True),
        ("the pack trees is there", "none", False),
    ]


def test_known_gaps_are_not_counted_and_it_says_so() -> None:
    (told,) = decided(GAPS, GAPS, count=(CountRule(status="gap", at_most=0),)).rules
    assert (told.figure, told.kept) == ("0 (4 more waived or known)", True)


def one(
    verdict: Verdict = Verdict.MET,
    support: Support = Support.SUPPORTED,
    claim: str | None = "yes",
    **more: object,
) -> Result:
    return result(
        recommendation(
            "2",
            requirement(
                "2.review", check("A", Status.MET), verdict=verdict, support=support, claim=claim
            ),
            **more,  # type: ignore[arg-type]
        )
    )


@pytest.mark.parametrize(
    ("kind", "before", "now", "told"),
    [
        (Regression.VERDICT_FALLEN, one(), one(Verdict.PARTLY_MET),
         ("2.review: was met and is partly met",)),
        (Regression.VERDICT_FALLEN, one(Verdict.NOT_MET), one(Verdict.NOT_ASSESSED),
         ("2.review: was not met and is not assessed",)),
        (Regression.VERDICT_FALLEN, one(Verdict.PARTLY_MET), one(), ()),
        (Regression.VERDICT_FALLEN, one(), one(Verdict.NOT_APPLICABLE), ()),
        (Regression.VERDICT_FALLEN, one(), result(recommendation("2")),
         ("2.review: was met and is no longer there",)),
        (Regression.EVIDENCE_LOST, one(), one(support=Support.UNSUPPORTED),
         ("2.review: the claim was supported and is unsupported",)),
        (Regression.EVIDENCE_LOST, one(), one(support=Support.CONTRADICTED),
         ("2.review: the claim was supported and is contradicted",)),
        (Regression.EVIDENCE_LOST, one(support=Support.STALE), one(support=Support.UNSUPPORTED),
         ("2.review: the claim was stale and is unsupported",)),
        (Regression.EVIDENCE_LOST, one(), one(support=Support.NO_CLAIM, claim=None),
         ("2.review: the claim was supported and is no longer made",)),
        (Regression.EVIDENCE_LOST, one(), one(support=Support.UNSUPPORTED, claim="not met"), ()),
        (Regression.EVIDENCE_LOST, one(claim="not met"), one(support=Support.UNSUPPORTED), ()),
        (Regression.EVIDENCE_LOST, one(), one(support=Support.STALE), ()),
        (Regression.EVIDENCE_LOST, one(), result(recommendation("2")), ()),
        (Regression.EVIDENCE_LOST, one(support=Support.UNSUPPORTED),
         one(support=Support.UNSUPPORTED), ()),
        (Regression.EVIDENCE_STALE, one(), one(support=Support.STALE),
         ("2.review: the claim was supported and is stale",)),
        (Regression.EVIDENCE_STALE, one(support=Support.STALE), one(support=Support.STALE), ()),
        (Regression.EVIDENCE_STALE, one(), one(support=Support.UNSUPPORTED),
         ("2.review: the claim was supported and is unsupported",)),
        (Regression.EVIDENCE_STALE, one(), one(support=Support.UNDER_CLAIMED), ()),
        (Regression.ENTRY_GONE, one()._replace(lists=(ListResult("care.roles", ("Dogs", "Calls")),)),
         one()._replace(lists=(ListResult("care.roles", ("Calls", "Drones")),)),
         ("care.roles: “Dogs” is no longer there",)),
        (Regression.DUE_DATE_MISSED, one(actions=(action("A1"),)),
         one(actions=(action("A1", overdue=True),)), ("2: action A1 was due on 2024-01-31",)),
        (Regression.DUE_DATE_MISSED, one(actions=(action("A1"),)),
         one(actions=(action("A1", overdue=True, state="started"),)), ()),
        (Regression.DUE_DATE_MISSED, one(actions=(action("A1"),)),
         one(actions=(action("A1", overdue=True)._replace(owner=None),)),
         ("2: action A1 was due on 2024-01-31",)),
        (Regression.DUE_DATE_MISSED, one(actions=(action("A1"),)), one(),
         ("2: action A1 was due on 2024-01-31 and is no longer there",)),
        (Regression.DUE_DATE_MISSED, one(actions=(action("A1"),)), one(actions=(action("A1", None),)),
         ("2: action A1 was due on 2024-01-31 and has no date any more",)),
        (Regression.DUE_DATE_MISSED, one(actions=(action("A1", DAY),)), one(), ()),
        (Regression.DUE_DATE_MISSED, one(actions=(action("A1"),)),
         one(actions=(action("A1", None, state="done"),)), ()),
        (Regression.DUE_DATE_MISSED, one(actions=(action("A1", state="closed"),)), one(), ()),
        (Regression.DUE_DATE_MISSED, one(actions=(action("A1", None),)), one(), ()),
        (Regression.DUE_DATE_MISSED, one(), one(actions=(action("A1", overdue=True),)), ()),
    ],
)  # fmt: skip
def test_each_regression_is_seen(
    kind: Regression, before: Result | None, now: Result, told: tuple[str, ...]
) -> None:
    (rule,) = decided(now, before, regressions=(kind,)).rules
    assert (rule.because, rule.kept, rule.figure) == (told, not told, str(len(told)))


def test_only_so_many_are_named() -> None:
    many = of(*(check(f"A-{number:03}") for number in range(25)))
    (told,) = decided(many, count=(CountRule(status="gap", at_most=0),)).rules
    assert len(told.because) == 21
    assert told.because[-1] == "and 5 more"


@pytest.mark.parametrize("status", [Status.GAP, Status.NOT_ASSESSED, Status.MET])
def test_a_waiver_that_expired_fails_until_its_gap_is_closed_and_not_until_it_is_left_open(
    status: Status,
) -> None:
    judged = of(check("A", status), check("B", Status.MET))
    waiver = Waiver(
        check="A", requirement="2.review", reason="R", owner="O", approver="P",
        expires=date(2024, 3, 14),
    )  # fmt: skip
    policy = Policy.model_validate(
        {"govcheck-policy": 1, "regressions": (Regression.WAIVER_EXPIRED,)}, strict=False
    )
    (rule,) = decide(judged, Gate(policy=policy, waivers=(waiver,), checks=("A", "B"))).rules
    assert rule.kept == (status is Status.MET)
    if not rule.kept:
        assert rule.because == ("2.review: the waiver of A ended on 2024-03-14",)
