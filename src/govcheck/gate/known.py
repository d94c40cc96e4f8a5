"""A baseline held against a result: what was known, what is new, what is resolved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from govcheck.gate.outcome import Key, Outcome, Place, outcomes
from govcheck.model import baseline as file
from govcheck.model.baseline import Baseline, KnownGap
from govcheck.model.decision import KnownResult, NewResult
from govcheck.model.result import Result


class Compared(NamedTuple):
    """The gaps and open questions of a result, beside those of its baseline."""

    keys: frozenset[Key]
    """The checks that were known at each place where they stand."""
    known: tuple[KnownResult, ...]
    new: tuple[NewResult, ...]
    resolved: tuple[str, ...]


def since_of(baseline: Baseline) -> Mapping[tuple[Place, str], str]:
    """Since when each place and check is known: as the file says, or since its result."""
    told = {(Place(gap.recommendation, gap.requirement), gap.check): gap.since
            for gap in baseline.known}  # fmt: skip
    return {
        (place, outcome.check.id): told.get((place, outcome.check.id), baseline.result.as_of)
        for outcome in outcomes(baseline.result)
        if outcome.fails
        for place in outcome.places
    }


def compared(baseline: Baseline, found: Sequence[Outcome]) -> Compared:
    """Gaps are known by recommendation, requirement and check, never by line.

    One that became an open question, or was one, is the same: it is neither new nor better.
    """
    since = since_of(baseline)
    failing = [outcome for outcome in found if outcome.fails]
    keys, known, new = set[Key](), list[KnownResult](), list[NewResult]()
    for outcome in failing:
        check = outcome.check
        days = [since.get((place, check.id)) for place in outcome.places]
        if None in days:
            new.append(NewResult(check.id, outcome.names, check.status))
        else:
            keys.add(outcome.key)
            first = min(day for day in days if day)
            known.append(KnownResult(check.id, outcome.names, check.status, first, outcome.owner))
    there = {(place, outcome.check.id) for outcome in failing for place in outcome.places}
    resolved = tuple(f"{check} at {place.name}" for place, check in since
                     if (place, check) not in there)  # fmt: skip
    return Compared(frozenset(keys), tuple(known), tuple(new), resolved)


def updated(baseline: Baseline | None, result: Result) -> Baseline:
    """The baseline of a result: what was known keeps its day, what is new has its own."""
    since = since_of(baseline) if baseline else {}
    return Baseline(
        file.FORMAT,
        tuple(
            KnownGap(*place, outcome.check.id,
                     since.get((place, outcome.check.id), result.as_of))
            for outcome in outcomes(result)
            if outcome.fails
            for place in outcome.places
        ),
        result,
    )  # fmt: skip
