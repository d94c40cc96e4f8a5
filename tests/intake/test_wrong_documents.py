"""Every wrong document has its exact messages, with their places.

The cases are data: `wrong/yaml.json` and its neighbours hold a text and what is said about it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from govcheck.intake.document import Format, parse_document
from govcheck.intake.problem import InvalidDocument

WRONG = Path(__file__).parent / "wrong"
FORMATS: tuple[Format, ...] = ("yaml", "json", "toml")


def cases() -> Iterator[Any]:
    for format_ in FORMATS:
        for number, case in enumerate(json.loads((WRONG / f"{format_}.json").read_text())):
            name = case.get("case", f"{number} {case['text'][:30]!r}")
            yield pytest.param(format_, case["text"], case["says"], id=f"{format_}: {name}")


@pytest.mark.parametrize(("format_", "text", "says"), tuple(cases()))
def test_a_wrong_document_has_its_exact_messages(
    format_: Format, text: str, says: list[str]
) -> None:
    with pytest.raises(InvalidDocument) as caught:
        parse_document(text, "file", format_)
    assert [str(problem) for problem in caught.value.problems] == [f"file:{said}" for said in says]


@pytest.mark.parametrize(("format_", "text", "says"), tuple(cases()))
def test_windows_line_ends_change_no_line_and_no_message(
    format_: Format, text: str, says: list[str]
) -> None:
    with pytest.raises(InvalidDocument) as caught:
        parse_document(text.replace("\n", "\r\n"), "file", format_)
    found = [str(problem).split(":", 3) for problem in caught.value.problems]
    expected = [said.split(":", 2) for said in says]
    assert [(line, message) for _, line, _, message in found] == [
        (line, message) for line, _, message in expected
    ]
