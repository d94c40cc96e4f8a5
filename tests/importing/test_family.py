"""Invented documents, each written as some force or inspectorate might write it."""

from io import BytesIO
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from govcheck.importing.framework_draft import Imported, imported
from govcheck.intake.document import parse_document
from tests.importing.forms import FORMS


def drafted(content: str | bytes, ending: str = ".txt") -> Imported:
    return imported(content.encode() if isinstance(content, str) else content, ending, "report")


def read(content: str | bytes, ending: str = ".txt") -> Any:
    return parse_document(drafted(content, ending).text, "draft.yaml", "yaml").data


def first(content: str | bytes, ending: str = ".txt") -> Any:
    return read(content, ending)["recommendations"][0]


def saved(document: Document) -> bytes:
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("line", "number", "id_"),
    [
        ("Recommendation 3", "3", None),
        ("Recommendation 3:", "3", None),
        ("Recommendation 3 (#28234)", "3", "#28234"),
        ("RECOMMENDATION 12", "12", None),
        ("Recommendation 4.2", "4.2", None),
        ("Recommendation No. 7", "7", None),
        ("Recommendation number 7", "7", None),
        ("#28234 - Recommendation numbered in report 3", "3", "#28234"),
    ],
)
def test_a_recommendation_begins_with_its_number(line: str, number: str, id_: str | None) -> None:
    one = first(f"{line}\nBy May 2025, forces should plant trees.\n")
    assert (one["number"], one.get("id")) == (number, id_)
    assert one["wording"] == "By May 2025, forces should plant trees."


def test_the_wording_may_follow_on_the_same_line() -> None:
    one = first("Recommendation 3: By May 2025, forces should plant trees.\n")
    assert one["wording"] == "By May 2025, forces should plant trees."


def test_a_mention_is_no_recommendation() -> None:
    text = (
        "Recommendation 2\nForces should dig by May 2025.\n\n"
        "Recommendation 2 was hard to carry out and took three years.\n"
    )
    assert [one["number"] for one in read(text)["recommendations"]] == ["2"]


@pytest.mark.parametrize(
    ("wording", "by", "words"),
    [
        ("By January 2024, forces should dig.", "2024-01", "By January 2024"),
        ("By 31 March 2025, forces should dig.", "2025-03-31", "By 31 March 2025"),
        ("By 1st of March 2025, forces should dig.", "2025-03-01", "By 1st of March 2025"),
        ("By the end of June 2025, forces should dig.", "2025-06", "By the end of June 2025"),
        ("By 2026, forces should dig.", "2026", "By 2026"),
        ("No later than 31/03/2025, forces should dig.", "2025-03-31", "No later than 31/03/2025"),
        ("Forces should dig by Sept 2025.", "2025-09", "by Sept 2025"),
        ("With immediate effect, forces should dig.", None, "With immediate effect"),
        ("Within six months, forces should dig.", None, "Within six months"),
        ("By 31 February 2025, forces should dig.", None, "By 31 February 2025"),
        ("Forces should dig.", None, None),
    ],
)
def test_a_due_date_is_as_precise_as_the_words(
    wording: str, by: str | None, words: str | None
) -> None:
    one = first(f"Recommendation 1\n{wording}\n")
    due = one["due"] or {"by": None, "wording": None}
    assert (due["by"], due["wording"]) == (by, words)
    assert one["addressee"] == ("Forces" if "Forces" in wording else "forces")


def test_two_due_dates_are_for_a_person_to_settle() -> None:
    draft = drafted("Recommendation 1\nBy May 2025, forces should dig and by June 2026 plant.\n")
    (task,) = [task for task in draft.tasks if "due" in task.text and ", by" in task.text]
    assert "“By May 2025” and “by June 2026”, which is not one date" in task.text


@pytest.mark.parametrize("mark", ["•", "-", "\u2013", "o", "*", "\uf0b7", "(a)", "1.", "iii."])
def test_bullets_of_every_kind_are_candidates(mark: str) -> None:
    one = first(
        "Recommendation 1\nBy May 2025, chief constables should make sure that forces:\n"
        f"{mark} plant oak trees; and\n{mark} water them.\n"
    )
    texts = [atom["text"] for atom in one["requirements"]]
    assert texts[1:] == ["plant oak trees", "water them"]
    assert [atom["id"] for atom in one["requirements"]][1:] == ["plant-oak-trees", "water"]
    assert one["addressee"] == "chief constables"


