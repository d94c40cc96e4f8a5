"""`govcheck respond`: a draft is written whole or not at all, and a document is held against it."""

from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from tests.cli.allotment import Allotment, allotment

__all__ = ["allotment"]

ANSWER = """\
recommendations:
  "1":
    explanation: We ask everybody.
    owner: Head of Plots
    actions:
      - {id: A1, what: Ask again, owner: The gardener, due: 2024-09-01, state: proposed}
"""
FINDINGS = "[TO BE ADDED: the key findings of the report. The file leaves key_findings open.]"
COMMENT = "[TO BE ADDED: what is said about the report as a whole. The file leaves comment open.]"
NO_ANSWER = (
    "[NO ANSWER: recommendation 1 has neither an action nor a reason for taking none."
    " One of them has to be published.]"
)
PLUGIN = '''
from govcheck.plugin import *


class Reply(ResponseSection, key="reply"):
    """The reply."""


@check("REP-001", serves="allotments-2024:1.sheds", severity=Severity.MINOR)
def replied(reply: Reply):
    """A reply is there.

    Close the gap: write it.
    """
    yield from ()
'''
REPLY = "reply: {title: Our reply, key_findings: People leave., comment: We agree.}\n"


@pytest.fixture
def reply(tmp_path: Path) -> tuple[str, str]:
    path = tmp_path / "reply.py"
    path.write_text(PLUGIN, encoding="utf-8")
    return "--plugin", str(path)


def word_template(path: Path, text: str) -> Path:
    document: Any = docx.Document()
    document.add_paragraph(text)
    written = BytesIO()
    document.save(written)
    path.write_bytes(written.getvalue())
    return path


def test_without_a_place_the_draft_is_printed(allotment: Allotment, reply: tuple[str, str]) -> None:
    allotment.says(ANSWER + REPLY)
    done = allotment.govcheck("respond", allotment.file, *reply)
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.startswith("# Our reply\n\n- **Inspection title:** Allotments\n")
    assert "| A1 | Ask again | The gardener | 1 September 2024 | proposed |" in done.stdout


def test_what_is_missing_is_listed_and_the_draft_is_written_all_the_same(
    allotment: Allotment,
) -> None:
    target = allotment.folder / "response.md"
    done = allotment.govcheck("respond", allotment.file, "--output", target)
    assert done.exit_code == 1
    assert done.stdout == f"Wrote {target}.\n"
    assert done.stderr.splitlines() == [FINDINGS, NO_ANSWER, COMMENT]
    assert "**\\[NO ANSWER: recommendation 1" in target.read_text("utf-8")


@pytest.mark.parametrize("form", ["md", "docx"])
def test_what_was_written_agrees_until_the_file_changes(
    allotment: Allotment, reply: tuple[str, str], form: str
) -> None:
    allotment.says(ANSWER + REPLY)
    target = allotment.folder / f"response.{form}"
    assert allotment.govcheck("respond", allotment.file, "--output", target, *reply).exit_code == 0
    checked = allotment.govcheck("respond", allotment.file, "--check", target, *reply)
    assert (checked.exit_code, checked.stdout) == (
        0,
        f"{target} agrees with {allotment.file}."
        " Compared: recommendations (1), actions (1), owners and days.\n",
    )
    allotment.says(ANSWER.replace("2024-09-01", "2024-10-01") + REPLY)
    checked = allotment.govcheck("respond", "--check", target, allotment.file, *reply)
    assert (checked.exit_code, checked.stdout) == (
        1,
        f"{target}: recommendation 1: action A1: due 1 October 2024 in the file and 1 September"
        " 2024 in the document.\n"
        f"1 difference between {target} and {allotment.file}."
        " Compared: recommendations (1), actions (1), owners and days.\n",
    )


def test_several_differences_are_counted(allotment: Allotment, tmp_path: Path) -> None:
    document = tmp_path / "letter.txt"
    document.write_text("Dear Sir,\n", encoding="utf-8")
    done = allotment.govcheck("respond", "--check", document, allotment.file)
    assert done.exit_code == 1
    assert "4 differences between" in done.stdout


