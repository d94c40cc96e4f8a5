"""What would have to change for a verdict to be another: the smallest set of facts."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from govcheck.model.result import CheckResult, FindingResult, RequirementResult, Result
from govcheck.model.verdict import Weighed, judge_requirement
from govcheck.model.vocabulary import Status, Verdict

_FAILS = (Status.GAP, Status.NOT_ASSESSED)
_LEAST = (Verdict.PARTLY_MET, Verdict.MET)
"""What a requirement can be lifted to: nobody works towards *not met*."""


class Fact(NamedTuple):
    """A place in the file at which something is missing or short, and what is wanting there."""

    name: str
    """As a path of keys: retention.review.led_by."""
    findings: tuple[FindingResult, ...]


class Step(NamedTuple):
    """A better verdict, the facts that it takes, and the checks that are met by them."""

    verdict: Verdict
    facts: tuple[Fact, ...]
    checks: tuple[CheckResult, ...]


class Missing(NamedTuple):
    """One requirement that could come out better."""

    requirement: RequirementResult
    steps: tuple[Step, ...]
    """To the next better verdict, and to met where that is another."""


def missing(result: Result) -> tuple[Missing, ...]:
    """Every requirement that could come out better, with the smallest sets that make it so."""
    found = []
    for recommendation in result.recommendations:
        for requirement in recommendation.requirements:
            steps = tuple(_steps(requirement))
            if steps:
                found.append(Missing(requirement, steps))
    return tuple(found)


def _steps(requirement: RequirementResult) -> list[Step]:
    rank = requirement.verdict.rank
    if rank is None:
        return []
    checks = requirement.checks
    weighed = [Weighed(check.id, check.status, check.severity) for check in checks]
    facts = [frozenset(_names(check)) for check in checks]
    steps = list[Step]()
    for least in _LEAST:
        if rank < (least.rank or 0) and (chosen := smallest(weighed, facts, least)):
            chosen = _met_by(chosen, facts)
            verdict = judge_requirement(_closed(weighed, chosen)).verdict
            if verdict not in [step.verdict for step in steps]:
                those = tuple(checks[at] for at in chosen)
                steps.append(Step(verdict, facts_of(those), those))
    return steps


def _met_by(chosen: Sequence[int], facts: Sequence[frozenset[str]]) -> tuple[int, ...]:
    """Those that are met once the facts of the chosen are there: others may ask for no more."""
    taken = frozenset(fact for at in chosen for fact in facts[at])
    return tuple(at for at, asked in enumerate(facts) if at in chosen or (asked and asked <= taken))


def facts_of(checks: Iterable[CheckResult]) -> tuple[Fact, ...]:
    """What is missing or short for checks to be met: each place once."""
    found = dict[str, dict[FindingResult, None]]()
    for check in checks:
        for finding in check.findings:
            if finding.kind in {"gap", "open"}:
                found.setdefault(_name(finding), {})[finding] = None
    return tuple(Fact(name, tuple(findings)) for name, findings in found.items())


def _names(check: CheckResult) -> Iterable[str]:
    return (fact.name for fact in facts_of([check]))


def _name(finding: FindingResult) -> str:
    keys = finding.location.pointer.lstrip("/").split("/")
    return ".".join(key.replace("~1", "/").replace("~0", "~") for key in keys)


def smallest(
    outcomes: Sequence[Weighed], facts: Sequence[Collection[str]], least: Verdict
) -> tuple[int, ...]:
    """The places of those outcomes which, once met, lift the verdict to `least` or above.

    Of all sets that do it, one that takes the fewest facts, where outcomes may share them. What
    cannot be spared is taken, and one more where that is not enough. That this finds the smallest
    rests on the table of verdicts, and a test holds it against every set that there is. Empty where
    no set does it.
    """
    failing = [at for at, outcome in enumerate(outcomes) if outcome.status in _FAILS]
    if not _reaches(outcomes, failing, least):
        return ()
    needed = [at for at in failing if not _reaches(outcomes, {*failing} - {at}, least)]
    if _reaches(outcomes, needed, least):
        return tuple(needed)
    taken = {fact for at in needed for fact in facts[at]}
    others = [at for at in failing if _reaches(outcomes, (*needed, at), least)]
    one = min(others, key=lambda at: (len({*facts[at]} - taken), at))
    return tuple(sorted((*needed, one)))


def _closed(outcomes: Sequence[Weighed], chosen: Collection[int]) -> list[Weighed]:
    return [
        outcome._replace(status=Status.MET) if at in chosen else outcome
        for at, outcome in enumerate(outcomes)
    ]


def _reaches(outcomes: Sequence[Weighed], chosen: Collection[int], least: Verdict) -> bool:
    rank = judge_requirement(_closed(outcomes, chosen)).verdict.rank
    return rank is not None and rank >= (least.rank or 0)
