"""The difference between two results: what it tells, and the laws that it keeps."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from tests.gate.gated import action, check, of, recommendation, requirement, result
from tests.properties.worlds import World, worlds

from govcheck.gate.difference import difference
from govcheck.model.difference import ChangeKind, PromiseKind
from govcheck.model.result import ActionResult, ListResult, PackInfo, Result
from govcheck.model.vocabulary import Status, Support, Verdict
from govcheck.report import difference_markdown, difference_text
from govcheck.report.json_report import as_text

OPPOSITE = {
    ChangeKind.IMPROVED: ChangeKind.FELL,
    ChangeKind.FELL: ChangeKind.IMPROVED,
    ChangeKind.APPEARED: ChangeKind.DISAPPEARED,
    ChangeKind.DISAPPEARED: ChangeKind.APPEARED,
    ChangeKind.CHANGED: ChangeKind.CHANGED,
}


def one(verdict: Verdict = Verdict.MET, support: Support = Support.SUPPORTED) -> Result:
    return result(recommendation("2", requirement("2.review", verdict=verdict, support=support)))


def promising(*actions: ActionResult) -> Result:
    return result(recommendation("2", requirement("2.review"), actions=actions))


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        (Verdict.MET, Verdict.PARTLY_MET, ChangeKind.FELL),
        (Verdict.NOT_MET, Verdict.NOT_ASSESSED, ChangeKind.FELL),
        (Verdict.NOT_MET, Verdict.PARTLY_MET, ChangeKind.IMPROVED),
        (Verdict.MET, Verdict.NOT_APPLICABLE, ChangeKind.CHANGED),
        (Verdict.ERROR, Verdict.MET, ChangeKind.CHANGED),
    ],
)
def test_a_verdict_goes_up_or_down(old: Verdict, new: Verdict, kind: ChangeKind) -> None:
    (change,) = difference(one(old), one(new)).changes
    assert (change.kind, change.place, change.what) == (kind, "2.review", "substance")
    assert (change.old, change.new) == (old, new)


def test_under_claimed_is_not_better_than_supported() -> None:
    (change,) = difference(one(), one(support=Support.UNDER_CLAIMED)).changes
    assert change.kind is ChangeKind.CHANGED


def test_what_is_no_longer_there_is_told() -> None:
    found = difference(one(), result(recommendation("2")))
    assert {change.kind for change in found.changes} == {ChangeKind.DISAPPEARED}
    assert found.is_worse


def test_gaps_are_new_or_closed_and_say_what_they_were() -> None:
    old = of(check("A"), check("B", Status.MET), check("C"))
    new = of(check("A", Status.NOT_ASSESSED), check("B"), check("C", Status.MET), check("D"))
    found = difference(old, new)
    assert [(gap.check, gap.old, gap.new) for gap in found.new_gaps] == [
        ("B", Status.MET, Status.GAP), ("D", None, Status.GAP),
    ]  # fmt: skip
    assert [(gap.check, gap.old, gap.new) for gap in found.closed_gaps] == [
        ("C", Status.GAP, Status.MET),
    ]  # fmt: skip


def done(name: str, on: str | None, due: str | None = "2024-01-31") -> ActionResult:
    return action(name, due, state="done")._replace(done_on=on)


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        (action("A"), done("A", "2024-01-31"), PromiseKind.KEPT),
        (action("A"), done("A", "2024-02-01"), PromiseKind.LATE),
        (action("A"), done("A", None), PromiseKind.LATE),
        (action("A", "2024-03-15"), done("A", None), PromiseKind.KEPT),
        (action("A"), action("A", state="closed")._replace(done_on="2024-01-31"), PromiseKind.KEPT),
        (action("A"), action("A", state="pending sign-off", overdue=True), PromiseKind.BROKEN),
        (action("A"), action("A", "2024-02-28", overdue=True), PromiseKind.BROKEN),
        (action("A", overdue=True), action("A", "2024-02-28", overdue=True), PromiseKind.BROKEN),
        (action("A", overdue=True), action("A", "2024-06-30"), PromiseKind.MOVED),
        (action("A", overdue=True), None, PromiseKind.WITHDRAWN),
        (action("A", None), action("A", None), None),
        (action("A", state="closed"), action("A", state="reopened"), PromiseKind.REOPENED),
        (action("A", None), done("A", None, None), PromiseKind.KEPT),
        (action("A"), action("A", "2024-06-30"), PromiseKind.MOVED),
        (action("A"), action("A", None), PromiseKind.WITHDRAWN),
        (action("A"), action("A", overdue=True), PromiseKind.BROKEN),
        (action("A", overdue=True), action("A", overdue=True), None),
        (action("A"), None, PromiseKind.WITHDRAWN),
        (done("A", "2024-01-01"), None, None),
        (None, action("A"), PromiseKind.NEW),
        (action("A"), action("A"), None),
        (done("A", "2024-01-01"), done("A", "2024-01-01"), None),
    ],
)
def test_what_became_of_a_promise(
    old: ActionResult | None, new: ActionResult | None, kind: PromiseKind | None
) -> None:
    found = difference(promising(*filter(None, [old])), promising(*filter(None, [new])))
    assert [promise.kind for promise in found.promises] == ([kind] if kind else [])
    assert found.is_worse == (kind in (PromiseKind.BROKEN, PromiseKind.WITHDRAWN))


def test_what_has_to_be_known_before_is_told() -> None:
    old = one()._replace(packs=(PackInfo("a", "d", "1"), PackInfo("b", "d", "1")))
    new = one()._replace(
        packs=(PackInfo("a", "d", "2"), PackInfo("c", "d", "1")),
        as_of="2024-01-01",
        force=old.force._replace(id="south", name="South"),
        framework=old.framework._replace(id="roads"),
    )
    assert difference(old, new).remarks == (
        "These are two forces: North and South.",
        "These answer two reports: trees and roads.",
        "The second is judged as of an earlier day than the first.",
        "The pack a was 1 and is 2.",
        "The pack c was not there before: its checks are new questions.",
        "The pack b is no longer there: its questions are not asked.",
    )


@given(worlds())
def test_a_result_does_not_differ_from_itself(world: World) -> None:
    judged = world.judged()
    found = difference(judged, judged)
    assert (found.remarks, found.changes, found.new_gaps, found.closed_gaps) == ((), (), (), ())
    assert (found.promises, found.evidence, found.is_worse) == ((), (), False)
    assert "Nothing changed." in difference_text.render(found)


@given(worlds(), worlds())
def test_backwards_is_the_mirror_of_forwards(world: World, other: World) -> None:
    old, new = world.judged(), other.judged()
    there, back = difference(old, new), difference(new, old)
    assert sorted(
        (c.place, c.what, OPPOSITE[c.kind], c.new, c.old) for c in there.changes if c.old and c.new
    ) == sorted((c.place, c.what, c.kind, c.old, c.new) for c in back.changes if c.old and c.new)
    assert len(there.changes) == len(back.changes)
    assert [gap.check for gap in there.new_gaps] == [gap.check for gap in back.closed_gaps]
    places = [(change.place, change.what) for change in there.changes]
    assert len(places) == len(set(places))


def listing(*lists: tuple[str, tuple[str, ...]]) -> Result:
    return one()._replace(lists=tuple(ListResult(*item) for item in lists))


def test_an_entry_that_disappeared_is_named_and_not_what_was_in_it() -> None:
    old = listing(
        ("care.roles", ("Call handlers", "Dog unit")),
        ("care.roles[Call handlers].supports", ("Talks",)),
        ("care.roles[Dog unit].supports", ("Talks", "Rest")),
        ("datasets", ("leavers",)),
    )
    new = listing(
        ("care.roles", ("Dog unit", "Drone unit")), ("care.roles[Dog unit].supports", ("Rest",))
    )
    found = difference(old, new)
    assert [(item.kind, item.path, item.entry) for item in found.entries] == [
        (ChangeKind.DISAPPEARED, "care.roles", "Call handlers"),
        (ChangeKind.DISAPPEARED, "care.roles[Dog unit].supports", "Talks"),
        (ChangeKind.DISAPPEARED, "datasets", "leavers"),
        (ChangeKind.APPEARED, "care.roles", "Drone unit"),
    ]
    assert "3 entries disappeared; 1 entry appeared." in difference_text.render(found)
    assert "| disappeared | care.roles | Call handlers |" in difference_markdown.render(found)


def test_every_part_is_shown_in_every_form() -> None:
    old = result(
        recommendation("2", requirement("2.a|b", check("A")), actions=(action("A1"), action("A2"))),
        recommendation("3", requirement("3.x")),
    )
    new = result(
        recommendation(
            "2",
            requirement("2.a|b", check("B"), verdict=Verdict.NOT_MET, support=Support.NO_CLAIM),
            requirement("2.new"),
            actions=(action("A1", "2025-01-31"), done("A2", "2024-01-01"), action("A3")),
        )
    )
    found = difference(old, new)
    text, page = difference_text.render(found), difference_markdown.render(found)
    for word in ("Fell: 1", "Changed: 1", "Appeared: 2", "Disappeared: 6", "Promises: 3", "moved"):
        assert word in text
        assert word in page
    assert "2.a\\|b" in page
    assert page.count("<details>") == page.count("</details>") == 7
    assert json.loads(as_text(found.as_json()))["new_gaps"] == [
        {"place": "2.a|b", "check": "B", "old": None, "new": "gap"}
    ]


def test_the_json_is_named_as_it_is() -> None:
    assert Path(__file__).name == "test_difference.py"
    assert difference(one(), one()).as_json()["format"] == "govcheck-difference/1"
