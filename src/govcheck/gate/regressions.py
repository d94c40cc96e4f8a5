"""What is worse than in the baseline, and promises that were not kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from govcheck.model.decision import WaiverResult, WaiverState
from govcheck.model.policy import Regression
from govcheck.model.result import ActionResult, RecommendationResult, RequirementResult, Result
from govcheck.model.vocabulary import Support, Verdict

Judged = RecommendationResult | RequirementResult

_BORNE_OUT = (Support.SUPPORTED, Support.UNDER_CLAIMED)


class Sides(NamedTuple):
    """The result beside the last one that was accepted, where there is one."""

    now: Result
    before: Result | None
    waivers: Sequence[WaiverResult] = ()


def found(kind: Regression, sides: Sides) -> tuple[str, ...]:
    """Every regression of a kind, in words."""
    return tuple(_FINDERS[kind](sides))


def _evidence_lost(sides: Sides) -> Iterator[str]:
    for name, old, new in _pairs(sides):
        if new is None or not (old.claim and new.claim):
            continue
        if _is_unsupported(new) and not _is_unsupported(old):
            yield f"{name}: the claim was {old.support} and is {new.support}"


def _is_unsupported(item: Judged) -> bool:
    return item.support is Support.UNSUPPORTED


def _evidence_stale(sides: Sides) -> Iterator[str]:
    for name, old, new in _pairs(sides):
        if new and old.support in _BORNE_OUT and new.support is Support.STALE:
            yield f"{name}: the claim was {old.support} and is {new.support}"


def _verdict_fallen(sides: Sides) -> Iterator[str]:
    for name, old, new in _pairs(sides):
        if new is None:
            yield f"{name}: was {old.verdict} and is no longer there"
        elif _fell(old.verdict, new.verdict):
            yield f"{name}: was {old.verdict} and is {new.verdict}"


def _fell(old: Verdict, new: Verdict) -> bool:
    return old.rank is not None and new.rank is not None and new.rank < old.rank


def _due_date_missed(sides: Sides) -> Iterator[str]:
    """An action that is overdue and of which nothing was recorded since the baseline."""
    before = {
        (item.number, action.id): action
        for item in (sides.before.recommendations if sides.before else ())
        for action in item.actions
    }
    for item in sides.now.recommendations:
        for action in item.actions:
            old = before.get((item.number, action.id))
            if action.overdue and (old is None or _recorded(old) == _recorded(action)):
                yield f"{item.number}: action {action.id} was due on {action.due}"


def _recorded(action: ActionResult) -> ActionResult:
    """What a person records; whether it is overdue follows from the day."""
    return action._replace(overdue=False)


def _waiver_expired(sides: Sides) -> Iterator[str]:
    for item in sides.waivers:
        if item.state is WaiverState.EXPIRED and item.places:
            yield f"{item.requirement}: the waiver of {item.check} ended on {item.expires}"


def _pairs(sides: Sides) -> Iterator[tuple[str, Judged, Judged | None]]:
    """What was judged before, with its name, beside the same now."""
    if sides.before is None:
        return
    now = dict(_named(sides.now))
    for name, old in _named(sides.before):
        yield name, old, now.get(name)


def _named(result: Result) -> Iterator[tuple[str, Judged]]:
    for item in result.recommendations:
        yield item.number, item
        for requirement in item.requirements:
            yield requirement.id, requirement


_FINDERS: Mapping[Regression, Callable[[Sides], Iterator[str]]] = {
    Regression.EVIDENCE_LOST: _evidence_lost,
    Regression.EVIDENCE_STALE: _evidence_stale,
    Regression.VERDICT_FALLEN: _verdict_fallen,
    Regression.DUE_DATE_MISSED: _due_date_missed,
    Regression.WAIVER_EXPIRED: _waiver_expired,
}
