"""Recommendation 6: evaluation at the strategic, the operational and the team level."""

from collections.abc import Iterator
from datetime import date
from typing import get_args

from govcheck.plugin import Finding, Gap, Open, Severity, check
from govcheck_police.answers import left_blank
from govcheck_police.citations import some_not_shown
from govcheck_police.evaluation_culture.entries import all_initiatives_known
from govcheck_police.evaluation_culture.initiative import Initiative, Level
from govcheck_police.evaluation_culture.section import (
    EvaluationAtLevel,
    EvaluationCulture,
    EvaluationLevels,
)
from govcheck_police.frameworks import GETTING_A_GRIP
from govcheck_police.recency import within_months

ALL_LEVELS = f"{GETTING_A_GRIP}:6.all-levels"
CONSIDERED_WITHIN_MONTHS = 12
"""Each level considers an evaluation at least once a year: this pack's own limit."""


def _levels(culture: EvaluationCulture) -> Iterator[tuple[str, EvaluationAtLevel]]:
    given = culture.levels or EvaluationLevels()
    for name in get_args(Level):
        yield name, getattr(given, name) or EvaluationAtLevel()


@check("EVA-011", serves=ALL_LEVELS, severity=Severity.CRITICAL)
def evaluation_takes_place_at_every_level(
    evaluation_culture: EvaluationCulture,
) -> Iterator[Finding]:
    """Evaluation takes place at the strategic, the operational and the team level.

    Why: the recommendation asks for a culture of evaluation at all levels. The report's one core
    concern is first-line supervisors, whose teams are the level that is easiest to leave out.

    Close the gap: at the level where it does not take place, decide who looks at what worked and in
    which meeting, and begin with one activity of its own.
    """
    for name, level in _levels(evaluation_culture):
        if level.takes_place is None:
            yield Open(f"levels.{name}.takes_place")
        elif level.takes_place == "no":
            yield Gap(
                f"evaluation does not take place at {name} level", at=f"levels.{name}.takes_place"
            )


@check("EVA-012", serves=ALL_LEVELS, severity=Severity.MAJOR)
def every_level_considers_evaluations_and_acts(
    evaluation_culture: EvaluationCulture, as_of: date
) -> Iterator[Finding]:
    """At each level evaluation is a standing item, was considered this year, and changed something.

    Why: an agenda item that has had nothing under it for a year, or after which nothing changed, is
    a form and not a culture. That each level considers an evaluation at least once in 12 months is
    this pack's own choice, not the inspectorate's.

    Close the gap: make evaluation a standing item of a meeting at each level, bring an evaluation
    of its own activity to it, and record what changed.
    """
    for name, level in _levels(evaluation_culture):
        if level.takes_place == "no":
            yield Gap(
                f"no evaluation was considered at {name} level, as none takes place there",
                at=f"levels.{name}.takes_place",
            )
        else:
            yield from _considers(name, level, as_of)
            yield from _acts(name, level)
    given = evaluation_culture.levels or EvaluationLevels()
    held = (
        (f"{name} level", level)
        for name in get_args(Level)
        if (level := getattr(given, name)) is not None and level.takes_place != "no"
    )
    yield from some_not_shown(held, "levels", "levels")


def _considers(name: str, level: EvaluationAtLevel, as_of: date) -> Iterator[Finding]:
    at = f"levels.{name}"
    asked = ["takes_place", "forum", "frequency", "standing_item", "last_considered"]
    if level.action_followed != "no":
        asked += ["action_followed", "action"]
    yield from left_blank(level, f"{name} level", at, *asked)
    if level.standing_item == "no":
        yield Gap(f"evaluation is not a standing item at {name} level", at=f"{at}.standing_item")
    yield from within_months(
        f"the last evaluation considered at {name} level",
        level.last_considered,
        CONSIDERED_WITHIN_MONTHS,
        as_of,
        f"{at}.last_considered",
    )


def _acts(name: str, level: EvaluationAtLevel) -> Iterator[Finding]:
    at = f"levels.{name}"
    if level.action_followed == "no":
        yield Gap(
            f"nothing changed after the last evaluation considered at {name} level",
            at=f"{at}.action_followed",
        )


@check("EVA-013", serves=ALL_LEVELS, severity=Severity.MAJOR)
def initiatives_of_every_level_are_evaluated(
    evaluation_culture: EvaluationCulture,
) -> Iterator[Finding]:
    """At each level at least one initiative of the period is evaluated.

    Why: where only large projects are evaluated, teams are told what works and do not learn to ask.

    Close the gap: choose an initiative at the level that has none, agree how it will be known
    whether it works, and give its level and its method.
    """
    yield from all_initiatives_known(evaluation_culture)
    initiatives = evaluation_culture.initiatives
    for level in get_args(Level) if initiatives else ():
        yield from _evaluated_at(level, initiatives or ())


def _evaluated_at(level: Level, initiatives: tuple[Initiative, ...]) -> Iterator[Finding]:
    possible = [
        initiative
        for initiative in initiatives
        if initiative.level in (None, level) and initiative.method != "none"
    ]
    if any(initiative.level and initiative.method for initiative in possible):
        return
    if possible:
        yield Open(
            "initiatives",
            f"whether an initiative at {level} level is evaluated: level or method of"
            f" “{possible[0].name}” is not answered",
        )
    else:
        yield Gap(f"no initiative at {level} level is evaluated", at="initiatives")
