"""Whatever a check does, an outcome comes back, and the other checks are judged."""

import pytest
from tests.engine.garden import Judge, one_check, results_of, told

from govcheck.model.vocabulary import Severity, Status, Verdict

SOUND = one_check("", "yield from ()", id_="SHED-002", rest='serves="allotments-2024:1.locks"')

BROKEN = {
    "raises before it yields": (
        "raise ValueError('no shed')",
        "the check broke at garden.py:26: ValueError: no shed",
    ),
    "raises after a gap": (
        "yield Gap('no review')\nraise KeyError('shed')",
        "the check broke at garden.py:27: KeyError: 'shed'",
    ),
    "leaves": ("import sys\nsys.exit(0)", "the check broke at garden.py:27: SystemExit: 0"),
    "leaves without a word": (
        "raise SystemExit",
        "the check broke at garden.py:26: SystemExit",
    ),
    "calls itself for ever": (
        "shed_001()\nyield from shed_001()",
        None,
    ),
    "returns a bool": (
        "return True",
        "the check returned bool; it has to yield findings",
    ),
    "returns nothing": (
        "pass",
        "the check returned NoneType; it has to yield findings",
    ),
    "returns text": (
        "return 'all is well'",
        "the check returned str; it has to yield findings",
    ),
    "yields a bool": (
        "yield False",
        "the check yielded bool, which is not a finding",
    ),
    "yields text": (
        "yield 'no review'",
        "the check yielded str, which is not a finding",
    ),
    "measured no figure": (
        "yield Measured('31 %')",
        "the check yielded a Measured with a part that is not text",
    ),
    "measured nothing": (
        "yield Measured(None)",
        "the check yielded a Measured with a part that is not text",
    ),
    "measured a number": (
        "yield Measured(Figure('sheds', 12, '', '', ''))",
        "the check yielded a Measured with a part that is not text",
    ),
    "yields a class": (
        "yield Gap",
        "the check yielded type, which is not a finding",
    ),
    "returns a list with rubbish in it": (
        "return [Gap('no review'), None]",
        "the check yielded NoneType, which is not a finding",
    ),
    "returns a dict": (
        "return {'no review': True}",
        "the check yielded str, which is not a finding",
    ),
    "never ends": (
        "while True:\n    yield Observation('and on')",
        "the check yielded more than 100,000 findings",
    ),
    "builds a finding wrongly": (
        "raise TypeError('Gap() got nothing')",
        "the check broke at garden.py:26: TypeError: Gap() got nothing",
    ),
}


@pytest.mark.parametrize(("body", "message"), BROKEN.values(), ids=list(BROKEN))
def test_a_broken_check_is_an_error_and_the_run_goes_on(
    judge: Judge, body: str, message: str | None
) -> None:
    result = judge(one_check("", body) + SOUND)
    broken, sound = results_of(result).values()
    assert broken.status is Status.ERROR
    assert [finding.kind for finding in broken.findings] == ["error"]
    if message is not None:
        assert told(broken) == [message]
    assert sound.status is Status.MET
    assert result.recommendations[0].verdict is Verdict.ERROR
    assert result.recommendations[1].verdict is Verdict.NOT_ASSESSED


def test_a_thousand_findings_are_enough_for_any_check(judge: Judge) -> None:
    result = judge(one_check("", "for _ in range(1000):\n    yield Gap('one more')"))
    assert results_of(result)["SHED-001"].status is Status.GAP


def test_a_list_of_findings_does_as_well_as_a_generator(judge: Judge) -> None:
    result = judge(one_check("", "return [Gap('no review')]"))
    outcome = results_of(result)["SHED-001"]
    assert (outcome.status, outcome.severity) == (Status.GAP, Severity.MAJOR)


def test_the_place_of_a_failure_is_the_authors_line_not_that_of_the_core(judge: Judge) -> None:
    result = judge(one_check("", "parse_period('soon')\nyield Gap('never')"))
    assert told(results_of(result)["SHED-001"]) == [
        "the check broke at garden.py:26: ValueError: 'soon' is not a day, a month or a year"
    ]


@pytest.mark.parametrize(
    "body",
    [
        "print('here')\nreturn []",
        "print('here')\nyield from ()",
        "yield Gap('no review')\nprint('here')",
        "print('here')\nraise ValueError('no shed')",
    ],
)
def test_what_a_check_prints_does_not_get_into_the_report(
    judge: Judge, capsys: pytest.CaptureFixture[str], body: str
) -> None:
    judge(one_check("", body))
    print("the report")  # noqa: T201 - what comes after it
    assert capsys.readouterr() == ("the report\n", "here\n")


def test_a_check_that_is_stopped_half_way_tidies_up_at_once(
    judge: Judge, capsys: pytest.CaptureFixture[str]
) -> None:
    judge(one_check("", "try:\n    yield 'no finding'\nfinally:\n    print('tidied up')"))
    assert capsys.readouterr().err == "tidied up\n"
