"""What other programs are told to act on: gaps, open questions and broken checks, each once."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from govcheck.model.result import Location
from govcheck.model.visible import visible
from govcheck.model.vocabulary import Severity
from govcheck.report.judged import Judged
from govcheck.report.listing import Listed, listed

Kind = Literal["gap", "open", "error"]

_WORDS: Mapping[Kind, str] = {"gap": "", "open": "Not assessed: ", "error": "The check broke: "}
_NUMBERS = re.compile(r"[0-9]+")
_INDEX = re.compile(r"/[0-9]+(?=/|$)")


class Issue(NamedTuple):
    """One thing to act on, in one file."""

    kind: Kind
    severity: Severity
    check: str
    """The first check that found it; the rule, in the words of other programs."""
    where: tuple[str, ...]
    text: str
    """What is wrong, with the figure that was measured."""
    fix: str
    path: str
    """The file as the reader named it, with forward slashes."""
    location: Location
    fingerprint: str
    """The same for the same gap after an edit elsewhere in the file; never the same for two."""

    @property
    def title(self) -> str:
        """What it concerns: 2.exit-interviews (RET-020)."""
        return f"{', '.join(self.where)} ({self.check})"

    @property
    def message(self) -> str:
        """What is wrong, and how to close it."""
        return f"{self.text} To close: {self.fix}" if self.fix else self.text


def issues(judged: Sequence[Judged]) -> Iterator[Issue]:
    """Gaps, open questions and broken checks, file by file, the most severe of each kind first.

    An open question is among them because it weighs as much as the gap that it could hide.
    """
    seen = Counter[str]()  # of all files: services take two of one fingerprint for one
    for item in judged:
        for kind in _WORDS:
            for entry in listed(item.result, kind):
                same = _sameness(item, kind, entry)
                seen[same] += 1
                yield _issue(item, kind, entry, f"{same}\n{seen[same]}")


def _issue(judged: Judged, kind: Kind, entry: Listed, identity: str) -> Issue:
    cell = f"[{entry.location.cell}] " if entry.location.cell else ""
    measured = f" Measured: {entry.figure}." if entry.figure else ""
    return Issue(
        kind,
        entry.severity,
        entry.checks[0],
        entry.where,
        visible(f"{cell}{_WORDS[kind]}{_sentence(entry.message)}{measured}"),
        visible(entry.fix or ""),
        visible(judged.path).replace("\\", "/"),
        entry.location,
        hashlib.sha256(identity.encode()).hexdigest()[:32],
    )


def _sentence(message: str) -> str:
    return message if message.endswith((".", "!", "?", "”")) else f"{message}."


def _sameness(judged: Judged, kind: Kind, entry: Listed) -> str:
    """What stays when lines move, entries of a list are added and figures change."""
    pointer = _INDEX.sub("/*", entry.location.pointer)
    message = _NUMBERS.sub("#", visible(entry.message))
    framework, force = judged.result.framework.id, judged.result.force.id
    return "\n".join((framework, force, kind, entry.where[0], entry.checks[0], pointer, message))
