"""Twenty rules of the kind that are asked about people who leave a force, as a plugin.

Fifteen are checks; five are the contract of the data set, which every run holds it to: no one
stands there twice, days are in order, numbers within limits, labels known, nothing needed is blank.
"""

from collections.abc import Iterator
from typing import Any

from govcheck.plugin import (
    AS_OF,
    ByMonth,
    Check,
    CodeColumn,
    Dataset,
    DayColumn,
    Extent,
    Finding,
    Gap,
    Histogram,
    KeyColumn,
    Measure,
    NumberColumn,
    Rate,
    RowCount,
    Severity,
    Total,
    check,
)

SERVES = "peel-getting-a-grip-2023:2.exit-interviews"
FORCES = 43


class Gone(Dataset, key="gone"):
    """Invented: people who left an invented force."""

    leaver_id = KeyColumn("What tells one from another.")
    force = CodeColumn("The force.", {f"force-{number:02}": () for number in range(FORCES)})
    group = CodeColumn(
        "The group.",
        {
            "officers": ("Police officer",),
            "staff": ("Police staff",),
            "PCSOs": ("PCSO",),
            "specials": ("Special constable",),
        },
    )
    reason = CodeColumn(
        "How the person left.",
        {
            "resignation": ("VR",),
            "retirement": (),
            "transfer": (),
            "dismissal": (),
            "other": (),
            "unknown": (),
        },
        optional=True,
    )
    joined = DayColumn("First day.")
    left_on = DayColumn("Last day.")
    offered = CodeColumn("Whether an interview was offered.", {"yes": (), "no": ()}, optional=True)
    held = CodeColumn("Whether it took place.", {"yes": (), "no": ()}, optional=True)
    interviewed_on = DayColumn("When it took place.", optional=True)
    vetted_until = DayColumn("When vetting lapses.")
    fte = NumberColumn("Share of full time.", least=0, most=1)
    notice_days = NumberColumn("Notice given.", unit="days", optional=True)
    unique = (leaver_id,)
    days_in_order = ((joined, left_on),)


OFFERED = Gone.offered.is_("yes")
HELD = Gone.held.is_("yes")
MEASURES: dict[str, Measure[Any]] = {
    "leavers by group": RowCount(by=Gone.group),
    "offered by group": Rate(OFFERED, by=Gone.group),
    "held by group": Rate(HELD, where=OFFERED, by=Gone.group),
    "offered by force": Rate(OFFERED, by=Gone.force),
    "held by force": Rate(HELD, where=OFFERED, by=Gone.force),
    "vague reasons by force": Rate(Gone.reason.is_in("other", "unknown"), by=Gone.force),
    "no reason by group": Rate(Gone.reason.is_missing(), by=Gone.group),
    "transfers by group": Rate(Gone.reason.is_("transfer"), by=Gone.group),
    "too late by group": Rate(Gone.interviewed_on.after(Gone.left_on), by=Gone.group),
    "held without a day": Rate(Gone.interviewed_on.is_missing(), where=HELD),
    "leavers by month": RowCount(by=(ByMonth(Gone.left_on), Gone.group)),
    "notice by force": Histogram(Gone.notice_days, by=Gone.force),
    "lapsed by force": Rate(Gone.vetted_until.before(AS_OF), by=(Gone.force, Gone.group)),
    "full time by group": Total(Gone.fte, by=Gone.group),
    "period": Extent(Gone.left_on),
}


def _rule(number: int, name: str, measure: Measure[Any]) -> Check[...]:
    def rule(gone: Gone) -> Iterator[Finding]:
        if not gone[measure]:
            yield Gap("there is nobody")

    rule.__name__ = name.replace(" ", "_")
    rule.__doc__ = f"""There is a figure: {name}.

    Why: it is the figure that takes the time, not what is made of it.

    Close the gap: count.
    """
    return check(f"GNE-{number:03}", serves=SERVES, severity=Severity.MINOR, measures=(measure,))(
        rule
    )


globals().update(
    {f"RULE_{number}": _rule(number, *item) for number, item in enumerate(MEASURES.items(), 1)}
)
