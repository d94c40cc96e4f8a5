"""What a gate reads and writes, as data: each survives its JSON."""

import json
from typing import Any

import pytest
from pydantic import TypeAdapter
from tests.gate.gated import check, of

from govcheck.model import baseline, decision, difference
from govcheck.model.baseline import Baseline, KnownGap
from govcheck.model.decision import (
    Decision,
    KnownResult,
    NewResult,
    RuleResult,
    WaiverResult,
    WaiverState,
)
from govcheck.model.difference import (
    Change,
    ChangeKind,
    Difference,
    EvidenceChange,
    GapChange,
    Promise,
    PromiseKind,
    Side,
)
from govcheck.model.policy import Regression
from govcheck.model.vocabulary import Status

SIDE = Side("a.yaml", "North", "trees", "2024-03-15", "0" * 64)
BARE = Difference(difference.FORMAT, SIDE, SIDE, (), (), (), (), (), ())
FELL = Change(ChangeKind.FELL, "2.review", "substance", "met", "not met")
BROKEN = Promise(PromiseKind.BROKEN, "2", "A1", "Ask", "2024-01-31", "2024-01-31")

DOCUMENTS = [
    Decision(
        decision.FORMAT,
        "a.yaml",
        "north",
        "trees",
        "2024-03-15",
        "0" * 64,
        1,
        "1 of 1 rules of the policy are broken",
        (RuleResult("gaps: at most 0", "1", kept=False, because=("A at 2.review",)),),
        (
            WaiverResult(
                "A", "2", ("2.review",), "R", "O", "P", "2024-01-01", WaiverState.EXPIRED, "ended"
            ),
        ),
        (KnownResult("B", ("2.review",), Status.GAP, "2023-01-01", None),),
        (NewResult("C", ("2.review", "2"), Status.NOT_ASSESSED),),
        ("D at 2.review",),
    ),
    Baseline(baseline.FORMAT, (KnownGap("2", "2.review", "A", "2023-01-01"),), of(check("A"))),
    BARE._replace(
        remarks=("These are two forces: North and South.",),
        changes=(FELL,),
        new_gaps=(GapChange("2.review", "A", None, Status.GAP),),
        promises=(BROKEN,),
        evidence=(EvidenceChange("e1", "found", None),),
    ),
]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda item: type(item).__name__)
def test_what_is_written_is_read_back_the_same(document: Any) -> None:
    kind = TypeAdapter[Any](type(document))
    assert kind.validate_json(json.dumps(document.as_json())) == document


def test_a_difference_lists_its_changes_and_promises_by_kind() -> None:
    found = BARE._replace(changes=(FELL,), promises=(BROKEN,))
    assert (found.of(ChangeKind.FELL), found.of(ChangeKind.IMPROVED)) == ((FELL,), ())
    assert (found.kept(PromiseKind.BROKEN), found.kept(PromiseKind.NEW)) == ((BROKEN,), ())


@pytest.mark.parametrize(
    ("found", "worse"),
    [
        (BARE, False),
        (BARE._replace(changes=(FELL,)), True),
        (BARE._replace(changes=(FELL._replace(kind=ChangeKind.DISAPPEARED),)), True),
        (BARE._replace(changes=(FELL._replace(kind=ChangeKind.IMPROVED),)), False),
        (BARE._replace(promises=(BROKEN,)), True),
        (BARE._replace(promises=(BROKEN._replace(kind=PromiseKind.MOVED),)), False),
    ],
)
def test_worse_is_what_fell_or_is_gone_and_a_promise_that_is_broken(
    found: Difference,
    worse: bool,  # noqa: FBT001
) -> None:
    assert found.is_worse is worse


def test_only_a_waiver_says_by_itself_what_was_promised() -> None:
    assert [kind for kind in Regression if not kind.needs_baseline] == [Regression.WAIVER_EXPIRED]
