"""Recommendation 3: the screening that support has to go beyond, and what rests on it."""

from collections.abc import Iterator
from datetime import date

from govcheck.plugin import (
    Finding,
    Gap,
    Observation,
    Open,
    Severity,
    check,
    in_words,
    months_later,
)
from govcheck_police.answers import answered_yes, left_open
from govcheck_police.citations import not_shown
from govcheck_police.frameworks import GETTING_A_GRIP
from govcheck_police.recency import numbers_recent, within_months
from govcheck_police.wellbeing.role_list import list_is_whole, named_roles
from govcheck_police.wellbeing.section import (
    HighStressRole,
    OccupationalHealth,
    Screening,
    Wellbeing,
)

PROACTIVE = f"{GETTING_A_GRIP}:3.proactive-support"
BEYOND = f"{GETTING_A_GRIP}:3.beyond-screening"
YEARLY = 12
"""The recommendation calls the screening annual."""
ASSESSED_WITHIN_MONTHS = 36
"""After how long occupational health has to be assessed again: this pack's own limit."""


@check("WEL-014", serves=BEYOND, severity=Severity.MAJOR)
def each_role_is_screened_every_year(wellbeing: Wellbeing, as_of: date) -> Iterator[Finding]:
    """People in each high-stress role are screened at least every 12 months.

    Why: the recommendation takes annual psychological screening for granted and asks for more.
    Where the screening itself lapses, there is nothing to go beyond.

    Close the gap: screen each role at least every 12 months, and give the day on which the last
    round ended.
    """
    yield from list_is_whole(wellbeing)
    for at, role in named_roles(wellbeing):
        if role.screened is None:
            yield Open(f"{at}.screened")
        elif role.screened == "no":
            yield Gap(f"{role.name}: not screened", at=f"{at}.screened")
        else:
            yield from _every_year(role, at, as_of)


def _every_year(role: HighStressRole, at: str, as_of: date) -> Iterator[Finding]:
    yield from left_open(role, at, "screening_cycle_months", "last_screening")
    if role.screening_cycle_months is not None and role.screening_cycle_months > YEARLY:
        yield Gap(
            f"{role.name}: screened only every {role.screening_cycle_months} months",
            at=f"{at}.screening_cycle_months",
        )
    if role.last_screening is None:
        return
    if role.last_screening > as_of:
        yield Gap(
            f"{role.name}: the last round has the date {in_words(role.last_screening)}, after the"
            f" day of judgement ({in_words(as_of)})",
            at=f"{at}.last_screening",
        )
    elif months_later(role.last_screening, YEARLY) < as_of:
        yield Gap(
            f"{role.name}: the last round ended on {in_words(role.last_screening)}, more than"
            f" {YEARLY} months before the day of judgement ({in_words(as_of)})",
            at=f"{at}.last_screening",
        )


@check("WEL-015", serves=BEYOND, severity=Severity.MAJOR)
def raised_scores_are_followed_up(wellbeing: Wellbeing, as_of: date) -> Iterator[Finding]:
    """Everybody whose screening shows a raised score is offered a follow-up.

    Why: in the national programme an online screen leads to a clinician's review, a structured
    interview and further support where needed. A score that nobody acts on helps nobody.

    Close the gap: offer a follow-up to everybody with a raised score, say which service does it,
    and count scores and offers over one recent period.
    """
    screening = wellbeing.screening or Screening()
    yield from answered_yes(
        screening.follow_up,
        "screening.follow_up",
        "not everybody with a raised score is offered a follow-up",
    )
    yield from left_open(screening, "screening", "followed_up_by")
    yield from numbers_recent(screening.period, as_of, "screening.period")
    yield from left_open(screening, "screening", "screened", "raised", "follow_ups_offered")
    yield from _numbers(screening)
    yield from _against_the_roles(screening, wellbeing.roles or ())
    yield from not_shown(wellbeing.screening, "the screening and what follows it", "screening")


def _against_the_roles(
    screening: Screening, roles: tuple[HighStressRole, ...]
) -> Iterator[Finding]:
    """Told only: the numbers may be of another period, or of people who moved between roles."""
    held = [role.headcount for role in roles if role.screened == "yes"]
    if screening.screened is None or None in held or not held:
        return
    due = sum(number for number in held if number is not None)
    if screening.screened != due:
        less = "fewer" if screening.screened < due else "more"
        yield Observation(
            f"{less} people were screened in the period than hold the roles that are screened:"
            " say why the two numbers differ",
            at="screening.screened",
        )


def _numbers(screening: Screening) -> Iterator[Finding]:
    screened, raised = screening.screened, screening.raised
    offered = screening.follow_ups_offered
    if screened == 0:
        yield Gap("nobody was screened in the period", at="screening.screened")
    if screened is not None and raised is not None and raised > screened:
        yield Gap("more people had a raised score than were screened", at="screening.raised")
    if raised is None or offered is None or offered == raised:
        return
    if offered > raised:
        yield Gap(
            "more follow-ups were offered than there were raised scores",
            at="screening.follow_ups_offered",
        )
    else:
        yield Gap(
            "fewer follow-ups were offered than there were raised scores",
            at="screening.follow_ups_offered",
        )


@check("WEL-016", serves=PROACTIVE, severity=Severity.MINOR)
def occupational_health_meets_its_standards(wellbeing: Wellbeing, as_of: date) -> Iterator[Finding]:
    """The occupational health service has been assessed and meets the foundation standards.

    Why: results of screening go to occupational health, which speaks to the person, so support
    rests on it. Under the Police Covenant forces were to assess it by March 2021 and to plan to
    meet the foundation standards by March 2022. After how long it has to be assessed again, 36
    months, is this pack's own choice.

    Close the gap: assess the service against the Foundation Occupational Health Standards, and
    close what is missing.
    """
    service = wellbeing.occupational_health or OccupationalHealth()
    at = "occupational_health"
    yield from answered_yes(
        service.foundation_standards_met,
        f"{at}.foundation_standards_met",
        "the occupational health service does not meet all of the foundation standards",
    )
    yield from left_open(service, at, "assessed_on")
    yield from within_months(
        "the assessment of occupational health",
        service.assessed_on,
        ASSESSED_WITHIN_MONTHS,
        as_of,
        f"{at}.assessed_on",
    )
    yield from not_shown(wellbeing.occupational_health, "the assessment", at)
