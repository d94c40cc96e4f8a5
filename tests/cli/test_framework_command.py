"""`govcheck framework import`: what it writes, prints and refuses, through the command."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.importing.test_family import COMPLETE

from govcheck.cli import extras
from govcheck.cli.main import cli

SHORT = "Trees in towns\n\nRecommendation 1\nBy May 2025, forces should plant trees.\n"


def run(*words: object) -> Result:
    return CliRunner().invoke(cli, ["framework", "import", *map(str, words)])


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(SHORT)
    return path


def test_what_is_left_to_do_is_counted_and_has_its_line(report: Path, tmp_path: Path) -> None:
    draft = tmp_path / "draft.yaml"
    result = run(report, "--output", draft)
    assert result.exit_code == 1
    assert f"Wrote {draft}." in result.stdout
    lines = draft.read_text("utf-8").split("\n")
    told = [line for line in result.stderr.split("\n") if line.startswith("  ")]
    assert told[0].startswith("  1. line ")
    for line in told:
        number = int(line.split("line ")[1].split(":")[0])
        assert lines[number - 2].strip().startswith("# NOT FOUND")


def test_a_complete_draft_ends_well_and_serves_as_a_framework(tmp_path: Path) -> None:
    report, draft, assessment = (tmp_path / name for name in ("r.md", "d.yaml", "a.yaml"))
    report.write_text(COMPLETE)
    result = run(report, "--output", draft)
    assert (result.exit_code, "Nothing is blank." in result.stderr) == (0, True)
    begun = CliRunner().invoke(
        cli,
        ["init", "--framework", str(draft), "--force", "Kent Police", "--output", str(assessment)]
    )  # fmt: skip
    assert begun.exit_code == 0, begun.output
    judged = CliRunner().invoke(cli, ["run", "--framework", str(draft), str(assessment)])
    assert judged.exit_code in (1, 4), judged.output


def test_without_output_the_draft_is_printed_and_the_rest_is_not_in_it(report: Path) -> None:
    result = run(report)
    assert result.stdout.startswith("# A draft, made from report.txt.")
    assert "To finish, by line of the draft:" in result.stderr
    assert "To finish" not in result.stdout


def test_a_file_that_is_there_is_left_alone_unless_told(report: Path, tmp_path: Path) -> None:
    draft = tmp_path / "draft.yaml"
    draft.write_text("mine")
    refused = run(report, "--output", draft)
    assert refused.exit_code == 2
    assert "is already there and is left as it is" in refused.output
    assert draft.read_text() == "mine"
    assert run(report, "--output", draft, "--overwrite").exit_code == 1
    assert "govcheck-framework" in draft.read_text()


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("report.pdf", b"%PDF", "the ending tells the kind; it can be .docx, .txt"),
        ("report.txt", b"%PDF", "report.txt cannot be read: it is a PDF"),
        ("report.docx", b"nothing", "report.docx cannot be read: it is damaged"),
        ("missing.txt", None, "missing.txt is not there. Check the name and the folder."),
    ],
)
def test_what_cannot_be_read_is_told_and_nothing_is_written(
    tmp_path: Path, name: str, content: bytes | None, message: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    draft = tmp_path / "draft.yaml"
    draft.write_text("mine")
    result = run(tmp_path / name, "--output", draft, "--overwrite")
    assert result.exit_code == 2
    assert message in result.output
    assert draft.read_text() == "mine"


def test_a_folder_and_another_ending_of_the_output_are_refused(
    report: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "report.md"
    folder.mkdir()
    assert "is not an ordinary file" in run(folder).output
    assert "the name of the draft ends in .yaml" in run(report, "--output", "d.json").output


@pytest.mark.parametrize(
    ("name", "kind", "extra"),
    [("r.html", "Web pages", "import"), ("r.md", "Files in Markdown", "import"),
     ("r.docx", "Word files", "docx")],
)  # fmt: skip
def test_what_has_to_be_installed_is_told(
    monkeypatch: pytest.MonkeyPatch, name: str, kind: str, extra: str
) -> None:
    monkeypatch.setattr(extras, "find_spec", lambda _: None)
    result = run(name)
    assert result.exit_code == 2
    assert f"{kind} need an extra part of govcheck: " in result.output
    assert f'python -m pip install "govcheck[{extra}]"' in result.output