def test_a_recommendation_that_is_quoted_twice_is_held_once() -> None:
    wording = "Recommendation 1\nBy May 2025, forces should plant trees.\n"
    draft = drafted(f"{wording}\nResponse:\n{wording}We plant.\n")
    assert draft.text.count("- number:") == 1
    assert any("quoted again at line 5: held once" in note for note in draft.notes)


def test_two_wordings_of_one_number_are_for_a_person_to_settle() -> None:
    draft = drafted(
        "Recommendation 1\nBy May 2025, forces should plant trees.\n\n"
        "Recommendation 1\nBy May 2025, forces should plant oak trees.\n"
    )
    (task,) = [task for task in draft.tasks if "in other words" in task.text]
    assert draft.text.split("\n")[task.line - 2].strip().startswith("# TO SETTLE: line 5")


def test_what_the_force_answers_is_no_recommendation() -> None:
    text = (
        "Recommendation 1\nBy May 2025, forces should plant trees.\n\n"
        "Chief Constable's response\nWe should plant many trees by June 2026.\n"
    )
    (one,) = read(text)["recommendations"]
    assert one["wording"] == "By May 2025, forces should plant trees."


def test_lines_that_were_broken_to_a_width_are_joined() -> None:
    text = (
        "Recommendation 1\n"
        "By January 2024, forces should review whether they have trees that are tall\n"
        "enough to give shade to everybody who walks below them on a sunny day in the\n"
        "park of the town.\n"
    )
    wording = first(text)["wording"]
    assert wording.startswith("By January 2024, forces")
    assert "\n" not in wording
    assert wording.endswith("in the park of the town.")


def test_groups_are_named_as_frameworks_name_them() -> None:
    one = first(
        "Recommendation 1\nForces should support officers and staff, PCSOs, the special"
        " constabulary and volunteers by May 2025.\n"
    )
    assert one["groups"] == [
        "police officers", "police staff", "PCSOs", "special constables", "volunteers",
    ]  # fmt: skip


def test_the_right_provision_the_licence_and_the_address_are_found() -> None:
    text = (
        "A report on trees\nPublished by: His Majesty's Inspectorate of Constabulary and Fire &"
        " Rescue Services\nPublished on: 3 May 2024\n"
        "Open Government Licence v3.0\n"
        "https://hmicfrs.justiceinspectorates.gov.uk/publications/trees/.\n"
        "Section 55(5A) of the Police Act 1996 requires local policing bodies to publish comments"
        " within 56 days beginning with the day of publication.\n"
        "Recommendation 1: Trees\nBy May 2025, forces should plant trees.\n"
    )
    framework = read(text)
    assert framework["response"] == {
        "law": "Section 55(5A) of the Police Act 1996",
        "days": 56,
        "first_day_counts": True,
        "body": "local policing bodies",
    }
    assert framework["licence"] == "Open Government Licence v3.0"
    assert framework["source"].endswith("/publications/trees/")
    assert framework["published"] == "2024-05-03"
    assert framework["recommendations"][0]["title"] == "Trees"


COMPLETE = """\
# Trees in towns

Published on: 3 May 2024. Publisher: the inspectorate of trees, an invented body.

Publisher: Inspectorate of Trees

Link: Trees 2024/1

This may be quoted under the Open Government Licence v3.0.

Section 55(5A) of the Police Act 1996: a response is published within 56 days beginning with the day
of publication.

## Recommendation 1

### Planting

By 31 May 2025, forces should plant trees.
"""


def test_a_draft_without_a_blank_is_a_framework() -> None:
    draft = drafted(COMPLETE, ".md")
    assert draft.tasks == ()
    assert "# NOT FOUND" not in draft.text


def test_a_table_of_recommendations_in_word() -> None:
    document = docx.Document()
    document.add_heading("Trees in towns", 0)
    table = document.add_table(rows=3, cols=4)
    rows = [
        ("No", "Recommendation", "Due date", "Force update"),
        ("1", "Forces should plant trees.", "May 2025", "We should have planted by June 2030."),
        ("2", "Forces should water them.", "31/12/2025", "Not yet."),
    ]
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    one, two = read(saved(document), ".docx")["recommendations"]
    assert (one["number"], one["wording"], one["due"]["by"]) == (
        "1", "Forces should plant trees.", "2025-05",
    )  # fmt: skip
    assert (two["number"], two["wording"], two["due"]["by"]) == (
        "2", "Forces should water them.", "2025-12-31",
    )  # fmt: skip
    assert "2030" not in drafted(saved(document), ".docx").text


