"""One result as the page lays it out. Nothing is judged here: things are put in order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from markupsafe import Markup

from govcheck.model.ledger import Ledger, ledger_of
from govcheck.model.result import CheckResult, FindingKind, RecommendationResult, Result
from govcheck.model.visible import visible
from govcheck.model.vocabulary import Severity, Status
from govcheck.report.decision_words import DecisionTable, excuses, remarks, tables
from govcheck.report.judged import Judged
from govcheck.report.listing import Listed, listed
from govcheck.report.web.chart_coverage import Coverage, coverage_of
from govcheck.report.web.chart_figures import Series, measured
from govcheck.report.web.chart_timeline import Timeline, timeline_of
from govcheck.report.web.chart_trend import Trend, trend_of

_NAME = re.compile(r"(\w[\w.-]*\w)")
_REMARKS: tuple[FindingKind, ...] = ("strength", "observation")


class Entries(NamedTuple):
    """Check results of one place, in the order in which people act on them."""

    to_act_on: tuple[CheckResult, ...]
    """Gaps, and checks that broke."""
    unanswered: tuple[CheckResult, ...]
    settled: tuple[CheckResult, ...]
    """Met, or not applicable."""


class Word(NamedTuple):
    """A piece of a sentence, its blanks kept, and the id in the page of what it names."""

    text: Markup
    anchor: str | None


class View(NamedTuple):
    """One result with all that its part of the page shows."""

    key: str
    """Before every id of this part of the page."""
    judged: Judged
    gaps: Mapping[Severity, tuple[Listed, ...]]
    remarks: Mapping[str, tuple[Listed, ...]]
    anchors: Mapping[str, str]
    """The id in the page of each recommendation, requirement and check."""
    ledger: Ledger
    coverage: Coverage
    figures: tuple[Series, ...]
    timeline: Timeline
    trend: Trend
    """Of the results that are kept, where a history is given."""
    gate: tuple[DecisionTable, ...]
    gate_remarks: tuple[str, ...]

    @property
    def result(self) -> Result:
        """What was judged."""
        return self.judged.result

    def words(self, text: str) -> Iterator[Word]:
        """A sentence with what it names: requirements and checks, which have names of their own."""
        numbers = {item.number for item in self.result.recommendations}
        for piece in _NAME.split(visible(text)):
            anchor = None if piece in numbers else self.anchors.get(piece)
            yield Word(Markup.escape(piece), anchor)

    def unsaid(self, names: Sequence[str], text: str) -> tuple[str, ...]:
        """The names that a sentence does not say."""
        said = set(_NAME.split(text))
        return tuple(name for name in names if name not in said)

    def entry_id(self, place: str, check: str) -> str:
        """The id of the entry of a check under a requirement or recommendation."""
        return _entry_id(self.anchors[place], check)

    def excuses(self, gap: Listed) -> tuple[str, ...]:
        """Why a gap does not fail the gate, or no longer."""
        return tuple(excuses(self.judged.decision, gap))

    @staticmethod
    def entries(checks: Sequence[CheckResult]) -> Entries:
        """Check results as they are shown: the heavier first."""
        ordered = sorted(checks, key=lambda check: -check.severity.rank)
        return Entries(
            tuple(item for item in ordered if item.status in (Status.GAP, Status.ERROR)),
            tuple(item for item in ordered if item.status is Status.NOT_ASSESSED),
            tuple(item for item in ordered if item.status in (Status.MET, Status.NOT_APPLICABLE)),
        )

    def count_of_checks(self) -> int:
        """How many entries the filter chooses from; a check stands under all that it serves."""
        return sum(
            len(item.checks) + sum(len(part.checks) for part in item.requirements)
            for item in self.result.recommendations
        )


def view_of(judged: Judged, number: int) -> View:
    """The view of one result; `number` tells it apart from others on the page."""
    result, key = judged.result, f"result-{number}"
    gaps, ledger = listed(result, "gap"), ledger_of(result)
    return View(
        key=key,
        judged=judged,
        gaps={level: tuple(gap for gap in gaps if gap.severity is level) for level in Severity},
        remarks={kind: listed(result, kind) for kind in _REMARKS},
        anchors=_anchors(result.recommendations, key),
        ledger=ledger,
        coverage=coverage_of(ledger),
        figures=measured(result),
        timeline=timeline_of(result),
        trend=trend_of(judged.trend),
        gate=tuple(tables(judged.decision)) if judged.decision else (),
        gate_remarks=tuple(remarks(judged.decision)) if judged.decision else (),
    )


def _anchors(recommendations: Sequence[RecommendationResult], key: str) -> dict[str, str]:
    """An id for each, made of places and not of names, which can hold anything."""
    anchors: dict[str, str] = {}
    for at, item in enumerate(recommendations, 1):
        anchors[item.number] = f"{key}-recommendation-{at}"
        for nth, requirement in enumerate(item.requirements, 1):
            anchors[requirement.id] = f"{key}-requirement-{at}-{nth}"
            _first(anchors, requirement.id, requirement.checks)
        _first(anchors, item.number, item.checks)
    return anchors


def _first(anchors: dict[str, str], place: str, checks: Sequence[CheckResult]) -> None:
    """A check has its id where it first stands."""
    for check in checks:
        anchors.setdefault(check.id, _entry_id(anchors[place], check.id))


def _entry_id(place: str, check: str) -> str:
    return f"{place}-{check}"
