"""Recommendation 6: initiatives are evaluated, from a plan before the launch to a result."""

from collections.abc import Iterator
from datetime import date

from govcheck.plugin import (
    Finding,
    Gap,
    Observation,
    Open,
    Severity,
    check,
    in_words,
    months_later,
    parse_period,
)
from govcheck_police.answers import left_blank
from govcheck_police.citations import some_not_shown
from govcheck_police.entries import miscounted, repeated
from govcheck_police.evaluation_culture.entries import all_initiatives_known, placed_initiatives
from govcheck_police.evaluation_culture.initiative import Initiative
from govcheck_police.evaluation_culture.section import EvaluationCulture
from govcheck_police.frameworks import GETTING_A_GRIP
from govcheck_police.recency import not_ahead

EVALUATION_CULTURE = f"{GETTING_A_GRIP}:6.evaluation-culture"
PERIOD_MONTHS = 12
"""The list is of at least a year, which ended at most a year ago: this pack's own limit."""


@check("EVA-001", serves=EVALUATION_CULTURE, severity=Severity.MAJOR)
def initiatives_are_listed_in_full(
    evaluation_culture: EvaluationCulture, as_of: date
) -> Iterator[Finding]:
    """Every initiative of a recent year is listed once, evaluated or not, as the total says.

    Why: an initiative that is left out of the list takes its missing evaluation with it. A stated
    period and a stated total show whether the list is complete. That the period lasts at least 12
    months and ended at most 12 months ago is this pack's own choice, not the inspectorate's.

    Close the gap: take a period of at least a year that has ended, state how many initiatives were
    launched in it, and list each under an id of its own with its day of launch.
    """
    yield from all_initiatives_known(evaluation_culture)
    stated, initiatives = evaluation_culture.initiatives_launched, evaluation_culture.initiatives
    if initiatives and stated is not None:
        difference = miscounted(initiatives, stated, "initiatives")
        if difference:
            yield Gap(difference, at="initiatives")
    yield from repeated(initiatives or (), "initiatives", "initiatives")
    yield from _recent_year(evaluation_culture.initiatives_period, as_of)
    for at, initiative in placed_initiatives(evaluation_culture):
        yield from left_blank(initiative, initiative.name, at, "launched", "owner", "level")
        yield from _launched_in(initiative, evaluation_culture.initiatives_period, as_of, at)


def _recent_year(period: str | None, as_of: date) -> Iterator[Finding]:
    at = "initiatives_period"
    if period is None:
        yield Open(at)
        return
    days = parse_period(period)
    if days.last > as_of:
        yield Gap(f"the period {period} ends after the day of judgement ({in_words(as_of)})", at=at)
    elif months_later(days.last, PERIOD_MONTHS) < as_of:
        yield Gap(
            f"the period {period} ended more than {PERIOD_MONTHS} months before the day of"
            f" judgement ({in_words(as_of)})",
            at=at,
        )
    if (months_later(days.first, PERIOD_MONTHS) - days.last).days > 1:
        yield Gap(f"the period {period} is shorter than {PERIOD_MONTHS} months", at=at)


def _launched_in(
    initiative: Initiative, period: str | None, as_of: date, at: str
) -> Iterator[Finding]:
    launched = initiative.launched
    what = f"the launch of “{initiative.name}”"
    yield from not_ahead(what, launched, as_of, f"{at}.launched")
    if launched is None or period is None:
        return
    days = parse_period(period)
    if not days.first <= launched <= days.last:
        yield Gap(
            f"{what} on {in_words(launched)} lies outside the period {period}", at=f"{at}.launched"
        )


@check("EVA-002", serves=EVALUATION_CULTURE, severity=Severity.CRITICAL)
def most_initiatives_are_evaluated(evaluation_culture: EvaluationCulture) -> Iterator[Finding]:
    """More than half of the new initiatives are evaluated by some method.

    Why: the report names outcomes that are poorly evaluated, what works and why, as the third of
    three issues in strategic performance management. Where evaluation is the exception there is no
    culture of it. That more than half is asked is this pack's own limit.

    Close the gap: agree with those who run the unevaluated initiatives how it will be known whether
    they work, beginning with the largest.
    """
    yield from all_initiatives_known(evaluation_culture)
    initiatives = evaluation_culture.initiatives or ()
    for at, initiative in placed_initiatives(evaluation_culture):
        if initiative.method is None:
            yield Open(f"{at}.method")
        elif initiative.method == "none":
            yield Observation(f"“{initiative.name}” is not evaluated", at=f"{at}.method")
    without = sum(initiative.method == "none" for initiative in initiatives)
    if initiatives and without * 2 >= len(initiatives):
        yield Gap(
            f"{without} of the {len(initiatives)} initiatives listed are not evaluated",
            at="initiatives",
        )
    evaluated = ((item.name, item) for item in initiatives if item.method not in (None, "none"))
    yield from some_not_shown(evaluated, "evaluations", "initiatives")
