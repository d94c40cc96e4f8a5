"""The list of high-stress roles, held against the national list and the force's stated number.

A force draws up this list itself. Every check that goes through the roles asks first whether the
list is whole, so that a role cannot be left out together with its gap.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from govcheck.plugin import Finding, Gap, Open
from govcheck_police.groups import listed
from govcheck_police.wellbeing.section import HighStressRole, NationalRole, Wellbeing


def named_roles(wellbeing: Wellbeing) -> Iterator[tuple[str, HighStressRole]]:
    """Each role with its place in the section."""
    for index, role in enumerate(wellbeing.roles or ()):
        yield f"roles[{index}]", role


def unaccounted_roles(wellbeing: Wellbeing) -> list[str]:
    """Roles of the national list that are neither listed nor said not to be held."""
    listed_roles = {role.national_role for role in wellbeing.roles or ()}
    not_held = {item.national_role for item in wellbeing.roles_not_held or ()}
    return [name for name in get_args(NationalRole) if name not in listed_roles | not_held]


def list_is_answered(wellbeing: Wellbeing) -> Iterator[Finding]:
    """The questions about the list itself that are open."""
    if wellbeing.roles is None:
        yield Open("roles")
        return
    if not wellbeing.roles:
        yield Gap("no high-stress role is identified", at="roles")
    if wellbeing.number_of_roles is None:
        yield Open("number_of_roles")
    if wellbeing.roles_not_held is None and unaccounted_roles(wellbeing):
        yield Open("roles_not_held")
    for index, item in enumerate(wellbeing.roles_not_held or ()):
        if item.because is None:
            yield Open(f"roles_not_held[{index}].because")
    for at, role in named_roles(wellbeing):
        if role.national_role is None:
            yield Open(f"{at}.national_role")


def missing_from_list(wellbeing: Wellbeing) -> Iterator[str]:
    """What shows that roles are missing from the list."""
    if wellbeing.roles is None:
        return
    entries = len(wellbeing.roles)
    if wellbeing.number_of_roles not in (None, entries):
        yield (
            f"number_of_roles says {wellbeing.number_of_roles}, but the number of entries under"
            f" roles is {entries}"
        )
    unaccounted = unaccounted_roles(wellbeing)
    if unaccounted and wellbeing.roles_not_held is not None:
        yield (
            f"on the national list, but neither under roles nor under roles_not_held:"
            f" {listed(unaccounted)}"
        )


def list_is_whole(wellbeing: Wellbeing) -> Iterator[Finding]:
    """What every check that goes through the roles has to leave open about the list itself."""
    yield from list_is_answered(wellbeing)
    for message in missing_from_list(wellbeing):
        yield Open("roles", message)
