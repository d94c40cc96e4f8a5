"""Recommendation 2: how exit interviews are conducted."""

from collections.abc import Iterator
from datetime import date

from govcheck.plugin import Finding, Gap, Open, Recommendation, Severity, check
from govcheck_police.answers import answered_yes, left_open
from govcheck_police.citations import not_shown
from govcheck_police.counts import adding_up, every_group_counted
from govcheck_police.frameworks import GETTING_A_GRIP
from govcheck_police.groups import groups_left_out
from govcheck_police.recency import numbers_recent
from govcheck_police.retention.section import (
    ExitCounts,
    ExitInterviews,
    GroupExitCounts,
    Retention,
)

EXIT_INTERVIEWS = f"{GETTING_A_GRIP}:2.exit-interviews"
_NUMBERS = ("leavers", "transfers", "offered", "held")


def _exit_interviews(retention: Retention) -> ExitInterviews:
    return retention.exit_interviews or ExitInterviews()


@check("RET-007", serves=EXIT_INTERVIEWS, severity=Severity.CRITICAL)
def exit_interviews_are_conducted(retention: Retention) -> Iterator[Finding]:
    """People who leave are asked why, in an exit interview, a questionnaire or both.

    Why: the Home Office holds no data on why people resign, so only what the force itself asks can
    show why its people leave.

    Close the gap: offer leavers an exit interview or a questionnaire, and say which.
    """
    interviews = _exit_interviews(retention)
    if interviews.how is None:
        yield Open("exit_interviews.how")
    elif interviews.how == "none":
        yield Gap("leavers are not asked why they leave", at="exit_interviews.how")
    if interviews.offered_to is None:
        yield Open("exit_interviews.offered_to")
    elif not interviews.offered_to:
        yield Gap("no group is offered an exit interview", at="exit_interviews.offered_to")
    yield from not_shown(retention.exit_interviews, "the exit interviews", "exit_interviews")


@check("RET-008", serves=EXIT_INTERVIEWS, severity=Severity.MAJOR)
def exit_interviews_are_open_and_independent(retention: Retention) -> Iterator[Finding]:
    """Everybody who leaves or transfers is asked, by somebody independent of the line management.

    Why: a reason for leaving that lies with the supervisor is hard to tell the supervisor, and
    those who transfer to another force have decided against this one as much as those who resign.

    Close the gap: offer the interview whatever the reason for leaving, transfers included, and let
    leavers talk to somebody outside their line.
    """
    interviews = _exit_interviews(retention)
    yield from answered_yes(
        interviews.offered_to_all_leavers,
        "exit_interviews.offered_to_all_leavers",
        "not everybody who leaves is offered an exit interview",
    )
    yield from answered_yes(
        interviews.offered_to_transfers,
        "exit_interviews.offered_to_transfers",
        "not everybody who transfers to another force is offered an exit interview",
    )
    yield from left_open(interviews, "exit_interviews", "conducted_by", "independent")
    if interviews.independent == "no":
        yield Gap(
            "leavers can only talk to somebody in their own line management",
            at="exit_interviews.independent",
        )


@check(
    "RET-009",
    serves=(EXIT_INTERVIEWS, f"{GETTING_A_GRIP}:2.all-groups"),
    severity=Severity.MAJOR,
)
def exit_interviews_are_offered_to_every_group(
    retention: Retention, recommendation: Recommendation
) -> Iterator[Finding]:
    """Exit interviews are offered to every group that the recommendation names.

    Why: the recommendation names police officers, police staff, special constables and volunteers.
    Special constables and volunteers may simply stop coming: Kent's published protocol counts a
    special constable who has been inactive for 12 months as having resigned.

    Close the gap: offer exit interviews to the groups that are left out; for volunteers, settle
    after how long without duty somebody counts as having left.
    """
    yield from groups_left_out(
        _exit_interviews(retention).offered_to,
        recommendation,
        "exit interviews do",
        "exit_interviews.offered_to",
    )


@check("RET-010", serves=EXIT_INTERVIEWS, severity=Severity.MAJOR)
def exit_interviews_are_counted(
    retention: Retention, recommendation: Recommendation, as_of: date
) -> Iterator[Finding]:
    """It is known for each group how many left, were offered an exit interview, and had one.

    Why: an offer that few take up says little about why people leave. Without the number of leavers
    nobody can tell whether the answers stand for all of them. Transfers leave the force and not
    policing, so they are counted apart; mixing them in counts people twice.

    Close the gap: count leavers, transfers, offers and interviews held for each group over one
    recent period, in people and not in full-time equivalents, and compare the sums with the stated
    totals.
    """
    interviews = _exit_interviews(retention)
    by_group = interviews.by_group or ()
    yield from numbers_recent(interviews.period, as_of, "exit_interviews.period")
    yield from every_group_counted(interviews.by_group, recommendation, "exit_interviews.by_group")
    for index, counts in enumerate(by_group):
        yield from _plausible(counts, f"exit_interviews.by_group[{index}]")
    yield from adding_up(
        interviews.totals or ExitCounts(), "exit_interviews.totals", by_group, _NUMBERS
    )


def _plausible(counts: GroupExitCounts, at: str) -> Iterator[Finding]:
    yield from left_open(counts, at, *_NUMBERS)
    if counts.leavers is not None and counts.transfers is not None and counts.offered is not None:
        left = counts.leavers + counts.transfers
        if counts.offered > left:
            yield Gap(
                f"{counts.group}: more exit interviews were offered than people left or moved",
                at=f"{at}.offered",
            )
        if left and not counts.offered:
            yield Gap(
                f"{counts.group}: people left, and none of them was offered an exit interview",
                at=f"{at}.offered",
            )
    if counts.offered is not None and counts.held is not None and counts.held > counts.offered:
        yield Gap(f"{counts.group}: more exit interviews were held than offered", at=f"{at}.held")
