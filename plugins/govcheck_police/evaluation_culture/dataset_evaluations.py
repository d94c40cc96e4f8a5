"""The data set `evaluations`: what was begun, how it was looked at, and what was decided."""

from typing import get_args

from govcheck.plugin import CodeColumn, Dataset, DayColumn, KeyColumn
from govcheck_police.evaluation_culture.initiative import Level
from govcheck_police.labels import YES_NO

_LEVELS = {
    "strategic": ("force", "force level", "corporate", "strategic level"),
    "operational": ("operational level", "department", "command", "district", "bcu"),
    "team": ("team level", "local", "unit", "shift"),
}


class Evaluations(Dataset, key="evaluations"):
    """Initiatives and their evaluations: one row for each initiative that was launched.

    Give every initiative of at least the last two years, whether it was evaluated or not.
    """

    one_row = "initiative"

    initiative = KeyColumn(
        "Which initiative: its id in the section evaluation_culture.",
        headers=("initiative id", "project", "project id", "pilot", "reference"),
    )
    level = CodeColumn(
        "At which level it was begun and run.",
        {name: _LEVELS[name] for name in get_args(Level)},
        headers=("level of the force",),
    )
    planned_on = DayColumn(
        "Day on which its evaluation plan was agreed; blank where there is none.",
        headers=("evaluation planned on", "plan date", "evaluation plan agreed"),
        optional=True,
    )
    launched_on = DayColumn(
        "Day on which it began.",
        headers=("launch date", "launched", "start date", "began on", "go live date"),
    )
    method = CodeColumn(
        "How it was evaluated.",
        {
            "randomised trial": ("rct", "randomised controlled trial", "trial"),
            "comparison group": ("control group", "quasi-experiment", "matched comparison"),
            "before-and-after": ("before and after", "pre/post", "pre-post"),
            "qualitative": ("interviews", "survey", "focus group"),
            "process review": ("process", "process evaluation", "post-implementation review"),
            "none": ("not evaluated", "no evaluation"),
        },
        headers=("evaluation method", "design"),
    )
    reported_on = DayColumn(
        "Day on which the result was reported to those who decide; blank where it was not.",
        headers=("report date", "evaluation reported", "reported"),
        optional=True,
    )
    decision = CodeColumn(
        "What was decided because of the result; blank where nothing was.",
        {
            "continue": ("continued", "keep", "roll out", "business as usual", "bau"),
            "adapt": ("adapted", "changed", "amend", "amended"),
            "stop": ("stopped", "ended", "closed", "discontinue", "discontinued"),
            "undecided": ("pending", "none", "not decided", "tbc"),
        },
        headers=("outcome decision", "what was decided"),
        optional=True,
    )
    shared = CodeColumn(
        "Whether the result was shared beyond those who ran it.",
        YES_NO,
        headers=("result shared", "published", "shared with others"),
    )
    unique = (initiative,)
    days_in_order = ((launched_on, reported_on),)
