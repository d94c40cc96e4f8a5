"""A self-assessment that is well formed, with what it refers to."""

import pytest
from tests.intake.allotments import FRAMEWORK, HEAD, Custody, Sheds, catalogue, submitted

from govcheck.intake.assessment import without
from govcheck.intake.catalogue import Catalogue, is_plain
from govcheck.intake.document import parse_document
from govcheck.intake.framework import read_forces, read_framework
from govcheck.intake.problem import InvalidDocument
from govcheck.model.assessment import SelfAssessment


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("plot-1", "plot-1"),
        ("E1", "plot-1"),
        ("first", "plot-1"),
        ("  the  FIRST plot", "plot-1"),
        ("Devon and Cornwall Police", "devon-and-cornwall"),
        ("devon & cornwall police", "devon-and-cornwall"),
        ("{id: plot-9, name: The ninth plot}", "plot-9"),
    ],
)
def test_a_force_is_known_by_any_of_its_names_or_written_out(name: str, found: str) -> None:
    submission = submitted(HEAD.replace("plot-1", name))
    assert submission.force.id == found


def test_what_is_read_is_the_assessment_its_framework_and_its_places() -> None:
    submission = submitted(f"{HEAD}sheds: {{reviewed: 2024-05-01}}\n")
    assert submission.framework.id == "allotments-2024"
    assert str(submission.assessment.sheds.reviewed) == "2024-05-01"  # type: ignore[attr-defined]
    assert submission.document.place(("sheds", "reviewed")) == (5, 19)


def test_the_whole_model_holds_the_section_of_every_pack_and_is_made_once() -> None:
    known = catalogue()
    whole = known.whole_model()
    assert set(whole.model_fields) - set(SelfAssessment.model_fields) == {"sheds", "custody"}
    assert whole.model_fields["sheds"].description == "The sheds."
    assert known.whole_model() is whole


def test_sections_of_a_framework_are_left_to_its_schema() -> None:
    submission = submitted(f"{HEAD}bees: {{hives: 3}}\n")
    assert not hasattr(submission.assessment, "bees")
    assert submission.document.data["bees"] == {"hives": 3}


def test_a_document_without_some_keys_keeps_its_places() -> None:
    document = parse_document("a: 1\nb: 2\n", "x", "yaml")
    assert without(document, ["c"]) is document
    rest = without(document, ["a"])
    assert rest.data == {"b": 2}
    assert rest.place(("b",)) == (2, 4)


def test_a_plain_section_is_told_from_one_with_fields() -> None:
    assert is_plain(Custody)
    assert not is_plain(Sheds)


def test_a_catalogue_of_nothing_knows_nothing() -> None:
    empty = Catalogue()
    assert (empty.force("plot-1"), empty.force_names(), empty.plain_keys(None)) == (None, (), ())


def framework_problems(text: str) -> list[str]:
    with pytest.raises(InvalidDocument) as caught:
        read_framework(parse_document(text, "f", "yaml"))
    return [str(problem) for problem in caught.value.problems]


def test_groups_that_a_framework_does_not_list_are_told_at_their_places() -> None:
    text = FRAMEWORK.replace("title: Paths", "title: Paths\n    groups: [gardners]")
    text = text.replace("id: swept, ", "id: swept, groups: [moles], ")
    assert framework_problems(text) == [
        "f:20:14: there is no group called “gardners”. Did you mean: gardeners?",
        "f:24:30: there is no group called “moles”. Known are: gardeners, bee keepers.",
    ]


def test_a_group_of_a_framework_without_groups_is_told_what_to_do() -> None:
    text = FRAMEWORK.replace("groups: [{name: gardeners}, {name: bee keepers}]\n", "")
    text = text.replace("title: Paths", "title: Paths\n    groups: [moles]")
    assert framework_problems(text) == [
        "f:19:14: there is no group called “moles”. Add it under groups."
    ]


def test_a_section_of_a_framework_has_to_be_a_schema() -> None:
    text = FRAMEWORK.replace("    type: object\n    properties:", "    type: hive\n    properties:")
    assert framework_problems(text) == [
        (
            "f:26:5: this is not a JSON Schema: type: 'hive' is not valid under any of the"
            " given schemas."
        )
    ]


def test_the_version_of_a_framework_file_is_a_number() -> None:
    assert framework_problems(FRAMEWORK.replace("framework: 1", "framework: true")) == [
        "f:2:21: govcheck-framework: expected 1, found true. Write 1, without quotes."
    ]


def test_the_same_number_or_id_twice_is_told() -> None:
    assert framework_problems(FRAMEWORK.replace('"2"', '"1"')) == [
        "f:11:3: recommendations: recommendation 1 appears twice. Give each its own."
    ]
    assert framework_problems(FRAMEWORK.replace("id: locks", "id: review")) == [
        (
            "f:11:3: recommendations: requirement of recommendation 1 review appears twice."
            " Give each its own."
        )
    ]


def test_forces_are_read_with_their_source() -> None:
    text = "source: invented\nforces: [{id: plot-1, name: The first plot}]\n"
    assert read_forces(parse_document(text, "f", "yaml")).forces[0].names() == (
        "plot-1",
        "The first plot",
    )
