"""Recommendation 3: which roles are high-stress."""

from collections.abc import Iterator

from govcheck.plugin import Finding, Gap, Open, Recommendation, Severity, check
from govcheck_police.answers import left_open
from govcheck_police.citations import some_not_shown
from govcheck_police.frameworks import GETTING_A_GRIP
from govcheck_police.groups import listed, named_groups
from govcheck_police.wellbeing.role_list import (
    list_is_answered,
    list_is_whole,
    missing_from_list,
    named_roles,
)
from govcheck_police.wellbeing.section import (
    GroupHeadcount,
    HighStressRole,
    Wellbeing,
)

ROLES = f"{GETTING_A_GRIP}:3.roles-and-situations"
OFFICERS_AND_STAFF = f"{GETTING_A_GRIP}:3.officers-and-staff"


@check("WEL-006", serves=ROLES, severity=Severity.CRITICAL)
def high_stress_roles_are_identified(wellbeing: Wellbeing) -> Iterator[Finding]:
    """Every role on the national list of high-risk roles is accounted for in the force's own list.

    Why: support can only be targeted once the roles are known. The national psychological risk
    programme names high-risk roles, among them negotiators, online child abuse investigation,
    collision investigation, family liaison, digital forensics and firearms. The list is a starting
    point: a force adds roles of its own.

    Close the gap: enter each role of the national list either under roles or, with the reason,
    under roles_not_held, and state under number_of_roles how many there are altogether.
    """
    yield from list_is_answered(wellbeing)
    for message in missing_from_list(wellbeing):
        yield Gap(message, at="roles")
    yield from _both_held_and_not(wellbeing)


def _both_held_and_not(wellbeing: Wellbeing) -> Iterator[Finding]:
    held = {role.national_role for role in wellbeing.roles or ()}
    for index, item in enumerate(wellbeing.roles_not_held or ()):
        if item.national_role in held:
            yield Gap(
                f"{item.national_role}: listed under roles, and also said not to be held",
                at=f"roles_not_held[{index}].national_role",
            )


@check("WEL-007", serves=(ROLES, OFFICERS_AND_STAFF), severity=Severity.MAJOR)
def high_stress_roles_are_described(
    wellbeing: Wellbeing, recommendation: Recommendation
) -> Iterator[Finding]:
    """For each high-stress role it is known why it is, and how many officers and staff hold it.

    Why: without the number of people nobody can tell whether support reaches all of them, and
    without the split staff are easily left out.

    Close the gap: give for each role what makes it high-stress, the headcount, and the headcount of
    each group, 0 where there is nobody.
    """
    yield from list_is_whole(wellbeing)
    for at, role in named_roles(wellbeing):
        yield from left_open(role, at, "why", "headcount")
        yield from _split(role, at, named_groups(recommendation))
    named = ((role.name, role) for role in wellbeing.roles or ())
    yield from some_not_shown(named, "high-stress roles", "roles")


def _split(role: HighStressRole, at: str, named: tuple[str, ...]) -> Iterator[Finding]:
    entries: tuple[GroupHeadcount, ...] = role.by_group or ()
    missing = [name for name in named if name not in {entry.group for entry in entries}]
    if missing:
        yield Open(f"{at}.by_group", f"how many {listed(missing)} hold the role “{role.name}”")
    for index, entry in enumerate(entries):
        yield from left_open(entry, f"{at}.by_group[{index}]", "headcount")
    numbers = [entry.headcount for entry in entries if entry.headcount is not None]
    if role.headcount is None or len(numbers) < len(entries) or missing:
        return
    if sum(numbers) != role.headcount:
        yield Gap(
            f"{role.name}: the headcounts of the groups do not add up to the stated headcount",
            at=f"{at}.headcount",
        )
