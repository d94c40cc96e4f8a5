"""The published response that this began with, in each form: what is read is what it says.

Its text is published by the Cumbria Office of the Police, Fire and Crime Commissioner; the wording
of the recommendations is HMICFRS's, under the Open Government Licence v3.0.
"""

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from govcheck.importing.framework_draft import Imported, imported
from govcheck.intake.document import parse_document
from tests.importing.forms import FORMS

ROOT = Path(__file__).parents[2]
SEED = ROOT / "examples" / "cumbria-2023" / "evidence" / "getting-a-grip-response.txt"
SHIPPED = ROOT / "plugins" / "govcheck_police" / "frameworks" / "getting-a-grip-2023.yaml"
EVERY_FORM = pytest.mark.parametrize("ending", FORMS)


@cache
def drafted(ending: str) -> Imported:
    lines = SEED.read_text("utf-8").splitlines()
    return imported(FORMS[ending](lines), ending, f"seed{ending}")


def data(ending: str) -> Any:
    return parse_document(drafted(ending).text, "draft.yaml", "yaml").data


@cache
def shipped() -> Any:
    return parse_document(SHIPPED.read_text("utf-8"), str(SHIPPED), "yaml").data


@EVERY_FORM
def test_the_recommendations_are_those_that_ship(ending: str) -> None:
    read, known = data(ending)["recommendations"], shipped()["recommendations"]
    for key in ("number", "id", "addressee", "wording"):
        assert [one[key] for one in read] == [one[key] for one in known]
    assert [one.get("groups") for one in read] == [one.get("groups") for one in known]
    for one, other in zip(read, known, strict=True):
        for key in ("by", "wording", "reading"):
            assert one["due"][key] == other["due"][key]


@EVERY_FORM
def test_the_report_is_the_one_that_ships(ending: str) -> None:
    read, known = data(ending), shipped()
    for key in ("title", "published", "inspection_id", "inspection_type"):
        assert read[key] == known[key]
    assert [group["name"] for group in read["groups"]] == [
        group["name"] for group in known["groups"]
    ]
    assert read["response"]["days"] == known["response"]["days"]


@EVERY_FORM
def test_each_bullet_is_a_candidate(ending: str) -> None:
    for one in data(ending)["recommendations"]:
        bullets = [line[2:] for line in one["wording"].split("\n") if line.startswith("- ")]
        texts = [atom["text"] for atom in one["requirements"]]
        for bullet in bullets:
            assert any(bullet.startswith(text) for text in texts)
        assert len(texts) == len({atom["id"] for atom in one["requirements"]})


@EVERY_FORM
def test_what_the_text_does_not_say_is_a_marked_blank(ending: str) -> None:
    draft = drafted(ending)
    lines = draft.text.split("\n")
    read = data(ending)
    assert read["source"] is read["licence"] is None
    assert read["response"]["first_day_counts"] is None
    assert [one["title"] for one in read["recommendations"]] == [None] * 3
    for task in draft.tasks:
        assert lines[task.line - 2].strip().startswith("# NOT FOUND: ")
        assert lines[task.line - 1].endswith(":")
    assert len(draft.tasks) == draft.text.count("NOT FOUND: ") == 7


@EVERY_FORM
def test_the_wrong_section_of_the_act_is_told_and_not_taken(ending: str) -> None:
    (task,) = [task for task in drafted(ending).tasks if "law" in task.text]
    assert "Section 33 of the Police Act 1996" in task.text
    assert data(ending)["response"]["law"] is None


@EVERY_FORM
def test_the_mark_that_word_left_is_told_and_taken_out(ending: str) -> None:
    draft = drafted(ending)
    assert "_Hlk144283901" not in draft.text
    assert any("[bookmark: _Hlk144283901]” is left out" in note for note in draft.notes)


@EVERY_FORM
def test_every_value_says_where_it_was_found(ending: str) -> None:
    lines = drafted(ending).text.split("\n")
    for key in ("title:", "published:", "    addressee:", "    due:", "    wording:"):
        for at, line in enumerate(lines):
            if line.startswith(key) and not line.endswith("title:"):
                assert lines[at - 1].strip().startswith("# found: "), line


def test_a_menu_and_a_script_are_not_read() -> None:
    assert "2031" not in drafted(".html").text
    assert "alert" not in drafted(".html").text


def test_the_numbers_that_are_not_there_are_told() -> None:
    assert "not in the document: recommendation 1, 4, 5." in drafted(".txt").notes
