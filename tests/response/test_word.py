"""The draft as a Word file, and what is read back from Word files that people have edited."""

import re
import shutil
import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from docx.oxml import parse_xml
from tests.report.results import result as full_result
from tests.report.test_renderers import HOSTILE
from tests.response.responses import changed_part, recommendation, result, word_file

from govcheck.documents import archive
from govcheck.documents.unreadable import UnreadableError
from govcheck.response.compare import differences
from govcheck.response.draft import drafted
from govcheck.response.piece import Piece
from govcheck.response.word import render
from govcheck.response.word_reading import pieces

SOFFICE = shutil.which("soffice")
NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
DOCUMENT = "word/document.xml"


def opened(content: bytes) -> Any:
    return docx.Document(BytesIO(content))


def part(content: bytes, name: str) -> str:
    with ZipFile(BytesIO(content)) as file:
        return file.read(name).decode()


def edited(change: Callable[[str], str], **said: Any) -> tuple[str, ...]:
    """What differs once the text of the fresh document was changed."""
    of = result(recommendation(**said))
    content = render(drafted(of))
    changed = changed_part(content, DOCUMENT, lambda xml: change(xml.decode()).encode())
    assert changed != content
    return differences(of, pieces(changed))


def test_headings_are_headings_and_the_title_is_in_the_properties() -> None:
    document = opened(render(drafted(result())))
    styles = [(item.style.name, item.text) for item in document.paragraphs if item.text]
    assert styles[0] == ("Title", "Our response")
    assert ("Heading 1", "Key findings") in styles
    assert ("Heading 2", "Response to recommendation 2 (#28102)") in styles
    assert ("Quote", "Forces should ask:") in styles
    assert ("Quoted list", "those who stay.") in styles
    assert document.core_properties.title == "Our response"
    assert document.core_properties.author == "Quillmoor Constabulary (invented)"


def test_it_is_british_english_and_has_no_trace_of_its_maker() -> None:
    content = render(drafted(result()))
    assert set(re.findall(r'<w:lang w:val="([^"]+)"', part(content, "word/styles.xml"))) == {
        "en-GB"
    }
    assert "python" not in part(content, "docProps/core.xml").casefold()
    with ZipFile(BytesIO(content)) as file:
        assert not [name for name in file.namelist() if "thumbnail" in name]


def test_header_rows_are_marked_and_rows_are_not_torn_apart() -> None:
    facts, _, actions, _ = opened(render(drafted(result()))).tables
    assert "w:tblHeader" not in facts._tbl.xml
    assert 'w:firstColumn="1"' in facts._tbl.xml
    header, *rows = actions.rows
    assert "w:tblHeader" in header._tr.xml
    assert all("w:cantSplit" in row._tr.xml for row in (header, *rows))
    assert [cell.text for cell in header.cells] == ["No.", "Action", "Owner", "Due", "Progress"]


def test_a_hole_is_bold_and_highlighted() -> None:
    document = opened(render(drafted(result(key_findings=None))))
    (hole,) = [item for item in document.paragraphs if item.text.startswith("[TO BE ADDED")]
    assert hole.runs[0].bold
    assert hole.runs[0].font.highlight_color is not None


@pytest.mark.parametrize("title", ["Short", "A long title " * 30])
def test_the_same_draft_is_the_same_bytes(title: str) -> None:
    draft = drafted(result(title=title))
    assert render(draft) == render(draft)
    with ZipFile(BytesIO(render(draft))) as file:
        assert {entry.date_time[0] for entry in file.infolist()} == {1980}
    assert opened(render(draft)).core_properties.created.isoformat()[:10] == draft.judged


def test_items_of_a_list_are_items() -> None:
    document = opened(render(drafted(result(key_findings="They are:\n- one"))))
    assert ("List Bullet", "one") in [(item.style.name, item.text) for item in document.paragraphs]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stands_as_text(text: str) -> None:
    content = render(drafted(full_result(text)))
    shown = part(content, DOCUMENT)
    assert "<script>" not in shown
    assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e]", shown)
    assert opened(content).paragraphs


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed: soffice is not found")
def test_libreoffice_opens_it_and_what_it_saves_agrees(tmp_path: Path) -> None:
    of = result()
    (tmp_path / "response.docx").write_bytes(render(drafted(of)))
    for form in ("txt:Text (encoded):UTF8", "docx:MS Word 2007 XML"):
        subprocess.run(
            [
                str(SOFFICE), f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
                "--headless", "--convert-to", form, "--outdir", str(tmp_path / "out"),
                str(tmp_path / "response.docx"),
            ],
            check=True, capture_output=True, timeout=180,
        )  # fmt: skip
    text = (tmp_path / "out" / "response.txt").read_text("utf-8-sig")
    assert text.startswith("Our response\n")
    assert "Response to recommendation 2 (#28102)" in text
    saved = (tmp_path / "out" / "response.docx").read_bytes()
    assert differences(of, pieces(saved)) == ()


# Reading


