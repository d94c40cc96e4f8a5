"""The colours: every combination, and the law that taking something away improves nothing."""

from itertools import product

import pytest

from govcheck.model.result import ActionResult, RecommendationResult
from govcheck.model.vocabulary import Support, Verdict
from govcheck.report.tracker.colour import MEANING, Colour, position
from tests.report.results import result

BASE = result("words").recommendations[0]
ACTION = BASE.actions[0]
RANK = {Colour.RED: 0, Colour.AMBER: 1, Colour.GREEN: 2}


def item(
    verdict: Verdict,
    support: Support = Support.SUPPORTED,
    *,
    passed: bool = False,
    actions: tuple[ActionResult, ...] = (),
    because: str | None = None,
) -> RecommendationResult:
    assert BASE.due
    due = BASE.due._replace(passed=passed)
    return BASE._replace(
        verdict=verdict, support=support, due=due, actions=actions, no_action_because=because
    )


@pytest.mark.parametrize(
    ("verdict", "support", "passed", "planned"),
    list(product(Verdict, Support, (False, True), (False, True))),
)
def test_every_combination_has_the_colour_of_the_rule(
    verdict: Verdict,
    support: Support,
    passed: bool,  # noqa: FBT001
    planned: bool,  # noqa: FBT001
) -> None:
    found = position(item(verdict, support, passed=passed, actions=(ACTION,) if planned else ()))
    if verdict is Verdict.NOT_APPLICABLE:
        expected = Colour.WHITE
    elif verdict is Verdict.MET and support in (Support.SUPPORTED, Support.UNDER_CLAIMED):
        expected = Colour.GREEN
    elif planned and not passed:
        expected = Colour.AMBER
    else:
        expected = Colour.RED
    assert found.colour is expected
    assert found.reason


@pytest.mark.parametrize("verdict", [one for one in Verdict if one is not Verdict.NOT_APPLICABLE])
@pytest.mark.parametrize("support", Support)
@pytest.mark.parametrize("passed", [False, True])
def test_taking_an_action_or_a_reason_away_never_gives_a_better_colour(
    verdict: Verdict,
    support: Support,
    passed: bool,  # noqa: FBT001
) -> None:
    whole = item(verdict, support, passed=passed, actions=(ACTION,), because="no money")
    for less in (
        whole._replace(actions=()),
        whole._replace(no_action_because=None),
        whole._replace(actions=(), no_action_because=None),
        whole._replace(actions=(ACTION._replace(state="done"),)),
    ):
        assert RANK[position(less).colour] <= RANK[position(whole).colour]


@pytest.mark.parametrize("state", ["done", "closed"])
def test_an_action_that_is_finished_promises_nothing_more(state: str) -> None:
    finished = ACTION._replace(state=state)
    assert position(item(Verdict.NOT_MET, actions=(finished,))).colour is Colour.RED


def test_the_reason_says_what_decided() -> None:
    assert position(item(Verdict.MET)).reason == "met, and supported"
    assert position(item(Verdict.MET, Support.UNSUPPORTED, passed=True)).reason == (
        "past its deadline and not shown to be done: met, unsupported"
    )
    assert position(item(Verdict.NOT_MET, actions=(ACTION,))).reason == (
        "not met; an action is under way"
    )
    assert position(item(Verdict.NOT_MET, because="no money")).reason == (
        "not met; no action, because no money"
    )
    assert position(item(Verdict.NOT_MET)).reason == "not met; no action is under way"


def test_every_colour_has_its_meaning() -> None:
    assert tuple(MEANING) == tuple(Colour)
