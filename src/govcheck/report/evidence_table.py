"""Every entry of the evidence with what was seen of it, for a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from govcheck.model.exhibit import ExhibitState
from govcheck.model.result import EvidenceResult
from govcheck.model.visible import visible
from govcheck.report.fitted import fitted
from govcheck.report.words import day

WRONG = frozenset(
    {
        ExhibitState.CHANGED,
        ExhibitState.MISSING,
        ExhibitState.UNREADABLE,
        ExhibitState.OUTSIDE,
    }
)
"""What somebody has to put right."""
_HEADERS = ("Evidence", "State", "About", "Known by", "Covers", "Cited by")


def render(evidence: Sequence[EvidenceResult], as_of: str, width: int) -> str:
    """The table and a line of counts, ending in a line break."""
    if not evidence:
        return "The file has no evidence.\n"
    rows = [_row(item, as_of) for item in evidence]
    table = fitted(_HEADERS, rows, width, _HEADERS)
    return f"{table}\n\n{_counts(evidence)}\n"


def _row(item: EvidenceResult, as_of: str) -> list[str]:
    lines = [visible(item.id), visible(item.title), visible(item.place)]
    return [
        "\n".join(lines),
        item.state,
        _dated(item, as_of),
        item.method or "not stated",
        visible(", ".join(item.covers) or "not stated"),
        visible(", ".join(item.cited_by) or "nothing"),
    ]


def _dated(item: EvidenceResult, as_of: str) -> str:
    lines = [visible(item.about or "not dated")]
    if item.fresh_until:
        word = "fresh until" if as_of <= item.fresh_until else "stale since"
        lines.append(f"{word} {day(item.fresh_until)}")
    if item.collected:
        lines.append(f"collected {day(item.collected)}")
    return "\n".join(lines)


def _counts(evidence: Sequence[EvidenceResult]) -> str:
    """How many of the whole are in each state."""
    found = [(state, sum(item.state is state for item in evidence)) for state in ExhibitState]
    parts = "; ".join(f"{count} {state}" for state, count in found if count)
    return f"Of {len(evidence)}: {parts}."
