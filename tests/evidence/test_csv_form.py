"""How a CSV file is written is told by the assessment, or found out and said."""

from collections.abc import Callable
from pathlib import Path

import pytest

from govcheck.evidence.files import csv_form
from govcheck.evidence.files.csv_form import form_of
from govcheck.evidence.files.csv_records import CsvForm, records
from govcheck.evidence.tables.table import UnreadableTable
from govcheck.model.data_source import DataSource

Write = Callable[[str | bytes], Path]
HEADERS_3 = "a;b;c\n"


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def written(content: str | bytes) -> Path:
        path = tmp_path / "leavers.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return written


def form(path: Path, **how: object) -> tuple[CsvForm, tuple[str, ...]]:
    return form_of(path, DataSource.model_validate({"path": "leavers.csv", **how}))


def refused(path: Path, **how: object) -> str:
    with pytest.raises(UnreadableTable) as caught:
        form(path, **how)
    return f"{caught.value.message} {caught.value.fix}"


@pytest.mark.parametrize(
    ("text", "delimiter", "note"),
    [
        ("a,b\n1,2\n", ",", "delimiter comma (found)"),
        ("a;b\n1,5;2,5\n1,5;2,5\n", ";", "delimiter semicolon (found)"),
        ("a\tb\n1\t2\n", "\t", "delimiter tab (found)"),
        ("a|b\n1|2\n", "|", "delimiter vertical bar (found)"),
        ('"a,b",c;d;e\n"1,2",3;4;5\n', ";", "delimiter semicolon (found)"),
        ("a;b\n", ";", "delimiter semicolon (found)"),
        ("a,b,c\n\n1,2,3\n\n\n\n", ",", "delimiter comma (found)"),
        ("only\n1\n", ",", ""),
        ("sep=;\na;b\n1;2\n", ";", "delimiter semicolon (found)"),
        ('"SEP=|"\r\na|b\r\n', "|", "delimiter vertical bar (found)"),
    ],
)
def test_a_delimiter_that_is_found_is_said(
    write: Write, text: str, delimiter: str, note: str
) -> None:
    found, notes = form(write(text))
    assert found.delimiter == delimiter
    assert notes == ((note,) if note else ())


def test_a_delimiter_that_cannot_be_told_is_asked_for(write: Write) -> None:
    assert refused(write("a,b;c\n")) == (
        "its columns may be divided by comma or semicolon. "
        'Say which in the assessment, as delimiter: ",".'
    )


def test_what_the_assessment_tells_is_not_said_again(write: Write) -> None:
    path = write("a\tb\n\xe9\t2\n".encode("cp1252"))
    found, notes = form(path, delimiter="tab", encoding="windows-1252")
    assert found == CsvForm(("a", "b"), "\t", "windows-1252", 1)
    assert notes == ()


@pytest.mark.parametrize(
    ("told", "text", "message"),
    [
        (
            ";",
            "a,b,c\n1,2,3\n",
            "divided by semicolon, as the assessment says, it has 1 column; divided by comma, it "
            'has 3. Correct it in the assessment, as delimiter: ",", or leave it out.',
        ),
        (
            ",",
            "a\tb\n1\t2\n",
            "divided by comma, as the assessment says, it has 1 column; divided by tab, it "
            "has 2. Correct it in the assessment, as delimiter: tab, or leave it out.",
        ),
    ],
)
def test_a_wrong_delimiter_is_told_with_the_right_one(
    write: Write, told: str, text: str, message: str
) -> None:
    assert refused(write(text), delimiter=told) == message


def test_a_single_column_may_have_any_delimiter(write: Write) -> None:
    assert form(write("a\n1\n"), delimiter=";")[0].headers == ("a",)


@pytest.mark.parametrize(
    ("content", "encoding", "note"),
    [
        (b"a,b\n1,2\n", "utf-8", ""),
        ("a,b\n1,é\n".encode(), "utf-8", "encoding utf-8 (found)"),
        ("\ufeffa,b\n1,é\n".encode(), "utf-8", "encoding utf-8 (found)"),
        ("a,b\n1,é\n".encode("cp1252"), "windows-1252", "encoding windows-1252 (found)"),
        ("a,b\n1,é".encode("cp1252"), "windows-1252", "encoding windows-1252 (found)"),
        ("a,b\n1,é\n".encode("utf-16"), "utf-16", "encoding utf-16 (found)"),
        ("\ufeffa,b\n1,é\n".encode("utf-16-be"), "utf-16", "encoding utf-16 (found)"),
    ],
)
def test_an_encoding_that_is_found_is_said(
    write: Write, content: bytes, encoding: str, note: str
) -> None:
    path = write(content)
    found, notes = form(path)
    assert (found.encoding, found.headers) == (encoding, ("a", "b"))
    assert notes == ("delimiter comma (found)", *([note] if note else []))
    assert [row.cells[0] for row in records(path, found)] == ["1"]


