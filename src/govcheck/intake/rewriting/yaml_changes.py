"""What has to change in a YAML text so that it says something else: as few bytes as possible."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any, NamedTuple

import yaml

from govcheck.intake.places import Pointer
from govcheck.intake.rewriting.yaml_value import STEP, Value, item, rendered

_NEWLINE = re.compile(r"\r\n|\r|\n")
_NAMES = ("id", "name", "group", "title", "what")
"""The keys by which an entry of a list is known again."""

Order = Callable[[Pointer], Sequence[str]]
"""The keys that may stand at a place, in their order; nothing where any may."""


class Change(NamedTuple):
    """A part of the text and what stands there afterwards."""

    begin: int
    end: int
    text: str


class Changes:
    """Compares a text with the data that it shall hold."""

    def __init__(self, text: str, order: Order) -> None:
        self._text = text
        self._order = order

    def normal(self, value: Any, pointer: Pointer = ()) -> Any:
        """Data as they are compared: an answer left blank is one left out."""
        if isinstance(value, dict):
            asked = self._order(pointer)
            return {
                key: self.normal(inner, (*pointer, key))
                for key, inner in value.items()
                if inner is not None or key not in asked
            }
        if isinstance(value, list):
            return [self.normal(one, (*pointer, index)) for index, one in enumerate(value)]
        if isinstance(value, float) and value.is_integer():
            return int(value)
        return value

    def same(self, one: Any, other: Any, pointer: Pointer = ()) -> bool:
        """Whether two values say the same; as text, since in Python true and 1 are equal."""
        first, second = self.normal(one, pointer), self.normal(other, pointer)
        return json.dumps(first, sort_keys=True) == json.dumps(second, sort_keys=True)

    def of_mapping(
        self, node: Any, old: dict[str, Any], new: dict[str, Any], pointer: Pointer = ()
    ) -> Iterator[Change]:
        """The changes inside a mapping in block style."""
        for key_node, value_node in node.value:
            key = key_node.value
            inner = (*pointer, key)
            before, after = old[key], new.get(key)
            if self.same({key: before}, {key: after}, pointer):
                continue
            if key not in new and key not in self._order(pointer):
                yield self._without(key_node, value_node)
            else:
                yield from self._value((key_node, value_node), before, after, inner)
        for key, value in new.items():
            if key not in old and (value is not None or key not in self._order(pointer)):
                yield self._added(node, key, value, pointer)

    def _value(self, nodes: Any, old: Any, new: Any, pointer: Pointer) -> Iterator[Change]:
        key, node = nodes
        block = isinstance(node, yaml.CollectionNode) and not node.flow_style
        if block and isinstance(old, dict) and isinstance(new, dict) and self._some_left(old, new):
            yield from self.of_mapping(node, old, new, pointer)
        elif block and isinstance(old, list) and isinstance(new, list) and new:
            yield from self._of_list(node, old, new, pointer)
        else:
            yield from self._instead(key, node, rendered(new, key.start_mark.column))

    def _some_left(self, old: dict[str, Any], new: dict[str, Any]) -> bool:
        """Whether a key stays, so that the others can be put beside it."""
        return any(key in new for key in old)

    def _of_list(
        self, node: Any, old: list[Any], new: list[Any], pointer: Pointer
    ) -> Iterator[Change]:
        """The changes inside a list in block style; its entries are known by their names."""
        matcher = SequenceMatcher(None, list(map(_name, old)), list(map(_name, new)), False)  # noqa: FBT003
        column = node.start_mark.column
        for tag, first, last, begin, end in matcher.get_opcodes():
            if tag == "equal" or (tag == "replace" and last - first == end - begin):
                for index, other in zip(range(first, last), range(begin, end), strict=True):
                    yield from self._item(node, index, (old[index], new[other]), pointer)
                continue
            for index in range(first, last):
                yield self._lines(node.value[index], node.value[index], "")
            if begin < end:
                text = "".join(item(one, column) for one in new[begin:end])
                at = self._item_start(node, first) if first < len(old) else self._below(node)
                yield Change(at, at, self._on_lines(at, text))

    def _item(
        self, node: Any, index: int, values: tuple[Any, Any], pointer: Pointer
    ) -> Iterator[Change]:
        old, new = values
        inner, place = node.value[index], (*pointer, index)
        if self.same(old, new, place):
            return
        block = isinstance(inner, yaml.MappingNode) and not inner.flow_style
        if block and isinstance(new, dict) and self._some_left(old, new):
            yield from self.of_mapping(inner, old, new, place)
        else:
            yield self._lines(inner, inner, item(new, node.start_mark.column))

    def _item_start(self, node: Any, index: int) -> int:
        return self._line_start(node.value[index].start_mark.index)

    def _without(self, key: Any, value: Any) -> Change:
        return self._lines(key, value, "")

    def _lines(self, first: Any, last: Any, text: str) -> Change:
        """Other lines instead of those from one value to another."""
        begin = self._line_start(first.start_mark.index)
        return Change(begin, self._line_end(max(self._end(last), self._end(first))), text)

    def _added(self, node: Any, key: str, value: Any, pointer: Pointer) -> Change:
        """A key more: behind those that come before it, or as the first."""
        column = node.start_mark.column
        head, body = rendered({key: value}, column - STEP)
        order = list(self._order(pointer))
        earlier = order[: order.index(key)] if key in order else []
        before = [pair for pair in node.value if not order or pair[0].value in earlier]
        between = "\n" if not pointer else ""
        if before or not order:
            at = self._line_end(max(self._end(before[-1][1]), before[-1][0].end_mark.index + 1))
        else:
            at = self._line_start(node.value[0][0].start_mark.index)
            between = ""
        del head
        return Change(at, at, self._on_lines(at, between + body))

    def _instead(self, key: Any, node: Any, value: Value) -> Iterator[Change]:
        """Another value after a key; a comment beside it stays."""
        colon = self._text.index(":", key.end_mark.index) + 1
        end = max(self._end(node), colon)
        line = _NEWLINE.search(self._text, end)
        rest = line.start() if line else len(self._text)
        yield Change(colon, end, value.head)
        if value.body:
            yield Change(rest, rest, "\n" + value.body.removesuffix("\n"))

    def _below(self, node: Any) -> int:
        return self._line_end(self._end(node))

    def _on_lines(self, at: int, lines: str) -> str:
        """Lines that begin where the text may not have ended its last."""
        return lines if at == 0 or self._text[at - 1] in "\r\n" else "\n" + lines

    def _end(self, node: Any) -> int:
        """Where the last thing that is said inside a value ends."""
        if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
            last = node.value[-1]
            if isinstance(last, tuple):
                behind_key: int = last[0].end_mark.index + 1
                return max(self._end(last[1]), behind_key)
            return self._end(last)
        begin: int = node.start_mark.index
        end: int = node.end_mark.index
        return begin + len(self._text[begin:end].rstrip())

    def _line_start(self, at: int) -> int:
        return at - len(_last_line(self._text[:at]))

    def _line_end(self, at: int) -> int:
        found = _NEWLINE.search(self._text, at)
        return found.end() if found else len(self._text)


def _last_line(text: str) -> str:
    return text[max(text.rfind("\n"), text.rfind("\r")) + 1 :]


def _name(entry: Any) -> str:
    """What an entry is known by."""
    if isinstance(entry, dict):
        for key in _NAMES:
            if isinstance(entry.get(key), str):
                return f"{key} {entry[key]}"
        return ""
    return json.dumps(entry, sort_keys=True)
