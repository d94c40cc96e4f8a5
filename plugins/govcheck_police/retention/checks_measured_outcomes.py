"""Recommendation 2, measured: what came of it where people were noticed thinking of leaving."""

from collections.abc import Iterator

from govcheck.plugin import (
    AS_OF,
    ByMonth,
    Finding,
    Framework,
    Open,
    Rate,
    Recommendation,
    RowCount,
    Severity,
    Threshold,
    check,
)
from govcheck_police.agreement import ANY, Stated, agrees, months_of, span
from govcheck_police.counts import others_not_counted
from govcheck_police.frameworks import GETTING_A_GRIP
from govcheck_police.groups import named_groups
from govcheck_police.rates import Rates, aim, each_reaches, none_absent, whole, whole_reaches
from govcheck_police.retention.dataset_stay_interviews import StayInterviews
from govcheck_police.retention.section import Encouragement, Retention, StayCounts

STAY = f"{GETTING_A_GRIP}:2.encourage-to-stay"
ALL_GROUPS = f"{GETTING_A_GRIP}:2.all-groups"
COUNTED_AFTER_MONTHS = 3
"""How long after somebody was noticed it has to be known whether they stayed: this pack's own."""
OUTCOMES_AT_LEAST = Threshold(
    "retention.stay-outcomes-known",
    90,
    "%",
    "Whether somebody is still there is in the personnel system, so nearly all can be known: this"
    " pack's own choice, not the inspectorate's.",
)
OFFERS_AT_LEAST = Threshold(
    "retention.stay-offers-made",
    20,
    "%",
    "Low, since an offer is not always appropriate: this pack's own choice, not the"
    " inspectorate's.",
)
PEOPLE = "people who were noticed thinking of leaving"
_LONG_AGO = AS_OF.plus(months=-COUNTED_AFTER_MONTHS)
_OFFERS = tuple(value for value in StayInterviews.offer_made.values if value != "nothing")
OUTCOME_KNOWN = Rate(
    StayInterviews.stayed.is_in("yes", "no") & StayInterviews.noticed_on.not_after(_LONG_AGO),
    where=~StayInterviews.noticed_on.after(_LONG_AGO),
)
HELD = RowCount(
    by=(StayInterviews.group, ByMonth(StayInterviews.held_on), StayInterviews.talk_held)
)
STAYED = RowCount(
    by=(
        StayInterviews.group,
        ByMonth(StayInterviews.held_on),
        StayInterviews.talk_held,
        StayInterviews.stayed,
    )
)
OFFER_MADE = Rate(StayInterviews.offer_made.is_in(*_OFFERS), by=StayInterviews.group)


@check("RET-035", serves=STAY, severity=Severity.MAJOR, measures=(OUTCOME_KNOWN,))
def it_is_known_who_stayed(
    stay_interviews: StayInterviews, framework: Framework
) -> Iterator[Finding]:
    """Of those noticed at least 3 months ago, it is known of at least 90 % whether they stayed.

    Why: without the outcome nobody can tell whether the talks and offers work. Somebody whose day
    of being noticed is blank counts as not known. The 3 months and the figure of 90 %
    (retention.stay-outcomes-known) are this pack's own choice.

    Close the gap: look up after 3 months who is still in the force, and record yes or no.
    """
    short = "of too few of those noticed at least 3 months ago it is known whether they stayed"
    wanted = aim(framework, OUTCOMES_AT_LEAST, short, "people noticed at least 3 months ago")
    yield from whole_reaches(stay_interviews, whole(stay_interviews[OUTCOME_KNOWN]), wanted)


@check("RET-036", serves=STAY, severity=Severity.MINOR, measures=(HELD, STAYED))
def stated_talks_are_those_of_the_data(
    retention: Retention, stay_interviews: StayInterviews, recommendation: Recommendation
) -> Iterator[Finding]:
    """The stated numbers of talks held and of people who stayed are those of the table.

    Why: how many stayed is the figure by which the action is judged. Counted are talks whose day
    lies in the stated period. Where a blank could decide, the numbers do not agree for sure.

    Close the gap: count both for each group from the table, and correct the section or the table.
    """
    encouragement = retention.encouragement or Encouragement()
    months = months_of(encouragement.period)
    if not months:
        told = "the stated period is not one of whole months, so rows cannot be told by it"
        yield Open("encouragement.period", told if encouragement.period else None)
        return
    totals = ("all groups together", encouragement.totals or StayCounts(), "totals", ANY)
    groups = (
        (counts.group, counts, f"by_group/{index}", (counts.group,))
        for index, counts in enumerate(encouragement.by_group or ())
    )
    for whose, counts, place, allowed in (totals, *groups):
        at = f"/retention/encouragement/{place}"
        held = span(stay_interviews[HELD], allowed, months, ("yes",))
        stated = Stated(counts.held, f"talks held, {whose}", f"{at}/held")
        yield from agrees(stay_interviews, stated, held)
        stayed = span(stay_interviews[STAYED], allowed, months, ("yes",), ("yes",))
        stated = Stated(counts.stayed, f"people who stayed, {whose}", f"{at}/stayed")
        yield from agrees(stay_interviews, stated, stayed)
    yield from others_not_counted(encouragement.by_group, recommendation, "encouragement.by_group")


@check("RET-037", serves=(STAY, ALL_GROUPS), severity=Severity.MINOR, measures=(OFFER_MADE,))
def something_is_offered_in_every_group(
    stay_interviews: StayInterviews, recommendation: Recommendation, framework: Framework
) -> Iterator[Finding]:
    """In every group, at least 20 % of those noticed were offered something that may keep them.

    Why: what is offered has to suit special constables and volunteers as well. Where hardly anybody
    of a group is offered anything, the offer may be there on paper only. “Nothing” and a blank
    count as no offer. The recommendation says “where appropriate”, so the figure of 20 %
    (retention.stay-offers-made), this pack's own choice, is low.

    Close the gap: find out what would keep people of the group, and record what was offered.
    """
    rates = Rates(stay_interviews[OFFER_MADE])
    wanted = aim(
        framework, OFFERS_AT_LEAST, "too few of those noticed were offered anything", PEOPLE
    )
    groups = named_groups(recommendation)
    yield from each_reaches(stay_interviews, rates, groups, wanted)
    yield from none_absent(stay_interviews, rates, groups, wanted)
