"""A policy held against a result, rule by rule."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from govcheck.gate.outcome import Key, Outcome
from govcheck.gate.regressions import Sides, found
from govcheck.model.decision import RuleResult
from govcheck.model.policy import CountRule, Policy, Regression
from govcheck.model.result import Result
from govcheck.model.vocabulary import Severity, Status

_MOST_NAMED = 20
_NOUNS = {
    Status.MET: "checks met",
    Status.GAP: "gaps",
    Status.NOT_ASSESSED: "open questions",
    Status.NOT_APPLICABLE: "checks not applicable",
    Status.ERROR: "broken checks",
}
_REGRESSIONS = {
    Regression.EVIDENCE_LOST: "no claim has lost its evidence",
    Regression.EVIDENCE_STALE: "no evidence has gone stale",
    Regression.VERDICT_FALLEN: "no verdict has fallen",
    Regression.DUE_DATE_MISSED: "no due date has passed without a recorded update",
    Regression.WAIVER_EXPIRED: "no waiver has expired with its gap still there",
}


def judged(
    policy: Policy, sides: Sides, outcomes: Sequence[Outcome], excused: Collection[Key]
) -> tuple[RuleResult, ...]:
    """Each rule with the figure that met or broke it. `excused` are gaps waived or known before."""
    return (
        *(_required_check(check, outcomes) for check in policy.checks),
        *(_counted(rule, sides.now, outcomes, excused) for rule in policy.count),
        *(_regression(kind, sides) for kind in dict.fromkeys(policy.regressions)),
    )


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
    if rule.verdict:
        names = list(_requirements(rule, result))
        apart = 0
    else:
        matching = [outcome for outcome in outcomes if _matches(rule, outcome)]
        counted = [outcome for outcome in matching if outcome.key not in excused]
        names = [f"{outcome.check.id} at {', '.join(outcome.names)}" for outcome in counted]
        apart = len(matching) - len(counted)
    number = len(names)
    low, high = rule.at_least, rule.at_most
    kept = (low is None or number >= low) and (high is None or number <= high)
    figure = f"{number} ({apart} waived or known)" if apart else str(number)
    named = _few(names) if high is not None and number > high else ()
    return RuleResult(_in_words(rule), figure, kept, named)


def _requirements(rule: CountRule, result: Result) -> Iterator[str]:
    for item in result.recommendations:
        if rule.recommendation in (None, item.number):
            for requirement in item.requirements:
                if requirement.verdict == rule.verdict:
                    yield requirement.id


def _matches(rule: CountRule, outcome: Outcome) -> bool:
    check = outcome.check
    return (
        check.status == rule.status
        and (rule.severity is None or check.severity.rank >= Severity(rule.severity).rank)
        and rule.recommendation in (None, *(place.recommendation for place in outcome.places))
    )


def _in_words(rule: CountRule) -> str:
    noun = f"requirements {rule.verdict}" if rule.verdict else _NOUNS[Status(rule.status or "met")]
    severity = {"critical": ", critical", None: ""}.get(
        rule.severity, f", {rule.severity} or above"
    )
    where = f" in recommendation {rule.recommendation}" if rule.recommendation else ""
    limits = [
        f"{word} {limit}"
        for word, limit in (("at least", rule.at_least), ("at most", rule.at_most))
        if limit is not None
    ]
    return f"{noun}{severity}{where}: {' and '.join(limits)}"


def _few(names: Sequence[str]) -> tuple[str, ...]:
    """As many as are read, and how many more."""
    if len(names) <= _MOST_NAMED:
        return tuple(names)
    return (*names[:_MOST_NAMED], f"and {len(names) - _MOST_NAMED} more")
