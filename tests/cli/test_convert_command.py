"""`govcheck workbook` and `govcheck convert`: there and back, through the command."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from govcheck.cli.main import cli
from govcheck.intake.document import read_document

ROOT = Path(__file__).parents[2]
STRONG = ROOT / "examples" / "strong"
SOFFICE = shutil.which("soffice")


def run(*words: object) -> Result:
    return CliRunner().invoke(cli, list(map(str, words)))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    shutil.copytree(STRONG, tmp_path / "strong")
    return tmp_path / "strong" / "self-assessment.yaml"


@pytest.fixture
def book(file: Path) -> Path:
    path = file.with_name("book.xlsx")
    made = run("workbook", file, "--output", path)
    assert made.exit_code == 0, made.output
    return path


def edited(book: Path, key: str, value: object) -> None:
    """Write an answer into the cell of a key, as a person would."""
    workbook = openpyxl.load_workbook(book)
    for sheet in workbook.worksheets:
        for row in range(1, sheet.max_row + 1):
            if str(sheet.cell(row, 1).value).endswith(f":/{key}"):
                answer = next(
                    cell for cell in sheet[row][1:] if not cell.protection.locked
                )  # fmt: skip
                answer.value = value  # type: ignore[assignment]
                workbook.save(book)
                return
    raise AssertionError(key)


def test_a_workbook_says_what_the_file_says(file: Path, book: Path) -> None:
    before = file.read_bytes()
    result = run("convert", book, "--output", file)
    assert result.exit_code == 0, result.output
    assert "says the same" in result.output
    assert file.read_bytes() == before


def test_one_changed_answer_changes_one_line(file: Path, book: Path) -> None:
    before = file.read_text("utf-8").splitlines()
    edited(book, "prepared_by", "Kim Example, Performance")
    result = run("convert", book, "--output", file)
    assert result.exit_code == 0, result.output
    assert "what differs of the answers" in result.output
    after = file.read_text("utf-8").splitlines()
    assert len(after) == len(before)
    different = [new for old, new in zip(before, after, strict=True) if old != new]
    assert len(different) == 1
    assert different[0].startswith('prepared_by: "Kim Example, Performance"')


def test_a_new_file_has_every_question_as_a_comment(file: Path, book: Path) -> None:
    new = file.with_name("new.yaml")
    result = run("convert", book, "--output", new)
    assert result.exit_code == 0, result.output
    assert run("validate", new).exit_code == 0
    same = run("convert", book, "--output", new)
    assert "says the same" in same.output
    judged = [run("run", "--format", "json", path).stdout.count('"status"') for path in (file, new)]
    assert judged[0] == judged[1]


def test_json_is_written_too(file: Path, book: Path) -> None:
    new = file.with_name("new.json")
    assert run("convert", book, "--output", new).exit_code == 0
    assert run("validate", new).exit_code == 0
    assert "says the same" in run("convert", book, "--output", new).output


def test_a_file_about_another_force_is_left_alone(file: Path, book: Path) -> None:
    other = file.with_name("other.yaml")
    run("init", "--force", "Kent Police", "--output", other)
    before = other.read_bytes()
    result = run("convert", book, "--output", other)
    assert result.exit_code == 2
    assert "is about another force and is left as it is" in result.output
    assert other.read_bytes() == before


def test_a_file_that_cannot_be_read_is_left_alone(file: Path, book: Path) -> None:
    other = file.with_name("other.yaml")
    other.write_text("a: [1")
    result = run("convert", book, "--output", other)
    assert result.exit_code == 2
    assert "is there, cannot be read, and is left as it is" in result.output
    assert other.read_text() == "a: [1"


def test_another_ending_is_refused(book: Path) -> None:
    result = run("convert", book, "--output", "a.toml")
    assert result.exit_code == 2
    assert "it can be .yaml, .yml or .json" in result.output


def test_a_wrong_answer_is_told_with_its_cell_and_nothing_is_written(
    file: Path, book: Path
) -> None:
    before = file.read_bytes()
    edited(book, "as_at", "yesterday")
    result = run("convert", book, "--output", file)
    assert result.exit_code == 2
    assert "book.xlsx [" in result.output
    assert "yesterday" in result.output
    assert file.read_bytes() == before


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed; CI installs it")
def test_a_workbook_that_libreoffice_saved_says_the_same(file: Path, book: Path) -> None:
    saved = book.with_name("saved")
    command = [
        SOFFICE, f"-env:UserInstallation={(book.parent / 'profile').as_uri()}", "--headless",
        "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(saved), str(book),
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    beside = book.with_name("libreoffice.xlsx")
    shutil.copy(saved / "book.xlsx", beside)
    assert read_document(beside).data == read_document(book).data
    result = run("convert", beside, "--output", file)
    assert "says the same" in result.output, result.output
