"""What the reports list: findings in the order in which people act on them, each said once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from govcheck.model.finding import Figure
from govcheck.model.result import CheckResult, FindingKind, Location, Result
from govcheck.model.vocabulary import Severity


class Listed(NamedTuple):
    """One finding, wherever in the report it counts."""

    severity: Severity
    where: tuple[str, ...]
    """Requirements and recommendations that it concerns, as `2.review` or `3`."""
    checks: tuple[str, ...]
    message: str
    fix: str | None
    location: Location
    figure: Figure | None = None
    """What was measured, where it rests on a figure."""


def listed(result: Result, kind: FindingKind) -> tuple[Listed, ...]:
    """All findings of a kind: by severity, then in the order of the report.

    The same words at the same place are one entry that names every check and requirement concerned.
    """
    entries: dict[tuple[object, ...], Listed] = {}
    for where, check in _checks(result):
        for finding in check.findings:
            if finding.kind != kind:
                continue
            key = (finding.message, finding.fix, finding.location.pointer, finding.figure)
            known = entries.get(key)
            entries[key] = Listed(
                severity=max(
                    known.severity if known else check.severity, check.severity, key=_rank
                ),
                where=_joined(known.where if known else (), where),
                checks=_joined(known.checks if known else (), check.id),
                message=finding.message,
                fix=finding.fix,
                location=finding.location,
                figure=finding.figure,
            )
    return tuple(sorted(entries.values(), key=lambda entry: -entry.severity.rank))


def grouped(entries: Sequence[Listed]) -> tuple[tuple[Listed, ...], ...]:
    """Entries of the same checks with the same way to close them, side by side; in their order."""
    groups: dict[tuple[object, ...], list[Listed]] = {}
    for entry in entries:
        key = (entry.severity, entry.checks, entry.where, entry.fix)
        groups.setdefault(key, []).append(entry)
    return tuple(tuple(group) for group in groups.values())


def _checks(result: Result) -> Iterator[tuple[str, CheckResult]]:
    for recommendation in result.recommendations:
        for requirement in recommendation.requirements:
            for check in requirement.checks:
                yield requirement.id, check
        for check in recommendation.checks:
            yield recommendation.number, check


def _rank(severity: Severity) -> int:
    return severity.rank


def _joined(known: tuple[str, ...], another: str) -> tuple[str, ...]:
    return known if another in known else (*known, another)
