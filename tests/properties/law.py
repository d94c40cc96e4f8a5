"""What it means that a result came out better than another, and better than it should."""

from __future__ import annotations

from collections.abc import Iterator

from govcheck.gate.exit_status import ExitStatus, exit_for
from govcheck.model.result import RecommendationResult, RequirementResult, Result
from govcheck.model.vocabulary import Severity, Status, Support, Verdict

THRESHOLDS = (*Severity, None)
_FAILING = (Status.GAP, Status.NOT_ASSESSED)
_PASSING = (Status.MET, Status.NOT_APPLICABLE)


def improvements(before: Result, after: Result) -> list[str]:
    """Everything that is better afterwards, in words; empty where the law holds.

    A fact that is taken away may turn an open question into a gap: more is then known, and *not
    assessed* becomes *not met*, *unsupported* becomes *contradicted*. That is no improvement;
    without a new gap it would be.
    """
    return list(_improvements(before, after))


def _improvements(before: Result, after: Result) -> Iterator[str]:
    more = told_more(before, after)
    yield from _checks(before, after)
    for old, new in zip(before.recommendations, after.recommendations, strict=True):
        yield from _verdict(f"{old.number} verdict", old.verdict, new.verdict, more)
        yield from _verdict(f"{old.number} timeliness", old.timeliness, new.timeliness, more)
        yield from _verdict(f"{old.number} duty", old.duty, new.duty, more)
        yield from _support(old.number, old, new, more)
        for one, other in zip(old.requirements, new.requirements, strict=True):
            yield from _verdict(one.id, one.verdict, other.verdict, more)
            yield from _support(one.id, one, other, more)
    for threshold in THRESHOLDS:
        was, now = exit_for(before, threshold), exit_for(after, threshold)
        if was.status is not ExitStatus.CLEAR and now.status is ExitStatus.CLEAR:
            yield f"exit at {threshold}: {was.status.name} became {now.status.name}"


def told_more(before: Result, after: Result) -> bool:
    """Whether there is a gap that was not there before."""
    return bool(_gaps(after) - _gaps(before))


def _gaps(result: Result) -> set[tuple[str, str]]:
    return {(c.id, c.scope) for c in result.check_results() if c.status is Status.GAP}


def _checks(before: Result, after: Result) -> Iterator[str]:
    now = {(check.id, check.scope): check.status for check in after.check_results()}
    for check in before.check_results():
        status = now[check.id, check.scope]
        if check.status in _FAILING and status in _PASSING:
            yield f"{check.id} {check.scope}: {check.status} became {status}"


def _verdict(what: str, old: Verdict, new: Verdict, told_more: bool) -> Iterator[str]:  # noqa: FBT001
    if old is Verdict.ERROR or new is Verdict.ERROR:
        return
    if old.rank is None or new.rank is None:
        better = old is not new and new in (Verdict.NOT_APPLICABLE, Verdict.MET)
    else:
        ceiling = 1 if told_more else 0
        better = new.rank > max(old.rank, ceiling)
    if better:
        yield f"{what}: {old} became {new}"


def _support(
    what: str,
    old: RecommendationResult | RequirementResult,
    new: RecommendationResult | RequirementResult,
    told_more: bool,  # noqa: FBT001
) -> Iterator[str]:
    if old.claim is None or new.claim != old.claim:
        return
    # A new gap may contradict a claim, or bear out a force that says itself that it falls short.
    told = told_more and (new.support is Support.CONTRADICTED or new.claim == "not met")
    if new.support.rank > old.support.rank and not told:
        yield f"{what} support: {old.support} became {new.support}"
