"""JUnit XML: what was checked, for the test reports of Jenkins, GitLab, Azure DevOps and others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from govcheck.model.result import CheckResult, FindingResult, RecommendationResult
from govcheck.model.visible import visible
from govcheck.model.vocabulary import Status
from govcheck.report.judged import Judged

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML document may hold, in any spelling: XML 1.0, production 2."""

_ELEMENTS = {
    Status.GAP: "failure",
    Status.NOT_ASSESSED: "failure",  # it weighs as much as the gap that it could hide
    Status.ERROR: "error",
    Status.NOT_APPLICABLE: "skipped",
}
_KINDS = {
    Status.GAP: "gap",
    Status.NOT_ASSESSED: "open",
    Status.ERROR: "error",
    Status.NOT_APPLICABLE: "not applicable",
}


class _Case(NamedTuple):
    group: str
    check: CheckResult


def render(judged: Sequence[Judged]) -> str:
    """A suite for each recommendation of each file, a case for each check and what it serves.

    Two schemas are about, of Ant and of Jenkins. The stricter of Ant wants no attributes at the
    top, and an output of each suite, which may be empty.
    """
    root = Element("testsuites")
    for item in judged:
        for recommendation in item.result.recommendations:
            _suite(root, item, recommendation)
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def _suite(root: Element, item: Judged, recommendation: RecommendationResult) -> None:
    result = item.result
    suite = SubElement(
        root,
        "testsuite",
        name=_text(f"{result.force.name}: {recommendation.number} {recommendation.title}"),
        package=_text(result.framework.id),
        id=str(len(root)),
        timestamp=f"{result.as_of}T00:00:00",
        hostname="localhost",  # the schemas want one; a result knows no machine
        time="0",
    )
    properties = SubElement(suite, "properties")
    for name, value in (("file", item.path), ("digest", result.digest)):
        SubElement(properties, "property", name=name, value=_text(value))
    for case in _cases(recommendation):
        _case(suite, item, case)
    SubElement(suite, "system-out").text = _text(f"{item.path}: exit status {item.closing}")
    SubElement(suite, "system-err")
    _count(suite)


def _cases(recommendation: RecommendationResult) -> Iterator[_Case]:
    for requirement in recommendation.requirements:
        for check in requirement.checks:
            yield _Case(requirement.id, check)
    for check in recommendation.checks:
        yield _Case(recommendation.number, check)


def _case(suite: Element, item: Judged, case: _Case) -> None:
    check = case.check
    group = f"{item.result.framework.id}.{case.group}"
    name = _text(f"{check.id} {check.title}")
    element = SubElement(suite, "testcase", classname=_text(group), name=name, time="0")
    if check.status not in _ELEMENTS:
        return
    kind = _KINDS[check.status]
    told = [finding for finding in check.findings if finding.kind == kind]
    first = told[0].message if told else check.status.value
    inner = SubElement(element, _ELEMENTS[check.status], message=_text(first))
    if check.status is not Status.NOT_APPLICABLE:
        inner.set("type", f"{check.status}, {check.severity}")
    inner.text = "\n".join(_text(line) for finding in told for line in _lines(item, finding))


def _lines(item: Judged, finding: FindingResult) -> Iterator[str]:
    yield f"{item.place(finding.location)} {finding.message}"
    if finding.figure:
        yield f"Measured: {finding.figure}"
    if finding.fix:
        yield f"To close: {finding.fix}"


def _count(suite: Element) -> None:
    """How many cases there are, and how they ended."""
    tags = {"tests": "testcase", "failures": "failure", "errors": "error", "skipped": "skipped"}
    for name, tag in tags.items():
        suite.set(name, str(sum(1 for _ in suite.iter(tag))))


def _text(text: str) -> str:
    return _ILLEGAL.sub("", visible(text))
