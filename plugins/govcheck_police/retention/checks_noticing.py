"""Recommendation 2: noticing people who think of leaving."""

from collections.abc import Iterator
from datetime import date

from govcheck.plugin import (
    Finding,
    Gap,
    NotApplicable,
    Observation,
    Open,
    Recommendation,
    Severity,
    check,
)
from govcheck_police.citations import some_not_shown
from govcheck_police.frameworks import GETTING_A_GRIP
from govcheck_police.groups import listed, named_groups
from govcheck_police.recency import cycle_kept
from govcheck_police.remarks import remarks
from govcheck_police.retention.section import (
    Retention,
    Way,
    Ways,
)

THINKING = f"{GETTING_A_GRIP}:2.thinking-of-leaving"
ALL_GROUPS = f"{GETTING_A_GRIP}:2.all-groups"
PERSONAL = ("stay_interviews", "line_manager_talks", "self_referral")
"""Ways that lead to a person. Surveys and indicators show where to look, not whom to ask."""


def _ways(retention: Retention) -> dict[str, Way]:
    given = retention.ways_of_noticing or Ways()
    return {name: getattr(given, name) or Way() for name in Ways.model_fields}


def _shortfalls(name: str, way: Way, as_of: date) -> list[Finding]:
    """What keeps a way from working: unanswered, not used, or not used lately. Empty: it works."""
    at = f"ways_of_noticing.{name}"
    what = _words(name)
    if way.used is None:
        return [Open(f"{at}.used", f"whether the way “{what}” is used: yes or no")]
    if way.used == "no":
        return [Gap(f"the way “{what}” is not used", at=f"{at}.used")]
    return list(cycle_kept(f"the way “{what}”", way.cycle, way.last_done, as_of, at))


@check("RET-015", serves=THINKING, severity=Severity.CRITICAL)
def people_thinking_of_leaving_are_noticed(retention: Retention, as_of: date) -> Iterator[Finding]:
    """At least one way that leads to the person notices who is thinking of leaving, and is in use.

    Why: an anonymous survey or an indicator shows that people think of leaving and not who they
    are, so nobody can talk to them. Stay interviews, talks with the line manager and a
    confidential place to turn to can. The College of Policing lists stay interviews as new and
    untested practice.

    Close the gap: hold stay interviews, make plans to leave a part of regular talks, or open a
    confidential contact; say how often it is used and when it was used last.
    """
    ways = _ways(retention)
    shortfalls = {name: _shortfalls(name, way, as_of) for name, way in ways.items()}
    personal = {name: shortfalls[name] for name in PERSONAL}
    if all(personal.values()):
        yield from _undecided(personal) or [
            finding for found in personal.values() for finding in found
        ]
    else:
        yield from _besides(ways, shortfalls)
    used = [(name, way) for name, way in ways.items() if way.used == "yes"]
    for name, way in used:
        if way.run_by is None:
            yield Observation(
                f"who runs the way “{_words(name)}” is not said",
                at=f"ways_of_noticing.{name}.run_by",
            )
    named = ((_words(name), way) for name, way in used)
    yield from some_not_shown(named, "ways of noticing", "ways_of_noticing")


def _words(name: str) -> str:
    return name.replace("_", " ")


def _besides(ways: dict[str, Way], shortfalls: dict[str, list[Finding]]) -> Iterator[Finding]:
    """What is told of the other ways, where one that leads to the person works."""
    for found, way in zip(shortfalls.values(), ways.values(), strict=True):
        if way.used == "yes":
            yield from remarks(found)
    for words, used in (("are not used", "no"), ("are not answered", None)):
        names = [_words(name) for name, way in ways.items() if way.used == used]
        if names:
            yield Observation(
                f"of the ways of noticing, these {words}: {', '.join(names)}",
                at="ways_of_noticing",
            )


def _undecided(shortfalls: dict[str, list[Finding]]) -> list[Finding]:
    """The open questions of ways that would work if these were answered well."""
    return [
        finding
        for found in shortfalls.values()
        if not any(isinstance(item, Gap) for item in found)
        for finding in found
    ]


@check("RET-016", serves=(THINKING, ALL_GROUPS), severity=Severity.MAJOR)
def noticing_reaches_every_group(
    retention: Retention, recommendation: Recommendation, as_of: date
) -> Iterator[Finding]:
    """Every group that the recommendation names is reached by a way of noticing that is in use.

    Why: the recommendation names police officers, police staff, special constables and volunteers.
    Ways that run through appraisal or the line may not exist for special constables and
    volunteers.

    Close the gap: extend one of the ways to the groups that none reaches, or add a way that suits
    them, and keep it to its own cycle.
    """
    named = named_groups(recommendation)
    if not named:
        yield NotApplicable("the recommendation names no groups of people")
        return
    ways = _ways(retention)
    shortfalls = {name: _shortfalls(name, way, as_of) for name, way in ways.items()}
    working = {name: way for name, way in ways.items() if not shortfalls[name]}
    reached = {group for way in working.values() for group in way.groups or ()}
    missing = [group for group in named if group not in reached]
    unanswered = [
        Open(f"ways_of_noticing.{name}.groups", f"whom the way “{_words(name)}” reaches")
        for name, way in working.items()
        if way.groups is None
    ]
    if not missing:
        yield from remarks(unanswered)
        yield from _resting_on_few(working, named)
        return
    undecided = [*unanswered, *_undecided(shortfalls)]
    yield from undecided
    if not undecided:
        yield Gap(
            f"no way of noticing that is in use and up to date reaches {listed(missing)}",
            at="ways_of_noticing",
        )


def _resting_on_few(working: dict[str, Way], named: tuple[str, ...]) -> Iterator[Finding]:
    """Groups that nobody would notice if one way fell away, and ways that reach nobody."""
    only: dict[str, list[str]] = {}
    for group in named:
        names = [name for name, way in working.items() if group in (way.groups or ())]
        if len(names) == 1:
            only.setdefault(names[0], []).append(group)
    for name, way in working.items():
        at = f"ways_of_noticing.{name}.groups"
        if name in only:
            reached = listed(only[name])
            yield Observation(f"{reached} are reached by one way only: {_words(name)}", at=at)
        elif way.groups == ():
            yield Observation(f"the way “{_words(name)}” is said to reach no group", at=at)
