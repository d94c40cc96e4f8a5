"""Whatever a check does, a result comes back: the check is an error outcome and the run goes on."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter
from tests.properties.worlds import World, is_answered_in_general, judge, made, registry_of

from govcheck.engine.outcome import MOST_FINDINGS
from govcheck.gate.exit_status import ExitStatus, exit_for
from govcheck.model.result import CheckResult, Result
from govcheck.model.vocabulary import Status
from govcheck.plugin import (
    Finding,
    Framework,
    Gap,
    NotApplicable,
    Observation,
    Open,
    Severity,
    Strength,
    check,
)

RESULT = TypeAdapter(Result)
FRAMEWORK = Framework.model_validate_json(
    json.dumps(
        {
            "govcheck-framework": 1,
            "id": "report",
            "title": "R",
            "publisher": "P",
            "published": "2023-07-07",
            "source": "S",
            "licence": "L",
            "recommendations": [
                {
                    "number": "1",
                    "title": "T",
                    "wording": "W",
                    "addressee": "forces",
                    "requirements": [{"id": "a", "text": "X"}, {"id": "b", "text": "X"}],
                }
            ],
        }
    )
)
DATA = {
    "govcheck": 1,
    "framework": "report",
    "force": {"id": "north", "name": "North Force"},
    "as_at": "2023-12-15",
    "custody": {"answered": "no", "roles": {"custody": {"offered": "no"}}},
}


def judged_with(body: Callable[[Framework], Any]) -> Result:
    """The result where one check does this, and another is sound."""

    def hostile(framework: Framework) -> Iterable[Finding]:
        """It is so.

        Close the gap: do it.
        """
        return body(framework)

    checks = (
        check("BAD-1", serves="report:1.a", severity=Severity.MAJOR)(hostile),
        check("FINE-1", serves="report:1.b", severity=Severity.MAJOR)(made(is_sound)),
    )
    packs = (("one", checks),)
    result = judge(World(FRAMEWORK, packs, DATA), registry_of(FRAMEWORK, packs))
    assert RESULT.validate_json(json.dumps(result.as_json())) == result
    return result


def is_sound(framework: Framework) -> Iterator[Finding]:
    yield Strength(framework.title)


def outcome(result: Result, check_id: str) -> CheckResult:
    return next(item for item in result.check_results() if item.id == check_id)


def told(body: Callable[[Framework], Any]) -> str:
    """What is said of the check that broke, once it is certain that nothing else did."""
    result = judged_with(body)
    broken = outcome(result, "BAD-1")
    assert broken.status is Status.ERROR
    assert outcome(result, "FINE-1").status is Status.MET
    assert exit_for(result, None).status is ExitStatus.BROKEN
    (finding,) = broken.findings
    assert finding.kind == "error"
    return finding.message


class UnspeakableError(Exception):
    def __str__(self) -> str:
        raise RuntimeError("no words")


class Unclassified(BaseException):
    pass


def raising(error: BaseException) -> Callable[[Framework], Any]:
    def body(_: Framework) -> Iterator[Finding]:
        yield Gap("said before it broke")
        raise error

    return body


def endless_recursion(framework: Framework) -> Any:
    return endless_recursion(framework)


def endless_gaps(_: Framework) -> Iterator[Finding]:
    while True:
        yield Gap("again")


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (LookupError("no such key"), "LookupError: no such key"),
        (SystemExit(0), "SystemExit: 0"),
        (StopIteration(), "RuntimeError: generator raised StopIteration"),
        (MemoryError(), "MemoryError"),
        (AssertionError(), "AssertionError"),
        (UnspeakableError(), "UnspeakableError"),
        (GeneratorExit(), "GeneratorExit"),
        (Unclassified("odd"), "Unclassified: odd"),
        (ValueError("\ud800"), "ValueError"),
        (ExceptionGroup("many", [ValueError("one")]), "ExceptionGroup: many"),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, BaseException) else "",
)
def test_a_check_that_raises_is_an_error_with_type_and_message(
    error: BaseException, said: str
) -> None:
    assert said in told(raising(error))


def test_who_stops_the_run_stops_the_run() -> None:
    with pytest.raises(KeyboardInterrupt):
        judged_with(raising(KeyboardInterrupt()))


def test_a_check_without_a_floor_is_an_error() -> None:
    assert "RecursionError" in told(endless_recursion)


def test_a_check_without_an_end_is_an_error() -> None:
    assert told(endless_gaps) == "the check yielded more than 100,000 findings"


def test_a_check_may_say_as_much_as_the_limit() -> None:
    result = judged_with(lambda _: [Gap("again")] * MOST_FINDINGS)
    assert outcome(result, "BAD-1").status is Status.GAP


class CannotBeIterated:
    def __iter__(self) -> Iterator[Finding]:
        raise TypeError("not today")


@pytest.mark.parametrize(
    "said",
    [
        None, True, 1, "gap", b"gap", Gap("not in a list"), object(), Gap, CannotBeIterated(),
        [None], [True], ["gap"], [Gap], [[Gap("too deep")]], {"a": 1}, iter([1]), [type("Mine", (Gap,), {})("x")],
    ],
)  # fmt: skip
def test_a_check_that_returns_nonsense_is_an_error(said: Any) -> None:
    assert told(lambda _: said)


@pytest.mark.parametrize(
    "finding",
    [
        Gap(None), Gap(1), Gap(object()), Gap(b"x"), Gap(["x"]), Gap(float("nan")), Gap(2**70),
        Gap("x", at=None), Gap("x", at=1), Gap("x", at=("a", "b")), Gap("x", fix=1), Gap("x", fix=object()),
        Open(None), Open(3), Open("answered", message=7), NotApplicable(None), NotApplicable(""),
        Observation(None), Strength(object()), Strength({}), Gap("\ud800"), Gap("x", at="/\ud800"),
    ],
)  # fmt: skip
def test_a_finding_with_nonsense_in_it_never_stops_the_run(finding: Finding) -> None:
    result = judged_with(lambda _: [finding])
    assert outcome(result, "FINE-1").status is Status.MET
    assert outcome(result, "BAD-1").status is not Status.MET or isinstance(finding, Observation)


@settings(max_examples=150, deadline=None)
@given(st.text(), st.text())
def test_whatever_place_a_finding_names_there_is_a_location(at: str, message: str) -> None:
    result = judged_with(lambda _: [Gap(message, at=at), Open(at)])
    location = outcome(result, "BAD-1").findings[0].location
    assert location.line >= 1
    assert location.column >= 1


@pytest.mark.parametrize(
    ("at", "pointer"),
    [
        ("", "/recommendations/1"),
        ("owner", "/recommendations/1/owner"),
        ("actions[0].due", "/recommendations/1/actions/0/due"),
        ("/", ""),
        ("/custody/roles/custody/offered", "/custody/roles/custody/offered"),
        ("/a~1b/m~0n", "/a~1b/m~0n"),
        ("/custody/roles/7", "/custody/roles/7"),
    ],
)
def test_a_place_becomes_a_pointer(at: str, pointer: str) -> None:
    result = judged_with(lambda _: [Gap("x", at=at)])
    assert outcome(result, "BAD-1").findings[0].location.pointer == pointer


def test_a_check_that_serves_what_no_other_does_is_left_out_where_one_does() -> None:
    assert made(is_answered_in_general).__doc__