@pytest.mark.parametrize("tail", [b"", b"\n" + b"x" * 50])
def test_only_the_beginning_is_looked_at(
    write: Write, tail: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(csv_form, "_HEAD", 12)
    cut = "a,b\n1,23456é".encode()  # in the middle of é
    path = write(cut + tail)
    assert form(path)[0].encoding == "utf-8"


def test_a_first_line_without_end_is_told(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_form, "_HEAD", 5)
    assert refused(write("abc,defgh\n")).startswith("its first line is longer than any line of")
    assert form(write("a,b\r1,2\r3,4\r"))[0].headers == ("a", "b")


@pytest.mark.parametrize(
    "content",
    [
        "a,b\n1,é\n".encode() + "2,é\n".encode("cp1252"),
        b"a,b\n1,\x81\n",
    ],
)
def test_mixed_encodings_are_told_with_their_lines(write: Write, content: bytes) -> None:
    line = 3 if content.count(b"\n") == 3 else 2
    assert refused(write(content)) == (
        f"it is not wholly in utf-8 (line {line}). Save it anew in one encoding, best as “CSV UTF-8”, "
        "or say in the assessment which it is: encoding: windows-1252."
    )


@pytest.mark.parametrize("content", [b"", b" \n\r\n\t"])
def test_an_empty_file_is_told(write: Write, content: bytes) -> None:
    assert refused(write(content)) == "it is empty. Export it again, with its headers."


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (b"a,b\n1,\0\n", " (first in line 2)"),
        ("a,b\n1,2\n".encode("utf-16-le"), ""),
        (b"PK\x03\x04\0", ""),
    ],
)
def test_bytes_that_no_text_has_are_told(write: Write, content: bytes, place: str) -> None:
    assert refused(write(content)) == (
        f"it is not a text file: it holds bytes that no text has{place}. Export it again as “CSV UTF-8”, or "
        "correct the path. If its letters are stored in two bytes each, say so, as encoding: utf-16."
    )


def test_two_bytes_for_a_letter_need_no_mark_where_they_are_told(write: Write) -> None:
    assert form(write("a,b\n1,2\n".encode("utf-16-le")), encoding="utf-16")[0].headers == ("a", "b")


@pytest.mark.parametrize(
    ("text", "how", "message"),
    [
        ("\na,b\n", {}, "there are no headers in line 1."),
        (" \t\na,b\n", {}, "there are no headers in line 1."),
        ("a,b\n1,2\n", {"header_row": 3}, "there are no headers in line 3."),
    ],
)
def test_headers_that_are_not_there_are_asked_for(
    write: Write, text: str, how: dict[str, object], message: str
) -> None:
    assert refused(write(text), **how) == (
        f"{message} Say in the assessment in which line they stand, as header_row: 3."
    )


@pytest.mark.parametrize(
    ("text", "cells", "line"),
    [
        ("Leavers\n\na,b,c\n1,2,3\n4,5,6\n", 3, 3),
        ("Leavers 2023\na;b\n1;2\n", 2, 2),
        ("Leavers, all of them\na;b;c;d\n1;2;3;4\n", 4, 2),
        ('"Leavers\nof 2023",\n"a","b","c","d"\n1,2,3,4\n', 4, 3),
        ("Leavers 2023,,,\nfor HR,,,\n,,,\na,b,c,d\n1,,3,4\n,,3,4\n", 4, 4),
        ("Leaver,,Interview,\na,b,c,d\n1,2,3,4\n", 4, 2),
    ],
)
def test_a_title_over_the_headers_is_told_with_their_line(
    write: Write, text: str, cells: int, line: int
) -> None:
    path = write(text)
    assert refused(path) == (
        f"line 1 looks like a title: most of those below it have {cells} cells. "
        f"If the headers stand in line {line}, say so, as header_row: {line}."
    )
    found, _ = form(path, header_row=line)
    assert found.headers[0] == "a"


@pytest.mark.parametrize(
    "text",
    [
        "a,b,,,,\n1,2,,,,\n3,4,,,,\n",
        "a,b,c,d\n,,,4\n,,,4\n",
        ",b,c\n1,2,3\n",
        "a,b\n",
    ],
)
def test_headers_with_blanks_beside_them_are_no_title(write: Write, text: str) -> None:
    found, _ = form(write(text))
    assert found.header_row == 1


