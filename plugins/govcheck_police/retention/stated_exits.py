"""The numbers of leavers and exit interviews that the section states, with their places."""

from collections.abc import Iterator
from typing import NamedTuple

from govcheck.plugin import Finding, Open, Recommendation
from govcheck_police.agreement import ANY, months_of
from govcheck_police.counts import others_not_counted
from govcheck_police.retention.section import ExitCounts, ExitInterviews


class Told(NamedTuple):
    """Stated numbers of a group, or of all, with their place."""

    counts: ExitCounts
    groups: tuple[str, ...] | None
    """The group; ANY for the totals."""
    whose: str
    at: str


def stated(interviews: ExitInterviews) -> Iterator[Told]:
    """The totals, and the numbers of each group."""
    home = "/retention/exit_interviews"
    totals = interviews.totals or ExitCounts()
    yield Told(totals, ANY, "all groups together", f"{home}/totals")
    for index, counts in enumerate(interviews.by_group or ()):
        yield Told(counts, (counts.group,), counts.group, f"{home}/by_group/{index}")


def not_comparable(interviews: ExitInterviews, recommendation: Recommendation) -> Iterator[Finding]:
    """What keeps the stated numbers from being compared, all of them, with counts by month."""
    if interviews.period is None:
        yield Open("exit_interviews.period")
    elif not months_of(interviews.period):
        yield Open(
            "exit_interviews.period",
            "the stated period is not one of whole months, so rows cannot be told by it",
        )
    yield from others_not_counted(interviews.by_group, recommendation, "exit_interviews.by_group")
