"""What is missing for a better verdict, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from govcheck.model.result import CheckResult, RequirementResult
from govcheck.model.visible import visible
from govcheck.model.vocabulary import Verdict
from govcheck.report.sheet import PLAIN, Sheet, Style
from govcheck.report.words import counted, place


class Step(Protocol):
    """A better verdict and what leads to it."""

    @property
    def verdict(self) -> Verdict:
        """What it would be."""

    @property
    def checks(self) -> tuple[CheckResult, ...]:
        """What would have to be met."""


class Missing(Protocol):
    """One requirement that could come out better."""

    @property
    def requirement(self) -> RequirementResult:
        """The requirement as it came out."""

    @property
    def steps(self) -> Sequence[Step]:
        """What would lift it."""


def render(path: str, found: Sequence[Missing], style: Style = PLAIN) -> str:
    """A block for each requirement, ending in a line break."""
    return "\n".join(_lines(path, found, Sheet(style))).rstrip() + "\n"


def _lines(path: str, found: Sequence[Missing], sheet: Sheet) -> Iterator[str]:
    if not found:
        yield "No requirement could come out better."
    for item in found:
        requirement = item.requirement
        yield sheet.bold(visible(f"{requirement.id} is {requirement.verdict}"))
        told = set[str]()
        for step in item.steps:
            yield f"  It would be {step.verdict} with {counted(len(step.checks), 'check')} met:"
            for check in step.checks:
                if check.id in told:
                    yield f"    {check.id}, as above"
                    continue
                told.add(check.id)
                yield from _check(path, check, sheet)
        yield ""


def _check(path: str, check: CheckResult, sheet: Sheet) -> Iterator[str]:
    yield sheet.indented(f"{check.id} ({check.severity}) {check.title}")
    for finding in check.findings:
        if finding.kind in ("gap", "open"):
            where = visible(place(path, finding.location))
            yield sheet.indented(f"{finding.message} ({where})", first="      ")
