"""What the words of one recommendation say: to whom, by when, about whom, and what exactly."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from govcheck.importing.block import Block
from govcheck.importing.days import WrittenDue, dues_in
from govcheck.importing.words import GROUPS, OBLIGES

_SENTENCE = re.compile(r"(?<=[.!?]) (?=[A-Z\u2018\u201c\"'])")
_LEAD_IN_WORDS = 4
_ADDRESSEE_WORDS = 12
_LIST_JOINT = re.compile(r"[;,]? ?\b(?:and|or)$|[;,.]$")
_RECOMMENDED = re.compile(r"^(?:we recommend(?:ed)? that|it is recommended that) ", re.IGNORECASE)
_NOBODY = frozenset(("they", "this", "these", "it", "that", "we", "which", "who", "there", "what"))
_SMALL_WORDS = frozenset(
    [
        "a",
        "an",
        "and",
        "any",
        "are",
        "as",
        "at",
        "be",
        "by",
        "can",
        "for",
        "from",
        "has",
        "have",
        "how",
        "if",
        "in",
        "into",
        "is",
        "it",
        "its",
        "make",
        "may",
        "of",
        "on",
        "or",
        "should",
        "so",
        "sure",
        "that",
        "the",
        "their",
        "them",
        "these",
        "they",
        "this",
        "those",
        "to",
        "use",
        "using",
        "was",
        "what",
        "where",
        "whether",
        "which",
        "who",
        "why",
        "will",
        "with",
        "within",
    ]
)
_WORDS_OF_AN_ID = 3
_LONGEST_ID = 60


class Candidate(NamedTuple):
    """A part of a recommendation that may be a requirement."""

    id: str
    text: str
    line: Block


def due_dates(lines: Sequence[Block]) -> tuple[WrittenDue, ...]:
    """The different due dates that the words name."""
    found = dict[str, WrittenDue]()
    for line in lines:
        for due in sorted(dues_in(line.text), key=lambda due: due.start):
            found.setdefault(due.by or due.wording, due)
    return tuple(found.values())


def addressee(lines: Sequence[Block]) -> tuple[str, Block] | None:
    """Who should act, in the words before the first `should`."""
    for line in lines:
        if found := OBLIGES.search(line.text):
            who = _without_dues(line.text[: found.start()])
            who = _RECOMMENDED.sub("", who.strip(" ,")).strip(" ,")
            fits = 0 < len(who.split()) <= _ADDRESSEE_WORDS and ". " not in who
            return (who, line) if fits and who.split()[0].casefold() not in _NOBODY else None
    return None


def _without_dues(text: str) -> str:
    for due in sorted(dues_in(text), key=lambda due: due.start, reverse=True):
        text = f"{text[: due.start].rstrip(' ,')} {text[due.end :].lstrip(' ,')}"
    return text


def groups_in(text: str) -> tuple[str, ...]:
    """The groups of people that a text names."""
    return tuple(name for name, pattern in GROUPS if pattern.search(text))


def candidates(lines: Sequence[Block]) -> tuple[Candidate, ...]:
    """Each bullet, and each sentence that says what should be, with an id made of its words."""
    taken = set[str]()
    return tuple(
        Candidate(_id(text, taken), text, line) for text, line in _parts(lines) if text.strip(" .")
    )


def _parts(lines: Sequence[Block]) -> Iterator[tuple[str, Block]]:
    for line in lines:
        if line.kind == "bullet":
            yield _LIST_JOINT.sub("", _LIST_JOINT.sub("", line.text)), line
            continue
        for sentence in _SENTENCE.split(line.text):
            lead_in = sentence.endswith(":") and len(sentence.split()) <= _LEAD_IN_WORDS
            if OBLIGES.search(sentence) and not lead_in:
                yield sentence, line


def _id(text: str, taken: set[str]) -> str:
    """A short id of the first words that say something, unlike those that are taken."""
    found = OBLIGES.search(text)
    after = slug(text[found.end() :] if found else text).split("-")
    words = [word for word in after if word and word not in _SMALL_WORDS][:_WORDS_OF_AN_ID]
    own = "-".join(words)[: _LONGEST_ID - 5].strip("-") or "requirement"
    number, proposed = 1, own
    while proposed in taken:
        number += 1
        proposed = f"{own}-{number}"
    taken.add(proposed)
    return proposed


def slug(text: str) -> str:
    """The letters and digits of a text in small letters, with hyphens between its words."""
    plain = unicodedata.normalize("NFKD", text[:1000]).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "").lower()).strip("-")
