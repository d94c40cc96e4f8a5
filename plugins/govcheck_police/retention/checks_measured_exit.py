"""Recommendation 2, measured: to whom exit interviews are offered, and who has one."""

from collections.abc import Iterator

from govcheck.plugin import (
    ByMonth,
    Finding,
    Framework,
    Observation,
    Rate,
    Recommendation,
    RowCount,
    Severity,
    Threshold,
    Whole,
    check,
)
from govcheck_police.frameworks import GETTING_A_GRIP
from govcheck_police.groups import named_groups
from govcheck_police.quarters import by_quarter
from govcheck_police.rates import (
    Claims,
    Rates,
    aim,
    each_reaches,
    none_absent,
    whole,
    whole_reaches,
)
from govcheck_police.retention.dataset_leavers import MOVED_WITHIN, TRANSFER, Leavers
from govcheck_police.retention.groups_left import groups_left
from govcheck_police.retention.section import ExitInterviews, Retention

EXIT_INTERVIEWS = f"{GETTING_A_GRIP}:2.exit-interviews"
NOT_ASKED = (MOVED_WITHIN, "death")
"""Whom nobody can ask why they left the force."""
OFFERED_AT_LEAST = Threshold(
    "retention.exit-interviews-offered",
    90,
    "%",
    "Nearly everybody, with room for those who cannot be reached: this pack's own choice, not the"
    " inspectorate's.",
)
HELD_AT_LEAST = Threshold(
    "retention.exit-interviews-held",
    50,
    "%",
    "Answers of fewer than half need not stand for the others: this pack's own choice, not the"
    " inspectorate's.",
)
IN_TIME_AT_LEAST = Threshold(
    "retention.exit-interviews-in-time",
    80,
    "%",
    "Most, with room for questionnaires that come back late: this pack's own choice, not the"
    " inspectorate's.",
)
OFFERED = Rate(Leavers.interview_offered.is_("yes"), by=(Leavers.group, Leavers.reason))
OFFERED_BY_REASON = Rate(Leavers.interview_offered.is_("yes"), by=Leavers.reason)
HELD = Rate(
    Leavers.interview_held.is_("yes"),
    by=(Leavers.group, Leavers.reason, Leavers.interview_offered),
)
IN_TIME = Rate(
    Leavers.interviewed_on.not_after(Leavers.left_on),
    by=(Leavers.interview_held, Leavers.reason),
)
IN_TIME_BY_MONTH = Rate(
    Leavers.interviewed_on.not_after(Leavers.left_on),
    by=(ByMonth(Leavers.left_on), Leavers.interview_held, Leavers.reason),
)
AFTER_LEAVING = RowCount(where=Leavers.interviewed_on.after(Leavers.left_on))


@check(
    "RET-020",
    serves=EXIT_INTERVIEWS,
    severity=Severity.MAJOR,
    measures=(OFFERED, OFFERED_BY_REASON),
)
def exit_interviews_are_offered_as_claimed(
    leavers: Leavers,
    retention: Retention | None,
    recommendation: Recommendation,
    framework: Framework,
) -> Iterator[Finding]:
    """In every group, and among transfers, exit interviews are offered to at least 90 % of leavers.

    Why: a policy says who should be asked; the table of leavers says who was. Special constables
    and volunteers are the first to be missed. Where interview_offered is blank or not recognised,
    it counts as not offered. People who died, or only moved within the force, are not counted. The
    figure of 90 % (retention.exit-interviews-offered) is this pack's own choice.

    Close the gap: find out who is not reached and why, offer the interview when notice is given,
    and correct the section where it says more than the table shows.
    """
    short = "too few of those who left were offered an exit interview"
    wanted = aim(framework, OFFERED_AT_LEAST, short, "leavers")
    rates = Rates(leavers[OFFERED], NOT_ASKED, unsure_count=True)
    groups = named_groups(recommendation)
    claims = _claims_of_offers(retention, (*groups, TRANSFER))
    yield from each_reaches(leavers, rates, groups, wanted, claims)
    by_reason = Rates(leavers[OFFERED_BY_REASON])
    yield from each_reaches(leavers, by_reason, [TRANSFER], wanted, claims)
    yield from none_absent(leavers, rates, groups_left(recommendation, retention), wanted)


def _claims_of_offers(retention: Retention | None, names: tuple[str, ...]) -> Claims:
    """What the section says about offers to these groups; the claim about everybody first."""
    interviews = (retention and retention.exit_interviews) or ExitInterviews()
    claims: dict[str, tuple[str, str]] = {}
    for name in names:
        field = "offered_to_transfers" if name == TRANSFER else "offered_to_all_leavers"
        if getattr(interviews, field) == "yes":
            said = f"the section says that everybody is ({field}: yes)"
            claims[name] = (f"/retention/exit_interviews/{field}", said)
        elif name in (interviews.offered_to or ()):
            said = "the section says that they are (offered_to)"
            claims[name] = ("/retention/exit_interviews/offered_to", said)
    return claims


@check("RET-021", serves=EXIT_INTERVIEWS, severity=Severity.MINOR, measures=(HELD,))
def exit_interviews_are_taken_up(
    leavers: Leavers,
    retention: Retention | None,
    recommendation: Recommendation,
    framework: Framework,
) -> Iterator[Finding]:
    """In every group, at least half of those who are offered an exit interview have one.

    Why: where few answer, what they say need not hold for the others, and the pattern that is found
    may be that of the few. An interview that is not said to have been held counts as not held. The
    figure of 50 % (retention.exit-interviews-held) is this pack's own choice.

    Close the gap: ask why people decline, and offer another form: a questionnaire, a talk outside
    the line, a call some weeks later.
    """
    short = "too few of those who were offered an exit interview had one"
    wanted = aim(framework, HELD_AT_LEAST, short, "leavers who were offered an interview")
    rates = Rates(leavers[HELD], NOT_ASKED, ("no",))
    yield from each_reaches(leavers, rates, named_groups(recommendation), wanted)
    yield from none_absent(leavers, rates, groups_left(recommendation, retention), wanted)


@check(
    "RET-022",
    serves=EXIT_INTERVIEWS,
    severity=Severity.MINOR,
    measures=(IN_TIME, IN_TIME_BY_MONTH, AFTER_LEAVING),
)
def exit_interviews_take_place_before_leaving(
    leavers: Leavers, framework: Framework
) -> Iterator[Finding]:
    """At least 80 % of exit interviews take place on or before the last day in the force.

    Why: somebody who is still there can be asked in person, and may still change their mind. A day
    after the last one can also be a slip in the table. An interview counts as in time only where
    both days are given. The figure of 80 % (retention.exit-interviews-in-time) is this pack's own
    choice.

    Close the gap: offer the interview when notice is given, and correct days that are wrong.
    """
    short = "too few exit interviews took place on or before the last day in the force"
    wanted = aim(framework, IN_TIME_AT_LEAST, short, "leavers who were interviewed")
    rates = whole(leavers[IN_TIME], ("no",), NOT_ASKED)
    yield from whole_reaches(leavers, rates, wanted)
    yield from by_quarter(leavers, leavers[IN_TIME_BY_MONTH], wanted, ("no",), NOT_ASKED)
    late = Whole(*leavers[AFTER_LEAVING][()])
    if late.exact:
        yield Observation(
            "exit interviews have a day after the last day in the force",
            at="/datasets/leavers",
            figure=leavers.figure(late, "interviews after leaving"),
        )
