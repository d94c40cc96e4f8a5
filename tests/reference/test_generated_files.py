"""The generated files of the project are what the code would write now."""

from pathlib import Path

import pytest
from tests.reference.loaded import installed

from govcheck.reference.__main__ import main
from govcheck.reference.generated_files import GENERATED, differing, generated_files, write_files

PROJECT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", GENERATED)
def test_the_file_is_up_to_date(name: str) -> None:
    written = (PROJECT / name).read_text(encoding="utf-8")
    assert written == generated_files(installed())[name], "run: python -m govcheck.reference"


def test_writing_and_checking(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path)]) == 0
    assert main(["--check", str(tmp_path)]) == 0
    (tmp_path / "docs" / "checks.md").write_text("old", encoding="utf-8")
    (tmp_path / "schemas" / "result.schema.json").unlink()
    assert main(["--check", str(tmp_path)]) == 1
    assert capsys.readouterr().err == (
        "schemas/result.schema.json is not up to date. Run: python -m govcheck.reference\n"
        "docs/checks.md is not up to date. Run: python -m govcheck.reference\n"
    )


def test_a_line_ending_is_a_difference(tmp_path: Path) -> None:
    write_files(tmp_path, {"a/b.md": "one\n"})
    assert list(differing(tmp_path, {"a/b.md": "one\n"})) == []
    (tmp_path / "a" / "b.md").write_bytes(b"one\r\n")
    assert list(differing(tmp_path, {"a/b.md": "one\n"})) == ["a/b.md"]
