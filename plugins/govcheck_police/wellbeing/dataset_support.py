"""The data set `support`: one row for each offer of support to a person in a high-stress role."""

from govcheck.plugin import CodeColumn, Dataset, DayColumn, KeyColumn
from govcheck_police.labels import GROUPS, YES_NO
from govcheck_police.wellbeing.dataset_screening import ROLES


class SupportOffers(Dataset, key="support"):
    """Support that was offered to people in high-stress roles, and whether they took it up.

    Give every offer of the period, also those that nobody took up; screening itself can be among
    them, and is told apart by its kind.
    """

    one_row = "offer"

    person = KeyColumn(
        "What tells one person from another: a pseudonymous number, never a name.",
        headers=("person id", "employee number", "pseudonym", "payroll number"),
    )
    role = CodeColumn(
        "The high-stress role of the person: a role of the national list, or local.",
        ROLES,
        headers=("high-stress role", "high risk role", "role name", "post"),
    )
    group = CodeColumn(
        "The group to which the person belongs; PCSOs and designated officers are police staff.",
        GROUPS,
        headers=("worker type", "employee group", "staff group", "employee type"),
    )
    kind = CodeColumn(
        "Kind of support.",
        {
            "peer support": ("peer supporter", "TRiM", "trauma risk management", "buddy"),
            "decompression time": ("decompression", "decompression day", "rest day"),
            "structured interview": ("clinical interview", "psychological interview"),
            "counselling": ("counsellor", "therapy", "EMDR", "CBT"),
            "supervision": ("clinical supervision", "reflective practice"),
            "limit on time in role": ("tenure limit", "rotation"),
            "training": ("resilience training", "workshop"),
            "screening": ("psychological screening", "questionnaire", "screen"),
            "other": (),
        },
        headers=("kind of support", "support", "support type", "intervention"),
    )
    proactive = CodeColumn(
        "Whether it was offered without being asked for.",
        YES_NO,
        headers=("offered proactively", "offered without asking", "unasked"),
    )
    offered_on = DayColumn("Day on which it was offered.", headers=("offer date", "date offered"))
    taken_up = CodeColumn(
        "Whether it was taken up; blank counts as not taken up.",
        YES_NO,
        headers=("accepted", "attended", "uptake", "used"),
    )
    taken_up_on = DayColumn(
        "Day on which it was taken up.",
        headers=("attended on", "date attended", "start of support"),
        optional=True,
    )

    days_in_order = ((offered_on, taken_up_on),)
