"""YAML to data with places, straight from the parser's events.

Read by the core schema of YAML 1.2: `no` stays a word, `010` is ten, dates stay text. What lets one
line of a file change the meaning of another (anchors, aliases, merge keys, tags) is refused.
"""

from __future__ import annotations

import re
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from govcheck.intake import yaml_words
from govcheck.intake.places import Places
from govcheck.intake.reading import MAX_DEPTH, MAX_NODES, Loaded, Reading, is_blank

_Parser: type[yaml.CSafeLoader | yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_Frame = tuple[dict[str, Any] | None, list[Any], Places]
"""An unfinished mapping, or None for a list; the list; and the places of what is inside."""

_WORDS = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_NULLS = frozenset(("", "~", "null", "Null", "NULL"))
_NUMBER_BEGINS = frozenset("+-.0123456789")
_WHOLE = re.compile(r"[-+]?[0-9]+")
_OTHER_BASE = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_DECIMAL = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_NOT_A_NUMBER = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")


def load(reading: Reading) -> Loaded:
    """The data of a YAML text, and their places."""
    yaml_words.refuse_odd_line_breaks(reading)
    # PyYAML refuses characters that no YAML may hold as soon as it is given the text.
    try:
        events = _Parser(reading.text)
        builder = _Builder(reading)
        while (event := events.get_event()) is not None:
            builder.take(event)
    except yaml.YAMLError as error:
        yaml_words.stop_at_error(reading, error)
    return builder.result()


class _Builder:
    """Puts data together from events, without recursion: no depth of input can exhaust it."""

    __slots__ = (
        "_items",
        "_key",
        "_key_at",
        "_mapping",
        "_nodes",
        "_outer",
        "_places",
        "_reading",
        "_text",
    )

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._text = reading.text
        self._nodes = 0
        self._outer: list[_Frame] = []
        # The stream is treated as a list of documents, which is to have one item.
        self._mapping: dict[str, Any] | None = None
        self._items: list[Any] = []
        self._places: Places = {}
        self._key: str | None = None
        self._key_at = 0

    def result(self) -> Loaded:
        """What the events came to."""
        if not self._items:
            return None, (0, 0, None)
        return self._items[0], self._places[0]

    def take(self, event: Event) -> None:
        """Take the next event of the stream."""
        kind = type(event)
        if kind is ScalarEvent:
            self._scalar(event)
        elif kind is MappingStartEvent:
            self._open(event, {})
        elif kind is SequenceStartEvent:
            self._open(event, None)
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            self._mapping, self._items, self._places = self._outer.pop()
        elif kind is AliasEvent:
            self._alias(event)
        elif kind is DocumentStartEvent:
            self._document(event)

    def _scalar(self, event: Any) -> None:
        at: int = event.start_mark.index
        text: str = event.value
        if event.anchor is not None or event.tag is not None or self._text.startswith("!", at):
            self._refuse_properties(event, at)
        if self._mapping is not None and self._key is None:
            self._take_key(text, at, plain=not event.style)
        elif event.style:
            self._add(None if is_blank(text) else text, at, None)
        else:
            self._add(self._plain(text, at), at, None)

    def _plain(self, text: str, at: int) -> Any:
        """What unquoted text stands for in the core schema."""
        if text in _WORDS:
            return _WORDS[text]
        if text[0] in _NUMBER_BEGINS:
            if _WHOLE.fullmatch(text):
                return self._reading.whole_number(text, at)
            if _DECIMAL.fullmatch(text):
                return self._reading.decimal_number(text, at)
            if _OTHER_BASE.fullmatch(text):
                return self._reading.whole_number(text, at, base=8 if text[1] == "o" else 16)
            if _NOT_A_NUMBER.fullmatch(text):
                self._reading.not_a_number(text, at)
        return None if is_blank(text) else text

    def _take_key(self, key: str, at: int, *, plain: bool) -> None:
        if is_blank(key) or (plain and key in _NULLS):
            self._reading.blank_key(at)
        elif plain and key == "<<":
            yaml_words.note_merge_key(self._reading, at)
        elif key in self._places:
            self._reading.repeated_key(key, at, self._places[key][0])
        self._key = key
        self._key_at = at

    def _add(self, value: Any, at: int, inner: Places | None) -> None:
        """Put a value where it belongs, and note its place."""
        self._nodes += 1
        if self._nodes > MAX_NODES:
            self._reading.too_many(at)
        if self._mapping is None:
            self._places[len(self._items)] = (at, at, inner)
            self._items.append(value)
        else:
            key: Any = self._key
            self._places[key] = (self._key_at, at, inner)
            self._mapping[key] = value
            self._key = None

    def _open(self, event: Any, mapping: dict[str, Any] | None) -> None:
        at: int = event.start_mark.index
        if event.anchor is not None or event.tag is not None or self._text.startswith("!", at):
            self._refuse_properties(event, at)
        if self._mapping is not None and self._key is None:
            yaml_words.stop_at_key_of_parts(self._reading, at)
        if len(self._outer) >= MAX_DEPTH:
            self._reading.too_deep(at)
        items: list[Any] = []
        places: Places = {}
        self._add(items if mapping is None else mapping, at, places)
        self._outer.append((self._mapping, self._items, self._places))
        self._mapping, self._items, self._places = mapping, items, places

    def _alias(self, event: Any) -> None:
        at: int = event.start_mark.index
        yaml_words.note_alias(self._reading, at, event.anchor)
        if self._mapping is not None and self._key is None:
            self._take_key(f"*{event.anchor}", at, plain=False)
        else:
            self._add(None, at, None)

    def _refuse_properties(self, event: Any, at: int) -> None:
        """Note an anchor and a tag; of the tag that is a mere `!` only the text has a trace."""
        if event.anchor is not None:
            yaml_words.note_anchor(self._reading, at, event.anchor)
        if event.tag is not None or self._text.startswith("!", at):
            yaml_words.note_tag(self._reading, at)

    def _document(self, event: Any) -> None:
        at: int = event.start_mark.index
        if self._items:
            yaml_words.stop_at_second_document(self._reading, at)
        if event.version is not None and tuple(event.version) != (1, 2):
            yaml_words.note_version(self._reading, at, event.version)
        if event.tags:
            yaml_words.note_tag(self._reading, at)
