"""Recommendation 6: evaluations are planned before the launch, and results rest on a method."""

from collections.abc import Iterator
from datetime import date

from govcheck.plugin import Finding, Gap, Observation, Open, Severity, Strength, check, in_words
from govcheck_police.answers import left_blank
from govcheck_police.evaluation_culture.checks_initiatives import EVALUATION_CULTURE
from govcheck_police.evaluation_culture.entries import (
    all_initiatives_known,
    placed_initiatives,
    results_known,
    with_results,
)
from govcheck_police.evaluation_culture.initiative import METHOD_STRENGTH, Initiative
from govcheck_police.evaluation_culture.section import EvaluationCulture
from govcheck_police.recency import not_ahead


@check("EVA-003", serves=EVALUATION_CULTURE, severity=Severity.MAJOR)
def evaluation_is_planned_before_launch(
    evaluation_culture: EvaluationCulture, as_of: date
) -> Iterator[Finding]:
    """Each evaluation was planned and resourced by the launch, and how things stood was measured.

    Why: what things were like before can seldom be measured afterwards. The College of Policing's
    toolkit steps begin with preparation and a baseline, before anything is done.

    Close the gap: agree the evaluation plan before the next launch, measure how things stand, and
    set time aside. An initiative that began without a plan stays a gap; say in the plan what can
    still be learned.
    """
    yield from all_initiatives_known(evaluation_culture)
    for at, initiative in placed_initiatives(evaluation_culture):
        asked = ["launched", "evaluation_planned", "baseline", "resources_set_aside"]
        if initiative.evaluation_planned != "no":
            asked.append("evaluation_planned_on")
        yield from left_blank(initiative, initiative.name, at, *asked)
        yield from _planned(initiative, as_of, at)
        if initiative.baseline == "no":
            yield Gap(
                f"nobody measured how things stood before “{initiative.name}” began",
                at=f"{at}.baseline",
            )
        if initiative.resources_set_aside == "no":
            yield Gap(
                f"neither time nor money was set aside to evaluate “{initiative.name}”",
                at=f"{at}.resources_set_aside",
            )


def _planned(initiative: Initiative, as_of: date, at: str) -> Iterator[Finding]:
    name, planned, launched = (
        initiative.name,
        initiative.evaluation_planned_on,
        initiative.launched,
    )
    if initiative.evaluation_planned == "no":
        yield Gap(f"“{name}” has no evaluation plan", at=f"{at}.evaluation_planned")
    elif planned is None:
        return
    elif launched is not None and planned > launched:
        yield Gap(
            f"the evaluation of “{name}” was planned on {in_words(planned)}, after its launch on"
            f" {in_words(launched)}",
            at=f"{at}.evaluation_planned_on",
        )
    else:
        what = f"the evaluation plan of “{name}”"
        yield from not_ahead(what, planned, as_of, f"{at}.evaluation_planned_on")


@check("EVA-004", serves=EVALUATION_CULTURE, severity=Severity.MAJOR)
def methods_can_carry_the_results(evaluation_culture: EvaluationCulture) -> Iterator[Finding]:
    """Whoever says that an initiative worked, or did not, used a method that can show a change.

    Why: interviews and reviews of a process say how something was done, and not what difference it
    made. The College of Policing's evaluation steps compare a test afterwards with a baseline.

    Close the gap: compare with how things stood before, better with a group that did not get the
    initiative; or call the result inconclusive.
    """
    yield from results_known(evaluation_culture)
    for at, initiative in with_results(evaluation_culture):
        if initiative.result != "inconclusive":
            yield from _result_carried(initiative, at)
    methods = [item.method for _, item in with_results(evaluation_culture) if item.method]
    if any(METHOD_STRENGTH[method] > 1 for method in methods):
        yield Strength(
            "at least one result rests on a comparison with those who did not get the initiative",
            at="initiatives",
        )
    elif methods:
        yield Observation(
            "no result rests on a comparison with those who did not get the initiative",
            at="initiatives",
        )


def _result_carried(initiative: Initiative, at: str) -> Iterator[Finding]:
    method, drawn = initiative.method, f"the result of “{initiative.name}” is “{initiative.result}”"
    yield from left_blank(initiative, initiative.name, at, "method", "baseline")
    if method is not None and not METHOD_STRENGTH[method]:
        yield Gap(
            f"{drawn}, but the method given ({method}) cannot show a change", at=f"{at}.method"
        )
    elif initiative.baseline == "no" and method not in ("randomised trial", "comparison group"):
        yield Gap(
            f"{drawn}, but nobody measured how things stood before it began", at=f"{at}.baseline"
        )


@check("EVA-005", serves=EVALUATION_CULTURE, severity=Severity.MAJOR)
def results_come_when_they_are_due(
    evaluation_culture: EvaluationCulture, as_of: date
) -> Iterator[Finding]:
    """Each result was reported to those who decide, or has a due date that has not passed.

    Why: an evaluation without a date for its result has no end, and the initiative goes on by
    default.

    Close the gap: report the result and give the day, or say by when it will be known.
    """
    yield from all_initiatives_known(evaluation_culture)
    for at, initiative in placed_initiatives(evaluation_culture):
        if initiative.result == "not yet known":
            yield from _still_to_come(initiative, as_of, at)
        else:
            yield from _reported(initiative, as_of, at)


def _still_to_come(initiative: Initiative, as_of: date, at: str) -> Iterator[Finding]:
    if initiative.result_due is None:
        yield Open(f"{at}.result_due")
    elif initiative.result_due < as_of:
        yield Gap(
            f"the result of “{initiative.name}” was due by {in_words(initiative.result_due)} and is"
            " not yet known",
            at=f"{at}.result_due",
        )


def _reported(initiative: Initiative, as_of: date, at: str) -> Iterator[Finding]:
    name, reported = initiative.name, initiative.reported_on
    yield from left_blank(initiative, name, at, "launched", "result", "reported_on")
    yield from not_ahead(f"the report on “{name}”", reported, as_of, f"{at}.reported_on")
    if reported and initiative.launched and reported < initiative.launched:
        yield Gap(
            f"the result of “{name}” was reported on {in_words(reported)}, before its launch on"
            f" {in_words(initiative.launched)}: one of the two dates is wrong",
            at=f"{at}.reported_on",
        )
