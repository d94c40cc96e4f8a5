"""Run one check. Whatever it does, an outcome comes back."""

from __future__ import annotations

import sys
from collections.abc import Generator, Iterable, Iterator, Mapping
from contextlib import redirect_stdout
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from govcheck.engine.place import Places
from govcheck.engine.plan import Plan, Task
from govcheck.engine.soundness import KINDS, fault_of
from govcheck.engine.supply import Case, NotGiven, arguments
from govcheck.engine.time_limit import OutOfTime, TimeLimit
from govcheck.model.finding import (
    Figure,
    Finding,
    Gap,
    Measured,
    NotApplicable,
    Open,
    Statement,
)
from govcheck.model.result import CheckResult, FindingKind, FindingResult
from govcheck.model.visible import visible
from govcheck.model.vocabulary import Status
from govcheck.plugin.check import Check
from govcheck.registry.discovery import place_of

MOST_FINDINGS = 100_000
"""More findings of one check are taken for a check that never ends: no file has so much to find."""


class Outcome(NamedTuple):
    """What one check made of some values."""

    status: Status
    findings: tuple[Statement, ...] = ()
    error: str | None = None
    """What went wrong, where the check broke."""
    measured: tuple[Figure, ...] = ()
    """What it counted, whatever came of it."""


class _BrokenCheck(Exception):  # noqa: N818 - named for what it reports
    """A check did something that no finding can be made of."""


def run(
    task: Task, plan: Plan, case: Case, places: Places | None, limit: TimeLimit | None = None
) -> CheckResult:
    """The outcome of one task. Never raises.

    Without places, what the check found is left out, and only its status is told.
    """
    try:
        values = arguments(task, plan, case)
    except NotGiven as missing:
        told = [_Told("open", missing.message, at=missing.at)]
        return _result(task, Status.NOT_ASSESSED, _placed(told, task, places))
    outcome = evaluate_check(task.loaded.check, values, limit)
    counted = tuple(
        kind.dataset_key
        for kind in task.loaded.datasets
        if case.measurements.dataset(kind.dataset_key)
    )
    if places is None:
        return _result(task, outcome.status, (), counted)
    told = [_told(item, task, places) for item in outcome.findings]
    if outcome.error is not None:
        told = [_Told("error", outcome.error)]
    found = _result(task, outcome.status, _placed(told, task, places), counted)
    return found._replace(measured=outcome.measured)


def evaluate_check(
    check: Check[...], values: Mapping[str, Any], limit: TimeLimit | None = None
) -> Outcome:
    """Call a check and judge what it yields. A check that raises is an error outcome.

    What it prints goes to stderr: stdout belongs to the report, which may be JSON.
    """
    work = partial(_evaluated, check, values)
    with redirect_stdout(sys.stderr):
        try:
            return limit.call(work) if limit else work()
        except OutOfTime as late:
            return Outcome(Status.ERROR, error=str(late))


def _evaluated(check: Check[...], values: Mapping[str, Any]) -> Outcome:
    try:
        said = tuple(_bounded(check(**values)))
    except _BrokenCheck as broken:
        return Outcome(Status.ERROR, error=str(broken))
    except (KeyboardInterrupt, OutOfTime):
        raise
    except BaseException as error:  # noqa: BLE001 - a check may raise anything
        return Outcome(Status.ERROR, error=_described(error))
    findings = tuple(item for item in said if not isinstance(item, Measured))
    measured = tuple(item.figure for item in said if isinstance(item, Measured))
    return Outcome(status_of(findings), findings, measured=measured)


def _described(error: BaseException) -> str:
    """Type, message and place of what a check raised, fit to be written down."""
    place = place_of(error.__traceback__)
    where = f" at {Path(place).name}" if place else ""
    try:
        words = str(error)
    except Exception:  # noqa: BLE001 - even this can go wrong
        words = "it cannot say why"
    said = f": {words}" if words else ""
    return visible(f"the check broke{where}: {type(error).__name__}{said}")


def status_of(findings: Iterable[Finding]) -> Status:
    """What findings make of a check: a gap outweighs an open question, both outweigh an excuse."""
    kinds = {type(finding) for finding in findings}
    if Gap in kinds:
        return Status.GAP
    if Open in kinds:
        return Status.NOT_ASSESSED
    return Status.NOT_APPLICABLE if NotApplicable in kinds else Status.MET


def _bounded(said: object) -> Iterator[Finding]:
    """The findings of a check, for as long as they are findings and not too many."""
    if isinstance(said, str | bytes) or not isinstance(said, Iterable):
        raise _BrokenCheck(f"the check returned {type(said).__name__}; it has to yield findings")
    try:
        for count, finding in enumerate(said):
            fault = fault_of(finding)
            if fault:
                raise _BrokenCheck(fault)
            if count == MOST_FINDINGS:
                raise _BrokenCheck(f"the check yielded more than {MOST_FINDINGS:,} findings")
            yield finding
    finally:
        # A check that is stopped half-way tidies up now, while it is watched, and not at some time.
        if isinstance(said, Generator):
            said.close()


class _Told(NamedTuple):
    """A finding on its way into the result."""

    kind: FindingKind
    message: str
    fix: str | None = None
    at: str = ""
    figure: Figure | None = None


def _told(finding: Statement, task: Task, places: Places) -> _Told:
    match finding:
        case Gap(message, at, fix, figure):
            close = fix or task.loaded.check.documentation.close
            return _Told("gap", message, close, at, figure)
        case Open(at, message):
            return _Told("open", message or places.question(task, at), at=at)
        case NotApplicable(reason, at):
            return _Told("not applicable", reason, at=at)
        case _:
            kind = KINDS[type(finding)]
            return _Told(kind, finding.message, at=finding.at, figure=finding.figure)


def _placed(told: Iterable[_Told], task: Task, places: Places | None) -> tuple[FindingResult, ...]:
    if places is None:
        return ()
    return tuple(
        FindingResult(
            item.kind, item.message, item.fix, places.location(task, item.at), item.figure
        )
        for item in told
    )


def _result(
    task: Task,
    status: Status,
    findings: tuple[FindingResult, ...],
    counted: tuple[str, ...] = (),
) -> CheckResult:
    check = task.loaded.check
    return CheckResult(
        id=check.id,
        scope=task.scope,
        title=check.documentation.title,
        pack=task.loaded.pack,
        aspect=check.aspect,
        status=status,
        severity=check.severity,
        findings=findings,
        counted=counted,
    )
