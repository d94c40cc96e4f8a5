"""Documents that are none, or made to do harm: a clear message or a draft, soon, never a crash."""

from __future__ import annotations

import time
import zipfile
from io import BytesIO

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from govcheck.documents.unreadable import UnreadableError
from govcheck.importing.framework_draft import imported
from govcheck.importing.reading import MAX_TEXT_BYTES
from govcheck.intake.document import parse_document
from tests.importing.forms import FORMS

_HALF = MAX_TEXT_BYTES // 2
RECOMMENDATION = "Recommendation 1\nBy May 2025, forces should plant {}.\n"


def bomb() -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 200_000_000)
    return stream.getvalue()


def laughs() -> bytes:
    """A Word file whose text is made of entities that grow tenfold nine times."""
    entities = "".join(
        f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' if n else '<!ENTITY a0 "ha">' for n in range(10)
    )
    stream, whole = BytesIO(), BytesIO()
    docx.Document().save(whole)
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/document.xml":
                text = content.decode().replace(
                    "<w:body>", "<w:body><w:p><w:r><w:t>&a9;</w:t></w:r></w:p>"
                )
                head, rest = text.split("?>", 1)
                content = f"{head}?><!DOCTYPE x [{entities}]>{rest}".encode()
            new.writestr(name, content)
    return stream.getvalue()


UNREADABLE = [
    ("empty", ".txt", b"", "it is empty."),
    ("blank", ".txt", b" \n\t\n", "it holds no text."),
    ("only a menu", ".html", b"<nav>Home</nav>", "it holds no text."),
    ("an old Word file", ".docx", b"\xd0\xcf\x11\xe0" + b"x" * 99, "it is protected by a password"),
    ("an old Word file as text", ".txt", b"\xd0\xcf\x11\xe0" + b"x" * 99, "it is an old Word file"),
    ("a PDF as Word", ".docx", b"%PDF-1.7", "it is damaged, or no Word file."),
    ("a PDF as text", ".txt", b"%PDF-1.7", "it is a PDF"),
    ("a Word file as text", ".md", b"PK\x03\x04xxxx", "it is a Word file"),
    ("rich text", ".txt", b"{\\rtf1 hello}", "it is a file in Rich Text Format"),
    ("binary", ".txt", bytes(range(256)), "it is no text."),
    ("NUL", ".html", b"<p>a\x00b</p>", "it is no text."),
    ("too large a text", ".md", b"a" * (MAX_TEXT_BYTES + 1), "it is larger than 2 MB."),
    ("too large a Word file", ".docx", b"a" * (10 * 1024 * 1024 + 1), "it is larger than 10 MB."),
    ("a bomb", ".docx", bomb(), "it unpacks to far more than its size"),
]


