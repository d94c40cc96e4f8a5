"""Write other answers into the text of a YAML file, and leave everything else in it alone.

What has to change is worked out from the text; whether it came out right is found out by reading
the result. What does not read back as the new answers is not written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import yaml

from govcheck.intake.document import parse_document
from govcheck.intake.problem import InvalidDocument
from govcheck.intake.rewriting.yaml_changes import Change, Changes, Order

_Loader: type[yaml.CSafeLoader | yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class CannotRewriteError(Exception):
    """No way was found to write the answers into the text."""


def with_answers(text: str, data: dict[str, Any], order: Order) -> str:
    """The text of a well-formed YAML file with these answers instead of its own.

    `order` names the keys of a record; other mappings hold entries under names of their own. Raises
    CannotRewriteError.
    """
    old = parse_document(text, "", "yaml").data
    changes = Changes(text, order)
    if changes.same(old, data):
        return text
    top: Any = yaml.compose(text, Loader=_Loader)
    newline = "\r\n" if "\r\n" in text else "\n"
    for attempt in _attempts(changes, top, old, data):
        found = _changed(text, attempt, newline)
        if found is not None and _says(found, data, changes):
            return found
    raise CannotRewriteError


Attempt = Callable[[], Iterator[Change]]


def _attempts(changes: Changes, top: Any, old: Any, data: Any) -> Iterator[Attempt]:
    """Only what changed; where that goes wrong, each changed part of the file as a whole."""
    if not top.flow_style:
        yield lambda: changes.of_mapping(top, old, data)
        blunt = {key: None if not changes.same({key: value}, {key: data.get(key)}) else value
                 for key, value in old.items()}  # fmt: skip
        yield lambda: changes.of_mapping(top, blunt, data)


def _changed(text: str, attempt: Attempt, newline: str) -> str | None:
    """The text after the changes, or None where they get in each other's way."""
    changes: Sequence[Change] = sorted(attempt(), key=lambda change: (change.begin, change.end))
    parts, at = [], 0
    for begin, end, instead in changes:
        if begin < at:
            return None
        parts += [text[at:begin], instead.replace("\n", newline)]
        at = end
    return "".join([*parts, text[at:]])


def _says(text: str, data: Any, changes: Changes) -> bool:
    try:
        return changes.same(parse_document(text, "", "yaml").data, data)
    except InvalidDocument:
        return False
