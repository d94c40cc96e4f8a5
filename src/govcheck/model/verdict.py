"""The verdict rule, as tables: the first row that applies decides.

Outcomes of checks become the verdict of a requirement, these the verdict of a recommendation.

The order is not assessed < not met < partly met < met. Whoever deletes an embarrassing answer must
never come out better: an open question never lifts a verdict above what the gap would have given.
"""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import NamedTuple

from govcheck.model.vocabulary import Severity, Status, Verdict


class Weighed(NamedTuple):
    """One outcome as the table sees it."""

    name: str
    status: Status
    severity: Severity


class Decision(NamedTuple):
    """A verdict, the sentence that explains it, and the names of what decided it."""

    verdict: Verdict
    reason: str
    decided_by: tuple[str, ...] = ()


class _Tally:
    """The outcomes of one requirement, sorted in the ways the rows ask for."""

    def __init__(self, outcomes: Sequence[Weighed]) -> None:
        self.all = tuple(outcomes)

    def having(self, status: Status) -> tuple[Weighed, ...]:
        return tuple(item for item in self.all if item.status is status)

    @cached_property
    def weighty(self) -> tuple[Weighed, ...]:
        """Critical and major checks that apply; where there is none, all that apply."""
        applying = tuple(item for item in self.all if item.status is not Status.NOT_APPLICABLE)
        return tuple(item for item in applying if item.severity.weighty) or applying

    def weighty_having(self, *statuses: Status) -> tuple[Weighed, ...]:
        return tuple(item for item in self.weighty if item.status in statuses)

    def critical_having(self, status: Status) -> tuple[Weighed, ...]:
        return tuple(item for item in self.having(status) if item.severity is Severity.CRITICAL)


Deciders = tuple[Weighed, ...] | None
"""What decided, or None where the row does not apply."""


class Row(NamedTuple):
    """One row of the table: the verdict, when it applies, and the words for the reason."""

    verdict: Verdict
    when: str
    reason: str
    applies: Callable[[_Tally], Deciders]


def _every_one_not_applicable(tally: _Tally) -> Deciders:
    excused = tally.having(Status.NOT_APPLICABLE)
    return excused if excused and excused == tally.all else None


def _none_met_and_a_gap(tally: _Tally) -> Deciders:
    met = tally.weighty_having(Status.MET)
    return None if met else tally.weighty_having(Status.GAP) or None


def _none_met_all_open(tally: _Tally) -> Deciders:
    is_open = tally.weighty_having(Status.NOT_ASSESSED)
    return is_open if is_open and is_open == tally.weighty else None


REQUIREMENT_TABLE: tuple[Row, ...] = (
    Row(
        Verdict.ERROR, "any serving check broke", "{names} broke",
        lambda tally: tally.having(Status.ERROR) or None,
    ),
    Row(
        Verdict.NOT_APPLICABLE, "every serving check is not applicable", "{names}: not applicable",
        _every_one_not_applicable,
    ),
    Row(
        Verdict.NOT_MET, "a critical gap", "{names}: critical gap",
        lambda tally: tally.critical_having(Status.GAP) or None,
    ),
    Row(
        Verdict.NOT_ASSESSED, "no check serves it", "no check serves it",
        lambda tally: None if tally.all else (),
    ),
    Row(
        Verdict.NOT_ASSESSED, "a critical question is open", "{names}: critical question left open",
        lambda tally: tally.critical_having(Status.NOT_ASSESSED) or None,
    ),
    Row(
        Verdict.NOT_MET, "no weighty check is met and at least one has a gap",
        "{names}: gap, and nothing weighty is met",
        _none_met_and_a_gap,
    ),
    Row(
        Verdict.NOT_ASSESSED, "no weighty check is met, all are open", "{names}: left open",
        _none_met_all_open,
    ),
    Row(
        Verdict.PARTLY_MET, "a weighty check has a gap or is open", "{by_status}",
        lambda tally: tally.weighty_having(Status.GAP, Status.NOT_ASSESSED) or None,
    ),
    Row(
        Verdict.MET, "otherwise", "{names}: met",
        lambda tally: tally.weighty_having(Status.MET),
    ),
)  # fmt: skip


def judge_requirement(outcomes: Sequence[Weighed]) -> Decision:
    """Fold the outcomes of the checks that serve a requirement (or one of the other three results).

    The rule is the table in this module. *Weighty* checks are the critical and major ones among
    those that apply; where there is none, all that apply.
    Never raises.
    """
    tally = _Tally(outcomes)
    for row in REQUIREMENT_TABLE:
        deciders = row.applies(tally)
        if deciders is not None:
            names = tuple(dict.fromkeys(item.name for item in deciders))
            reason = row.reason.format(names=_listed(names), by_status=_by_status(deciders))
            return Decision(row.verdict, reason, names)
    raise AssertionError("the last row of the table always applies")


def lowered_by_a_gap(outcomes: Sequence[Weighed]) -> bool:
    """Whether one of the outcomes that weigh in a requirement is a gap."""
    return bool(_Tally(outcomes).weighty_having(Status.GAP))


def _by_status(deciders: Sequence[Weighed]) -> str:
    """What decided, told apart: DEM-001: gap; DEM-002, DEM-003: left open."""
    told = []
    for status, words in ((Status.GAP, "gap"), (Status.NOT_ASSESSED, "left open")):
        names = tuple(dict.fromkeys(item.name for item in deciders if item.status is status))
        if names:
            told.append(f"{_listed(names)}: {words}")
    return "; ".join(told)


def judge_recommendation(requirements: Sequence[tuple[str, Verdict]]) -> Decision:
    """Fold the verdicts of the requirements of one recommendation, each given with its id.

    Error if any is; not applicable if all are; not assessed if all that apply are; met if all that
    apply are met; not met if every assessed one is not met; otherwise partly met.
    """
    broken = _with_verdict(requirements, Verdict.ERROR)
    if broken:
        return Decision(Verdict.ERROR, f"a check of {_listed(broken)} broke", broken)
    applying = [item for item in requirements if item[1] is not Verdict.NOT_APPLICABLE]
    if not applying:
        return Decision(Verdict.NOT_APPLICABLE, "no requirement applies", _names(requirements))
    assessed = [item for item in applying if item[1] is not Verdict.NOT_ASSESSED]
    if not assessed:
        return Decision(Verdict.NOT_ASSESSED, "no requirement could be assessed", _names(applying))
    met = _with_verdict(applying, Verdict.MET)
    counted = f"{len(met)} of {len(applying)} requirements met"
    short = tuple(name for name, verdict in applying if verdict is not Verdict.MET)
    if not short:
        return Decision(Verdict.MET, counted, met)
    if all(verdict is Verdict.NOT_MET for _, verdict in assessed):
        return Decision(Verdict.NOT_MET, _short_reason(counted, applying), short)
    return Decision(Verdict.PARTLY_MET, _short_reason(counted, applying), short)


def _short_reason(counted: str, applying: Sequence[tuple[str, Verdict]]) -> str:
    parts = [counted]
    for verdict in (Verdict.NOT_MET, Verdict.PARTLY_MET, Verdict.NOT_ASSESSED):
        names = _with_verdict(applying, verdict)
        if names:
            parts.append(f"{verdict}: {_listed(names)}")
    return "; ".join(parts)


def _with_verdict(items: Sequence[tuple[str, Verdict]], wanted: Verdict) -> tuple[str, ...]:
    return tuple(name for name, verdict in items if verdict is wanted)


def _names(items: Sequence[tuple[str, Verdict]]) -> tuple[str, ...]:
    return tuple(name for name, _ in items)


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names)