def test_what_was_inserted_counts_and_what_was_deleted_does_not() -> None:
    old = ">15 January 2024<"
    tracked = (
        ' xml:space="preserve">15 </w:t></w:r><w:del w:id="1" w:author="x"><w:r><w:delText>January'
        '</w:delText></w:r></w:del><w:ins w:id="2" w:author="x"><w:r><w:t>March</w:t></w:r></w:ins>'
        '<w:r><w:t xml:space="preserve"> 2024<'
    )
    assert edited(lambda xml: xml.replace(old, tracked)) == (
        "recommendation 2: action A1: due 15 January 2024 in the file and 15 March 2024 in the"
        " document.",
    )


def test_a_row_that_was_deleted_is_gone() -> None:
    row = "<w:trPr><w:cantSplit/></w:trPr>"
    gone = '<w:trPr><w:cantSplit/><w:del w:id="1" w:author="x"/></w:trPr>'

    def last_row_of_actions(xml: str) -> str:
        start = xml.rindex(row, 0, xml.index(">A1<"))
        return xml[:start] + gone + xml[start + len(row) :]

    assert edited(last_row_of_actions) == (
        "recommendation 2: action A1 is in the file and not in the document.",
    )


def test_text_that_was_moved_away_is_gone() -> None:
    def moved(xml: str) -> str:
        return xml.replace(
            "<w:r><w:t>We ask everybody.</w:t></w:r>",
            "<w:moveFrom w:id='1' w:author='x'><w:r><w:t>We ask everybody.</w:t></w:r></w:moveFrom>",
        )

    assert edited(moved, actions=()) == (
        "recommendation 2: the document holds no answer under its name.",
    )


def test_everything_that_holds_text_is_read() -> None:
    xml = f"""
    <w:sdt {NS}><w:sdtContent>
      <w:p><w:r><w:t>one</w:t><w:tab/><w:t>two</w:t><w:br/><w:t>three</w:t>
        <w:noBreakHyphen/><w:t>four</w:t><w:instrText>PAGE</w:instrText></w:r></w:p>
      <w:p/>
      <w:tbl><w:tblPr/><w:tr><w:sdt><w:sdtContent><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc>
        </w:sdtContent></w:sdt><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p><w:p/></w:tc></w:tr>
      </w:tbl>
      <w:tbl><w:tr><w:tc><w:p><w:r><w:t>frame</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
    </w:sdtContent></w:sdt>"""

    def build(document: Any) -> None:
        document.add_heading("Title", 0)
        document.add_heading("Part", 3)
        document.element.body.insert(2, parse_xml(xml))

    assert pieces(word_file(build)) == (
        Piece("title", "Title"),
        Piece("heading", "Part", level=3),
        Piece("text", "one two three-four"),
        Piece("row", "a b", cells=("a", "b"), table=0),
        Piece("text", "frame"),
    )


def test_a_heading_without_a_number_is_one_of_the_first_level() -> None:
    def build(document: Any) -> None:
        document.add_paragraph("Part", style=document.styles.add_style("Heading", 1))

    assert pieces(word_file(build)) == (Piece("heading", "Part", level=1),)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "damaged, or no Word file"),
        (b"Dear Sir,", "damaged, or no Word file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "protected by a password"),
        (b"PK\x03\x04 cut off", "damaged, or no Word file"),
    ],
)
def test_what_is_no_word_file_is_told(content: bytes, said: str) -> None:
    with pytest.raises(UnreadableError, match=said):
        pieces(content)


def test_another_archive_is_told() -> None:
    written = BytesIO()
    with ZipFile(written, "w") as file:
        file.writestr("xl/workbook.xml", "<x/>")
    with pytest.raises(UnreadableError, match="is no Word file"):
        pieces(written.getvalue())


@pytest.mark.parametrize(
    "xml",
    [
        b"",
        b"<w:document",
        b"<a/>",
        f"<w:document {NS}/>".encode(),
        b"<?xml version='1.0'?><a>&b;</a>",
    ],
)
def test_a_damaged_part_is_told(xml: bytes) -> None:
    with pytest.raises(UnreadableError, match="damaged, or no Word file"):
        pieces(changed_part(render(drafted(result())), DOCUMENT, lambda _: xml))


def test_a_small_file_that_unpacks_to_a_large_one_is_not_opened() -> None:
    written = BytesIO()
    with ZipFile(written, "w", 8) as file:
        file.writestr(DOCUMENT, b" " * (archive._SMALL + 30_000_000))
    with pytest.raises(UnreadableError, match="unpacks to far more"):
        pieces(written.getvalue())


def test_a_file_that_is_too_large_is_not_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_BYTES", 10)
    with pytest.raises(UnreadableError, match="larger than"):
        pieces(b"PK\x03\x04 and more")


def test_no_empty_paragraph_stands_above_a_heading() -> None:
    """LibreOffice would leave the heading behind at the foot of a page."""
    document = docx.Document(BytesIO(render(drafted(result()))))
    body = list(document.element.body)
    headings = [item._p for item in document.paragraphs if item.style.name.startswith("Heading")]
    above = [body[body.index(heading) - 1] for heading in headings]
    assert all(item.tag.endswith("}tbl") or item.xpath("w:r") for item in above)
    assert any(item.tag.endswith("}tbl") for item in above)
