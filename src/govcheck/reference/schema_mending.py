"""Make a generated JSON Schema say exactly what the models say, and nothing that distracts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Schema = dict[str, Any]

_BY_NAME = ("properties", "patternProperties", "$defs")
_IN_LISTS = ("anyOf", "oneOf", "allOf", "prefixItems")
_SINGLE = ("items", "additionalProperties", "propertyNames", "not")


def mended(schema: Schema) -> Schema:
    """The schema of pydantic models, held to what the models accept in strict JSON."""
    return _everywhere(schema, _mend)


def closed(schema: Schema) -> Schema:
    """The schema of what we write ourselves: each key that a block lists is there, and no other."""
    return _everywhere(schema, _close)


def _everywhere(schema: Schema, change: Callable[[Schema], Schema]) -> Schema:
    """Apply a change to a schema and to each schema inside it, never to the names of properties."""
    inner = {key: _descended(key, value, change) for key, value in schema.items()}
    return change(inner)


def _descended(key: str, value: Any, change: Callable[[Schema], Schema]) -> Any:
    if key in _BY_NAME:
        return {name: _everywhere(part, change) for name, part in value.items()}
    if key in _IN_LISTS:
        return [_everywhere(part, change) for part in value]
    if key in _SINGLE and isinstance(value, dict):
        return _everywhere(value, change)
    return value


def _mend(schema: Schema) -> Schema:
    return _to_the_end(_with_named_keys(_readable(schema)))


def _readable(schema: Schema) -> Schema:
    """Without titles and empty defaults made by a machine, which editors would show and insert.

    Repeated items are no error for the models, so `uniqueItems` goes as well.
    """
    kept = {
        key: value
        for key, value in schema.items()
        if key not in ("title", "uniqueItems") and not (key == "default" and _is_empty(value))
    }
    if isinstance(kept.get("description"), str):
        kept["description"] = " ".join(kept["description"].split())
    return kept


def _is_empty(value: object) -> bool:
    return value is None or value in ({}, [])


def _with_named_keys(schema: Schema) -> Schema:
    """Keys that have to match a pattern: others are refused, not passed over.

    A dictionary with patterned keys comes as `patternProperties`, which lets every other key in.
    """
    patterns = schema.get("patternProperties", {})
    if len(patterns) != 1 or "additionalProperties" in schema:
        return schema
    ((pattern, value),) = patterns.items()
    rest = {key: part for key, part in schema.items() if key != "patternProperties"}
    return {
        **rest,
        "propertyNames": _to_the_end({"pattern": pattern}),
        "additionalProperties": value,
    }


def _to_the_end(schema: Schema) -> Schema:
    r"""A pattern that ends in `$` ends there: some validators let a line break follow it."""
    pattern = schema.get("pattern", "")
    open_ended = not pattern.endswith("$") or pattern.endswith(r"\$")
    if open_ended or schema.get("format") == "date" or "not" in schema:
        return schema
    return {**schema, "not": {"pattern": r"\n$"}}


def _close(schema: Schema) -> Schema:
    if "properties" not in schema:
        return schema
    return {**schema, "required": list(schema["properties"]), "additionalProperties": False}
