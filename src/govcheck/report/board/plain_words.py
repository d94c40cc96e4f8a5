"""Results in words for a board: no ids of checks, no terms of the trade."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from govcheck.model.exhibit import ExhibitState
from govcheck.model.result import CheckResult, EvidenceResult, FindingKind, RecommendationResult
from govcheck.model.vocabulary import Aspect, Status, Verdict
from govcheck.report.words import counted, period

SEEN: Mapping[ExhibitState, str] = {
    ExhibitState.UNCHANGED: "seen, and unchanged",
    ExhibitState.FOUND: "seen",
    ExhibitState.CHANGED: "seen, but changed since it was registered",
    ExhibitState.MISSING: "not found",
    ExhibitState.UNREADABLE: "could not be read",
    ExhibitState.OUTSIDE: "kept elsewhere, not looked at",
    ExhibitState.NOT_LOOKED_AT: "not looked at",
}
_MOST = 3
_KINDS: tuple[tuple[Status, FindingKind, str], ...] = (
    (Status.GAP, "gap", ""),
    (Status.ERROR, "error", "A check broke: "),
)


def about(entry: EvidenceResult) -> str:
    """The time that evidence is about."""
    return period(entry.about) if entry.about else "not said"


def timeliness_of(item: RecommendationResult) -> str:
    """Why a recommendation counts as in time or not."""
    return _why(item, Aspect.TIMELINESS, item.timeliness, item.timeliness_reason)


def duty_of(item: RecommendationResult) -> str:
    """Why the duty to respond counts as met or not."""
    return _why(item, Aspect.DUTY, item.duty, item.duty_reason)


def _why(item: RecommendationResult, aspect: Aspect, verdict: Verdict, reason: str) -> str:
    """What the checks say; where they say nothing, the reason of the result."""
    if verdict is Verdict.MET:
        return "nothing of weight is missing"
    checks = [check for check in item.checks if check.aspect is aspect]
    weighty = [check for check in checks if check.severity.weighty]
    return " ".join(_said(weighty or checks)) or reason


def sentence(text: str) -> str:
    """The text with a stop at its end."""
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _said(checks: Sequence[CheckResult]) -> Iterator[str]:
    """What is missing, and how many questions are open; the full report lists these."""
    for status, kind, begin in _KINDS:
        messages = [*dict.fromkeys(_messages(checks, status, kind))]
        if messages:
            more = f"; and {len(messages) - _MOST} more" if len(messages) > _MOST else ""
            yield sentence(f"{begin}{'; '.join(messages[:_MOST])}{more}")
    left = {*_messages(checks, Status.NOT_ASSESSED, "open")}
    if left:
        yield f"{counted(len(left), 'question')} left open."


def _messages(checks: Sequence[CheckResult], status: Status, kind: FindingKind) -> Iterator[str]:
    for check in checks:
        if check.status is status:
            for finding in check.findings:
                if finding.kind == kind:
                    yield finding.message.rstrip(".")
