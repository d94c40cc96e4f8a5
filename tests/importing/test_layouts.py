"""Responses and trackers in the layouts that forces use: what is no recommendation stays out."""

from typing import Any

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml

from tests.importing.test_family import drafted, read, saved


def letter(*lines: str) -> Any:
    """The recommendations of a letter with a heading for each."""
    document = docx.Document()
    for line in lines:
        if line.startswith("# "):
            document.add_heading(line[2:], 1)
        elif line.startswith("- "):
            document.add_paragraph(line[2:], style="List Bullet")
        else:
            document.add_paragraph(line)
    return read(saved(document), ".docx")


def table(*rows: tuple[str, ...]) -> Document:
    document = docx.Document()
    grid = document.add_table(rows=0, cols=len(rows[0]))
    for row in rows:
        for cell, text in zip(grid.add_row().cells, row, strict=True):
            cell.text = text
    return document


def test_lines_inside_one_paragraph_of_word_are_lines() -> None:
    joint = (
        "Recommendation 1 (#90001)\nBy end of March 2025, forces should plant trees.\n\n"
        "Recommendation 4 (#90004)\nImmediately, forces should water:\n- oaks; and\n- elms.\n"
        "Recommendation 7\nWithin three months, forces should tell the inspectorate."
    )
    document = table(
        ("Inspection title:", "#90000 Trees in towns"),
        ("Recommendations", joint),
        ("PCC response", "We welcome Recommendation 1. We should have planted by June 2030."),
    )
    one, four, seven = read(saved(document), ".docx")["recommendations"]
    assert (one["number"], one["id"], one["due"]["by"]) == ("1", "#90001", "2025-03")
    assert one["wording"] == "By end of March 2025, forces should plant trees."
    assert four["wording"].split("\n")[1:] == ["- oaks; and", "- elms."]
    assert (four["due"]["by"], four["due"]["wording"]) == (None, "Immediately")
    assert (seven["due"]["by"], seven["due"]["wording"]) == (None, "Within three months")


def test_the_words_end_with_their_quotation_marks() -> None:
    framework = letter(
        "# Recommendation 2",
        "\u201cBy January 2025, forces should plant trees. They should include:",
        "- oaks; and",
        "- elms.\u201d",
        "The Chief Constable says that this should be finished by June 2030.",
    )
    (one,) = framework["recommendations"]
    assert one["wording"].split("\n") == [
        "By January 2025, forces should plant trees. They should include:",
        "- oaks; and",
        "- elms.",
    ]
    assert (one["addressee"], one["due"]["by"]) == ("forces", "2025-01")


def test_a_quotation_on_one_line_has_no_marks() -> None:
    (one,) = letter("# Recommendation 2", '"Forces should plant trees."')["recommendations"]
    assert one["wording"] == "Forces should plant trees."


@pytest.mark.parametrize(
    "answer",
    [
        "I have asked the force to do so. They must report by August 2030.",
        "Our force should have done this by June 2030.",
        "Response: the force should finish by June 2030.",
        "Chief Constable\u2019s update June 2029: this should be finished by June 2030.",
    ],
)
def test_what_somebody_says_of_himself_is_no_part_of_the_words(answer: str) -> None:
    (one,) = letter("# Recommendation 3", "By May 2025, forces should plant trees.", answer)[
        "recommendations"
    ]
    assert one["wording"] == "By May 2025, forces should plant trees."
    assert one["due"]["by"] == "2025-05"


@pytest.mark.parametrize(
    "answer", ["The force already does this.", "We should do this by 2030.", "Completed"]
)
def test_an_answer_where_the_words_should_stand_leaves_them_blank(answer: str) -> None:
    framework = letter("# Recommendation 6", answer, "Yours sincerely")
    (one,) = framework["recommendations"]
    assert (one["wording"], one["title"], one["requirements"]) == (None, None, None)
    assert one["addressee"] is None
    assert one["due"] == {"by": None, "wording": None}


