"""A check is tested by calling it, and the pack by judging a file."""

from datetime import date
from pathlib import Path

from govcheck_hello.checks import everyone_is_greeted, the_policy_is_reviewed, there_is_a_policy
from govcheck_hello.section import Desk, Hello

from govcheck.plugin import Gap, Open
from govcheck.testing import evaluate, judge_text, load_packs

EXAMPLE = Path(__file__).parents[1] / "self-assessment.yaml"


def test_a_policy_is_met() -> None:
    assert evaluate(there_is_a_policy, Hello(policy="yes")).status == "met"


def test_silence_is_not_a_pass() -> None:
    assert evaluate(there_is_a_policy, Hello()).findings == (Open("policy"),)


def test_a_year_is_in_time_and_a_day_more_is_not() -> None:
    reviewed = Hello(reviewed=date(2023, 5, 2))
    assert evaluate(the_policy_is_reviewed, reviewed, date(2024, 5, 2)).status == "met"
    assert evaluate(the_policy_is_reviewed, reviewed, date(2024, 5, 3)).status == "gap"


def test_a_gap_says_where_it_is() -> None:
    custody = Desk(name="custody", callers=40, greeted=31)
    (finding,) = evaluate(everyone_is_greeted, Hello(desks=(custody,), desks_in_all=1)).findings
    assert finding == Gap("custody: 31 of 40 were greeted", at="desks[0].greeted")


def test_a_desk_cannot_be_left_out_with_its_gap() -> None:
    counter = Desk(name="front counter", callers=120, greeted=120)
    outcome = evaluate(everyone_is_greeted, Hello(desks=(counter,), desks_in_all=2))
    assert outcome.status == "gap"
    assert Gap("1 of 2 desks are listed", at="desks") in outcome.findings


def test_the_example_is_partly_met() -> None:
    result = judge_text(EXAMPLE.read_text("utf-8"), load_packs())
    verdicts = {item.id: item.verdict for item in result.recommendations[0].requirements}
    assert verdicts == {"1.policy": "met", "1.everyone": "not met"}
