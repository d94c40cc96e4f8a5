"""Where an entry of the evidence can be put into a YAML or JSON text: places to try, best first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from govcheck.intake import entry_text
from govcheck.intake.document import Format
from govcheck.intake.entry_text import Entry

_Loader: type[yaml.CSafeLoader | yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NEWLINE = re.compile(r"\r\n|\r|\n")
_STEP = 2
"""How far one level is indented where the file does not show it."""


class Insertions:
    """The texts that come of putting an entry at each place that looks right.

    JSON is read as the YAML that it nearly is: only the places are wanted.
    """

    def __init__(self, text: str, form: Format, name: str, entry: Entry, newline: str) -> None:
        self._text = text
        self._json = form == "json"
        self._name = name
        self._entry = entry
        self._newline = newline

    def __iter__(self) -> Iterator[str]:
        try:
            top: Any = yaml.compose(self._text, Loader=_Loader)
        except yaml.YAMLError:  # JSON that is no YAML
            return iter(())
        found: list[tuple[Any, Any]] = [item for item in top.value if item[0].value == "evidence"]
        return self._into(top, *found[0]) if found else self._without_evidence(top)

    def _into(self, top: Any, key: Any, value: Any) -> Iterator[str]:
        if isinstance(value, yaml.ScalarNode):
            return self._instead_of_nothing(top, key, value)
        return (
            self._between_brackets(value, self._member) if value.flow_style else self._below(value)
        )

    def _without_evidence(self, top: Any) -> Iterator[str]:
        if top.flow_style:
            return self._between_brackets(top, lambda _: self._key_and_member())
        return self._at_the_end(top)

    def _at_the_end(self, top: Any) -> Iterator[str]:
        column = top.start_mark.column
        block = f"{' ' * column}evidence:{self._newline}{self._block(column + _step(top))}"
        last_key = top.value[-1][0].start_mark
        ends = (len(self._text), top.end_mark.index)
        for at in dict.fromkeys((*ends, last_key.index - last_key.column)):
            yield self._with(at, self._newline + block)
            yield self._with(at, block)

    def _instead_of_nothing(self, top: Any, key: Any, value: Any) -> Iterator[str]:
        """`evidence:` is there and has no entries: nothing follows it, or a word for nothing."""
        begin, end = value.start_mark.index, value.end_mark.index
        if top.flow_style:
            inner = f"{{{self._member(None)}}}"
            yield self._text[:begin] + ("" if begin < end else " ") + inner + self._text[end:]
        else:
            colon = self._text.find(":", key.end_mark.index) + 1
            kept = self._text[:colon] + self._text[max(end, colon) :]
            at = _line_end(kept, colon)
            yield self._with(at, self._block(top.start_mark.column + _step(top)), kept)

    def _below(self, value: Any) -> Iterator[str]:
        column = value.start_mark.column
        block = self._block(column, _step(value))
        at = _end(value)
        if at == 0 or self._text[at - 1] not in "\r\n":
            at = _line_end(self._text, at)
        else:  # behind a text of several lines, to which blank lines may or may not belong
            said = self._text[:at].rstrip(" \t\r\n")
            yield self._with(_line_end(self._text, len(said)), block)
        yield self._with(self._after_comments(at, column), block)
        yield self._with(at, block)

    def _after_comments(self, at: int, column: int) -> int:
        """Behind the comments that are indented like the entries, and so belong to them."""
        comment = re.compile(rf"[ ]{{{column},}}#[^\r\n]*(?:\r\n|\r|\n|\Z)")
        while found := comment.match(self._text, at):
            at = found.end()
        return at

    def _between_brackets(self, value: Any, member: Any) -> Iterator[str]:
        text = self._text
        if not value.value:
            at = value.start_mark.index + 1
            return iter([text[:at] + member(None) + text[at:]])
        return self._behind_the_last(value, member)

    def _behind_the_last(self, value: Any, member: Any) -> Iterator[str]:
        text = self._text
        key, last = value.value[-1]
        at = _end(last)
        line_start = key.start_mark.index - key.start_mark.column
        prefix = text[line_start : key.start_mark.index]
        if not prefix.strip():
            line = _NEWLINE.search(text, at)
            end = line.start() if line else len(text)
            below = f"{text[at:end]}{self._newline}{prefix}{member(prefix)}{text[end:]}"
            yield f"{text[:at]},{below}"
            yield f"{text[:at]}{below}"  # where there is a comma already
        yield f"{text[:at]}, {member(None)}{text[at:]}"

    def _member(self, prefix: str | None) -> str:
        if self._json:
            return entry_text.json_member(self._name, self._entry, prefix, self._newline)
        return entry_text.yaml_flow(self._name, self._entry)

    def _key_and_member(self) -> str:
        key = '"evidence"' if self._json else "evidence"
        return f"{key}: {{{self._member(None)}}}"

    def _block(self, column: int, step: int = _STEP) -> str:
        return entry_text.yaml_block(self._name, self._entry, column, step, self._newline)

    def _with(self, at: int, lines: str, text: str | None = None) -> str:
        """The text with lines put in, on lines of their own."""
        text = self._text if text is None else text
        before = text[:at]
        between = "" if not before or before.endswith(("\n", "\r")) else self._newline
        return before + between + lines + text[at:]


def _end(node: Any) -> int:
    """Where the last thing that is said inside a value ends."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _end(last[1] if isinstance(last, tuple) else last)
    end: int = node.end_mark.index
    return end


def _line_end(text: str, at: int) -> int:
    found = _NEWLINE.search(text, at)
    return found.end() if found else len(text)


def _step(mapping: Any) -> int:
    """How far the first part in block style is indented under its key."""
    for key, value in mapping.value:
        inside = isinstance(value, yaml.MappingNode) and not value.flow_style
        if inside and value.start_mark.column > key.start_mark.column:
            step: int = value.start_mark.column - key.start_mark.column
            return step
    return _STEP
