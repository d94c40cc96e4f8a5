"""Baselines: gaps are known by what they concern, and a baseline says since when."""

from hypothesis import given
from tests.gate.gated import check, of, recommendation, requirement, result
from tests.properties.worlds import World, worlds

from govcheck.gate.decision import Gate, decide
from govcheck.gate.known import compared, since_of, updated
from govcheck.gate.outcome import Place, outcomes
from govcheck.model import baseline as file
from govcheck.model.baseline import Baseline, KnownGap
from govcheck.model.result import Result
from govcheck.model.vocabulary import Severity, Status

LATER = "2024-06-01"


def baseline(judged: Result, *known: KnownGap) -> Baseline:
    return Baseline(file.FORMAT, known, judged)


def test_a_known_gap_is_known_since_the_day_of_the_result() -> None:
    found = compared(baseline(of(check("A"))), outcomes(of(check("A"), as_of=LATER)))
    (known,) = found.known
    assert (known.check, known.places, known.since, known.owner) == (
        "A", ("2.review",), "2024-03-15", "Head of People",
    )  # fmt: skip
    assert (found.new, found.resolved) == ((), ())
    assert found.keys == {("A", "")}


def test_what_was_met_and_is_open_or_a_gap_now_is_new() -> None:
    before = baseline(of(check("A", Status.MET), check("B", Status.NOT_APPLICABLE)))
    now = of(check("A", Status.NOT_ASSESSED), check("B"), check("C"))
    found = compared(before, outcomes(now))
    assert [item.check for item in found.new] == ["A", "B", "C"]
    assert not found.keys


def test_a_gap_that_became_an_open_question_is_neither_new_nor_resolved() -> None:
    found = compared(baseline(of(check("A"))), outcomes(of(check("A", Status.NOT_ASSESSED))))
    assert [item.status for item in found.known] == [Status.NOT_ASSESSED]
    assert (found.new, found.resolved) == ((), ())


def test_what_is_closed_is_told() -> None:
    found = compared(baseline(of(check("A"))), outcomes(of(check("A", Status.MET))))
    assert found.resolved == ("A at 2.review",)


def test_a_known_gap_at_one_more_place_is_new() -> None:
    shared = check("A")
    now = result(recommendation("2", requirement("2.review", shared), requirement("2.all", shared)))
    found = compared(baseline(of(shared)), outcomes(now))
    assert [item.places for item in found.new] == [("2.review", "2.all")]


def test_an_update_keeps_the_day_of_what_is_known() -> None:
    old = updated(None, of(check("A"), check("B")))
    new = updated(old, of(check("A"), check("B", Status.MET), check("C"), as_of=LATER))
    assert since_of(new) == {
        (Place("2", "2.review"), "A"): "2024-03-15",
        (Place("2", "2.review"), "C"): LATER,
    }


@given(worlds())
def test_a_result_has_nothing_new_beside_itself(world: World) -> None:
    judged = world.judged()
    found = compared(updated(None, judged), outcomes(judged))
    assert (found.new, found.resolved) == ((), ())
    assert len(found.known) == sum(outcome.fails for outcome in outcomes(judged))
    decision = decide(judged, Gate(Severity.MINOR), updated(None, judged))
    assert decision.status in (0, 3, 4)
