"""What is missing for a better verdict, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from govcheck.model.result import CheckResult, FindingResult, RequirementResult
from govcheck.model.visible import visible
from govcheck.model.vocabulary import Verdict
from govcheck.report.sheet import PLAIN, Sheet, Style
from govcheck.report.words import counted, place


class Fact(Protocol):
    """A place in the file, and what is wanting there."""

    @property
    def name(self) -> str:
        """As a path of keys."""

    @property
    def findings(self) -> Sequence[FindingResult]:
        """What the checks say of it."""


class Step(Protocol):
    """A better verdict and what leads to it."""

    @property
    def verdict(self) -> Verdict:
        """What it would be."""

    @property
    def facts(self) -> Sequence[Fact]:
        """What has to be said or put right."""

    @property
    def checks(self) -> Sequence[CheckResult]:
        """What is met by that."""


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
        told = set[FindingResult]()
        for step in item.steps:
            yield from _step(path, step, told, sheet)
        yield ""


def _step(path: str, step: Step, told: set[FindingResult], sheet: Sheet) -> Iterator[str]:
    names = ", ".join(f"{check.id} ({check.severity})" for check in step.checks)
    facts = counted(len(step.facts), "fact")
    yield sheet.indented(f"It would be {step.verdict} with {facts}, for {names}:", first="  ")
    for fact in step.facts:
        new = [finding for finding in fact.findings if finding not in told]
        told |= set(new)
        where = f" ({place(path, new[0].location)})" if new else ", as above"
        yield sheet.indented(f"{fact.name}{where}")
        for finding in new:
            yield sheet.indented(finding.message, first="      ", rest="      ")
