"""Text from outside, fit to be shown: it cannot command a terminal or turn the line round."""

from __future__ import annotations

import re

_ESCAPE_SEQUENCE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|.)")
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e0fff]"
)


def visible(text: str) -> str:
    """The text on one line, without control characters and marks that turn the direction."""
    if text.isascii() and text.isprintable() and "  " not in text and text == text.strip():
        return text  # true of most texts, and quicker than to search them
    return " ".join(_UNSEEN.sub("", _ESCAPE_SEQUENCE.sub("", text)).split())


def shortened(text: str, limit: int) -> str:
    """The visible text, cut to a length with an ellipsis."""
    line = visible(text[: limit * 10])
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"
