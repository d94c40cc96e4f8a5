"""Recommendation 2: encouraging people who think of leaving to stay."""

from collections.abc import Iterator
from datetime import date

from govcheck.plugin import Finding, Gap, Observation, Open, Recommendation, Severity, check
from govcheck_police.answers import answered_yes, left_open
from govcheck_police.citations import not_shown
from govcheck_police.counts import adding_up, every_group_counted
from govcheck_police.frameworks import GETTING_A_GRIP
from govcheck_police.groups import listed, named_groups
from govcheck_police.recency import numbers_recent
from govcheck_police.remarks import remarks
from govcheck_police.retention.section import (
    Encouragement,
    GroupStayCounts,
    Offer,
    Retention,
    StayCounts,
)

STAY = f"{GETTING_A_GRIP}:2.encourage-to-stay"
ALL_GROUPS = f"{GETTING_A_GRIP}:2.all-groups"


def _encouragement(retention: Retention) -> Encouragement:
    return retention.encouragement or Encouragement()


@check("RET-017", serves=STAY, severity=Severity.CRITICAL)
def people_are_encouraged_to_stay(retention: Retention) -> Iterator[Finding]:
    """People who are thinking of leaving are offered something that may keep them.

    Why: noticing that somebody may leave and doing nothing loses them all the same. What helps
    depends on the reason: a move, other hours, support, a change in supervision.

    Close the gap: list what may be offered, by kind.
    """
    offers = _encouragement(retention).offers
    if offers is None:
        yield Open("encouragement.offers")
    elif not offers:
        yield Gap("people who think of leaving are offered nothing", at="encouragement.offers")
    else:
        for index, offer in enumerate(offers):
            if offer.kind is None:
                yield Observation(
                    f"of which kind the offer “{offer.name}” is, is not said",
                    at=f"encouragement.offers[{index}].kind",
                )
    yield from not_shown(retention.encouragement, "what is offered", "encouragement")


@check("RET-018", serves=(STAY, ALL_GROUPS), severity=Severity.MAJOR)
def offers_to_stay_reach_every_group(
    retention: Retention, recommendation: Recommendation
) -> Iterator[Finding]:
    """Every group has something that it can be offered, by a known role and written criteria.

    Why: the recommendation says “where appropriate”, so it has to be settled when the force tries
    to keep somebody and who decides; otherwise it depends on the supervisor. Offers written for
    officers may not fit special constables or volunteers.

    Close the gap: name the role that decides, write down when an offer is made and when it is not,
    and give each group at least one offer that fits it.
    """
    encouragement = _encouragement(retention)
    yield from left_open(encouragement, "encouragement", "decided_by")
    yield from answered_yes(
        encouragement.criteria_written,
        "encouragement.criteria_written",
        "it is not written down when the force tries to keep somebody",
    )
    if encouragement.offers is None:
        yield Open("encouragement.offers")
    else:
        yield from _offers_reach(encouragement.offers, named_groups(recommendation))


def _offers_reach(offers: tuple[Offer, ...], named: tuple[str, ...]) -> Iterator[Finding]:
    reached = {group for offer in offers for group in offer.groups or ()}
    missing = [group for group in named if group not in reached]
    unanswered = [
        Open(f"encouragement.offers[{index}].groups", f"to whom the offer “{offer.name}” is open")
        for index, offer in enumerate(offers)
        if offer.groups is None
    ]
    yield from unanswered if missing else remarks(unanswered)
    for index, offer in enumerate(offers):
        if offer.groups == ():
            yield Observation(
                f"the offer “{offer.name}” is open to no group",
                at=f"encouragement.offers[{index}].groups",
            )
    if missing and not unanswered:
        yield Gap(f"no offer is open to {listed(missing)}", at="encouragement.offers")


@check("RET-019", serves=STAY, severity=Severity.MAJOR)
def staying_is_counted(
    retention: Retention, recommendation: Recommendation, as_of: date
) -> Iterator[Finding]:
    """It is known for each group with how many people it was talked over, and how many stayed.

    Why: whether the action works shows in how many stay. Dyfed-Powys Police reported
    that 31 of the 49 people whom its retention officer had interviewed stayed.

    Close the gap: count the conversations and, some months later, who is still there; for each
    group, over one recent period.
    """
    encouragement = _encouragement(retention)
    by_group = encouragement.by_group or ()
    totals = encouragement.totals or StayCounts()
    yield from numbers_recent(encouragement.period, as_of, "encouragement.period")
    yield from every_group_counted(encouragement.by_group, recommendation, "encouragement.by_group")
    for index, counts in enumerate(by_group):
        yield from _plausible(counts, f"encouragement.by_group[{index}]")
    yield from adding_up(totals, "encouragement.totals", by_group, ("held", "stayed"))
    if totals.held == 0:
        yield Gap(
            "it was talked over with nobody who was thinking of leaving",
            at="encouragement.totals.held",
        )


def _plausible(counts: GroupStayCounts, at: str) -> Iterator[Finding]:
    yield from left_open(counts, at, "held", "stayed")
    if counts.held is not None and counts.stayed is not None and counts.stayed > counts.held:
        yield Gap(f"{counts.group}: more people stayed than were talked to", at=f"{at}.stayed")
