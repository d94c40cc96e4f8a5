"""Recommendation 3, measured: whether the stated uptake of support is that of the support table."""

from collections.abc import Iterator

from govcheck.plugin import (
    ByMonth,
    Finding,
    Framework,
    Gap,
    Observation,
    Open,
    RowCount,
    Severity,
    Threshold,
    check,
)
from govcheck_police.agreement import ANY, Stated, agrees, months_of, span
from govcheck_police.frameworks import GETTING_A_GRIP
from govcheck_police.wellbeing.dataset_support import SupportOffers
from govcheck_police.wellbeing.role_data import entries_by_role
from govcheck_police.wellbeing.role_list import list_is_whole
from govcheck_police.wellbeing.section import HighStressRole, Support, Wellbeing

DIFFERS_AT_MOST = Threshold(
    "wellbeing.stated-support-differs",
    10,
    "%",
    "Offers are recorded late, and people move: this pack's own choice, not the inspectorate's.",
)
OFFERED = RowCount(
    by=(
        SupportOffers.role,
        SupportOffers.kind,
        ByMonth(SupportOffers.offered_on),
        SupportOffers.taken_up,
    )
)


@check(
    "WEL-025",
    serves=f"{GETTING_A_GRIP}:3.beyond-screening",
    severity=Severity.MINOR,
    measures=(OFFERED,),
)
def stated_uptake_is_that_of_the_data(
    wellbeing: Wellbeing, support: SupportOffers, framework: Framework
) -> Iterator[Finding]:
    """In each role, the stated offers and uptake of at least one support are those of the table.

    Why: uptake is the figure by which support is called effective. Counted are offers of the kind
    of support whose day lies in its stated period. Where one support of a role agrees, others that
    do not are told and not held against the force; no support is screening here. A difference of up
    to 10 % (wellbeing.stated-support-differs) is let pass: this pack's own choice.

    Close the gap: count offers and uptake from the table, and correct the section or the table.
    """
    yield from list_is_whole(wellbeing)
    percent = framework.threshold(DIFFERS_AT_MOST)
    for name, entries in entries_by_role(wellbeing).items():
        if len(entries) > 1:
            told = f"several entries stand for the role {name}; rows cannot be told apart by them"
            yield Open(entries[0][0], told)
            continue
        at, role = entries[0]
        if role.headcount != 0:
            yield from _one_agrees(support, name, at, role, percent)


def _one_agrees(
    support: SupportOffers, name: str, at: str, role: HighStressRole, percent: float
) -> Iterator[Finding]:
    if role.supports is None:
        yield Open(f"{at}/supports")
        return
    all_found = [
        list(_compared(support, name, f"{at}/supports/{index}", stated, percent))
        for index, stated in enumerate(role.supports)
        if stated.kind != "screening" and stated.is_screening != "yes"
    ]
    if not all_found:
        yield Gap(f"{role.name}: no support beyond screening is listed", at=f"{at}/supports")
    for finding in (item for found in all_found for item in found):
        if all(all_found):
            yield finding
        elif isinstance(finding, Gap):
            yield Observation(finding.message, finding.at, finding.figure)


def _compared(
    support: SupportOffers, role: str, at: str, stated: Support, percent: float
) -> Iterator[Finding]:
    months = months_of(stated.period)
    if not months:
        told = "the stated period is not one of whole months, so rows cannot be told by it"
        yield Open(f"{at}/period", told if stated.period else None)
    for field in ("kind", "is_screening"):
        if getattr(stated, field) is None:
            yield Open(f"{at}/{field}")
    if not months or stated.kind is None:
        return
    for field, allowed in (("offered", ANY), ("taken_up", ("yes",))):
        what = f"“{stated.name}” {field.replace('_', ' ')}"
        found = span(support[OFFERED], (role,), (stated.kind,), months, allowed)
        number = Stated(getattr(stated, field), what, f"{at}/{field}")
        yield from agrees(support, number, found, percent=percent)
