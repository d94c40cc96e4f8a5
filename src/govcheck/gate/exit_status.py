"""The exit status: what a pipeline is told about a run, and the sentence that explains it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from enum import IntEnum
from typing import NamedTuple

from govcheck.model.result import CheckResult, Result
from govcheck.model.vocabulary import Severity, Status


class ExitStatus(IntEnum):
    """What the numbers mean."""

    CLEAR = 0
    """No gap and no open question at or above the threshold."""
    GAPS = 1
    """Gaps or open questions at or above the threshold."""
    INVALID = 2
    """Misuse, or input that cannot be judged."""
    BROKEN = 3
    """A check or a plugin broke."""
    NOTHING_ASSESSED = 4
    """Not one question was answered: silence is not a pass."""


_FAILING = (Status.GAP, Status.NOT_ASSESSED)
_PRECEDENCE = (
    ExitStatus.INVALID,
    ExitStatus.BROKEN,
    ExitStatus.NOTHING_ASSESSED,
    ExitStatus.GAPS,
    ExitStatus.CLEAR,
)


class Exit(NamedTuple):
    """An exit status and its reason."""

    status: ExitStatus
    reason: str


def worst(statuses: Sequence[ExitStatus]) -> ExitStatus:
    """The one that decides for several files: 2, then 3, 4, 1, 0."""
    return next((status for status in _PRECEDENCE if status in statuses), ExitStatus.CLEAR)


def exit_for(
    result: Result, fail_on: Severity | None, excused: Collection[tuple[str, str]] = ()
) -> Exit:
    """The exit status of one result; `fail_on=None` never fails for gaps or open questions.

    An open question weighs as much as the gap that it could hide. `excused` are gaps that are
    waived or were known before, by check and scope: they do not count.
    """
    checks = result.check_results()
    broken = [check for check in checks if check.status is Status.ERROR]
    if broken:
        names = ", ".join(sorted({check.id for check in broken}))
        return Exit(ExitStatus.BROKEN, f"{_count(len(broken), 'check')} broke: {names}")
    if not any(check.status in (Status.MET, Status.GAP) for check in checks):
        return Exit(ExitStatus.NOTHING_ASSESSED, "nothing was assessed: no question is answered")
    if fail_on is None:
        return Exit(ExitStatus.CLEAR, "gaps and open questions are reported, none fails the run")
    counted = [check for check in checks if (check.id, check.scope) not in excused]
    gaps = _at_or_above(counted, Status.GAP, fail_on)
    is_open = _at_or_above(counted, Status.NOT_ASSESSED, fail_on)
    every = sum(_at_or_above(checks, status, fail_on) for status in _FAILING)
    apart = f", but for {left} waived or known" if (left := every - gaps - is_open) else ""
    level = "critical" if fail_on is Severity.CRITICAL else f"{fail_on} or above"
    if gaps or is_open:
        told = f"{_count(gaps, 'check')} found a gap and {is_open} left open"
        return Exit(ExitStatus.GAPS, f"{told}, {level}{apart}")
    return Exit(ExitStatus.CLEAR, f"no gap and no open question, {level}{apart}")


def _at_or_above(checks: Sequence[CheckResult], status: Status, severity: Severity) -> int:
    return sum(check.status is status and check.severity.rank >= severity.rank for check in checks)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
