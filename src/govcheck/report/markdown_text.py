"""Text from outside in Markdown: whatever it holds, it is shown as text."""

from __future__ import annotations

import re

from govcheck.model.visible import visible

_SPECIAL = re.compile(r"([\\`*_\[\]#|~@]|:(?=:))")
_BEGINS_BLOCK = re.compile(r"^(?=[-+](?:\s|$)|--|[=>])|^[0-9]{1,9}(?=[.)](?:\s|$))")
"""Before the mark that makes a list, a quotation, a rule or a heading of what follows it."""


def plain(text: str) -> str:
    """Text from outside, shown as text: nothing in it is Markdown or HTML."""
    escaped = _BEGINS_BLOCK.sub(r"\g<0>\\", _SPECIAL.sub(r"\\\1", visible(text)))
    return escaped.replace("&", "&amp;").replace("<", "&lt;")


def quoted(line: str) -> str:
    """A line of published wording. Its lists stay lists."""
    item = re.match(r"- (?=.*\S)", line)
    return f"- {plain(line[2:])}" if item else plain(line)


def code(text: str) -> str:
    """Text from outside as code. In code nothing is escaped, so what would end it is plain text."""
    return plain(text) if "`" in text else f"`{visible(text)}`"