def test_a_table_of_recommendations_on_a_page_and_in_markdown() -> None:
    page = (
        "<h1>Trees</h1><table><thead><tr><th>Rec</th><th>Recommendation</th></tr></thead><tbody>"
        "<tr><td>1<td>By May 2025, forces should plant trees.</tr></tbody></table>"
    )
    table = (
        "# Trees\n\n| Rec | Recommendation |\n|---|---|\n"
        "| 1 | By May 2025, forces should plant *trees*. |\n"
    )
    for content, ending in ((page, ".html"), (table, ".md")):
        one = first(content, ending)
        assert (one["number"], one["wording"]) == ("1", "By May 2025, forces should plant trees.")


def test_a_layout_of_two_columns_in_word() -> None:
    document = docx.Document()
    table = document.add_table(rows=2, cols=2)
    for row, texts in zip(
        table.rows, (("Inspection title:", "Trees in towns"), ("Date published:", "3 May 2024")),
        strict=True,
    ):  # fmt: skip
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    document.add_paragraph("Recommendation 1")
    document.add_paragraph("By May 2025, forces should plant trees.")
    framework = read(saved(document), ".docx")
    assert (framework["title"], framework["published"]) == ("Trees in towns", "2024-05-03")


def test_lists_that_word_counts_have_their_marks() -> None:
    document = docx.Document()
    document.add_paragraph("Recommendation 1")
    document.add_paragraph("By May 2025, forces should make sure that they:")
    for text in ("plant trees;", "water them."):
        document.add_paragraph(text, style="List Number")
    wording = first(saved(document), ".docx")["wording"]
    assert wording.split("\n")[1:] == ["1. plant trees;", "2. water them."]


def test_what_is_deleted_with_changes_tracked_is_not_read() -> None:
    document = docx.Document()
    document.add_paragraph("Recommendation 1")
    paragraph = document.add_paragraph("By May 2025, forces should plant ")
    deleted = OxmlElement("w:del")
    deleted.append(paragraph.add_run("many ")._r)
    paragraph._p.append(deleted)
    inserted = OxmlElement("w:ins")
    inserted.append(paragraph.add_run("tall ")._r)
    paragraph._p.append(inserted)
    paragraph.add_run("trees.")
    assert deleted.tag == qn("w:del")
    wording = first(saved(document), ".docx")["wording"]
    assert wording == "By May 2025, forces should plant tall trees."


def test_ordered_lists_of_a_page_have_their_marks() -> None:
    page = (
        "<h2>Recommendation 1</h2><p>By May 2025, forces should make sure that they:</p>"
        '<ol type="a" start="3"><li><p>plant trees;</p><li>water <b>them</b>.</ol>'
        "<aside>Recommendation 2: By May 2026, forces should rest.</aside>"
    )
    wording = first(page, ".html")["wording"]
    assert wording.split("\n")[1:] == ["(c) plant trees;", "(d) water them."]
    assert len(read(page, ".html")["recommendations"]) == 1


@pytest.mark.parametrize("ending", FORMS)
def test_a_document_without_recommendations_says_so(ending: str) -> None:
    draft = imported(FORMS[ending](["Minutes", "Nobody came."]), ending, "minutes")
    assert any("no line like “Recommendation 3”" in task.text for task in draft.tasks)


def test_a_list_without_the_word_is_read_where_it_is_announced() -> None:
    text = (
        "Trees\n\nRecommendations:\n"
        "1. By May 2025, forces should plant trees.\n"
        "2. By May 2026, forces should water them.\n"
    )
    assert [one["number"] for one in read(text)["recommendations"]] == ["1", "2"]


def test_utf_16_and_windows_encodings_are_read() -> None:
    text = "Recommendation 1\nBy May 2025, the force\u2019s officers should plant trees.\n"
    for encoding in ("utf-16", "cp1252", "utf-8-sig"):
        assert "force\u2019s" in first(text.encode(encoding))["wording"]
    assert any("Windows-1252" in note for note in drafted(text.encode("cp1252")).notes)
