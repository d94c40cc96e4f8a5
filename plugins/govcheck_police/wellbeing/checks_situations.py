"""Recommendation 3: high-stress situations, and what happens after them."""

from collections.abc import Iterator
from typing import get_args

from govcheck.plugin import Finding, Gap, Open, Recommendation, Severity, check
from govcheck_police.answers import left_open
from govcheck_police.citations import some_not_shown
from govcheck_police.frameworks import GETTING_A_GRIP
from govcheck_police.groups import listed, named_groups
from govcheck_police.wellbeing.section import Situation, SituationKind, Wellbeing

ROLES_AND_SITUATIONS = f"{GETTING_A_GRIP}:3.roles-and-situations"
PROACTIVE = f"{GETTING_A_GRIP}:3.proactive-support"
OFFICERS_AND_STAFF = f"{GETTING_A_GRIP}:3.officers-and-staff"
_CONTACT = ("automatically", "supervisor decides")


@check("WEL-012", serves=ROLES_AND_SITUATIONS, severity=Severity.MAJOR)
def high_stress_situations_are_identified(wellbeing: Wellbeing) -> Iterator[Finding]:
    """High-stress situations are identified, each with what sets support off and what it is.

    Why: the recommendation speaks of situations as well as roles, because they can meet anybody,
    also people outside the listed roles. The four kinds that are asked for are this pack's own.

    Close the gap: enter at least fatal incidents, child abuse material, assaults on officers and
    staff, and the death or serious injury of a colleague; for each say what sets support off and
    what the support is.
    """
    if wellbeing.situations is None:
        yield Open("situations")
    elif not wellbeing.situations:
        yield Gap("no high-stress situation is identified", at="situations")
    else:
        for kind in get_args(SituationKind):
            yield from _described(kind, situations_of(wellbeing, kind))
        named = ((item.name, item) for item in wellbeing.situations)
        yield from some_not_shown(named, "high-stress situations", "situations")


def situations_of(wellbeing: Wellbeing, kind: str) -> list[tuple[str, Situation]]:
    """The situations of one kind, each with its place in the section."""
    return [
        (f"situations[{index}]", item)
        for index, item in enumerate(wellbeing.situations or ())
        if item.kind == kind
    ]


def _described(kind: str, entries: list[tuple[str, Situation]]) -> Iterator[Finding]:
    if not entries:
        yield Open("situations", f"what sets support off in the case of {kind}, and what it is")
        return
    open_questions = [list(left_open(item, at, "trigger", "support")) for at, item in entries]
    if all(open_questions):
        for found in open_questions:
            yield from found


@check("WEL-013", serves=(PROACTIVE, OFFICERS_AND_STAFF), severity=Severity.MAJOR)
def support_after_situations_starts_by_itself(
    wellbeing: Wellbeing, recommendation: Recommendation
) -> Iterator[Finding]:
    """After a high-stress situation somebody contacts those involved, officers and staff.

    Why: support that waits to be asked for misses those who do not ask. Staff in the control room
    and at the scene can be involved as much as officers.

    Close the gap: for each kind of situation settle who makes contact, with whom, and what sets it
    off, for officers and for staff.
    """
    if wellbeing.situations is None:
        yield Open("situations")
        return
    if not wellbeing.situations:
        yield Gap("no high-stress situation is identified", at="situations")
        return
    for kind in get_args(SituationKind):
        yield from _somebody_makes_contact(
            kind, situations_of(wellbeing, kind), named_groups(recommendation)
        )


def _somebody_makes_contact(
    kind: str, entries: list[tuple[str, Situation]], named: tuple[str, ...]
) -> Iterator[Finding]:
    """One arrangement that reaches everybody is enough, or several that do so together."""
    if not entries:
        yield Open("situations", f"how support starts after {kind}")
        return
    contacting = [(at, item) for at, item in entries if item.starts in _CONTACT]
    reached = {group for _, item in contacting for group in item.groups or ()}
    missing = [name for name in named if name not in reached]
    if contacting and not missing:
        return
    undecided = [
        *(Open(f"{at}.starts") for at, item in entries if item.starts is None),
        *(Open(f"{at}.groups") for at, item in contacting if item.groups is None),
    ]
    yield from undecided
    if not undecided and not contacting:
        yield Gap(f"{kind}: support does not start by itself", at=f"{entries[0][0]}.starts")
    elif not undecided:
        yield Gap(
            f"{kind}: the support that starts by itself does not reach {listed(missing)}",
            at=f"{contacting[0][0]}.groups",
        )
