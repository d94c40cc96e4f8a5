"""The groups of people that a recommendation names, held against those that an answer covers."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from govcheck.plugin import Finding, Gap, NotApplicable, Open, Recommendation


def named_groups(recommendation: Recommendation) -> tuple[str, ...]:
    """The groups that a recommendation or any of its requirements names, each once, in order."""
    in_requirements = (name for item in recommendation.requirements for name in item.groups)
    return tuple(dict.fromkeys((*recommendation.groups, *in_requirements)))


def groups_left_out(
    covered: Collection[str] | None, recommendation: Recommendation, what: str, at: str
) -> Iterator[Finding]:
    """Hold the groups that `what` covers against those that the recommendation names."""
    named = named_groups(recommendation)
    if not named:
        yield NotApplicable("the recommendation names no groups of people")
    elif covered is None:
        yield Open(at)
    else:
        missing = [name for name in named if name not in covered]
        if missing:
            yield Gap(f"{what} not cover {listed(missing)}", at=at)


def listed(names: Collection[str]) -> str:
    """Names as a person writes them: police staff, special constables and volunteers."""
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last
