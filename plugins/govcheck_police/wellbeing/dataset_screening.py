"""The data set `screening`: one row for each person in a high-stress role."""

from govcheck.plugin import CodeColumn, Dataset, DayColumn, KeyColumn
from govcheck_police.labels import GROUPS, YES_NO

ROLES = {
    "hostage and crisis negotiators": ("negotiator", "negotiators", "hostage negotiator",
                                       "crisis negotiator", "hostage negotiators"),
    "POLIT and ICAT": ("POLIT", "ICAT", "online child abuse", "paedophile online investigation",
                       "online child sexual abuse", "internet child abuse team"),
    "collision investigation": ("SCIU", "FCIU", "serious collision investigation",
                                "forensic collision investigation", "collision investigator"),
    "family liaison": ("FLO", "FLOs", "family liaison officer", "family liaison officers",
                       "family liaison (traffic)", "family liaison (crime)"),
    "ViSOR": ("visor team", "visor teams"),
    "offender management": ("offender manager", "offender managers", "MOSOVO",
                            "integrated offender management"),
    "digital forensics": ("digital forensic unit", "DFU", "digital forensic examiner"),
    "counter-terrorism": ("counter terrorism", "CT", "CTU"),
    "firearms": ("AFO", "ARV", "armed response", "firearms officer", "authorised firearms officer"),
    "disaster victim identification": ("DVI", "disaster victim identification team"),
    "crime scene investigation": ("CSI", "crime scene investigator", "crime scene investigators",
                                  "scenes of crime"),
    "local": ("other", "other high-stress role", "local role"),
}  # fmt: skip
"""The roles of the section: the national list of high-risk roles, and `local` for those that are
on the force's own list only."""


class Screening(Dataset, key="screening"):
    """People in high-stress roles, with their latest psychological screening.

    Give everybody who holds such a role, also those who were never screened; a person who holds two
    roles has two rows. Never give a score, only whether it was raised.
    """

    one_row = "person in a role"

    person = KeyColumn(
        "What tells one person from another: a pseudonymous number, never a name.",
        headers=("person id", "employee number", "pseudonym", "payroll number"),
    )
    role = CodeColumn(
        "The high-stress role: a role of the national list, or local.",
        ROLES,
        headers=("high-stress role", "high risk role", "role name", "post"),
    )
    group = CodeColumn(
        "The group to which the person belongs; PCSOs and designated officers are police staff.",
        GROUPS,
        headers=("worker type", "employee group", "staff group", "employee type"),
    )
    in_role_since = DayColumn(
        "Day on which the person took up the role.",
        headers=("role start date", "in role from", "date in role"),
        optional=True,
    )
    screened_on = DayColumn(
        "Day of the latest screening; blank if there was none.",
        headers=("screening date", "last screened", "date screened", "last screening"),
        optional=True,
    )
    result = CodeColumn(
        "Whether the score was raised. Blank is not known: write “not screened” where it is so.",
        {
            "raised": ("above threshold", "elevated", "high", "at risk", "red", "amber",
                       "follow-up needed"),
            "not raised": ("below threshold", "normal", "low", "no concern", "green"),
            "not screened": ("none", "never screened", "no screening", "overdue", "declined"),
        },
        headers=("score band", "screening result", "outcome", "screening outcome"),
    )  # fmt: skip
    follow_up_offered = CodeColumn(
        "Whether a follow-up was offered after a raised score; blank counts as not offered.",
        YES_NO,
        headers=("follow up offered", "structured interview offered", "referral offered"),
        optional=True,
    )
    follow_up_offered_on = DayColumn(
        "Day on which it was offered.",
        headers=("follow up offered on", "follow-up date", "referral date"),
        optional=True,
    )

    days_in_order = ((screened_on, follow_up_offered_on),)
