"""What the side of the pipeline hands in: a policy and waivers, held against their models."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from govcheck.intake.document import Document, Pointer, read_document
from govcheck.intake.problem import InvalidDocument, Problem
from govcheck.intake.validation import validate
from govcheck.model.policy import CountRule, Policy
from govcheck.model.waiver import Waiver, Waivers

M = TypeVar("M", bound=BaseModel)

_SEPARATE = re.compile(r"[\W_]+")


def read_policy(path: Path) -> tuple[Document, Policy]:
    """A policy, and the document that messages about it point into. Raises InvalidDocument."""
    document = read_document(path)
    policy = _read(document, Policy, _unclear_rules)
    return document, policy


def read_waivers(path: Path) -> tuple[Waiver, ...]:
    """The waivers of a file. Raises InvalidDocument."""
    return _read(read_document(path), Waivers, _unsound_waivers).waivers


def _read(document: Document, model: type[M], further: object) -> M:
    value, problems = validate(document, model, {})
    found: list[Problem] = [*problems]
    if value is not None:
        found += further(document, value)  # type: ignore[operator]
    if value is None or found:
        raise InvalidDocument(found)
    return value


def _unclear_rules(document: Document, policy: Policy) -> Iterator[Problem]:
    if not (policy.packs or policy.checks or policy.regressions or policy.count):
        yield document.problem(
            (),
            "the policy asks for nothing, so everything would pass.",
            "Add packs, checks, regressions or [[count]].",
        )
    for index, rule in enumerate(policy.count):
        place = ("count", index)
        if (rule.status is None) == (rule.verdict is None):
            yield document.problem(
                place, "a rule counts one thing.", "Give either status (of checks) or verdict."
            )
        if rule.verdict and rule.severity:
            yield document.problem(
                (*place, "severity"), "a requirement has no severity.", "Count checks: use status."
            )
        yield from _unclear_limit(document, rule, place)


def _unclear_limit(document: Document, rule: CountRule, place: Pointer) -> Iterator[Problem]:
    """What is good has a least number, what is bad a greatest one; in between it can be either."""
    word = rule.verdict or rule.status
    if (rule.at_most is None) == (rule.at_least is None):
        yield document.problem(place, "a rule has one limit.", "Give either at_least or at_most.")
    elif word == "met" and rule.at_most is not None:
        yield document.problem(
            (*place, "at_most"),
            "a limit to what may be met would reward saying less.",
            "Give at_least, or count what is not met.",
        )
    elif word in {"gap", "not met"} and rule.at_least is not None:
        yield document.problem(
            (*place, "at_least"), f"a rule cannot ask for “{word}”.", "Give at_most."
        )


def _unsound_waivers(document: Document, file: Waivers) -> Iterator[Problem]:
    seen = dict[tuple[str | None, ...], int]()
    for index, waiver in enumerate(file.waivers):
        if _folded(waiver.owner) == _folded(waiver.approver):
            yield document.problem(
                ("waivers", index, "approver"),
                "owner and approver are the same.",
                "Nobody waives a gap for themselves: name another person.",
            )
        key = (waiver.check.upper(), waiver.requirement, waiver.framework, waiver.force)
        if key in seen:
            yield document.problem(
                ("waivers", index),
                f"the same gap is waived already, in entry {seen[key] + 1}.",
                "Keep one of the two.",
            )
        seen.setdefault(key, index)


def _folded(name: str) -> str:
    return _SEPARATE.sub(" ", unicodedata.normalize("NFKC", name).casefold()).strip()
