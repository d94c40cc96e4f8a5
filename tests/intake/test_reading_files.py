"""Files as they lie on a disk: their kind, their size, their encoding."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pytest

from govcheck.intake.document import MAX_BYTES, read_document
from govcheck.intake.problem import InvalidDocument

SAVE = "Save it as UTF-8: in Notepad or Excel choose Save As and the encoding UTF-8."
UTF_16 = f"1:1: the file is saved as UTF-16 (which Windows calls Unicode). {SAVE}"


def said(path: Path) -> str:
    with pytest.raises(InvalidDocument) as caught:
        read_document(path, path.name)
    (problem,) = caught.value.problems
    return str(problem).removeprefix(f"{path.name}:")


@pytest.mark.parametrize(
    ("name", "contents"),
    [
        ("a.yaml", "a: 1\n"),
        ("a.yml", "a: 1\n"),
        ("a.YAML", "a: 1\n"),
        ("a.json", '{"a": 1}'),
        ("a.toml", "a = 1\n"),
    ],
)
def test_the_ending_chooses_the_format(tmp_path: Path, name: str, contents: str) -> None:
    (path := tmp_path / name).write_text(contents)
    document = read_document(path)
    assert document.data == {"a": 1}
    assert document.name == str(path)


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"", "1:1: the file is empty: it holds no answers."),
        ("a: é".encode("utf-16"), UTF_16),
        ("a: é".encode("utf-16-le"), UTF_16),
        ("a: é".encode("utf-16-be"), UTF_16),
        ("a: é".encode("utf-32"), UTF_16),
        (b"PK\x03\x04\x14", "1:1: the file is a workbook, a Word document or a zip archive"),
        (
            b"a: 1\nb: it\x92s\n",
            "2:6: the file is not saved as UTF-8: here is the byte 0x92, which Windows programs"
            " write for `\u2019`. " + SAVE,
        ),
        (
            "é: ".encode() + b"\x81",
            f"1:4: the file is not saved as UTF-8: here is the byte 0x81. {SAVE}",
        ),
        (b" " * (MAX_BYTES + 1), "1:1: the file is larger than 5 MiB."),
    ],
)
def test_bytes_that_are_no_text(tmp_path: Path, raw: bytes, message: str) -> None:
    (path := tmp_path / "a.yaml").write_bytes(raw)
    assert said(path).startswith(message)


def test_a_mark_at_the_beginning_is_no_part_of_the_text(tmp_path: Path) -> None:
    (path := tmp_path / "a.json").write_bytes(b'\xef\xbb\xbf{"a": 1}')
    document = read_document(path)
    assert document.data == {"a": 1}
    assert document.key_place(("a",)) == (1, 2)


def test_other_endings_are_refused(tmp_path: Path) -> None:
    advice = "Use a file whose name ends in .yaml, .yml, .json, .toml or .xlsx."
    (path := tmp_path / "a.docx").write_text("x")
    assert (
        said(path)
        == f"1:1: a file whose name ends in .docx is of a kind that is not read. {advice}"
    )
    (path := tmp_path / "a.ods").write_text("x")
    assert said(path) == (
        "1:1: a file whose name ends in .ods is of a kind that is not read. "
        "Open it in Excel or LibreOffice and save it as .xlsx."
    )
    (path := tmp_path / "answers").write_text("x")
    assert (
        said(path)
        == f"1:1: a file whose name has no ending is of a kind that is not read. {advice}"
    )


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    assert said(tmp_path / "none.yaml") == (
        "1:1: there is no such file. Check the name and the folder."
    )
    (tmp_path / "folder.yaml").mkdir()
    assert said(tmp_path / "folder.yaml") == (
        "1:1: this is a folder, not a file. Name the file inside it."
    )
    assert said(tmp_path / "nul\0.yaml").endswith(
        "nul.yaml:1:1: the file cannot be read (embedded null byte)."
    )
    assert said(tmp_path / ("a" * 5_000 + ".yaml")).endswith(
        "…:1:1: the file cannot be read (File name too long)."
    )


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes among its files")
def test_a_pipe_or_a_device_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "endless.yaml").symlink_to("/dev/zero")
    (tmp_path / "loop.yaml").symlink_to("loop.yaml")
    message = "1:1: this is not an ordinary file. Name a file on a disk."
    assert said(tmp_path / "pipe.yaml") == message
    assert said(tmp_path / "endless.yaml") == message
    assert said(tmp_path / "loop.yaml").startswith("1:1: the file cannot be read (")


def test_a_file_name_cannot_change_how_its_message_looks(tmp_path: Path) -> None:
    with pytest.raises(InvalidDocument, match=re.escape("red.yaml:1:1: there is no such file")):
        read_document(tmp_path / "a.yaml", "\x1b[31mred\u202e.yaml")
