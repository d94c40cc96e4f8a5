"""Recommendation 2, measured: whether reasons for leaving are recorded so that patterns show."""

from collections.abc import Iterator

from govcheck.plugin import Finding, Framework, Rate, Severity, Threshold, check
from govcheck_police.frameworks import GETTING_A_GRIP
from govcheck_police.rates import Rates, aim, whole, whole_reaches
from govcheck_police.retention.dataset_leavers import Leavers
from govcheck_police.retention.section import Breakdown, ExitAnalysis, Retention

EXIT_PATTERNS = f"{GETTING_A_GRIP}:2.exit-patterns"
UNTOLD = ("other", "not known")
"""Reasons that tell nothing."""
CODED_AT_LEAST = Threshold(
    "retention.reasons-coded",
    90,
    "%",
    "Reasons that are not coded are not in any pattern; some room for those who give none: this"
    " pack's own choice, not the inspectorate's.",
)
NAMED_AT_LEAST = Threshold(
    "retention.reasons-named",
    80,
    "%",
    "At most one reason in five is other or not known, as this pack asks of the stated numbers:"
    " its own choice, not the inspectorate's.",
)
RECORDED_AT_LEAST = Threshold(
    "retention.breakdown-recorded",
    95,
    "%",
    "What every personnel record holds, with room for slips: this pack's own choice, not the"
    " inspectorate's.",
)


def _named(values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(value for value in values if value not in UNTOLD)


CODED = Rate(Leavers.main_reason.is_in(*Leavers.main_reason.values), by=Leavers.interview_held)
NAMED = Rate(
    Leavers.main_reason.is_in(*_named(Leavers.main_reason.values)), by=Leavers.interview_held
)
LEAVING_TYPE_NAMED = Rate(Leavers.reason.is_in(*_named(Leavers.reason.values)))
GROUP_RECORDED = Rate(Leavers.group.is_in(*Leavers.group.values))
SERVICE_RECORDED = Rate(Leavers.joined_on.not_after(Leavers.left_on))
RANK_RECORDED = Rate(Leavers.rank.is_in(*Leavers.rank.values), by=Leavers.group)


@check("RET-023", serves=EXIT_PATTERNS, severity=Severity.MAJOR, measures=(CODED,))
def reasons_given_are_coded(
    leavers: Leavers, retention: Retention | None, framework: Framework
) -> Iterator[Finding]:
    """At least 90 % of those who had an exit interview have a main reason from the list.

    Why: an interview whose reason is not coded cannot be counted, so it is in no pattern. A reason
    that is blank or not on the list counts as not coded; the file can say under values what labels
    of the force mean. The figure of 90 % (retention.reasons-coded) is this pack's own choice.

    Close the gap: code the main reason of every interview from one list, and correct the section
    where it says that this is done.
    """
    short = "too few of those who had an exit interview have a main reason from the list"
    wanted = aim(framework, CODED_AT_LEAST, short, "leavers who were interviewed")
    analysis = (retention and retention.analysis) or ExitAnalysis()
    claim = None
    if analysis.reasons_coded == "yes":
        said = "the section says that each reason is recorded from one list (reasons_coded: yes)"
        claim = ("/retention/analysis/reasons_coded", said)
    yield from whole_reaches(leavers, whole(leavers[CODED], ("no",)), wanted, claim)


@check(
    "RET-024", serves=EXIT_PATTERNS, severity=Severity.MINOR, measures=(NAMED, LEAVING_TYPE_NAMED)
)
def reasons_say_something(leavers: Leavers, framework: Framework) -> Iterator[Finding]:
    """At most one reason in five is other, not known or blank: of leaving types and main reasons.

    Why: a large share of “other” hides the pattern that is looked for. The figure of 80 % that say
    something (retention.reasons-named) is this pack's own choice.

    Close the gap: split “other” into what stands behind it, and ask again where nothing was
    recorded.
    """
    short = "too many leaving types are other, not known or blank"
    wanted = aim(framework, NAMED_AT_LEAST, short, "leavers")
    yield from whole_reaches(leavers, whole(leavers[LEAVING_TYPE_NAMED]), wanted)
    short = "too many main reasons of those interviewed are other, not known or blank"
    wanted = aim(framework, NAMED_AT_LEAST, short, "leavers who were interviewed")
    yield from whole_reaches(leavers, whole(leavers[NAMED], ("no",)), wanted)


@check(
    "RET-025",
    serves=EXIT_PATTERNS,
    severity=Severity.MINOR,
    measures=(GROUP_RECORDED, SERVICE_RECORDED, RANK_RECORDED),
)
def what_reasons_are_compared_by_is_recorded(
    leavers: Leavers, retention: Retention | None, framework: Framework
) -> Iterator[Finding]:
    """Group, length of service and rank are recorded for at least 95 % of leavers.

    Why: reasons can only be compared between groups, early and late leavers, or ranks where these
    are recorded. Length of service needs the day of joining and the day of leaving, in order; rank
    is asked of police officers and special constables. The figure of 95 %
    (retention.breakdown-recorded) is this pack's own choice.

    Close the gap: complete the extract from the personnel system, and correct the section where it
    says that the answers are compared by something that is not recorded.
    """
    recorded: dict[Breakdown, Rates] = {
        "group": whole(leavers[GROUP_RECORDED]),
        "length of service": whole(leavers[SERVICE_RECORDED]),
        "rank or grade": whole(leavers[RANK_RECORDED], ("police staff", "volunteers")),
    }
    for what, rates in recorded.items():
        short = f"too few leavers have a recorded {what}"
        wanted = aim(framework, RECORDED_AT_LEAST, short, f"leavers who should have a {what}")
        yield from whole_reaches(leavers, rates, wanted, _compared(retention, what))


def _compared(retention: Retention | None, what: Breakdown) -> tuple[str, str] | None:
    analysis = (retention and retention.analysis) or ExitAnalysis()
    if what not in (analysis.broken_down_by or ()):
        return None
    return (
        "/retention/analysis/broken_down_by",
        f"the section says that answers are compared by {what} (broken_down_by)",
    )
