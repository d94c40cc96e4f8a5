"""One entry of the evidence as the lines of a file: as YAML, as JSON, as TOML."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

Entry = Mapping[str, str | list[str] | int]
"""The keys of an entry with their values, in the order in which they are written."""

_PLAIN = re.compile(r"[^\W\d_](?:[\w ./()'-]|:(?=[\w/]))*(?<! )")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}(-[0-9]{2})?(/[0-9]{4}-[0-9]{2}(-[0-9]{2})?)?")
_NUMBERLIKE = re.compile(r"[-+.0-9eExXoO_:]*")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_WORDS = frozenset(["null", "true", "false", "yes", "no", "on", "off", "y", "n"])
"""What YAML takes, or once took, for something else than text."""


def yaml_block(name: str, entry: Entry, column: int, step: int, newline: str) -> str:
    """The lines of an entry in block style, ending in a line break."""
    outer, inner = " " * column, " " * (column + step)
    lines = [f"{outer}{yaml_text(name)}:"]
    lines += [f"{inner}{key}: {_yaml_value(value)}" for key, value in entry.items()]
    return "".join(line + newline for line in lines)


def yaml_flow(name: str, entry: Entry) -> str:
    """The entry between brackets, on one line."""
    inner = ", ".join(f"{key}: {_yaml_value(value)}" for key, value in entry.items())
    return f"{yaml_text(name)}: {{{inner}}}"


def yaml_text(text: str) -> str:
    """A text without quotation marks where every YAML program reads it as that text."""
    if _DATE.fullmatch(text):
        return text
    if _DIGEST.fullmatch(text) and not _NUMBERLIKE.fullmatch(text):
        return text
    if _PLAIN.fullmatch(text) and text.casefold() not in _WORDS:
        return text
    return json.dumps(text, ensure_ascii=False)


def _yaml_value(value: str | list[str] | int) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(yaml_text, value))}]"
    return yaml_text(value) if isinstance(value, str) else str(value)


def json_member(name: str, entry: Entry, prefix: str | None, newline: str) -> str:
    """The entry as a member of an object: on one line, or indented by `prefix` on several."""
    if prefix is None:
        return json.dumps({name: entry}, ensure_ascii=False)[1:-1]
    lines = json.dumps(entry, ensure_ascii=False, indent=2).split("\n")
    return f"{json.dumps(name)}: {(newline + prefix).join(lines)}"


def toml_table(name: str, entry: Entry, newline: str) -> str:
    """The entry as a table of its own."""
    key = name if re.fullmatch("[a-z0-9_-]+", name) else json.dumps(name)
    lines = [f"[evidence.{key}]"]
    lines += [f"{key} = {_toml_value(value)}" for key, value in entry.items()]
    return "".join(line + newline for line in lines)


def _toml_value(value: str | list[str] | int) -> str:
    # What JSON writes for texts, lists and numbers, TOML reads as the same.
    return json.dumps(value, ensure_ascii=False)