@pytest.mark.parametrize(
    ("ending", "content", "message"), [pytest.param(*rest, id=name) for name, *rest in UNREADABLE]
)
def test_what_cannot_be_read_is_told(ending: str, content: bytes, message: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        imported(content, ending, "document")
    assert str(caught.value).startswith(message)


HOSTILE = [
    ("one line", ".txt", "a " * _HALF),
    ("many lines", ".txt", "a\n" * (_HALF // 4)),
    ("many heads", ".txt", "Recommendation 1\n" * 50_000),
    ("many recommendations", ".txt", "".join(
        f"Recommendation {n}\nBy May 2025, forces should dig.\n" for n in range(1, 5_000)
    )),
    ("many bullets", ".txt", RECOMMENDATION.format("x") + "- should dig;\n" * 100_000),
    ("many dates", ".txt", RECOMMENDATION.format("by May 2025 " * 20_000)),
    ("open elements", ".html", "<div>" * 300_000 + "x"),
    ("open comments", ".html", "x<!--" * 300_000),
    ("open tags", ".html", "x<a " * 400_000),
    ("attributes", ".html", "<p " + "a=b " * 400_000 + ">x"),
    ("open tables", ".html", "<table><tr><td>x" * 100_000),
    ("entities", ".html", "&amp;" * 400_000),
    ("lists in lists", ".html", "<ol><li>" * 100_000 + "x"),
    ("items without a list", ".html", "<li>x" * 100_000 + "</ul></table></td>"),
    ("stars", ".md", "*" * 200_000 + "a"),
    ("star words", ".md", "*a " * 200_000),
    ("brackets", ".md", "[" * 200_000),
    ("links", ".md", "[a](" * 100_000),
    ("ticks", ".md", "".join("`" * n + " " for n in range(1, 1_500))),
    ("quotes", ".md", ">" * 200_000 + "a"),
    ("lists", ".md", "- " * 100_000 + "a"),
    ("tables", ".md", "|a|b|\n|-|-|\n" + "|c|d|\n" * 100_000),
    ("pages", ".md", "<div>x</div>\n\n" * 50_000),
]  # fmt: skip


@pytest.mark.parametrize(
    ("ending", "text"), [pytest.param(*rest, id=name) for name, *rest in HOSTILE]
)
def test_a_hostile_text_is_dealt_with_soon(ending: str, text: str) -> None:
    begin = time.process_time()  # other work on the machine does not count
    try:
        draft = imported(text.encode(), ending, "document")
    except UnreadableError as error:  # what lies too deep in other things is not read
        told = str(error)
        assert told == "it holds no text."
    else:
        assert parse_document(draft.text, "draft.yaml", "yaml").data["govcheck-framework"] == 1
        assert draft.tasks
    assert time.process_time() - begin < 40


def test_entities_of_a_word_file_are_not_unfolded() -> None:
    begin = time.process_time()  # other work on the machine does not count
    with pytest.raises(UnreadableError):
        imported(laughs(), ".docx", "document")
    assert time.process_time() - begin < 10


DANGERS = (
    "<script>alert(1)</script>", "=cmd()", "::error::x", "a|b", "# x", "{{ x }}", "'\"", "key: value",
    "\u202eabc", "\x1b[31mred", "\u2028", "&a9;", "!!python/object:os.system", "- x", "%YAML 9",
)  # fmt: skip


@pytest.mark.parametrize("danger", DANGERS)
def test_whatever_stands_in_a_document_is_text_in_the_draft(danger: str) -> None:
    text = RECOMMENDATION.format(f"trees {danger} today")
    draft = imported(text.encode(), ".txt", danger)
    (one,) = parse_document(draft.text, "draft.yaml", "yaml").data["recommendations"]
    assert one["number"] == "1"
    assert "trees" in one["wording"]
    assert not {"\x1b", "\u202e", "\u2028"} & set(draft.text)


LINES = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        [
            "Recommendation 1", "Recommendation 2 (#28191):", "By May 2025, forces should dig.",
            "- how they dig; and", "Title:", "Date published: 7/7/2023", "Response", "#28234",
            "Recommendations:", "1. Forces must dig within six months.", "| a | b |", "|---|---|",
            "Due: 31/12/2024", "Section 55(5A) of the Police Act 1996", "", "  ", "***", "<table><tr>",
        ]
    ),
)  # fmt: skip


@given(st.lists(LINES, max_size=25), st.sampled_from([".txt", ".html", ".md"]))
def test_any_text_gives_a_draft_that_can_be_read_or_a_message(
    lines: list[str], ending: str
) -> None:
    content = "\n".join(lines).encode("utf-8", "replace")
    try:
        draft = imported(content, ending, "document")
    except UnreadableError as error:
        assert str(error)[0].islower()  # noqa: PT017 - either is right
    else:
        assert parse_document(draft.text, "draft.yaml", "yaml").data["govcheck-framework"] == 1
        assert all(0 < task.line <= draft.text.count("\n") for task in draft.tasks)


@given(st.binary(max_size=300), st.sampled_from(list(FORMS)))
def test_any_bytes_give_a_draft_or_a_message(content: bytes, ending: str) -> None:
    try:
        draft = imported(content, ending, "document")
    except UnreadableError:
        return
    parse_document(draft.text, "draft.yaml", "yaml")
