"""`--output` and `--format` of `govcheck run`, as the shell sees them."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.cli.test_run_command import BARE

from govcheck.cli.main import cli


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "bare.yaml"
    path.write_text(BARE, "utf-8")
    return path


def run(*words: object) -> Result:
    return CliRunner().invoke(cli, ["run", *map(str, words)])


def test_the_ending_chooses_the_form(file: Path) -> None:
    for name in ("a.md", "a.JSON", "a.txt"):
        assert run(file, "--output", file.with_name(name)).exit_code == 4
    assert file.with_name("a.md").read_text("utf-8").startswith("# ")
    assert json.loads(file.with_name("a.JSON").read_text("utf-8"))["force"]["id"] == "cumbria"
    assert "Exit status 4" in file.with_name("a.txt").read_text("utf-8")


def test_a_form_can_be_named_before_the_file(file: Path) -> None:
    assert run(file, "--output", f"json={file.with_name('b.json')}").exit_code == 4
    assert json.loads(file.with_name("b.json").read_text("utf-8"))


def test_a_file_name_may_have_an_equals_sign(file: Path) -> None:
    assert run(file, "--output", file.with_name("a=b.md")).exit_code == 4
    assert file.with_name("a=b.md").exists()


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("a.doc", "a.doc: the ending chooses the form; it can be .txt, .md, .json"),
        ("plain", "plain: the ending chooses the form"),
        ("oscl=a.json", "“oscl” is not a form. Did you mean: oscal?"),
        ("json=a.md", "a.md: a file in the form json ends in .json."),
    ],
)
def test_what_cannot_be_written_is_refused_before_anything_is_judged(
    file: Path, name: str, message: str
) -> None:
    form, equals, rest = name.rpartition("=")
    done = run(file, "--output", f"{form}{equals}{file.with_name(rest)}")
    assert done.exit_code == 2
    assert message in " ".join(done.output.split())
    assert not file.with_name(rest).exists()


def test_a_form_whose_library_is_missing_is_told_before_anything_is_judged(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("govcheck.cli.extras.find_spec", lambda _: None)
    done = run(file, "--output", file.with_name("a.docx"))
    assert done.exit_code == 2
    message = 'Word files need an extra part of govcheck: python -m pip install "govcheck[docx]"'
    assert message in " ".join(done.output.split())


def test_a_folder_is_no_file(file: Path) -> None:
    done = run(file, "--output", file.parent)
    assert done.exit_code == 2
    assert "is a folder. Name a file in it." in " ".join(done.output.split())