def test_headers_stand_where_the_assessment_says(write: Write) -> None:
    path = write("Leavers, 2023\nx\na,b\n1,2\n\n3,4\n")
    found, _ = form(path, header_row=3)
    assert found == CsvForm(("a", "b"), ",", "utf-8", 3)
    assert [(row.line, row.cells) for row in records(path, found)] == [
        (4, ["1", "2"]),
        (6, ["3", "4"]),
    ]


@pytest.mark.parametrize(
    ("header", "places"), [("secret,b,SECRET ", "1 and 3"), ("b,b,c,B", "1, 2 and 4")]
)
def test_a_header_that_stands_twice_is_told_by_its_places(
    write: Write, header: str, places: str
) -> None:
    told = refused(write(f"{header}\n"))
    assert told.startswith(f"columns {places} have the same header in row 1. Give each column")
    assert "secret" not in told


def test_a_column_without_a_header_is_called_by_its_place(write: Write) -> None:
    assert form(write("a, ,c\n1,2,3\n"))[0].headers == ("a", "(column 2 without a header)", "c")


def test_a_header_without_end_is_told(write: Write) -> None:
    path = write('"' + "x" * 200_000 + "\n1,2\n")
    assert refused(path, delimiter=",") == (
        "a header in line 1 is longer than any header should be. "
        "Look there for a quotation mark that is not closed."
    )


def test_a_row_without_end_does_not_hide_the_delimiter(write: Write) -> None:
    assert form(write('a;b\n1;2\n3;"' + "x" * 200_000))[0].delimiter == ";"


RAGGED = (
    " Look there for a delimiter inside a cell that is not in quotation marks, and for rows that are "
    "cut or added by hand, such as totals."
)
QUOTES = " Look there for a quotation mark that is not closed; one inside a cell is written twice."


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a,b\n1,2\n3\n", "1 row does not have 2 cells, one for each header (line 3)." + RAGGED),
        (
            'a,b\n1,"2\n2"\n3,4,5\n"6\n"\n7,8',
            "2 rows do not have 2 cells, one for each header (lines 4 and 5)." + RAGGED,
        ),
        (
            "a,b\n" + "1\n" * 7,
            "more than 5 rows do not have 2 cells, one for each header (first in lines 2, 3, 4, 5, 6)."
            + RAGGED,
        ),
        ("a\n1\n2,3\n", "1 row does not have 1 cell, one for each header (line 3)." + RAGGED),
        (
            'a,b\n1,2\n3,"4\n5,6\n',
            "the quotation marks of the row that begins in line 3 do not match." + QUOTES,
        ),
        (
            'a,b\n1,2\n3,"4"x\n5,6\n',
            "the quotation marks of the row that begins in line 3 do not match." + QUOTES,
        ),
        (
            "a,b\n1,2\n3," + "x" * 1_000_000,
            "a cell of the row that begins in line 3 is longer than any cell should be." + QUOTES,
        ),
    ],
)
def test_rows_that_cannot_be_cut_into_cells_are_told_by_their_lines(
    write: Write, text: str, message: str
) -> None:
    path = write(text)
    headers = text.partition("\n")[0].split(",")
    with pytest.raises(UnreadableTable) as caught:
        list(records(path, CsvForm(tuple(headers))))
    assert f"{caught.value.message} {caught.value.fix}" == message
    assert caught.value.__cause__ is caught.value.__context__ is None


def test_blank_cells_beyond_the_headers_are_none(write: Write) -> None:
    path = write('a,b\n1,2,\n3,4, ,""\n5,6\n7,,\n')
    rows = records(path, CsvForm(("a", "b")))
    assert [row.cells for row in rows] == [["1", "2"], ["3", "4"], ["5", "6"], ["7", ""]]


def test_rows_before_the_headers_do_not_have_to_fit(write: Write) -> None:
    path = write("title\na,b\n1,2\n")
    assert [row.cells for row in records(path, CsvForm(("a", "b"), header_row=2))] == [["1", "2"]]
    assert list(records(path, CsvForm(("a", "b"), header_row=9))) == []


@pytest.mark.parametrize(
    ("encoding", "content", "where"),
    [
        ("utf-8", b"a\n\xe9\n\xe9\n", " (lines 2 and 3)"),
        ("utf-8", b"a\n" + b"\xe9\n" * 9, " (first in lines 2, 3, 4, 5, 6)"),
        ("windows-1252", b"a\n\x81\n", " (line 2)"),
        ("utf-16", b"\xff\xfea\0\n", ""),
    ],
)
def test_what_is_not_in_the_encoding_is_told_by_its_lines(
    write: Write, encoding: str, content: bytes, where: str
) -> None:
    with pytest.raises(UnreadableTable) as caught:
        list(records(write(content), CsvForm(("a",), encoding=encoding)))
    assert caught.value.message == f"it is not wholly in {encoding}{where}."
    assert caught.value.__cause__ is caught.value.__context__ is None
