"""The data set `stay_interviews`: one row for each person who was noticed thinking of leaving."""

from govcheck.plugin import CodeColumn, Dataset, DayColumn, KeyColumn
from govcheck_police.labels import GROUPS, YES_NO


class StayInterviews(Dataset, key="stay_interviews"):
    """People noticed thinking of leaving, and what was done to encourage them to stay.

    Give everybody who was noticed, also those with whom nobody talked.
    """

    one_row = "person noticed"

    person = KeyColumn(
        "What tells one person from another: a pseudonymous number, never a name.",
        headers=("person id", "employee number", "pseudonym", "case number"),
    )
    group = CodeColumn(
        "The group to which the person belongs; PCSOs and designated officers are police staff.",
        GROUPS,
        headers=("worker type", "employee group", "staff group", "employee type"),
    )
    noticed_on = DayColumn(
        "Day on which it became known that the person was thinking of leaving.",
        headers=("date noticed", "date raised", "referral date", "referred on"),
    )
    noticed_by = CodeColumn(
        "The way by which it became known.",
        {
            "stay interview": ("stay interviews", "routine stay interview"),
            "line manager": ("line manager talk", "supervisor", "one to one", "appraisal", "PDR"),
            "self-referral": ("self referral", "self", "own request"),
            "staff survey": ("survey", "pulse survey"),
            "data indicator": ("indicator", "data", "analytics"),
            "notice given": ("notice of resignation", "resignation letter", "gave notice"),
            "other": (),
            "not known": ("unknown", "not recorded"),
        },
        headers=("source", "how noticed", "route", "referral source"),
        optional=True,
    )
    talk_offered = CodeColumn(
        "Whether a talk about staying was offered.",
        YES_NO,
        headers=("stay interview offered", "interview offered", "offered"),
    )
    talk_held = CodeColumn(
        "Whether the talk took place.",
        YES_NO,
        headers=("stay interview held", "interview held", "held"),
    )
    held_on = DayColumn(
        "Day on which the talk took place; blank if it did not.",
        headers=("stay interview date", "interview date", "interviewed on", "date held"),
        optional=True,
    )
    offer_made = CodeColumn(
        "What the person was offered; “nothing” where, after the talk, no offer was appropriate.",
        {
            "career move": ("move", "posting", "move to another team", "role change"),
            "development": ("training", "course", "secondment"),
            "flexible working": ("hours", "flexible hours", "part time", "shift change"),
            "wellbeing support": ("well-being support", "occupational health", "support"),
            "change in team or supervision": ("change of supervisor", "mediation"),
            "pay or conditions": ("pay", "allowance"),
            "other": (),
            "nothing": ("none", "no offer", "not appropriate"),
        },
        headers=("offer", "action taken", "action offered"),
        optional=True,
    )
    stayed = CodeColumn(
        "Whether the person was still in the force at the later count; blank if not yet counted.",
        YES_NO,
        headers=("still in force", "still serving", "retained", "outcome stayed"),
        optional=True,
    )

    days_in_order = ((noticed_on, held_on),)
