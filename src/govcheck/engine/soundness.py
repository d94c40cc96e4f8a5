"""Whether what a check yielded is a finding that can be written down."""

from __future__ import annotations

from govcheck.model.finding import (
    Figure,
    Finding,
    Gap,
    Measured,
    NotApplicable,
    Observation,
    Open,
    Strength,
)
from govcheck.model.result import FindingKind

KINDS: dict[type, FindingKind] = {
    Gap: "gap",
    Open: "open",
    NotApplicable: "not applicable",
    Observation: "observation",
    Strength: "strength",
}
"""What is said in words, and what the result calls it."""


def fault_of(finding: Finding) -> str | None:
    """Why something that a check yielded is no finding, or not one that can be written down."""
    if type(finding) not in (*KINDS, Measured):
        return f"the check yielded {type(finding).__name__}, which is not a finding"
    if not _is_written(finding):
        return f"the check yielded a {type(finding).__name__} with a part that is not text"
    return None


def _is_written(finding: Finding) -> bool:
    """Whether every part of a finding is text that can be written down."""
    match finding:
        case Gap(message, at, fix, figure):
            close = "" if fix is None else fix
            parts: tuple[object, ...] = (message, at, close, *_parts_of(figure))
        case Open(at, message):
            parts = (at, "" if message is None else message)
        case NotApplicable(reason, at):
            parts = (reason, at)
        case Measured(figure):
            parts = _parts_of(figure) or (None,)
        case _:
            parts = (finding.message, finding.at, *_parts_of(finding.figure))
    return all(map(_is_text, parts))


def _parts_of(figure: object) -> tuple[object, ...]:
    """The texts of a figure; something else than a figure is a part that is no text."""
    return figure if isinstance(figure, Figure) else () if figure is None else (None,)


def _is_text(part: object) -> bool:
    """Whether it is text, with no half characters in it."""
    if not isinstance(part, str):
        return False
    try:
        part.encode()
    except UnicodeEncodeError:
        return False
    return True