def test_a_template_is_filled_in(allotment: Allotment, reply: tuple[str, str]) -> None:
    allotment.says(ANSWER + REPLY)
    template = word_template(allotment.folder / "template.docx", "{{ response_published }}")
    target = allotment.folder / "response.docx"
    done = allotment.govcheck(
        "respond", allotment.file, "--output", target, "--template", template, *reply
    )
    mark = "[TO BE ADDED: response published.]"
    assert (done.exit_code, done.stderr) == (1, f"{mark}\n")
    assert docx.Document(str(target)).paragraphs[0].text == mark


def test_a_template_that_cannot_be_used_leaves_the_output_as_it_was(allotment: Allotment) -> None:
    target = allotment.folder / "response.docx"
    target.write_bytes(b"what was there")
    template = word_template(allotment.folder / "template.docx", "{{ nonsense }}")
    for content in (template.read_bytes(), b"no Word file"):
        template.write_bytes(content)
        done = allotment.govcheck(
            "respond", allotment.file, "--output", target, "--template", template
        )
        assert done.exit_code == 2
        assert "template.docx cannot be used: it " in done.stderr
        assert target.read_bytes() == b"what was there"


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("finished.docx", b"no Word file", "cannot be read: it is damaged, or no Word file."),
        ("finished.md", b"\xff\xfe", "is not saved as UTF-8. Save it as UTF-8."),
    ],
)
def test_a_document_that_cannot_be_read_is_told(
    allotment: Allotment, name: str, content: bytes, said: str
) -> None:
    (allotment.folder / name).write_bytes(content)
    done = allotment.govcheck("respond", "--check", name, allotment.file)
    assert done.exit_code == 2
    assert f"{name} {said}" in " ".join(done.stderr.split())


def test_a_document_that_is_too_large_is_told(
    allotment: Allotment, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("govcheck.cli.respond.MAX_BYTES", 1024 * 1024)
    (allotment.folder / "finished.md").write_bytes(b"x" * (1024 * 1024 + 1))
    done = allotment.govcheck("respond", "--check", "finished.md", allotment.file)
    assert (done.exit_code, "finished.md is larger than 1 MB." in done.stderr) == (2, True)


def test_what_is_no_ordinary_file_is_not_opened(allotment: Allotment) -> None:
    (allotment.folder / "finished.md").symlink_to("/dev/null")
    done = allotment.govcheck("respond", "--check", "finished.md", allotment.file)
    assert (done.exit_code, "finished.md is not an ordinary file." in done.stderr) == (2, True)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (
            ("--output", "response.pdf"),
            "response.pdf: the ending tells the form; it can be .docx, .md.",
        ),
        (("--check", "there.md", "--output", "b.md"), "leave out --output and --template."),
        (("--template", "there.docx"), "--template needs --output"),
        (("--template", "there.docx", "--output", "b.md"), "--template needs --output"),
        (("--check", "gone.md"), "does not exist"),
    ],
)
def test_misuse_is_told(allotment: Allotment, options: tuple[str, ...], said: str) -> None:
    for name in ("there.md", "there.docx"):
        (allotment.folder / name).write_text("x", encoding="utf-8")
    done = allotment.govcheck("respond", allotment.file, *options)
    assert done.exit_code == 2
    assert said in " ".join(done.stderr.split())


@pytest.mark.parametrize("options", [("--output", "b.docx"), ("--check", "there.docx")])
def test_without_the_library_for_word_it_is_told_how_to_get_it(
    allotment: Allotment, monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...]
) -> None:
    (allotment.folder / "there.docx").write_bytes(b"x")
    monkeypatch.setattr("govcheck.cli.extras.find_spec", lambda _: None)
    done = allotment.govcheck("respond", allotment.file, *options)
    assert done.exit_code == 2
    assert 'an extra part of govcheck: python -m pip install "govcheck[docx]"' in done.stderr
    assert allotment.govcheck("respond", allotment.file, "--output", "b.md").exit_code == 1