@pytest.mark.parametrize(
    "words",
    [
        "By May 2025, forces should plant trees and tell us where.",
        "By May 2025, forces should plant trees in the way that we describe in chapter 3.",
    ],
)
def test_the_inspectorate_may_speak_of_itself_behind_who_has_to_act(words: str) -> None:
    (one,) = letter("# Recommendation 6", words)["recommendations"]
    assert one["wording"] == words


def test_what_the_inspectorate_recommends_needs_no_should() -> None:
    words = "We recommend that the Home Office plants trees."
    (one,) = letter("# Recommendation 6", words)["recommendations"]
    assert one["wording"] == words


@pytest.mark.parametrize(
    "heading",
    [
        *("Recommendation 2", "Commissioner\u2019s response", "Recommendations"),
        *(
            "HMICFRS tracker",
            "Response to \u201cTrees\u201d",
            "PCC response to the report on trees",
        ),
    ],
)
def test_a_heading_that_is_not_the_title_of_a_report_is_not_taken_for_it(heading: str) -> None:
    framework = letter(f"# {heading}", "# Policies", "By May 2025, forces should plant trees.")
    assert (framework["title"], framework["id"]) == (None, None)


def test_the_title_of_a_report_may_be_about_a_response() -> None:
    framework = letter("# The police response to stolen bicycles", "# Recommendation 1", "Plant.")
    assert framework["title"] == "The police response to stolen bicycles"


def test_a_tracker_has_numbers_of_its_own() -> None:
    document = table(
        ("Ref", "Report title", "Recommendation / AFI", "HMICFRS due date", "RAG", "Comment"),
        ("1", "Trees", "Rec 2: Forces should plant trees.", "By end of March 2025", "RED", "x"),
        ("2", "Trees", "AFI: The force should improve its shade.", "No deadline set", "RED", "x"),
        ("3", "Trees", "Rec 5: Chief constables should pay.", "Immediately", "RED", "by 2030"),
        ("4", "Trees", "Forces should rest.", "", "RED", "We should by 2030."),
    )
    two, five, unnumbered = read(saved(document), ".docx")["recommendations"]
    assert (two["number"], two["wording"]) == ("2", "Forces should plant trees.")
    assert two["due"]["by"] == "2025-03"
    assert (five["number"], five["due"]["by"], five["due"]["wording"]) == ("5", None, "Immediately")
    assert (unnumbered["number"], unnumbered["wording"]) == (None, "Forces should rest.")
    assert any("no recommendation" in note for note in drafted(saved(document), ".docx").notes)


def test_the_number_in_the_words_goes_before_that_of_the_row() -> None:
    document = table(
        ("No", "Recommendation", "Title"), ("1", "Recommendation 8: Forces should plant.", "Trees")
    )
    (one,) = read(saved(document), ".docx")["recommendations"]
    assert (one["number"], one["title"], one["wording"]) == ("8", "Trees", "Forces should plant.")


def test_of_two_due_dates_in_a_row_none_is_taken() -> None:
    document = table(
        ("No", "Recommendation", "HMICFRS due date", "Force due date"),
        ("1", "Forces should plant trees.", "May 2025", "June 2030"),
    )
    (one,) = read(saved(document), ".docx")["recommendations"]
    assert one["due"] == {"by": None, "wording": None}


def test_short_lines_below_each_other_are_no_paragraph() -> None:
    framework = read(
        "Inspection Title:\t\t#91234\tNight shifts and rest\n"
        "Date Published:\t12th March 2024\n"
        "Type of Inspection:\tNational\n\nRecommendations:\n\n"
        "\t1.\t#91301 - Recommendation Numbered in Report 2\n"
        "\tBy January 2025, forces should publish rosters.\n"
        "\t\t\u2022\tto officers and staff.\n"
        "\t2.\t#91344 - Recommendation Numbered in Report 5\n"
        "\t[bookmark: _Hlk1]Immediately, chief constables should fund rest.\n\n"
        "PCC Response:\n\tBy March 2030 we should be done.\n"
    )
    assert (framework["title"], framework["published"]) == ("Night shifts and rest", "2024-03-12")
    two, five = framework["recommendations"]
    assert (two["number"], two["id"], five["number"], five["id"]) == ("2", "#91301", "5", "#91344")
    assert two["wording"].split("\n")[1:] == ["- to officers and staff."]
    assert five["wording"] == "Immediately, chief constables should fund rest."


