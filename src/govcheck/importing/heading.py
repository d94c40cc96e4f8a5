"""What a block is where it is no running text: the head of a recommendation, a label, a section."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from govcheck.importing.block import Block, folded
from govcheck.importing.words import ANSWER, FIELDS, LISTED, OBLIGES, OF_RECOMMENDATION, SECTIONS

_LOOKED_AT = 400
"""No label is longer: only the beginning of a block is looked at."""
_MOST_WORDS = 12
_ID = r"#[0-9]{3,7}"
_COUNTED = (
    *("one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
_IN_WORDS = {word: str(number) for number, word in enumerate(_COUNTED, start=1)}
_BESIDE = re.compile(r"\([^()]{1,80}\)\.?")
"""What may stand beside a number and is neither title nor wording: (College of Policing)."""
_SEVERAL = re.compile(
    r"(?:national )?recommendations? (?:numbers? |nos?\.? ?)?[0-9]", re.IGNORECASE
)
_HEAD = re.compile(
    rf"(?:(?P<before>{_ID})\W{{0,5}})?"
    r"(?:(?:draft |national )?rec(?:ommendation|\.)? "
    r"(?:numbered in (?:the )?report |number(?:ed)? |no\.? ?)?|(?P<short>r)(?=[0-9]))"
    rf"(?P<number>[0-9]{{1,4}}(?:\.[0-9]{{1,3}}){{0,3}}[a-z]?|{'|'.join(_IN_WORDS)})(?![\w])"
    rf"(?: ?[(\[](?P<after>#?[0-9]{{3,7}})[)\]])?"
    r"(?P<gap> ?[.:)]? ?[-\u2013\u2014]? ?)(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_ONLY_ID = re.compile(rf"({_ID})\W{{0,3}}")
_LABEL = re.compile(r"([^:]{1,60}?) ?: ?(.*)", re.DOTALL)
_ANSWERED = re.compile(
    rf"(?:(?:[A-Z][\w\u2019']*|and|of|the|&) ){{0,6}}(?i:{ANSWER.pattern})"
    r"(?: [\w\u2019']+){0,4} ?:"
)
"""The name of an answer with the answer behind it: Chief Constable's response: we have ..."""
_ORDINAL = re.compile(r"([0-9]{1,3})[.)]?|\(([0-9]{1,3})\)")


class Head(NamedTuple):
    """The beginning of a recommendation: what its first line says."""

    number: str | None
    id: str | None
    rest: str
    """What follows the number on the same line."""


class Label(NamedTuple):
    """The name of a field, and its value where that is on the same line."""

    field: str
    value: str


Section = Literal["recommendations", "answer", "other"]


def head_of(block: Block) -> Head | None:
    """The number and id where a block begins a recommendation, else None.

    A sentence that mentions one begins with the same words but goes on without a break.
    """
    if block.role:
        number = block.text if block.role == "number" else None
        found = _HEAD.fullmatch(block.text[:_LOOKED_AT])
        if found:
            return _head(found, block)
        return Head(number.strip(" ."), None, "") if number else None
    found = _HEAD.fullmatch(block.text[:_LOOKED_AT])
    if found is None or (found["rest"] and not _parted(found)):
        return None
    return _head(found, block)


def _head(found: re.Match[str], block: Block) -> Head:
    digits = (found["before"] or found["after"] or "").lstrip("#")
    rest = found["rest"] and block.text[found.start("rest") :]
    if _BESIDE.fullmatch(rest):
        rest = ""
    number = _IN_WORDS.get(found["number"].casefold(), found["number"])
    return Head(number, f"#{digits}" if digits else None, rest)


def _parted(found: re.Match[str]) -> bool:
    """Whether a colon, a dash or a bracket stands between the number and the words after it."""
    if found["short"]:
        return found["rest"][0].isupper()
    if _BESIDE.fullmatch(found["rest"]):
        return True
    return bool(found["gap"].strip() or found["after"]) or found["rest"].startswith(
        ("By ", "With immediate", "Within ", "Immediately", "As soon as ")
    )


def names_several(block: Block) -> bool:
    """Whether a heading names recommendations in a way that is not read."""
    text = block.text[:_LOOKED_AT]
    return (
        _SEVERAL.match(text) is not None
        and len(text.split()) <= _MOST_WORDS
        and not text.endswith((".", ","))
        and head_of(block) is None
    )


def ordinal_of(block: Block) -> str | None:
    """The number of an item in a numbered list."""
    found = _ORDINAL.fullmatch(block.mark)
    return (found[1] or found[2]) if found else None


def id_of(block: Block) -> str | None:
    """The id where a block holds nothing else."""
    found = _ONLY_ID.fullmatch(block.text[:_LOOKED_AT])
    return found[1] if found else None


def label_of(block: Block, names: dict[str, tuple[str, ...]]) -> Label | None:
    """The field whose name a block is or begins with."""
    found = _LABEL.fullmatch(block.text[:_LOOKED_AT])
    name = folded(found[1] if found else block.text[:_LOOKED_AT])
    if found is None and " " not in name and block.kind != "heading" and block.cell is None:
        return None  # a line of one word is no name without a colon
    field = next((field for field, known in names.items() if name in known), None)
    if field is None:
        return None
    return Label(field, block.text[found.start(2) :] if found else "")


def is_named(line: str) -> bool:
    """Whether a line begins with the name of a field and a colon."""
    label = field_of(Block("paragraph", line, ""))
    return label is not None and ":" in line


def field_of(block: Block) -> Label | None:
    """The field of the framework that a block names."""
    return label_of(block, FIELDS)


def detail_of(block: Block) -> Label | None:
    """The field of a recommendation that a block names."""
    return label_of(block, OF_RECOMMENDATION)


def section_of(block: Block) -> Section | None:
    """Which part of the document a block begins, else None."""
    text = block.text[:_LOOKED_AT]
    if block.role == "other":
        return "answer"
    if block.kind == "bullet":
        return None
    named = _ANSWERED.match(text)
    if named and not OBLIGES.search(named[0]):
        return "answer"
    if len(text.split()) > _MOST_WORDS or OBLIGES.search(text):
        return None
    if LISTED.fullmatch(text):
        return "recommendations"
    alone = block.kind == "heading" or text.endswith(":")
    if ANSWER.search(text) and (alone or folded(text).split()[0] in ("response", "comment")):
        return "answer"
    return "other" if block.kind == "heading" or folded(text) in SECTIONS else None
