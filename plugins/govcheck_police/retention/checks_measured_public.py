"""Recommendation 2, measured: the force's leavers beside the public tables of the Home Office."""

from collections.abc import Collection, Iterator
from datetime import date

from govcheck.plugin import (
    Amount,
    Finding,
    Force,
    Framework,
    Gap,
    Open,
    Recommendation,
    RowCount,
    Severity,
    Threshold,
    Total,
    check,
)
from govcheck_police.agreement import Stated, agrees, months_of, span
from govcheck_police.frameworks import GETTING_A_GRIP
from govcheck_police.groups import named_groups
from govcheck_police.rates import UNKNOWN
from govcheck_police.retention.checks_measured_counts import BY_GROUP, LEFT, LEFT_THE_FORCE
from govcheck_police.retention.dataset_leavers import Leavers
from govcheck_police.retention.dataset_workforce import (
    FIRST_YEAR,
    LAST_YEAR,
    PublishedLeavers,
    Workforce,
)

Totals = dict[tuple[str, ...], float]
DIFFERS_AT_MOST = Threshold(
    "retention.published-leavers-differ",
    5,
    "%",
    "Late records and corrections move the numbers a little: this pack's own choice, not the"
    " inspectorate's.",
)
PUBLISHED = Total(
    PublishedLeavers.headcount,
    by=(PublishedLeavers.area, PublishedLeavers.year, PublishedLeavers.group),
)
PUBLISHED_UNREAD = RowCount(where=~PublishedLeavers.headcount.at_least(0), by=PublishedLeavers.area)
IN_POST = Total(Workforce.headcount, by=(Workforce.area, Workforce.year, Workforce.group))
EQUIVALENTS = Total(Workforce.fte, by=(Workforce.area, Workforce.year, Workforce.group))
IN_POST_UNREAD = RowCount(
    where=~Workforce.headcount.at_least(0)
    | (~Workforce.group.is_in("special constables", "volunteers") & ~Workforce.fte.at_least(0)),
    by=Workforce.area,
)


def _of_area(totals: Totals, area: str) -> dict[int, dict[str, float]]:
    """The numbers of one force, by year and group."""
    found: dict[int, dict[str, float]] = {}
    for (code, year, group), number in totals.items():
        if code == area and _is_year(year):
            found.setdefault(int(float(year)), {})[group] = number
    return found


def _is_year(text: str) -> bool:
    """Whether a split number is a whole year of a time from which there are tables."""
    return text not in UNKNOWN and float(text) in range(FIRST_YEAR, LAST_YEAR + 1)


def _unsound(
    totals: Totals, unread: dict[tuple[str, ...], Amount], force: Force, key: str
) -> Iterator[Finding]:
    """What keeps the numbers of the force from being found for sure."""
    if force.code is None:
        yield Open("/force", "the force has no official area code, so its lines cannot be found")
    if any(
        area in UNKNOWN or group in UNKNOWN or not _is_year(year) for area, year, group in totals
    ):
        yield Open(f"/datasets/{key}", "lines have no readable area code, year or worker type")
    mine = (force.code, *UNKNOWN)
    if any(amount.exact for (area,), amount in unread.items() if area in mine):
        yield Open(f"/datasets/{key}", "lines of the force have no readable number")


@check(
    "RET-030",
    serves=f"{GETTING_A_GRIP}:2.exit-interviews",
    severity=Severity.MINOR,
    measures=(LEFT, PUBLISHED, PUBLISHED_UNREAD),
)
def leavers_are_those_published(
    leavers: Leavers, published_leavers: PublishedLeavers, force: Force, framework: Framework
) -> Iterator[Finding]:
    """For the latest published year, the leavers table holds as many people as the public table.

    Why: a leavers table that lacks people makes every share of it look better. The Home Office
    publishes leavers by year ending on 31 March, transfers among them; volunteers are not
    published. The table has to hold such a year wholly: say so by about, under datasets. A
    difference of up to 5 % (retention.published-leavers-differ) is let pass: this pack's own
    choice.

    Close the gap: find out who is missing from the extract, or was in the return and should not
    have been, and correct the one that is wrong.
    """
    totals = published_leavers[PUBLISHED]
    unread = published_leavers[PUBLISHED_UNREAD]
    yield from _unsound(totals, unread, force, "published_leavers")
    by_year = _of_area(totals, force.code or "")
    covered = months_of(leavers.provenance.period or None)
    years = [year for year in by_year if months_of(f"{year - 1}-04/{year}-03") <= covered]
    if not years:
        yield Open(
            "/datasets/leavers",
            "no published year ending on 31 March lies wholly in the period that the leavers table"
            " is said to be about",
        )
        return
    year = max(years)
    months = months_of(f"{year - 1}-04/{year}-03")
    percent = framework.threshold(DIFFERS_AT_MOST)
    for group, number in by_year[year].items():
        what = f"{group} who left in the year ending March {year}"
        stated = Stated(round(number), what, "/datasets/published_leavers")
        found = span(leavers[LEFT], (group,), LEFT_THE_FORCE, months)
        yield from agrees(leavers, stated, found, percent=percent)


@check(
    "RET-031",
    serves=f"{GETTING_A_GRIP}:2.all-groups",
    severity=Severity.MINOR,
    measures=(BY_GROUP, IN_POST, EQUIVALENTS, IN_POST_UNREAD),
)
def groups_in_post_are_in_the_leavers_table(
    leavers: Leavers,
    workforce: Workforce,
    recommendation: Recommendation,
    force: Force,
    as_of: date,
) -> Iterator[Finding]:
    """Every group of which the public table counts people in post is in the leavers table.

    Why: some people of a large group leave in every year, so a group without leavers is one that
    was not looked for. Looked at is the latest 31 March up to the day of judgement. Full-time
    equivalents above the number of people show that the two were mixed up.

    Close the gap: add the leavers of the group from the system in which it is kept; correct the
    columns for people and full-time equivalents where they are mixed up.
    """
    people, fte = workforce[IN_POST], workforce[EQUIVALENTS]
    yield from _unsound(people, workforce[IN_POST_UNREAD], force, "workforce")
    by_year = _of_area(people, force.code or "")
    years = [year for year in by_year if date(year, 3, 31) <= as_of]
    if not years:
        yield Open("/datasets/workforce", "it has no line of the force before the day of judgement")
        return
    year = max(years)
    equivalents = _of_area(fte, force.code or "")[year]
    present = {name for (name,) in leavers[BY_GROUP]}
    for group in named_groups(recommendation):
        number = by_year[year].get(group, 0)
        yield from _mixed_up(workforce, group, number, equivalents.get(group, 0))
        yield from _looked_for(workforce, group, number, present)


def _mixed_up(workforce: Workforce, group: str, people: float, fte: float) -> Iterator[Finding]:
    if fte > people:
        yield Gap(
            f"{group}: the public table counts more full-time equivalents than people",
            at="/datasets/workforce",
            figure=workforce.figure(
                Amount(round(people), workforce.limit),
                f"{group} in post",
                f"at least {Amount(round(fte), workforce.limit)}, the full-time equivalents",
            ),
        )


def _looked_for(
    workforce: Workforce, group: str, people: float, present: Collection[str]
) -> Iterator[Finding]:
    if people and group not in present:
        yield Gap(
            f"{group}: people are in post, and the leavers table holds nobody of the group",
            at="/datasets/leavers",
            figure=workforce.figure(
                Amount(round(people), workforce.limit),
                f"{group} in post",
                "somebody among the leavers",
            ),
        )
