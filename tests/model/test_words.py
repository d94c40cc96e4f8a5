"""The closed lists of words, and the texts and ids that files may hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from govcheck.model.exhibit import ExhibitState
from govcheck.model.force import Force, folded
from govcheck.model.record import EvidenceId, GroupName, Identifier, Text
from govcheck.model.visible import shortened, visible
from govcheck.model.vocabulary import Severity, Verdict

GRADES = {"outstanding", "good", "adequate", "requires improvement", "inadequate"}


def test_severities_weigh_critical_then_major_then_minor() -> None:
    assert sorted(Severity, key=lambda severity: severity.rank) == ["minor", "major", "critical"]
    assert [severity for severity in Severity if severity.weighty] == ["critical", "major"]


def test_the_order_of_verdicts_begins_with_not_assessed() -> None:
    ranked = sorted((v for v in Verdict if v.rank is not None), key=lambda v: v.rank)
    assert ranked == ["not assessed", "not met", "partly met", "met"]


def test_what_does_not_apply_and_what_broke_are_outside_the_order() -> None:
    assert [v for v in Verdict if v.rank is None] == ["not applicable", "error"]


def test_no_verdict_is_a_grade_of_the_inspectorate() -> None:
    assert GRADES.isdisjoint(Verdict)


def test_a_changed_file_is_usable_so_that_deleting_its_digest_gains_nothing() -> None:
    unusable = {state for state in ExhibitState if not state.usable}
    assert unusable == {"not found", "could not be read", "outside the folder of the assessment"}
    assert ExhibitState.CHANGED.usable == ExhibitState.FOUND.usable


@pytest.mark.parametrize(
    ("kind", "word"),
    [
        (Identifier, "a"),
        (Identifier, "retention-strategy_2.1"),
        (Text, " a "),
        (Text, "a" * 20_000),
    ],
)
def test_ids_and_texts_are_accepted(kind: object, word: str) -> None:
    assert TypeAdapter(kind).validate_python(word, strict=True) == word


@pytest.mark.parametrize(
    ("kind", "word"),
    [
        (Identifier, ""),
        (Identifier, "Retention"),
        (Identifier, "-a"),
        (Identifier, "a b"),
        (Identifier, "a" * 81),
        (Text, ""),
        (Text, " \n"),
        (Text, "a" * 20_001),
    ],
)
def test_ids_and_texts_that_are_none_are_refused(kind: object, word: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(kind).validate_python(word, strict=True)


@pytest.mark.parametrize(
    ("kind", "context"),
    [(EvidenceId, {"evidence": ("a",)}), (GroupName, {"group": ("a",)})],
)
def test_what_is_referred_to_has_to_exist(kind: object, context: dict[str, tuple[str]]) -> None:
    adapter = TypeAdapter(kind)
    assert adapter.validate_python("a", context=context) == "a"
    assert adapter.validate_python("b") == "b"
    with pytest.raises(ValidationError, match=r"evidence|group"):
        adapter.validate_python("b", context=context)


def test_a_name_is_compared_without_case_and_signs() -> None:
    assert folded("Devon & Cornwall  Police") == folded("devon-and-cornwall police")


def test_a_force_answers_to_its_id_name_code_and_variants() -> None:
    force = Force(id="north", name="North Force", code="E1", variants=("Northern Force",))
    assert force.names() == ("north", "North Force", "E1", "Northern Force")
    assert Force(id="north", name="North Force").names() == ("north", "North Force")


def test_text_that_is_shown_cannot_command_a_terminal() -> None:
    assert visible("a\x1b[31mred\x1b]0;title\x07\u202eb\x00\n c") == "aredb c"


def test_shown_text_is_cut_with_an_ellipsis() -> None:
    assert shortened("short", 5) == "short"
    assert shortened("too long", 5) == "too…"


@given(st.text("ab~ \t\n\x0c"))
def test_a_plain_text_is_shown_as_it_is_beside_one_that_is_not(text: str) -> None:
    assert visible(text) == visible(f"{text} \u00e9").removesuffix("\u00e9").rstrip()
