"""Recommendation 3: support that is proactive, targeted, and more than screening."""

from collections.abc import Iterator
from datetime import date

from govcheck.plugin import Finding, Observation, Open, Recommendation, Severity, check
from govcheck_police.citations import some_not_shown
from govcheck_police.frameworks import GETTING_A_GRIP
from govcheck_police.groups import named_groups
from govcheck_police.recency import numbers_recent
from govcheck_police.wellbeing.checks_roles import OFFICERS_AND_STAFF
from govcheck_police.wellbeing.role_list import list_is_whole, named_roles
from govcheck_police.wellbeing.section import HighStressRole, Support, Wellbeing
from govcheck_police.wellbeing.support_list import lacking_in, one_counts, shortfalls_of

PROACTIVE = f"{GETTING_A_GRIP}:3.proactive-support"
BEYOND = f"{GETTING_A_GRIP}:3.beyond-screening"


@check("WEL-008", serves=PROACTIVE, severity=Severity.CRITICAL)
def support_in_each_role_is_proactive(wellbeing: Wellbeing) -> Iterator[Finding]:
    """In each high-stress role, some support other than screening is offered without being asked.

    Why: the recommendation is about proactive support. Support that waits to be asked for misses
    those who do not ask.

    Close the gap: in each role, offer support of one's own accord: a regular conversation, time to
    decompress, peer support that makes the first call.
    """
    yield from list_is_whole(wellbeing)
    for at, role in named_roles(wellbeing):
        yield from one_counts(
            role,
            at,
            lambda support, place: shortfalls_of(support, place, "proactive", "is_screening"),
            "no support other than screening is offered without being asked",
        )


@check("WEL-009", serves=BEYOND, severity=Severity.CRITICAL)
def support_in_each_role_goes_beyond_screening(wellbeing: Wellbeing) -> Iterator[Finding]:
    """Each high-stress role has support that is made for it, is proactive, and is not screening.

    Why: the recommendation asks for targeted support beyond mandatory annual psychological
    screening. Screening finds who is at risk; it does not help by itself. A help line that is open
    to the whole force is not targeted.

    Close the gap: add, for each role, support made for it, for example counselling, peer support,
    decompression time or limits on time in the role, and offer it without waiting to be asked.
    """
    yield from list_is_whole(wellbeing)
    for at, role in named_roles(wellbeing):
        yield from one_counts(
            role,
            at,
            _beyond_screening,
            "no support is targeted, proactive, and more than screening",
        )


def _beyond_screening(support: Support, at: str) -> list[Finding]:
    found = shortfalls_of(support, at, "targeted", "proactive", "is_screening")
    if support.kind is None:
        found.append(Open(f"{at}.kind"))
    elif support.kind == "screening":
        found.append(lacking_in(support, "is of the kind screening", f"{at}.kind"))
    return found


@check("WEL-010", serves=(BEYOND, PROACTIVE), severity=Severity.MAJOR)
def uptake_and_effect_are_known(wellbeing: Wellbeing, as_of: date) -> Iterator[Finding]:
    """In each role, uptake and effect are known for at least one targeted support.

    Why: an offer that nobody takes up, or of which nobody knows whether it helps, cannot be called
    effective in a review. Uptake by fewer than half is told and not held against the force; a half
    is this pack's own choice, and so is that numbers are good for 18 months.

    Close the gap: count for each role to how many people targeted support was offered and how many
    took it up in one recent period, and ask or measure whether it helped.
    """
    yield from list_is_whole(wellbeing)

    def shortfalls(support: Support, at: str) -> list[Finding]:
        return [
            *shortfalls_of(support, at, "targeted", "is_screening"),
            *numbers_recent(support.period, as_of, f"{at}.period"),
            *_uptake(support, at),
        ]

    for at, role in named_roles(wellbeing):
        yield from one_counts(
            role,
            at,
            shortfalls,
            "uptake and effect are known for no targeted support beyond screening",
        )
        yield from _seldom_taken_up(role, at)
    supports = (
        (f"{role.name}: {support.name}", support)
        for role in wellbeing.roles or ()
        for support in role.supports or ()
    )
    yield from some_not_shown(supports, "support in high-stress roles", "roles")


def _seldom_taken_up(role: HighStressRole, at: str) -> Iterator[Finding]:
    """Told only: an offer can be right and wanted by few. A half is this pack's own limit."""
    for index, support in enumerate(role.supports or ()):
        offered, taken_up = support.offered, support.taken_up
        if offered and taken_up is not None and taken_up * 2 < offered:
            yield Observation(
                f"{role.name}: fewer than half of those who were offered “{support.name}” took it"
                " up",
                at=f"{at}.supports[{index}].taken_up",
            )


def _uptake(support: Support, at: str) -> Iterator[Finding]:
    if support.offered is None:
        yield Open(f"{at}.offered")
    elif not support.offered:
        yield lacking_in(support, "offered to nobody", f"{at}.offered")
    if support.taken_up is None:
        yield Open(f"{at}.taken_up")
    elif support.offered is not None and support.taken_up > support.offered:
        yield lacking_in(support, "more took it up than were offered it", f"{at}.taken_up")
    elif not support.taken_up:
        yield lacking_in(support, "taken up by nobody", f"{at}.taken_up")
    if support.effect_known_by is None:
        yield Open(f"{at}.effect_known_by")
    elif support.effect_known_by == "not known":
        yield lacking_in(support, "effect not known", f"{at}.effect_known_by")


@check("WEL-011", serves=OFFICERS_AND_STAFF, severity=Severity.CRITICAL)
def support_reaches_officers_and_staff(
    wellbeing: Wellbeing, recommendation: Recommendation
) -> Iterator[Finding]:
    """In each high-stress role, support beyond screening reaches officers and staff alike.

    Why: the recommendation names both. Where a role is held by both, support written for officers
    leaves their colleagues out.

    Close the gap: open the support to the group that it leaves out, or state a headcount of 0 for a
    group that does not work in the role.
    """
    yield from list_is_whole(wellbeing)
    for at, role in named_roles(wellbeing):
        for group in named_groups(recommendation):
            yield from _reaches(role, at, group)


def _reaches(role: HighStressRole, at: str, group: str) -> Iterator[Finding]:
    numbers = [entry.headcount for entry in role.by_group or () if entry.group == group]
    if numbers and all(number == 0 for number in numbers):
        return
    if not numbers or None in numbers:
        yield Open(f"{at}.by_group", f"how many {group} hold the role “{role.name}”")

    def shortfalls(support: Support, place: str) -> list[Finding]:
        found = shortfalls_of(support, place, "is_screening")
        if support.groups is None:
            found.append(Open(f"{place}.groups"))
        elif group not in support.groups:
            found.append(lacking_in(support, f"not for {group}", f"{place}.groups"))
        return found

    yield from one_counts(role, at, shortfalls, f"no support beyond screening reaches {group}")
