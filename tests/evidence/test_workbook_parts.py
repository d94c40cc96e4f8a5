"""A workbook is looked into before it is opened: a small file can unpack to fill the memory."""

import zipfile
from pathlib import Path

import pytest
from tests.evidence.workbooks import SHEET, changed, sheet_data, workbook

from govcheck.evidence.files import workbook_parts
from govcheck.evidence.files.workbook_parts import looked_into
from govcheck.evidence.tables.table import UnreadableTable

SAVE = "Open it in Excel and save it as .xlsx, or as “CSV UTF-8”."
TOO_LARGE = "it is too large for a workbook, or unpacks to far more than its size."
NO_WORKBOOK = "it is damaged, or no workbook."
OTHER_KIND = "it is a workbook of another kind than its name says."


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return workbook(tmp_path / "book.xlsx", [["a", "b"], [1, "x"]])


def refused(path: Path) -> tuple[str, str]:
    with pytest.raises(UnreadableTable) as caught:
        looked_into(path)
    assert caught.value.__cause__ is caught.value.__context__ is None
    return caught.value.message, caught.value.fix


def archive(path: Path, **parts: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name.replace("__", "/").replace("_", "."), content)
    return path


def test_a_sound_workbook_is_handed_on_as_it_is(book: Path) -> None:
    content, notes = looked_into(book)
    assert content.getvalue() == book.read_bytes()
    assert notes == ()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "it is empty."),
        (b"  \n", "it is empty."),
        (b"a,b\n1,2\n", NO_WORKBOOK),
        (b"PK\x03\x04 cut short", NO_WORKBOOK),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
            "it is protected by a password, or an old workbook (.xls).",
        ),
    ],
)
def test_what_is_no_archive_is_no_workbook(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "book.xlsx"
    path.write_bytes(content)
    assert refused(path)[0] == message


def test_a_damaged_part_is_told_without_what_it_holds(book: Path) -> None:
    content = bytearray(book.read_bytes())
    with zipfile.ZipFile(book) as made:
        place = made.getinfo(SHEET).header_offset + 30 + len(SHEET)
    content[place + 20 : place + 60] = bytes(40)
    book.write_bytes(content)
    assert refused(book) == (NO_WORKBOOK, SAVE)


@pytest.mark.parametrize(
    "parts",
    [
        {"content_xml": b"<office/>"},
        {"xl__workbook_bin": b""},
        {"xl__workbook_xml": b"", "Content_xml": b""},
        {"xl__workbook_xml": b"", "xl__Workbook_bin": b""},
    ],
)
def test_other_kinds_of_workbook_are_not_opened(tmp_path: Path, parts: dict[str, bytes]) -> None:
    assert refused(archive(tmp_path / "book.xlsx", **parts)) == (OTHER_KIND, SAVE)


def test_a_large_file_is_not_even_read(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook_parts, "MAX_BYTES", book.stat().st_size - 1)
    monkeypatch.setattr(Path, "read_bytes", lambda _self: pytest.fail("read"))
    assert refused(book) == (TOO_LARGE, "Export the sheet as “CSV UTF-8”.")


def test_a_file_that_unpacks_to_a_hundred_times_its_size_is_a_bomb(tmp_path: Path) -> None:
    bomb = archive(tmp_path / "book.xlsx", xl__workbook_xml=b"", xl__bomb_xml=bytes(10**6))
    assert refused(bomb)[0] == TOO_LARGE


def test_many_parts_together_are_a_bomb_too(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with zipfile.ZipFile(book) as made:
        monkeypatch.setattr(workbook_parts, "MAX_BYTES", sum(i.file_size for i in made.infolist()))
        assert looked_into(book)
        monkeypatch.setattr(workbook_parts, "MAX_BYTES", workbook_parts.MAX_BYTES - 1)
    assert refused(book)[0] == TOO_LARGE


def test_a_bomb_that_lies_about_its_size_is_a_bomb(tmp_path: Path) -> None:
    bomb = archive(tmp_path / "book.xlsx", xl__workbook_xml=b"", xl__bomb_xml=bytes(10**6))
    content = bomb.read_bytes()
    bomb.write_bytes(content.replace((10**6).to_bytes(4, "little"), (10).to_bytes(4, "little")))
    with zipfile.ZipFile(bomb) as made:
        assert made.getinfo("xl/bomb.xml").file_size == 10
    assert refused(bomb)[0] == TOO_LARGE


FAR = '<row r="1"><c r="A1"/></row><row r="1048576"><c r="XFD1048576"/></row>'
MANY = "<c/>" * 1001


@pytest.mark.parametrize(
    "xml",
    [
        FAR,
        FAR.replace(" r=", " s='1' r = "),
        FAR.replace('"', "'").lower(),
        FAR.replace("<c", "<x:c"),
        '<row r="2"><c r="ALM2"/></row>',
        '<row r="9999999"><c r="A1"/><c r="B1"/><c r="C1"/></row>',
        '<row r="9999999"><c/><c/><c/></row>',
        '<row r="9999990"><c/><c/></row>' + "<row/>" * 10,
        f"<row>{MANY}</row>",
        f"<x:row>{MANY.replace('<', '<x:')}</x:row>",
        '<row r="1"><c r="ALA1"/>' + "<c s=' r=\"A1\"'/>" * 20 + "</row>",
        '<row r="1"><c r="aaaaaa1"/></row>',
    ],
)
def test_a_cell_far_from_the_table_would_fill_the_memory(
    book: Path, xml: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook_parts, "MAX_RATIO", 10**6)
    message, fix = refused(changed(book, sheet1=sheet_data(xml)))
    assert message.startswith("a sheet of it reaches far beyond any table")
    assert fix.startswith("Delete the columns to the right of the table and the rows below it")


@pytest.mark.parametrize("odd", ["<!-- <row -->", "<c s='<row'/>"])
def test_cells_cannot_be_hidden_among_comments_and_attributes(book: Path, odd: str) -> None:
    xml = "<row>" + "<c/>" * 600 + odd + "<c/>" * 600 + "</row>"
    assert refused(changed(book, sheet1=sheet_data(xml))) == (
        "it is not written as workbooks are.",
        SAVE,
    )


@pytest.mark.parametrize(
    "xml",
    [
        '<row r="1"><c r="ALL1"/></row>',
        '<row r="1"><c r="A1"/></row><row r="1048576"><c r="S1048576"/></row>',
        '<row r="1"><c r="S1048576"/></row><cfRule/>',
        "<row><c/><c/></row><row><c/></row>",
        "",
    ],
)
def test_sheets_of_a_usual_size_may_leave_places_out(book: Path, xml: str) -> None:
    assert looked_into(changed(book, sheet1=sheet_data(xml)))


@pytest.mark.parametrize(
    ("size", "told"),
    [(200_000, []), (200_001, ["a cell holds more text than Excel allows.", SAVE])],
)
def test_a_text_longer_than_excel_allows_is_refused(book: Path, size: int, told: list[str]) -> None:
    half = b"x" * (size // 2)
    text = b"<si><r><t>" + half + b"</t></r><r><t>" + half + b"x" * (size % 2) + b"</t></r></si>"
    long = changed(book, sharedStrings=lambda old: old.replace(b"</sst>", text + b"</sst>"))
    with zipfile.ZipFile(long, "a") as made:  # so that it does not look like a bomb
        made.writestr(
            "xl/media/noise.bin", bytes(i * i % 251 for i in range(30_000)), zipfile.ZIP_STORED
        )
    found = list(refused(long)) if told else looked_into(long)[1]
    assert list(found) == told


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ('<c r="A2" t="e"><f>1/0</f><v>#DIV/0!</v></c>', "cells with an error, such as #N/A,"),
        ('<c r="A2"><f>1+1</f></c>', "formulas that were never worked out"),
        ('<c r="A2"><f>1+1</f><v></v></c>', "formulas that were never worked out"),
        ('<c r="A2" s="1"><f t="shared" si="0"/><v/></c>', "formulas that were never worked out"),
        ('<c r="A2"><f>1+1</f><v>2</v></c>', ""),
        ('<c r="A2" t="str"><f>IF(1,"")</f><v></v></c>', ""),
    ],
)
def test_what_comes_as_a_blank_and_is_none_is_said(book: Path, cell: str, said: str) -> None:
    _, notes = looked_into(changed(book, sheet1=sheet_data(f'<row r="2">{cell}</row>')))
    assert [note.startswith(said) for note in notes] == ([True] if said else [])
