"""A policy held against a result, rule by rule."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from govcheck.gate.outcome import Key, Outcome
from govcheck.gate.regressions import Sides, found
from govcheck.model.decision import RuleResult
from govcheck.model.policy import CountRule, Policy, Regression
from govcheck.model.result import Result
from govcheck.model.vocabulary import Severity, Verdict

_MOST_NAMED = 20
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_REGRESSIONS = {
    Regression.EVIDENCE_LOST: "no claim has lost its evidence or been contradicted",
    Regression.EVIDENCE_STALE: "no evidence has gone stale, or worse",
    Regression.VERDICT_FALLEN: "no verdict has fallen",
    Regression.DUE_DATE_MISSED: "no due date has passed without a recorded update",
    Regression.WAIVER_EXPIRED: "no waiver has expired with its gap still there",
    Regression.ENTRY_GONE: "no entry of a list has disappeared",
}


def judged(
    policy: Policy, sides: Sides, outcomes: Sequence[Outcome], excused: Collection[Key]
) -> tuple[RuleResult, ...]:
    """Each rule with the figure that met or broke it. `excused` are gaps waived or known before."""
    return (
        *(_required_pack(pack, sides.now) for pack in policy.packs),
        *(_required_check(check, outcomes) for check in policy.checks),
        *(_counted(rule, sides.now, outcomes, excused) for rule in policy.count),
        *(_regression(kind, sides) for kind in dict.fromkeys(policy.regressions)),
    )


def _required_pack(asked: str, result: Result) -> RuleResult:
    """That a pack was there. Whether its version will do was looked at before anything was judged.

    The name of a pack stands before the versions.
    """
    versions = {pack.name: pack.version for pack in result.packs}
    version = next((versions[name] for name in _NAME.findall(asked)[:1] if name in versions), "")
    because = () if version else (f"the pack {asked} was not loaded",)
    return RuleResult(f"the pack {asked} is there", version or "none", bool(version), because)


def _required_check(check: str, outcomes: Sequence[Outcome]) -> RuleResult:
    ran = sum(outcome.check.id == check.upper() for outcome in outcomes)
    because = () if ran else (f"{check.upper()} serves nothing in this report",)
    return RuleResult(f"{check.upper()} runs", f"at {ran}", ran > 0, because)


def _regression(kind: Regression, sides: Sides) -> RuleResult:
    because = found(kind, sides)
    return RuleResult(_REGRESSIONS[kind], str(len(because)), not because, _few(because))


def _counted(
    rule: CountRule, result: Result, outcomes: Sequence[Outcome], excused: Collection[Key]
) -> RuleResult:
    if rule.recommendation not in (None, *(item.number for item in result.recommendations)):
        because = (f"there is no recommendation {rule.recommendation} in this report",)
        return RuleResult(_in_words(rule), "none", kept=False, because=because)
    found = _verdicts(rule, result) if rule.verdict else _statuses(rule, outcomes, excused)
    number = len(found.names)
    if rule.at_most is None:
        return RuleResult(_in_words(rule), found.figure, number >= (rule.at_least or 0), ())
    kept = number <= rule.at_most
    return RuleResult(_in_words(rule), found.figure, kept, () if kept else _few(found.names))


class _Found(NamedTuple):
    """What a rule counts, and the number in words."""

    names: Sequence[str]
    figure: str


def _verdicts(rule: CountRule, result: Result) -> _Found:
    """The requirements with a verdict or a worse one, or a better one where that is asked for."""
    asked = Verdict(rule.verdict or "met").rank or 0
    names = [
        requirement.id
        for item in result.recommendations
        if rule.recommendation in (None, item.number)
        for requirement in item.requirements
        if (rank := requirement.verdict.rank) is not None
        and (rank >= asked if rule.at_most is None else rank <= asked)
    ]
    return _Found(names, str(len(names)))


def _statuses(rule: CountRule, outcomes: Sequence[Outcome], excused: Collection[Key]) -> _Found:
    matching = [outcome for outcome in outcomes if _matches(rule, outcome)]
    counted = [outcome for outcome in matching if outcome.key not in excused]
    is_open = sum(not outcome.is_gap for outcome in counted) if rule.status == "gap" else 0
    apart = len(matching) - len(counted)
    more = [
        f"{number} {words}"
        for number, words in ((is_open, "left open"), (apart, "more waived or known"))
        if number
    ]
    names = [f"{outcome.check.id} at {', '.join(outcome.names)}" for outcome in counted]
    return _Found(names, f"{len(names)} ({'; '.join(more)})" if more else str(len(names)))


def _matches(rule: CountRule, outcome: Outcome) -> bool:
    """An open question weighs as much as the gap that it could hide."""
    check = outcome.check
    return (
        (outcome.fails if rule.status == "gap" else check.status == rule.status)
        and (rule.severity is None or check.severity.rank >= Severity(rule.severity).rank)
        and rule.recommendation in (None, *(place.recommendation for place in outcome.places))
    )


def _in_words(rule: CountRule) -> str:
    limit = f"at least {rule.at_least}" if rule.at_most is None else f"at most {rule.at_most}"
    severity = {"critical": ", critical", None: ""}.get(
        rule.severity, f", {rule.severity} or above"
    )
    where = f" in recommendation {rule.recommendation}" if rule.recommendation else ""
    return f"{_noun(rule)}{severity}{where}: {limit}"


def _noun(rule: CountRule) -> str:
    if rule.verdict is None:
        return "checks met" if rule.status == "met" else "gaps and open questions"
    if rule.verdict == "met":
        return "requirements met"
    return f"requirements {rule.verdict} or {'better' if rule.at_most is None else 'worse'}"


def _few(names: Sequence[str]) -> tuple[str, ...]:
    """As many as are read, and how many more."""
    if len(names) <= _MOST_NAMED:
        return tuple(names)
    return (*names[:_MOST_NAMED], f"and {len(names) - _MOST_NAMED} more")
