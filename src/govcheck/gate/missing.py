"""What would have to change for a verdict to be another: the smallest set of answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from govcheck.model.result import CheckResult, RequirementResult, Result
from govcheck.model.verdict import Weighed, judge_requirement
from govcheck.model.vocabulary import Status, Verdict

_FAILS = (Status.GAP, Status.NOT_ASSESSED)


class Step(NamedTuple):
    """A better verdict, and the checks that lead to it once they are met."""

    verdict: Verdict
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
    if rank is None or requirement.verdict is Verdict.MET:
        return []
    weighed = [Weighed(check.id, check.status, check.severity) for check in requirement.checks]
    steps = list[Step]()
    for least in (rank + 1, Verdict.MET.rank or 0):
        chosen = smallest(weighed, least)
        if chosen:
            checks = tuple(requirement.checks[at] for at in chosen)
            step = Step(judge_requirement(_closed(weighed, chosen)).verdict, checks)
            if step not in steps:
                steps.append(step)
    return steps


def smallest(outcomes: Sequence[Weighed], least: int) -> tuple[int, ...]:
    """The places of the fewest outcomes which, once met, lift the verdict to a rank or above.

    All that fails is taken to be met; then each is taken back that is not needed, the least severe
    first. That this finds the fewest rests on the table of verdicts, and a test holds it against
    every set that there is. Empty where no set does it, or nothing has to be met.
    """
    failing = [at for at, outcome in enumerate(outcomes) if outcome.status in _FAILS]
    if _rank(outcomes, failing) < least or _rank(outcomes, ()) >= least:
        return ()
    needed = list(failing)
    for at in sorted(failing, key=lambda at: (outcomes[at].severity.rank, -at)):
        without = [other for other in needed if other != at]
        if _rank(outcomes, without) >= least:
            needed = without
    return tuple(needed)


def _closed(outcomes: Sequence[Weighed], chosen: Sequence[int]) -> list[Weighed]:
    taken = frozenset(chosen)
    return [
        outcome._replace(status=Status.MET) if at in taken else outcome
        for at, outcome in enumerate(outcomes)
    ]


def _rank(outcomes: Sequence[Weighed], chosen: Sequence[int]) -> int:
    rank = judge_requirement(_closed(outcomes, chosen)).verdict.rank
    return -1 if rank is None else rank
