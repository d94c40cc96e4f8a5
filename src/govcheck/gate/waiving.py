"""Waivers held against a result: which gaps they cover, and what has become of each."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import Final, NamedTuple

from govcheck.gate.outcome import Key, Outcome
from govcheck.intake.suggestion import suggestion
from govcheck.model.decision import WaiverResult, WaiverState
from govcheck.model.result import Result
from govcheck.model.waiver import Waiver

DAYS_OF_WARNING: Final = 30
"""A waiver that ends so soon is listed as about to expire."""


class Known(NamedTuple):
    """The ids of what is loaded: a name that is not among them is mistyped."""

    checks: Collection[str]
    forces: Collection[str] = ()
    frameworks: Collection[str] = ()


class Waived(NamedTuple):
    """The checks whose gap is waived at every place, and the waivers with their state."""

    keys: frozenset[Key]
    waivers: tuple[WaiverResult, ...]


def waived(
    waivers: Sequence[Waiver], result: Result, found: Sequence[Outcome], known: Known
) -> Waived:
    """Hold waivers against a result. One about another force or report that is known is left out.

    A gap is waived where each place at which it stands is waived, and only a gap: a question that
    is left open is answered, not waived.
    """
    concerned = [waiver for waiver in waivers if not _is_about_another(waiver, result, known)]
    as_of = date.fromisoformat(result.as_of)
    results = tuple(_result(waiver, result, found, known, as_of) for waiver in concerned)
    covered = {
        (item.check, place)
        for item in results
        if item.state in (WaiverState.APPLIED, WaiverState.EXPIRING)
        for place in item.places
    }
    keys = frozenset(
        outcome.key
        for outcome in found
        if outcome.is_gap and all((outcome.check.id, name) in covered for name in outcome.names)
    )
    return Waived(keys, results)


def _is_about_another(waiver: Waiver, result: Result, known: Known) -> bool:
    """Whether it is about a force or a report that is there, and is not the one that is judged."""
    force = waiver.force not in (None, result.force.id) and waiver.force in known.forces
    framework = waiver.framework not in (None, result.framework.id)
    return force or (framework and waiver.framework in known.frameworks)


def _result(
    waiver: Waiver,
    result: Result,
    found: Sequence[Outcome],
    known: Known,
    as_of: date,
) -> WaiverResult:
    check = waiver.check.upper()
    places = tuple(_covered(waiver, check, found, ended=waiver.expires < as_of))
    state, remark = _state(waiver, check, places, result, known, as_of)
    if state is WaiverState.MISTYPED:
        places = ()
    elif places and state is not WaiverState.EXPIRED:
        remark += _elsewhere(check, places, found)
    return WaiverResult(
        check,
        waiver.requirement,
        places,
        waiver.reason,
        waiver.owner,
        waiver.approver,
        waiver.expires.isoformat(),
        state,
        remark,
    )


def _covered(waiver: Waiver, check: str, found: Sequence[Outcome], *, ended: bool) -> Iterator[str]:
    """The places at which it meets a gap; where it has expired, an open question is as much."""
    for outcome in found:
        if outcome.check.id == check and (outcome.fails if ended else outcome.is_gap):
            for place in outcome.places:
                if waiver.requirement in (place.name, place.recommendation):
                    yield place.name


def _elsewhere(check: str, places: tuple[str, ...], found: Sequence[Outcome]) -> str:
    """Where the same gap stands and is not waived, so that it still counts."""
    names = dict.fromkeys(
        name
        for outcome in found
        if outcome.check.id == check and outcome.is_gap and set(outcome.names) & set(places)
        for name in outcome.names
        if name not in places
    )
    return f"; the gap counts until {', '.join(names)} is waived too" if names else ""


def _state(  # noqa: PLR0913, PLR0917 - all that a waiver is held against
    waiver: Waiver,
    check: str,
    places: tuple[str, ...],
    result: Result,
    known: Known,
    as_of: date,
) -> tuple[WaiverState, str]:
    if mistyped := _mistyped(waiver, check, result, known):
        return WaiverState.MISTYPED, mistyped
    left = (waiver.expires - as_of).days
    if left < 0:
        still = "its gap counts again" if places else "and its gap is closed"
        return WaiverState.EXPIRED, f"ended {_days(-left)} ago, {still}"
    if not places:
        return WaiverState.UNUSED, "there is no gap to waive: delete it"
    if left <= DAYS_OF_WARNING:
        ends = "today is its last day" if left == 0 else f"{_days(left)} left"
        return WaiverState.EXPIRING, ends
    return WaiverState.APPLIED, f"{_days(left)} left"


def _mistyped(waiver: Waiver, check: str, result: Result, known: Known) -> str:
    """What it names and is not there, with what may be meant; empty where all is there."""
    for noun, name, names in (
        ("check", check, known.checks),
        ("requirement", waiver.requirement, _names(result)),
        ("force", waiver.force, {*known.forces, result.force.id}),
        ("framework", waiver.framework, {*known.frameworks, result.framework.id}),
    ):
        if name is not None and name not in names:
            return f"there is no {noun} {name}. {suggestion(name, sorted(names))}".rstrip()
    return ""


def _names(result: Result) -> tuple[str, ...]:
    return tuple(
        name
        for item in result.recommendations
        for name in (item.number, *(requirement.id for requirement in item.requirements))
    )


def _days(number: int) -> str:
    return "1 day" if number == 1 else f"{number} days"
