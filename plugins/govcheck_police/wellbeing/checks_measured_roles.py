"""Recommendation 3, measured: whether the roles of the section are those of the screening table."""

from collections.abc import Iterator

from govcheck.plugin import (
    Finding,
    Framework,
    Gap,
    Open,
    Recommendation,
    RowCount,
    Severity,
    Threshold,
    check,
)
from govcheck_police.agreement import ANY, Stated, agrees, span
from govcheck_police.frameworks import GETTING_A_GRIP
from govcheck_police.groups import listed, named_groups
from govcheck_police.rates import UNKNOWN
from govcheck_police.wellbeing.dataset_screening import Screening
from govcheck_police.wellbeing.role_data import Entries, entries_by_role, roles_held
from govcheck_police.wellbeing.role_list import list_is_whole
from govcheck_police.wellbeing.section import Wellbeing

ROLES = f"{GETTING_A_GRIP}:3.roles-and-situations"
OFFICERS_AND_STAFF = f"{GETTING_A_GRIP}:3.officers-and-staff"
DIFFERS_AT_MOST = Threshold(
    "wellbeing.headcount-differs",
    10,
    "%",
    "People move between roles while numbers are put together: this pack's own choice, not the"
    " inspectorate's.",
)
BY_ROLE = RowCount(by=(Screening.role, Screening.group))


@check("WEL-019", serves=ROLES, severity=Severity.MAJOR, measures=(BY_ROLE,))
def roles_are_those_of_the_data(wellbeing: Wellbeing, screening: Screening) -> Iterator[Finding]:
    """The roles that the section lists are those of which the screening table holds people.

    Why: a role that is listed and has nobody in the table is one whose people nobody follows; a
    role with people in the table that is not listed was left out of the review. A role whose
    headcount is stated as 0 need not be in the table.

    Close the gap: add the people of the role to the table, or the role to the section.
    """
    yield from list_is_whole(wellbeing)
    present = {role for role, _ in screening[BY_ROLE]}
    entries = entries_by_role(wellbeing)
    for role in roles_held(wellbeing):
        if role not in present:
            yield Gap(
                f"{role}: listed as high-stress, and the screening table holds nobody in the role",
                at=entries[role][0][0],
            )
    unlisted = sorted(present - set(entries) - set(UNKNOWN))
    if unlisted:
        yield Gap(
            f"people are screened in roles that the section does not list: {listed(unlisted)}",
            at="roles",
        )
    if present & set(UNKNOWN):
        yield Open("/datasets/screening", "rows have a role that is blank or not recognised")


@check("WEL-020", serves=(ROLES, OFFICERS_AND_STAFF), severity=Severity.MINOR, measures=(BY_ROLE,))
def headcounts_are_those_of_the_data(
    wellbeing: Wellbeing,
    screening: Screening,
    recommendation: Recommendation,
    framework: Framework,
) -> Iterator[Finding]:
    """The stated headcount of each role, and of officers and staff in it, is that of the table.

    Why: whom support has to reach is counted by the headcount. A difference of up to 10 %
    (wellbeing.headcount-differs) is let pass: this pack's own choice. Teams that stand for one
    national role, and roles on the force's own list, are taken together.

    Close the gap: count the people in each role anew, and correct the section or the table.
    """
    yield from list_is_whole(wellbeing)
    percent = framework.threshold(DIFFERS_AT_MOST)
    counts = screening[BY_ROLE]
    for role, entries in entries_by_role(wellbeing).items():
        for stated, groups in _headcounts(role, entries, named_groups(recommendation)):
            found = span(counts, (role,), groups)
            yield from agrees(screening, stated, found, percent=percent)


def _headcounts(
    role: str, entries: Entries, groups: tuple[str, ...]
) -> Iterator[tuple[Stated, tuple[str, ...] | None]]:
    """The headcount of a role, and those of its groups, each summed over its entries."""
    at = entries[0][0]
    numbers = [entry.headcount for _, entry in entries]
    yield Stated(_sum(numbers), f"people in the role {role}", f"{at}/headcount"), ANY
    for group in groups:
        numbers = [
            next((item.headcount for item in entry.by_group or () if item.group == group), None)
            for _, entry in entries
        ]
        yield Stated(_sum(numbers), f"{group} in the role {role}", f"{at}/by_group"), (group,)


def _sum(numbers: list[int | None]) -> int | None:
    """The sum, None where one is not stated."""
    known = [number for number in numbers if number is not None]
    return sum(known) if len(known) == len(numbers) else None
