"""The numbers that Word counts and does not write into the file."""

from typing import Any

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.importing.test_family import read, saved

LEVEL = (
    '<w:lvl w:ilvl="{level}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
    '<w:lvlText w:val="{text}"/></w:lvl>'
)


def described(document: Document, name: int, *levels: tuple[str, str, int]) -> None:
    """A description of a list, each level with its form, its text and where it starts."""
    inner = "".join(
        LEVEL.format(level=level, form=form, text=text, start=start)
        for level, (form, text, start) in enumerate(levels)
    )
    _add(
        document, f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{name}">{inner}</w:abstractNum>'
    )


def counted(document: Document, name: int, of: int, anew: int | None = None) -> None:
    """A list of a description, which goes on where the last one ended or begins anew."""
    override = (
        ""
        if anew is None
        else f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{anew}"/></w:lvlOverride>'
    )
    _add(
        document,
        f'<w:num {nsdecls("w")} w:numId="{name}"><w:abstractNumId w:val="{of}"/>{override}</w:num>',
    )


def _add(document: Document, text: str) -> None:
    root: Any = document.part.numbering_part.element
    element = parse_xml(text)
    place = 0 if element.tag.endswith("abstractNum") else len(root)
    root.insert(place, element)


def line(document: Document, text: str, of: int, level: int = 0) -> None:
    paragraph = document.add_paragraph(text)
    paragraph._p.get_or_add_pPr().append(
        parse_xml(
            f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{of}"/></w:numPr>'
        )
    )


def numbers(document: Document) -> list[str]:
    return [one["number"] for one in read(saved(document), ".docx")["recommendations"]]


def test_a_list_begins_where_it_says() -> None:
    document = docx.Document()
    described(document, 90, ("decimal", "%1)", 4))
    counted(document, 90, 90)
    document.add_heading("Recommendations", 1)
    for text in ("By May 2025, forces should plant.", "By June 2025, forces should water."):
        line(document, text, 90)
    assert numbers(document) == ["4", "5"]


@pytest.mark.parametrize(("anew", "second"), [(None, "2."), (7, "7.")])
def test_two_lists_of_one_description_go_on_unless_one_begins_anew(
    anew: int | None, second: str
) -> None:
    document = docx.Document()
    described(document, 90, ("decimal", "%1.", 1))
    counted(document, 90, 90)
    counted(document, 91, 90, anew)
    document.add_paragraph("Recommendation 6")
    document.add_paragraph("By May 2025, forces should make sure that they:")
    line(document, "plant;", 90)
    line(document, "water.", 91)
    (one,) = read(saved(document), ".docx")["recommendations"]
    assert one["wording"].split("\n")[1:] == ["1. plant;", f"{second} water."]


def test_the_word_recommendation_may_be_counted_too() -> None:
    document = docx.Document()
    described(document, 90, ("decimal", "Recommendation %1:", 2), ("lowerLetter", "(%2)", 1))
    counted(document, 90, 90)
    line(document, "By May 2025, forces should make sure that they:", 90)
    line(document, "plant trees; and", 90, 1)
    line(document, "water them.", 90, 1)
    line(document, "", 90)
    document.add_paragraph("By June 2025, forces should rest.")
    two, three = read(saved(document), ".docx")["recommendations"]
    assert (two["number"], three["number"]) == ("2", "3")
    assert two["wording"].split("\n")[1:] == ["(a) plant trees; and", "(b) water them."]
    assert three["wording"] == "By June 2025, forces should rest."


def test_the_levels_above_stand_in_the_mark() -> None:
    document = docx.Document()
    described(document, 90, ("decimal", "%1.", 1), ("upperRoman", "%1.%2", 1))
    counted(document, 90, 90)
    document.add_paragraph("Recommendation 6")
    document.add_paragraph("By May 2025, forces should make sure that they:")
    line(document, "plant:", 90)
    for text in ("oaks;", "elms."):
        line(document, text, 90, 1)
    (one,) = read(saved(document), ".docx")["recommendations"]
    assert one["wording"].split("\n")[1:] == ["1. plant:", "1.I oaks;", "1.II elms."]
