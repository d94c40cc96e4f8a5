"""Recommendation 3, measured: support beyond screening, by role and by group."""

from collections.abc import Iterator

from govcheck.plugin import (
    Finding,
    Framework,
    Gap,
    Open,
    Rate,
    Recommendation,
    Severity,
    Threshold,
    check,
)
from govcheck_police.frameworks import GETTING_A_GRIP
from govcheck_police.groups import named_groups
from govcheck_police.rates import Rates, aim, each_reaches
from govcheck_police.wellbeing.dataset_support import SupportOffers
from govcheck_police.wellbeing.role_data import entries_by_role, roles_held
from govcheck_police.wellbeing.role_list import list_is_whole
from govcheck_police.wellbeing.section import Wellbeing

PROACTIVE = f"{GETTING_A_GRIP}:3.proactive-support"
BEYOND = f"{GETTING_A_GRIP}:3.beyond-screening"
OFFICERS_AND_STAFF = f"{GETTING_A_GRIP}:3.officers-and-staff"
UNASKED_AT_LEAST = Threshold(
    "wellbeing.support-offered-unasked",
    50,
    "%",
    "Support is proactive where more comes unasked than asked for: this pack's own choice, not the"
    " inspectorate's.",
)
TAKEN_UP_AT_LEAST = Threshold(
    "wellbeing.support-taken-up",
    25,
    "%",
    "An offer that more than three in four turn down does not suit those for whom it is made: this"
    " pack's own choice, not the inspectorate's.",
)
UNASKED = Rate(SupportOffers.proactive.is_("yes"), by=(SupportOffers.role, SupportOffers.kind))
TAKEN_UP_BY_ROLE = Rate(
    SupportOffers.taken_up.is_("yes"), by=(SupportOffers.role, SupportOffers.kind)
)
TAKEN_UP_BY_GROUP = Rate(
    SupportOffers.taken_up.is_("yes"), by=(SupportOffers.group, SupportOffers.kind)
)
SCREENING = ("screening",)
OFFERS = "offers of support beyond screening"


@check("WEL-021", serves=PROACTIVE, severity=Severity.MINOR, measures=(UNASKED,))
def support_is_offered_unasked(support: SupportOffers, framework: Framework) -> Iterator[Finding]:
    """In each high-stress role, at least half of the support beyond screening was offered unasked.

    Why: the recommendation is about proactive support; support that waits to be asked for misses
    those who do not ask. A blank under proactive counts as asked for. The figure of 50 %
    (wellbeing.support-offered-unasked) is this pack's own choice.

    Close the gap: let the offer come from the force: after an incident, at fixed times, or when
    somebody takes up the role.
    """
    short = "too little of the support beyond screening was offered without being asked for"
    wanted = aim(framework, UNASKED_AT_LEAST, short, OFFERS, "role")
    rates = Rates(support[UNASKED], SCREENING)
    if not rates.names:
        yield Open("/datasets/support", f"the data have no {OFFERS} in a known role")
    yield from each_reaches(support, rates, rates.names, wanted)


@check("WEL-022", serves=BEYOND, severity=Severity.MAJOR, measures=(TAKEN_UP_BY_ROLE,))
def support_beyond_screening_is_taken_up(
    support: SupportOffers, wellbeing: Wellbeing, framework: Framework
) -> Iterator[Finding]:
    """In each high-stress role, support beyond screening was offered, and 25 % of it taken up.

    Why: the recommendation asks for support that goes beyond screening. What the section lists and
    the table does not show was not there for anybody. A blank under taken_up counts as not taken
    up. A role whose headcount is stated as 0 is passed over. The figure of 25 %
    (wellbeing.support-taken-up) is this pack's own choice.

    Close the gap: offer the role support that suits it, or find out why it is turned down.
    """
    yield from list_is_whole(wellbeing)
    short = "too little of the support beyond screening was taken up"
    wanted = aim(framework, TAKEN_UP_AT_LEAST, short, OFFERS, "role")
    rates = Rates(support[TAKEN_UP_BY_ROLE], SCREENING)
    held = roles_held(wellbeing)
    entries = entries_by_role(wellbeing)
    for role in held:
        if not rates.share(role).denominator:
            yield from _none(rates, f"{role}: the table holds no {OFFERS}", entries[role][0][0])
    yield from each_reaches(support, rates, list(dict.fromkeys([*held, *rates.names])), wanted)


def _none(rates: Rates, message: str, at: str) -> Iterator[Finding]:
    """A gap where there are no rows, left open where rows of which it is not known may be some."""
    if rates.unsure:
        yield Open("/datasets/support", f"{message} for sure: a role, group or kind is blank")
    else:
        yield Gap(message, at=at)


@check("WEL-023", serves=OFFICERS_AND_STAFF, severity=Severity.MAJOR, measures=(TAKEN_UP_BY_GROUP,))
def support_is_taken_up_by_officers_and_staff(
    support: SupportOffers,
    wellbeing: Wellbeing,
    recommendation: Recommendation,
    framework: Framework,
) -> Iterator[Finding]:
    """Officers and staff were both offered support beyond screening, and took up 25 % of it.

    Why: the recommendation names both. Support that is written for officers, or offered on duties
    that staff do not have, leaves staff out. A group that holds no high-stress role, as its
    headcounts of 0 say, is passed over. The figure of 25 % (wellbeing.support-taken-up) is this
    pack's own choice.

    Close the gap: offer the group that is left out support that suits it.
    """
    yield from list_is_whole(wellbeing)
    short = "too little of the support beyond screening was taken up"
    wanted = aim(framework, TAKEN_UP_AT_LEAST, short, OFFERS)
    rates = Rates(support[TAKEN_UP_BY_GROUP], SCREENING)
    groups = [name for name in named_groups(recommendation) if _holds_a_role(wellbeing, name)]
    for group in groups:
        if not rates.share(group).denominator:
            yield from _none(rates, f"{group}: the table holds no {OFFERS}", "roles")
    yield from each_reaches(support, rates, groups, wanted)


def _holds_a_role(wellbeing: Wellbeing, group: str) -> bool:
    """Whether people of the group may hold a high-stress role: not every headcount is 0."""
    numbers = [
        next((item.headcount for item in role.by_group or () if item.group == group), None)
        for role in wellbeing.roles or ()
    ]
    return not numbers or any(number != 0 for number in numbers)
