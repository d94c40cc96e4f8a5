"""Recommendation 3, measured: who is screened, and what follows a raised score."""

from collections.abc import Iterator

from govcheck.plugin import (
    AS_OF,
    Finding,
    Framework,
    NotApplicable,
    Open,
    Rate,
    Recommendation,
    Severity,
    Threshold,
    check,
)
from govcheck_police.frameworks import GETTING_A_GRIP
from govcheck_police.groups import named_groups
from govcheck_police.rates import (
    Claims,
    Rates,
    aim,
    each_reaches,
    none_absent,
    whole,
    whole_reaches,
)
from govcheck_police.wellbeing.dataset_screening import Screening
from govcheck_police.wellbeing.role_data import entries_by_role
from govcheck_police.wellbeing.section import Screening as StatedScreening
from govcheck_police.wellbeing.section import Wellbeing

PROACTIVE = f"{GETTING_A_GRIP}:3.proactive-support"
BEYOND = f"{GETTING_A_GRIP}:3.beyond-screening"
OFFICERS_AND_STAFF = f"{GETTING_A_GRIP}:3.officers-and-staff"
YEARLY = 12
"""The recommendation calls the screening annual."""
SCREENED_AT_LEAST = Threshold(
    "wellbeing.screened-within-12-months",
    90,
    "%",
    "Nearly everybody, with room for absence and for people new to the role: this pack's own"
    " choice, not the inspectorate's.",
)
FOLLOWED_UP_AT_LEAST = Threshold(
    "wellbeing.follow-ups-offered",
    100,
    "%",
    "Nobody with a raised score should be left without an offer: this pack's own choice, not the"
    " inspectorate's.",
)
_WITHIN_A_YEAR = Screening.screened_on.not_before(
    AS_OF.plus(months=-YEARLY)
) & Screening.screened_on.not_after(AS_OF)
SCREENED_BY_ROLE = Rate(_WITHIN_A_YEAR, by=Screening.role)
SCREENED_BY_GROUP = Rate(_WITHIN_A_YEAR, by=Screening.group)
FOLLOWED_UP = Rate(Screening.follow_up_offered.is_("yes"), by=Screening.result)
NOT_RAISED = ("not raised", "not screened")


@check("WEL-017", serves=BEYOND, severity=Severity.MINOR, measures=(SCREENED_BY_ROLE,))
def people_in_each_role_were_screened(
    screening: Screening, wellbeing: Wellbeing | None, framework: Framework
) -> Iterator[Finding]:
    """In each high-stress role, at least 90 % were screened within 12 months before the judgement.

    Why: the recommendation takes annual psychological screening for granted. A round that has ended
    says little where half of the people were not in it. The last day in time is the same day of the
    month 12 months earlier. A day that is blank or later than the judgement does not count. The
    figure of 90 % (wellbeing.screened-within-12-months) is this pack's own choice.

    Close the gap: find out who was left out of the last round, and screen them.
    """
    short = "too few were screened within 12 months"
    wanted = aim(framework, SCREENED_AT_LEAST, short, "people in high-stress roles", "role")
    rates = Rates(screening[SCREENED_BY_ROLE])
    if not rates.names:
        yield Open("/datasets/screening", "the data have no people in a known high-stress role")
    yield from each_reaches(screening, rates, rates.names, wanted, _claims(wellbeing))


def _claims(wellbeing: Wellbeing | None) -> Claims:
    """Roles of which the section says that people are screened every year."""
    return {
        name: (f"{at}/screened", "the section says that they are screened every year")
        for name, entries in (entries_by_role(wellbeing) if wellbeing else {}).items()
        for at, role in entries
        if role.screened == "yes" and (role.screening_cycle_months or YEARLY + 1) <= YEARLY
    }


@check("WEL-018", serves=PROACTIVE, severity=Severity.MAJOR, measures=(FOLLOWED_UP,))
def follow_ups_are_offered_as_claimed(
    screening: Screening, wellbeing: Wellbeing | None, framework: Framework
) -> Iterator[Finding]:
    """Everybody with a raised score was offered a follow-up.

    Why: screening finds who is at risk; a score that nobody acts on helps nobody. A blank under
    follow_up_offered counts as not offered, and a blank result leaves the check open, since the
    score may have been raised. The figure of 100 % (wellbeing.follow-ups-offered) is this pack's
    own choice.

    Close the gap: offer a follow-up to those who have had none, and write “not screened” where the
    result is blank because there was no screening.
    """
    short = "not everybody with a raised score was offered a follow-up"
    wanted = aim(framework, FOLLOWED_UP_AT_LEAST, short, "people with a raised score")
    rates = whole(screening[FOLLOWED_UP], NOT_RAISED)
    if not rates.names and ("not raised",) in screening[FOLLOWED_UP]:
        yield NotApplicable("no screening shows a raised score", at="/datasets/screening")
        return
    stated = (wellbeing and wellbeing.screening) or StatedScreening()
    claim = None
    if stated.follow_up == "yes":
        said = "the section says that everybody is (follow_up: yes)"
        claim = ("/wellbeing/screening/follow_up", said)
    yield from whole_reaches(screening, rates, wanted, claim, parted=False)


@check("WEL-024", serves=OFFICERS_AND_STAFF, severity=Severity.MINOR, measures=(SCREENED_BY_GROUP,))
def officers_and_staff_were_screened(
    screening: Screening, recommendation: Recommendation, framework: Framework
) -> Iterator[Finding]:
    """Officers and staff are both in the screening table, and 90 % of each were screened in a year.

    Why: digital forensics, crime scene investigation and similar work may be done largely by staff,
    and a round of screening that is run by officers' postings passes them by. The figure of 90 %
    (wellbeing.screened-within-12-months) is this pack's own choice.

    Close the gap: add the people of the group who are missing, and screen those who were left out.
    """
    short = "too few were screened within 12 months"
    wanted = aim(framework, SCREENED_AT_LEAST, short, "people in high-stress roles")
    rates = Rates(screening[SCREENED_BY_GROUP])
    groups = named_groups(recommendation)
    yield from each_reaches(screening, rates, groups, wanted)
    yield from none_absent(screening, rates, groups, wanted)
