"""The data set `leavers`: an extract of the personnel system, one row for each person who left."""

from govcheck.plugin import CodeColumn, Dataset, DayColumn, KeyColumn, NumberColumn
from govcheck_police.labels import GROUPS, YES_NO

TRANSFER = "transfer to another force"
MOVED_WITHIN = "moved within the force"

REASONS = {
    "resignation": ("voluntary resignation", "resigned", "voluntary resignations",
                    "resignation - voluntary", "inactive for 12 months"),
    "retirement": ("normal retirement", "ordinary retirement", "retired", "age retirement",
                   "retirement - normal"),
    "ill-health retirement": ("medical retirement", "ill health retirement",
                              "retirement - medical", "retirement - ill health"),
    "dismissal": ("dismissed", "dismissals", "required to resign", "discharged",
                  "dismissal/required to resign",
                  "dismissal (including required to resign)"),
    "end of contract": ("end of fixed term contract", "end of temporary contract",
                        "contract ended", "fixed term contract ended"),
    "redundancy": ("voluntary redundancy", "compulsory redundancy", "redundant",
                   "voluntary exit scheme"),
    TRANSFER: ("transfer", "transfers", "transferred", "transfer out",
               "transfer to other force", "transfers to other forces", "transferee",
               "voluntary transfer", "transfer to another uk police force"),
    MOVED_WITHIN: ("internal transfer", "change of group", "became a police officer",
                   "appointed as police officer"),
    "death": ("died", "death in service", "deceased"),
    "other": ("other reason", "other leaver", "miscellaneous"),
    "not known": ("unknown", "not recorded", "n/k", "none given", "not stated"),
}  # fmt: skip
"""How a person leaves, in the leaving types that forces have long reported, with a few more that
personnel systems know."""


class Leavers(Dataset, key="leavers"):
    """People who left the force in a period, transfers to another force among them.

    Give every leaver of every group, also those who were not asked why they leave.
    """

    one_row = "leaver"

    person = KeyColumn(
        "What tells one leaver from another: a pseudonymous number, never a name.",
        headers=("person id", "employee number", "payroll number", "pseudonym"),
    )
    group = CodeColumn(
        "The group to which the leaver belonged; PCSOs and designated officers are police staff.",
        GROUPS,
        headers=("worker type", "employee group", "staff group", "employee type", "workforce type"),
    )
    rank = CodeColumn(
        "Rank of police officers and special constables; blank for the others.",
        {
            "constable": ("PC", "DC", "police constable", "detective constable",
                          "special constable"),
            "sergeant": ("PS", "DS", "police sergeant", "detective sergeant", "special sergeant"),
            "inspector": ("insp", "DI", "detective inspector", "special inspector"),
            "chief inspector": ("CI", "DCI", "chief insp", "detective chief inspector",
                                "special chief inspector"),
            "superintendent": ("supt", "detective superintendent", "special superintendent"),
            "chief superintendent": ("ch supt", "chief supt", "detective chief superintendent"),
            "chief officer": ("ACC", "DCC", "CC", "assistant chief constable",
                              "deputy chief constable", "chief constable", "commander",
                              "commissioner", "chief officers"),
        },
        headers=("rank or grade", "grade", "rank held"),
        optional=True,
    )  # fmt: skip
    fte = NumberColumn(
        "Share of full time that was worked: 1 is full time. Blank for special constables and "
        "volunteers. It never counts people: a row is one person whatever it says.",
        unit="full-time equivalents",
        least=0,
        headers=("full time equivalent", "total (fte)", "contracted fte", "fte at leaving"),
        optional=True,
    )
    joined_on = DayColumn(
        "Day on which the person joined the force.",
        headers=("start date", "date joined", "joining date", "hire date"),
        optional=True,
    )
    notified_on = DayColumn(
        "Day on which the person gave notice or was told.",
        headers=("notice date", "date of notice", "resignation date", "notification date"),
        optional=True,
    )
    left_on = DayColumn(
        "Last day in the force.",
        headers=("leaving date", "date left", "leave date", "date of leaving", "termination date",
                 "last day of service"),
    )  # fmt: skip
    reason = CodeColumn(
        "How the person left, as the personnel system records it. Transfers stand apart: who "
        "transfers leaves the force and not policing.",
        REASONS,
        headers=(
            "leaving reason", "reason for leaving", "leaver type", "leaver reason",
            "termination reason",
        ),
    )  # fmt: skip
    interview_offered = CodeColumn(
        "Whether an exit interview or questionnaire was offered.",
        YES_NO,
        headers=("exit interview offered", "offered", "questionnaire offered",
                 "exit questionnaire sent"),
    )  # fmt: skip
    offered_on = DayColumn(
        "Day on which it was offered.",
        headers=("exit interview offered on", "offer date", "date offered"),
        optional=True,
    )
    interview_held = CodeColumn(
        "Whether the interview took place or the questionnaire came back.",
        YES_NO,
        headers=("exit interview held", "exit interview completed", "interview completed", "held",
                 "questionnaire returned"),
    )  # fmt: skip
    interviewed_on = DayColumn(
        "Day on which the interview took place or the questionnaire came back.",
        headers=("exit interview date", "exit interview held on", "interview date",
                 "questionnaire returned on"),
        optional=True,
    )  # fmt: skip
    main_reason = CodeColumn(
        "Main reason for leaving that the person gave when asked, from one list; blank where "
        "nobody asked or the answer was not coded.",
        {
            "pay and conditions": ("pay", "pay and benefits", "salary", "pension"),
            "workload and hours": ("workload", "hours", "shifts", "shift pattern", "demand"),
            "family and life outside work": ("work-life balance", "work life balance", "family",
                                             "caring responsibilities", "personal reasons"),
            "career and development": ("career", "career progression", "promotion",
                                       "career change", "development", "training"),
            "leadership and supervision": ("leadership", "management", "line management",
                                           "supervisor", "supervision"),
            "treatment and culture": ("culture", "bullying or harassment", "discrimination",
                                      "treatment", "organisational justice"),
            "health and well-being": ("health", "wellbeing", "well-being", "stress", "trauma"),
            "place of work or travel": ("location", "travel", "relocation", "moving house"),
            "the work itself": ("role", "nature of the work", "job not as expected"),
            "other employment": ("new job", "other employer", "education", "other force"),
            "end of career": ("retirement", "pension age", "age"),
            "other": ("other reason",),
            "not known": ("unknown", "not recorded", "n/k", "prefer not to say", "not stated"),
        },
        headers=("main reason for leaving", "exit interview reason", "reason given",
                 "primary reason"),
        optional=True,
    )  # fmt: skip

    days_in_order = ((joined_on, notified_on, left_on), (joined_on, left_on),
                     (offered_on, interviewed_on))  # fmt: skip
    unique = (person,)


IS_TRANSFER = Leavers.reason.is_(TRANSFER)
LEFT_THE_FORCE = ~Leavers.reason.is_(MOVED_WITHIN)
"""Everybody but those who only changed from one group to another; a blank reason counts as left."""
LEFT_POLICING = ~Leavers.reason.is_in(TRANSFER, MOVED_WITHIN)
