"""Recommendation 2: patterns and trends in why people leave."""

from collections.abc import Iterator
from datetime import date
from typing import get_args

from govcheck.plugin import Finding, Gap, Open, Severity, check, months_later
from govcheck_police.answers import answered_yes, left_open
from govcheck_police.citations import not_shown
from govcheck_police.frameworks import GETTING_A_GRIP
from govcheck_police.groups import listed
from govcheck_police.recency import cycle_kept, within_months
from govcheck_police.retention.section import AnalysisAction, Breakdown, ExitAnalysis, Retention

EXIT_PATTERNS = f"{GETTING_A_GRIP}:2.exit-patterns"
ONE_IN = 5
"""At most one reason in five may be other or unknown: this pack's own limit, nobody else's."""

USED_WITHIN_MONTHS = 18
"""A board has seen the analysis, and something was decided, within this time: this pack's own
limit. A year, and half a year for a late meeting."""


def _analysis(retention: Retention) -> ExitAnalysis:
    return retention.analysis or ExitAnalysis()


@check("RET-011", serves=EXIT_PATTERNS, severity=Severity.CRITICAL)
def exit_answers_are_analysed(retention: Retention, as_of: date) -> Iterator[Finding]:
    """What leavers say is analysed together on a fixed cycle, and the last time is not overdue.

    Why: the recommendation asks for patterns and trends, which one conversation cannot show. A
    study reported in 2023 found exit interviews perfunctory and scarcely analysed.

    Close the gap: set a cycle, analyse all answers since the last time, and give the day on which
    it was finished.
    """
    analysis = _analysis(retention)
    yield from cycle_kept(
        "the analysis of exit interviews", analysis.cycle, analysis.last_done, as_of, "analysis"
    )
    yield from not_shown(retention.analysis, "the analysis of exit interviews", "analysis")


@check("RET-012", serves=EXIT_PATTERNS, severity=Severity.MAJOR)
def exit_answers_are_broken_down(retention: Retention) -> Iterator[Finding]:
    """Reasons for leaving are compared between groups, ranks, service, characteristics and places.

    Why: an average hides who leaves and where. Early leavers, one team or one group of people can
    be the whole pattern.

    Close the gap: break the answers down by group, length of service, rank or grade, protected
    characteristics, and place or team. Where numbers are small, put several periods together.
    """
    done = _analysis(retention).broken_down_by
    if done is None:
        yield Open("analysis.broken_down_by")
        return
    missing = [name for name in get_args(Breakdown) if name not in done]
    if missing:
        yield Gap(
            f"the answers of leavers are not compared by {listed(missing)}",
            at="analysis.broken_down_by",
        )


@check("RET-013", serves=EXIT_PATTERNS, severity=Severity.MAJOR)
def reasons_for_leaving_are_recorded(retention: Retention) -> Iterator[Finding]:
    """Each reason for leaving is recorded from one fixed list, and few are other or unknown.

    Why: reasons in free words cannot be counted, and a large share of “other” hides the pattern
    that is looked for. The limit of one in five is this pack's own.

    Close the gap: record each reason from one list that everybody uses, and split “other” where it
    grows beyond one in five.
    """
    analysis = _analysis(retention)
    yield from answered_yes(
        analysis.reasons_coded,
        "analysis.reasons_coded",
        "reasons for leaving are not all recorded from one fixed list",
    )
    yield from left_open(analysis, "analysis", "reasons_recorded", "reasons_other_or_unknown")
    if analysis.reasons_recorded is not None and analysis.reasons_other_or_unknown is not None:
        yield from _few_unknown(analysis.reasons_recorded, analysis.reasons_other_or_unknown)


def _few_unknown(recorded: int, unknown: int) -> Iterator[Finding]:
    if not recorded:
        yield Gap("no reason for leaving was recorded", at="analysis.reasons_recorded")
    elif unknown > recorded:
        yield Gap(
            "more reasons are other or unknown than were recorded at all",
            at="analysis.reasons_other_or_unknown",
        )
    elif unknown * ONE_IN > recorded:
        yield Gap(
            f"more than one reason in {ONE_IN} is recorded as other or unknown",
            at="analysis.reasons_other_or_unknown",
        )


@check("RET-014", serves=EXIT_PATTERNS, severity=Severity.MAJOR)
def exit_patterns_lead_to_action(retention: Retention, as_of: date) -> Iterator[Finding]:
    """A board receives the analysis of exit interviews, and something was decided because of it.

    Why: patterns that nobody with the power to act has seen are not used. Inspectors ask what
    changed because of what leavers said. That both happened in the last 18 months is this pack's
    own choice.

    Close the gap: say what the analysis found, put it on the board's agenda and record what was
    decided, with a role that answers for it and the day of the decision.
    """
    analysis = _analysis(retention)
    yield from left_open(analysis, "analysis", "found", "received_by", "received_on")
    yield from within_months(
        "the last analysis that the board received",
        analysis.received_on,
        USED_WITHIN_MONTHS,
        as_of,
        "analysis.received_on",
    )
    if analysis.actions is None:
        yield Open("analysis.actions")
    else:
        yield from _something_decided(analysis.actions, as_of)


def _something_decided(actions: tuple[AnalysisAction, ...], as_of: date) -> Iterator[Finding]:
    """One decision with owner and day is enough: an unfinished one beside it takes nothing away."""
    whole = [item for item in actions if item.owner is not None and item.decided_on is not None]
    if any(item.decided_on is not None and _lately(item.decided_on, as_of) for item in whole):
        return
    for index, item in enumerate(actions):
        yield from left_open(item, f"analysis.actions[{index}]", "owner", "decided_on")
    if len(whole) == len(actions):
        yield Gap(
            "nothing was decided because of the analysis in the last"
            f" {USED_WITHIN_MONTHS} months before the day of judgement",
            at="analysis.actions",
        )


def _lately(decided: date, as_of: date) -> bool:
    return decided <= as_of <= months_later(decided, USED_WITHIN_MONTHS)
