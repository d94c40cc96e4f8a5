"""Results made by hand, from which responses are drafted, and the same as finished documents."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import docx
from tests.report.results import result as full_result

from govcheck.model.result import ActionResult, RecommendationResult, Result
from govcheck.response import markdown, markdown_reading, word, word_reading
from govcheck.response.blocks import Draft
from govcheck.response.compare import differences
from govcheck.response.draft import drafted
from govcheck.response.piece import Piece

BASE = full_result("words")
Read = Callable[[Draft], Sequence[Piece]]
FORMS: dict[str, Read] = {
    "md": lambda draft: markdown_reading.pieces(markdown.render(draft)),
    "docx": lambda draft: word_reading.pieces(word.render(draft)),
}


def action(**said: Any) -> ActionResult:
    plain = ActionResult(
        "A1", "Offer exit interviews", "Volunteering Manager", "2024-01-15", "in progress",
        None, None, None, None, overdue=False,
    )  # fmt: skip
    return plain._replace(**said)


def recommendation(number: str = "2", **said: Any) -> RecommendationResult:
    plain = BASE.recommendations[0]._replace(
        number=number, id=f"#2810{number}", title="Keeping people", addressee="forces",
        wording="Forces should ask:\n- those who leave; and\n- those who stay.",
        explanation="We ask everybody.", no_action_because=None, owner="Head of People",
        completed=None, actions=(action(),),
    )  # fmt: skip
    return plain._replace(**said)


def result(*items: RecommendationResult, **response: Any) -> Result:
    said = {
        "body": "local policing body", "invites": "chief officer", "copies_to": ("the minister",),
        "title": "Our response", "published": "2023-08-29", "key_findings": "Much is well.",
        "comment": "We agree.", "invited_comment": "So does the force.",
    } | response  # fmt: skip
    return BASE._replace(
        framework=BASE.framework._replace(
            title="Getting a grip", inspection_id="#28138", inspection_type="National Inspection",
            publisher="The inspectorate",
        ),
        force=BASE.force._replace(name="Quillmoor Constabulary (invented)"),
        response=BASE.response._replace(**said),
        recommendations=items or (recommendation(),),
    )  # fmt: skip


def told(of: Result, text: str) -> tuple[str, ...]:
    """What differs between a result and a document in Markdown."""
    return differences(of, markdown_reading.pieces(text))


def edited(of: Result, *changes: tuple[str, str]) -> tuple[str, ...]:
    """What differs once the fresh draft was edited."""
    text = markdown.render(drafted(of))
    for old, new in changes:
        assert old in text, text
        text = text.replace(old, new)
    return told(of, text)


def word_file(build: Callable[[Any], None]) -> bytes:
    """A Word file that somebody else wrote."""
    document = docx.Document()
    build(document)
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def changed_part(content: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """The same archive with one part changed."""
    written = BytesIO()
    with ZipFile(BytesIO(content)) as source, ZipFile(written, "w") as target:
        for entry in source.namelist():
            part = source.read(entry)
            target.writestr(entry, change(part) if entry == name else part)
    return written.getvalue()
