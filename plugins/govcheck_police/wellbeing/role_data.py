"""The roles of the section, by the roles of the data sets for which they stand."""

from govcheck_police.wellbeing.section import HighStressRole, Wellbeing

Entries = tuple[tuple[str, HighStressRole], ...]
"""Entries of the section, each with its place."""


def entries_by_role(wellbeing: Wellbeing) -> dict[str, Entries]:
    """The entries that stand for each role of the data.

    Several, where they are on the force's own list, or are teams of one national role.
    """
    found: dict[str, Entries] = {}
    for index, role in enumerate(wellbeing.roles or ()):
        if role.national_role is not None:
            before = found.get(role.national_role, ())
            found[role.national_role] = (*before, (f"/wellbeing/roles/{index}", role))
    return found


def roles_held(wellbeing: Wellbeing) -> list[str]:
    """The roles that somebody holds: those of which not every headcount is stated as 0."""
    return [
        name
        for name, entries in entries_by_role(wellbeing).items()
        if any(role.headcount != 0 for _, role in entries)
    ]
