"""Results as JSON: one object for one result, a list for several."""

from __future__ import annotations

import json
from collections.abc import Sequence

from pydantic_core import to_json

from govcheck.model.visible import visible
from govcheck.report.judged import Judged


def render(judged: Sequence[Judged]) -> str:
    """JSON text that the published schema describes, ending in a line break."""
    documents = [item.result.as_json() for item in judged]
    return as_text(documents[0] if len(documents) == 1 else documents)


def as_text(document: object) -> str:
    """A document as JSON text, ending in a line break."""
    return _escaped(to_json(document, indent=2).decode()) + "\n"


def _escaped(text: str) -> str:
    """The JSON with every character that nobody sees, or that a terminal obeys, as a code.

    A program reads the same text from it: outside of its strings JSON has blanks and line breaks
    only, and they stay.
    """
    unseen = [mark for mark in set(text) if mark not in " \n" and not visible(mark)]
    for mark in unseen:
        text = text.replace(mark, json.dumps(mark)[1:-1])
    return text
