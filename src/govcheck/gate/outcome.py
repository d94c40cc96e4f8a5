"""What a gate counts: each check once, with every place at which it stands in the result."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from govcheck.model.result import CheckResult, RecommendationResult, Result
from govcheck.model.vocabulary import Status

Key = tuple[str, str]
"""The id of a check and the scope for which it ran: what is counted once."""


class Place(NamedTuple):
    """A requirement, or a recommendation as a whole."""

    recommendation: str
    requirement: str
    """Empty for the recommendation as a whole."""

    @property
    def name(self) -> str:
        """As people name it: 2.review, or 2."""
        return self.requirement or self.recommendation


class Outcome(NamedTuple):
    """One check as it is counted."""

    check: CheckResult
    places: tuple[Place, ...]
    owner: str | None
    """Of the first recommendation that it concerns."""

    @property
    def key(self) -> Key:
        """What it is counted under."""
        return self.check.id, self.check.scope

    @property
    def names(self) -> tuple[str, ...]:
        """The places as people name them."""
        return tuple(place.name for place in self.places)

    @property
    def is_gap(self) -> bool:
        """Whether something is missing."""
        return self.check.status is Status.GAP

    @property
    def fails(self) -> bool:
        """Whether it is a gap or an open question."""
        return self.check.status in (Status.GAP, Status.NOT_ASSESSED)


def outcomes(result: Result) -> tuple[Outcome, ...]:
    """Every check of a result once, in the order of the report."""
    found = dict[Key, Outcome]()
    for recommendation in result.recommendations:
        for place, check in _placed(recommendation):
            key = (check.id, check.scope)
            known = found.get(key)
            before = known.places if known else ()
            owner = known.owner if known else recommendation.owner
            found[key] = Outcome(check, (*before, place), owner)
    return tuple(found.values())


def _placed(item: RecommendationResult) -> Iterator[tuple[Place, CheckResult]]:
    for requirement in item.requirements:
        for check in requirement.checks:
            yield Place(item.number, requirement.id), check
    for check in item.checks:
        yield Place(item.number, ""), check
