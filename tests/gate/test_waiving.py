"""Waivers: they hold until the end of a day, only where there is a gap, and never hide it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.gate.gated import DAY, check, of, recommendation, requirement, result
from tests.properties.worlds import World, worlds

from govcheck.gate.decision import Gate, decide
from govcheck.gate.exit_status import ExitStatus
from govcheck.gate.outcome import outcomes
from govcheck.gate.waiving import Known, Waived, waived
from govcheck.model.decision import WaiverState
from govcheck.model.result import Result
from govcheck.model.vocabulary import Severity, Status
from govcheck.model.waiver import Waiver

TODAY = date.fromisoformat(DAY)


def waiver(name: str = "RET-001", place: str = "2.review", days: int = 100, **more: str) -> Waiver:
    return Waiver(
        check=name, requirement=place, reason="R", owner="O", approver="A",
        expires=TODAY + timedelta(days=days), **more,
    )  # fmt: skip


def held(judged: Result, *waivers: Waiver) -> Waived:
    known = Known({"RET-001", "RET-002"}, {"south", "west"}, {"roads"})
    return waived(waivers, judged, outcomes(judged), known)


@pytest.mark.parametrize(
    ("days", "state", "remark"),
    [
        (31, "applied", "31 days left"),
        (30, "about to expire", "30 days left"),
        (1, "about to expire", "1 day left"),
        (0, "about to expire", "today is its last day"),
        (-1, "expired", "ended 1 day ago, its gap counts again"),
        (-31, "expired", "ended 31 days ago, its gap counts again"),
    ],
)
def test_a_waiver_holds_to_the_end_of_its_last_day(days: int, state: str, remark: str) -> None:
    found = held(of(check("RET-001")), waiver(days=days))
    assert [(item.state, item.remark) for item in found.waivers] == [(state, remark)]
    assert bool(found.keys) == (days >= 0)


@pytest.mark.parametrize("status", [status for status in Status if status is not Status.GAP])
def test_only_a_gap_is_waived(status: Status) -> None:
    found = held(of(check("RET-001", status)), waiver())
    assert not found.keys
    assert [item.state for item in found.waivers] == [WaiverState.UNUSED]


def test_a_whole_recommendation_covers_its_requirements_and_itself() -> None:
    judged = result(
        recommendation("2", requirement("2.review", check("RET-001")), checks=(check("RET-001"),)),
        recommendation("3", requirement("3.review", check("RET-002"))),
    )
    found = held(judged, waiver(place="2"))
    assert found.keys == {("RET-001", "")}
    assert found.waivers[0].places == ("2.review", "2")


def test_a_gap_at_two_places_counts_until_both_are_waived() -> None:
    shared = check("RET-001")
    judged = result(
        recommendation("2", requirement("2.review", shared), requirement("2.all", shared))
    )
    one = held(judged, waiver())
    assert not one.keys
    assert one.waivers[0].remark == "100 days left; the gap counts until 2.all is waived too"
    both = held(judged, waiver(), waiver(place="2.all"))
    assert both.keys == {("RET-001", "")}


def test_a_mistyped_waiver_is_told_with_what_may_be_meant() -> None:
    found = held(of(check("RET-001")), waiver("RET-OO1"), waiver(place="2.reviwe"))
    assert [item.state for item in found.waivers] == [WaiverState.MISTYPED] * 2
    assert "there is no check RET-OO1. Did you mean: RET-001?" in found.waivers[0].remark
    assert "there is no requirement 2.reviwe. Did you mean: 2.review?" in found.waivers[1].remark
    assert not found.keys


def test_a_waiver_of_another_force_or_report_is_not_about_this_one() -> None:
    judged = of(check("RET-001"))
    assert held(judged, waiver(force="south"), waiver(framework="roads")).waivers == ()
    assert held(judged, waiver(force="north", framework="trees")).keys


@pytest.mark.parametrize(
    ("more", "remark"),
    [
        ({"force": "souht"}, "there is no force souht. Did you mean: south?"),
        ({"framework": "tree"}, "there is no framework tree. Did you mean: trees?"),
    ],
)
def test_a_force_or_report_that_is_not_there_is_mistyped_and_not_passed_over(
    more: dict[str, str], remark: str
) -> None:
    found = held(of(check("RET-001")), waiver(**more))
    assert [(item.state, item.remark, item.places) for item in found.waivers] == [
        (WaiverState.MISTYPED, remark, ())
    ]
    assert not found.keys


def test_small_letters_are_the_same_check() -> None:
    assert held(of(check("RET-001")), waiver("ret-001")).keys


@st.composite
def waivers_of(draw: st.DrawFn, judged: Result) -> list[Waiver]:
    found = outcomes(judged)
    names = sorted({outcome.check.id for outcome in found})
    places = sorted({name for outcome in found for name in outcome.names})
    return [
        Waiver(
            check=draw(st.sampled_from(names)),
            requirement=draw(st.sampled_from(places)),
            reason="R", owner="O", approver="A",
            expires=date.fromisoformat(judged.as_of) + timedelta(days=draw(st.integers(-2, 40))),
        )
        for _ in range(draw(st.integers(1, 4)))
    ]  # fmt: skip


@given(st.data(), worlds())
def test_fewer_waivers_never_improve_the_exit_status(data: st.DataObject, world: World) -> None:
    judged = world.judged()
    given_ = data.draw(waivers_of(judged))
    names = {outcome.check.id for outcome in outcomes(judged)}
    fewer = data.draw(st.lists(st.sampled_from(given_), unique_by=id, max_size=len(given_)))
    all_of_them = decide(judged, Gate(Severity.MINOR, None, tuple(given_), names))
    some = decide(judged, Gate(Severity.MINOR, None, tuple(fewer), names))
    bare = decide(judged, Gate(Severity.MINOR, None, (), names))
    order = [ExitStatus.CLEAR, ExitStatus.GAPS, ExitStatus.NOTHING_ASSESSED, ExitStatus.BROKEN]
    ranks = [order.index(ExitStatus(item.status)) for item in (all_of_them, some, bare)]
    assert ranks == sorted(ranks)
    for item in all_of_them.waivers:
        for place in item.places:
            (outcome,) = [
                found
                for found in outcomes(judged)
                if found.check.id == item.check and place in found.names
            ]
            assert outcome.is_gap or (outcome.fails and item.state is WaiverState.EXPIRED)