def test_what_hangs_below_an_item_is_a_part_of_it() -> None:
    (one,) = read(
        "RECOMMENDATION 1\nBy May 2025, forces should make sure that all of their officers:\n"
        "    a) have rest days; and\n    b) know what to do where\n       they are not kept.\n"
    )["recommendations"]
    assert one["wording"].split("\n")[1:] == [
        "a) have rest days; and",
        "b) know what to do where they are not kept.",
    ]


def test_a_line_break_in_a_cell_of_markdown_is_one() -> None:
    (one,) = read(
        "| No. | Recommendation |\n|---|---|\n"
        "| 1 | Recommendation 3<br>By May 2025, forces should rest. |\n",
        ".md",
    )["recommendations"]
    assert (one["number"], one["wording"]) == ("3", "By May 2025, forces should rest.")


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("Within 3 months of publication forces should rest.", "Within 3 months of publication"),
        (
            "Within three months of this report being published, forces should rest.",
            "Within three months of this report being published",
        ),
        ("Within a year of the next audit, forces should rest.", "Within a year of the next audit"),
        ("Within six weeks forces should rest.", "Within six weeks"),
    ],
)
def test_a_due_date_that_is_counted_from_something_ends_before_who_has_to_act(
    words: str, due: str
) -> None:
    (one,) = read(f"Recommendation 1\n{words}\n")["recommendations"]
    assert (one["due"]["wording"], one["addressee"]) == (due, "forces")


BOX = (
    '<w:r {0}><mc:AlternateContent {0}><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>'
    "{1}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>"
    "<w:txbxContent>{1}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)
NAMES = " ".join(
    f'xmlns:{name}="{address}"'
    for name, address in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "v": "urn:schemas-microsoft-com:vml",
    }.items()
)


@pytest.mark.parametrize(
    ("line", "number", "title"),
    [
        ("R3 The force should rest by May 2025.", "3", None),
        ("Recommendation Five", "5", None),
        ("National recommendation 6 (College of Policing)", "6", None),
        ("Recommendation 4 - completed", "4", None),
        ("Recommendation 4: Partially met", "4", None),
        ("Recommendation 4: Rest days", "4", "Rest days"),
    ],
)
def test_numbers_and_what_stands_beside_them(line: str, number: str, title: str | None) -> None:
    before = "Recommendation 1\nBy May 2024, forces should plan.\n\n"
    words = "" if "should" in line else "\nThe force should rest by May 2025."
    one, other = read(f"{before}{line}{words}\n")["recommendations"]
    assert one["wording"] == "By May 2024, forces should plan."
    assert (other["number"], other["title"]) == (number, title)
    assert other["wording"] == "The force should rest by May 2025."


def test_two_recommendations_under_one_heading_are_told() -> None:
    draft = drafted(
        "Recommendation 1\nBy May 2024, forces should plan.\n\n"
        "Recommendations 7 and 8\nBy May 2025, forces should rest.\n"
    )
    assert "line 4: “Recommendations 7 and 8” is not read: write it by hand." in draft.notes


def test_a_text_box_is_read_once() -> None:
    document = docx.Document()
    document.add_paragraph("Recommendation 1")
    lines = ("By May 2025, forces should plant trees.",)
    box = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
    document.add_paragraph()._p.append(parse_xml(BOX.format(NAMES, box)))
    (one,) = read(saved(document), ".docx")["recommendations"]
    assert one["wording"] == "By May 2025, forces should plant trees."
