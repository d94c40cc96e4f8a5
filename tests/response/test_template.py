"""A Word file of the user's own: what is in it stays, and the draft stands where it says so."""

from io import BytesIO
from typing import Any

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from tests.response.responses import changed_part, recommendation, result, word_file

from govcheck.documents.unreadable import UnreadableError
from govcheck.response.compare import differences
from govcheck.response.draft import drafted
from govcheck.response.template import filled
from govcheck.response.word_reading import pieces


def letterhead(document: Any) -> None:
    document.sections[0].header.paragraphs[0].text = "Office of the {{force}}"
    table = document.sections[0].footer.add_table(1, 2, docx.shared.Cm(10))
    table.cell(0, 1).text = "{{ report_published }}"
    split = document.add_paragraph()
    for run in ("On {", "{ inspec", "tion_title", " }", "} and {{title}}", ", again {{ title }}."):
        split.add_run(run).bold = run == "tion_title"
    document.add_paragraph("Before.")
    document.add_paragraph("{{ response }}")
    document.add_paragraph("After.")


def filled_in(build: Any = letterhead, **said: Any) -> Any:
    return docx.Document(BytesIO(filled(word_file(build), drafted(result(**said))).content))


def texts(document: Any) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs if paragraph.text]


def test_the_text_stands_at_its_place() -> None:
    shown = texts(filled_in())
    assert shown[0] == "On Getting a grip and Our response, again Our response."
    assert shown[1:3] == ["Before.", "Key findings"]
    assert shown[-2:] == ["A copy goes to: the minister.", "After."]


def test_header_and_footer_are_kept_and_filled_in() -> None:
    section = filled_in().sections[0]
    assert section.header.paragraphs[0].text == "Office of the Quillmoor Constabulary (invented)"
    assert section.footer.tables[0].cell(0, 1).text == "7 July 2023"


def test_what_is_made_of_a_template_agrees_with_the_file() -> None:
    of = result()
    content = filled(word_file(letterhead), drafted(of)).content
    assert differences(of, pieces(content)) == ()


def test_a_template_without_a_place_gets_the_text_at_its_end_with_the_title() -> None:
    shown = texts(filled_in(lambda document: document.add_paragraph("Letterhead")))
    assert shown[:3] == ["Letterhead", "Our response", "Key findings"]


def test_the_place_can_be_in_a_table() -> None:
    def framed(document: Any) -> None:
        document.add_table(1, 1).cell(0, 0).text = "{{ response }}"

    of = result()
    assert differences(of, pieces(filled(word_file(framed), drafted(of)).content)) == ()


def test_its_styles_are_kept_and_those_that_it_lacks_are_added() -> None:
    def bare(document: Any) -> None:
        for name in ("Heading 2", "Title", "Quote", "List Bullet"):
            document.styles[name].delete()
        document.styles["Heading 1"].font.name = "Comic"
        document.styles.add_style("Quoted list", WD_STYLE_TYPE.PARAGRAPH)

    document = filled_in(bare, key_findings="- One")
    assert document.styles["Heading 1"].font.name == "Comic"
    assert "w:outlineLvl" in document.styles["Heading 2"].element.xml
    assert {"• One", "• those who stay."} <= set(texts(document))


def test_a_value_that_looks_like_a_placeholder_is_text() -> None:
    shown = texts(filled_in(title="{{ force }} {{ response }}"))
    assert shown[0].count("{{ force }} {{ response }}") == 2


def test_a_placeholder_without_a_value_is_a_hole() -> None:
    def asks(document: Any) -> None:
        document.add_paragraph("Published on {{ response_published }}.")

    done = filled(word_file(asks), drafted(result(published=None)))
    assert done.holes == ("[TO BE ADDED: response published.]",)
    assert "Published on [TO BE ADDED: response published.]." in texts(
        docx.Document(BytesIO(done.content))
    )
    assert filled(word_file(asks), drafted(result())).holes == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{{ forse }}", r"asks for \{\{ forse \}\}, which is not known. Known are: \{\{ response"),
        ("The text: {{ response }}", "stand alone in a paragraph"),
    ],
)
def test_what_cannot_be_filled_in_is_told(text: str, said: str) -> None:
    with pytest.raises(UnreadableError, match=said):
        filled(word_file(lambda document: document.add_paragraph(text)), drafted(result()))


def test_the_text_cannot_stand_in_a_header() -> None:
    def above(document: Any) -> None:
        document.sections[0].header.paragraphs[0].text = "{{ response }}"

    with pytest.raises(UnreadableError, match="stand alone in a paragraph of the text"):
        filled(word_file(above), drafted(result()))


def test_the_same_template_gives_the_same_bytes() -> None:
    template, draft = word_file(letterhead), drafted(result(recommendation(), recommendation("3")))
    assert filled(template, draft) == filled(template, draft)


def test_a_document_with_macros_is_told() -> None:
    content = changed_part(
        word_file(letterhead),
        "[Content_Types].xml",
        lambda xml: xml.replace(
            b"vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
            b"vnd.ms-word.document.macroEnabled.main+xml",
        ),
    )
    with pytest.raises(UnreadableError, match="damaged, or no Word file"):
        filled(content, drafted(result()))


def test_styles_are_known_whatever_the_letters_of_their_names() -> None:
    """LibreOffice writes Heading 1 where Word writes heading 1."""
    template = changed_part(
        word_file(letterhead),
        "word/styles.xml",
        lambda xml: xml.replace(b'w:val="heading ', b'w:val="Heading ').replace(
            b'w:val="Title"', b'w:val="title"'
        ),
    )
    of = result()
    content = filled(template, drafted(of)).content
    names = [style.name for style in docx.Document(BytesIO(content)).styles]
    assert names.count("Heading 1") == 1
    assert differences(of, pieces(content)) == ()


def test_the_name_of_a_style_may_be_taken_by_one_of_characters() -> None:
    def taken(document: Any) -> None:
        document.styles["Quote"].delete()
        document.styles.add_style("Quote", WD_STYLE_TYPE.CHARACTER)

    quoted = next(item for item in filled_in(taken).paragraphs if item.text == "Forces should ask:")
    assert quoted.style.name == "Quote of text"


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("word/_rels/document.xml.rels", b"header", b"nothing"),
        ("word/document.xml", b' r:id="', b' r:no="'),
        ("[Content_Types].xml", b"package.core-properties+xml", b"x"),
    ],
)
def test_a_template_with_a_damaged_part_is_told(part: str, old: bytes, new: bytes) -> None:
    template = changed_part(word_file(letterhead), part, lambda xml: xml.replace(old, new))
    with pytest.raises(UnreadableError, match="damaged"):
        filled(template, drafted(result()))
