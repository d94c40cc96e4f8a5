"""What is worse than in the baseline, and promises that were not kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from govcheck.gate.difference import entry_changes
from govcheck.gate.promise import actions_of, is_finished
from govcheck.model.decision import WaiverResult, WaiverState
from govcheck.model.difference import ChangeKind
from govcheck.model.policy import Regression
from govcheck.model.result import ActionResult, RecommendationResult, RequirementResult, Result
from govcheck.model.vocabulary import Support, Verdict

Judged = RecommendationResult | RequirementResult


class Sides(NamedTuple):
    """The result beside the last one that was accepted, where there is one."""

    now: Result
    before: Result | None
    waivers: Sequence[WaiverResult] = ()


def found(kind: Regression, sides: Sides) -> tuple[str, ...]:
    """Every regression of a kind, in words."""
    return tuple(_FINDERS[kind](sides))


def fallen(before: Result, now: Result) -> tuple[str, ...]:
    """All that is worse than in an earlier result, each once, in words."""
    sides = Sides(now, before)
    kinds = (kind for kind in Regression if kind.needs_baseline)
    return tuple(dict.fromkeys(line for kind in kinds for line in found(kind, sides)))


def _evidence_lost(sides: Sides) -> Iterator[str]:
    """What was borne out, if only by something stale, and is not any more."""
    return _support_fallen(sides, Support.STALE, Support.CONTRADICTED)


def _evidence_stale(sides: Sides) -> Iterator[str]:
    """What was borne out and is stale, or worse: else it would pay to lose the evidence."""
    return _support_fallen(sides, Support.SUPPORTED, Support.STALE)


def _support_fallen(sides: Sides, least: Support, most: Support) -> Iterator[str]:
    """Claims whose support was so good at least and is so good at most.

    A claim that is no longer made counts: to take it back makes nothing better. One that says
    itself that something is not met needs no evidence.
    """
    for name, old, new in _pairs(sides):
        if new is None or not _is_claim(old) or not _reaches(old.support, least):
            continue
        if new.claim is None:
            yield f"{name}: the claim was {old.support} and is no longer made"
        elif _is_claim(new) and not _is_above(new.support, most):
            yield f"{name}: the claim was {old.support} and is {new.support}"


def _is_claim(item: Judged) -> bool:
    return item.claim not in (None, "not met")


def _reaches(support: Support, least: Support) -> bool:
    return (support.rank or 0) >= (least.rank or 0)


def _is_above(support: Support, most: Support) -> bool:
    return (support.rank or 0) > (most.rank or 0)


def _verdict_fallen(sides: Sides) -> Iterator[str]:
    for name, old, new in _pairs(sides):
        if new is None:
            yield f"{name}: was {old.verdict} and is no longer there"
        elif _fell(old.verdict, new.verdict):
            yield f"{name}: was {old.verdict} and is {new.verdict}"


def _fell(old: Verdict, new: Verdict) -> bool:
    return old.rank is not None and new.rank is not None and new.rank < old.rank


def _due_date_missed(sides: Sides) -> Iterator[str]:
    """An action whose day has passed and of which nothing was recorded since the baseline.

    To take something away is no record: neither a word of it, nor its day, nor the whole action.
    """
    now = actions_of(sides.now)
    for (number, name), old in actions_of(sides.before).items():
        if old.due and not is_finished(old) and old.due < sides.now.as_of:
            new = now.get((number, name))
            said = f"{number}: action {name} was due on {old.due}"
            if new is None:
                yield f"{said} and is no longer there"
            elif new.due is None and not is_finished(new):
                yield f"{said} and has no date any more"
            elif new.overdue and not _has_news(old, new):
                yield said


def _has_news(old: ActionResult, new: ActionResult) -> bool:
    """Whether a person recorded something; whether it is overdue follows from the day."""
    plain = zip(old._replace(overdue=new.overdue), new, strict=True)
    return any(other is not None and one != other for one, other in plain)


def _waiver_expired(sides: Sides) -> Iterator[str]:
    for item in sides.waivers:
        if item.state is WaiverState.EXPIRED and item.places:
            yield f"{item.requirement}: the waiver of {item.check} ended on {item.expires}"


def _entry_gone(sides: Sides) -> Iterator[str]:
    """An entry can be left out together with its gap: only the last result can tell."""
    if sides.before:
        for item in entry_changes(sides.before, sides.now):
            if item.kind is ChangeKind.DISAPPEARED:
                yield f"{item.path}: “{item.entry}” is no longer there"


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
    Regression.ENTRY_GONE: _entry_gone,
}
