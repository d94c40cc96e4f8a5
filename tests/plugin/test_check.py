from collections.abc import Iterator
from functools import wraps
from pathlib import Path
from typing import Any

import pytest

from govcheck.plugin import Aspect, Finding, Gap, Severity, check


@check("TEST-001", serves="allotments-2024:1.review", severity=Severity.MAJOR)
def sheds_are_reviewed(count: int) -> Iterator[Finding]:
    """The sheds are reviewed.

    Why: a shed that nobody
    looks at falls down.

    And then it is gone.

    Close the gap: review them.
    """
    if not count:
        yield Gap("no review")


def test_a_check_is_called_like_the_function_it_was_made_of() -> None:
    assert list(sheds_are_reviewed(0)) == [Gap("no review")]
    assert list(sheds_are_reviewed(count=1)) == []


def test_one_requirement_need_not_be_written_as_a_tuple() -> None:
    assert sheds_are_reviewed.serves == ("allotments-2024:1.review",)
    assert sheds_are_reviewed.aspect is Aspect.SUBSTANCE


def test_the_docstring_is_the_documentation() -> None:
    documentation = sheds_are_reviewed.documentation
    assert documentation.title == "The sheds are reviewed"
    assert documentation.why == "a shed that nobody looks at falls down. And then it is gone."
    assert documentation.close == "review them."


def test_a_function_without_a_docstring_has_empty_documentation() -> None:
    @check("TEST-002", serves="allotments-2024:1.review", severity=Severity.MINOR)
    def nothing_is_said() -> Iterator[Finding]:
        yield from ()

    documentation = nothing_is_said.documentation
    assert (documentation.title, documentation.why, documentation.close) == ("", "", "")


def test_the_place_of_a_check_is_where_its_function_is_written() -> None:
    file, _, line = sheds_are_reviewed.place.rpartition(":")
    assert file == __file__
    text = Path(file).read_text(encoding="utf-8").splitlines()
    assert text[int(line) - 1].startswith('@check("TEST-001"')


def test_other_decorators_do_not_hide_the_place_of_a_check() -> None:
    @wraps(sheds_are_reviewed.function)
    def louder(count: int) -> Iterator[Finding]:
        yield from sheds_are_reviewed(count)

    decorate = check("TEST-003", serves="allotments-2024:1.review", severity=Severity.MINOR)
    assert decorate(louder).place == sheds_are_reviewed.place


def test_two_checks_that_say_the_same_are_still_two() -> None:
    decorate = check("TEST-004", serves="allotments-2024:1.review", severity=Severity.MINOR)
    one = decorate(sheds_are_reviewed.function)
    assert one != decorate(sheds_are_reviewed.function)
    assert len({one, one}) == 1


@pytest.mark.parametrize(
    ("thing", "called"), [(int, "a class"), (print, "a builtin_function_or_method"), (3, "a int")]
)
def test_only_a_function_can_be_a_check(thing: Any, called: str) -> None:
    decorate = check("TEST-005", serves="allotments-2024:1.review", severity=Severity.MINOR)
    with pytest.raises(TypeError, match=rf"^@check\('TEST-005'\) .*; it is above {called}$"):
        decorate(thing)


def test_nobody_changes_a_check() -> None:
    with pytest.raises(AttributeError):
        sheds_are_reviewed.severity = Severity.MINOR  # type: ignore[misc]
