"""Recommendation 6, measured: evaluations are planned first, finished, and decided upon."""

from collections.abc import Iterator
from typing import get_args

from govcheck.plugin import (
    AS_OF,
    Condition,
    Finding,
    Framework,
    Gap,
    Observation,
    Open,
    Rate,
    RowCount,
    Severity,
    Threshold,
    check,
)
from govcheck_police.evaluation_culture.checks_initiatives import EVALUATION_CULTURE
from govcheck_police.evaluation_culture.checks_levels import ALL_LEVELS
from govcheck_police.evaluation_culture.dataset_evaluations import Evaluations
from govcheck_police.evaluation_culture.initiative import METHOD_STRENGTH, Level
from govcheck_police.rates import UNKNOWN, aim, whole, whole_reaches

AT = "/datasets/evaluations"
MONTHS = 12
SHOWS_THE_DIFFERENCE = 2
"""The strength from which a method shows what would have happened anyway."""
_OWN = "this pack's own choice, not the inspectorate's."
PLANNED_AT_LEAST = Threshold(
    "evaluation.planned-first", 80, "%", f"Some things cannot wait for a plan: {_OWN}"
)
FINISHED_AT_LEAST = Threshold(
    "evaluation.finished", 80, "%", f"Some effects take longer than a year to show: {_OWN}"
)
STRONG_AT_LEAST = Threshold(
    "evaluation.strong-methods", 20, "%", f"Not everything is worth a comparison: {_OWN}"
)
SHARED_AT_LEAST = Threshold(
    "evaluation.shared", 50, "%", f"Not every result is of use to others: {_OWN}"
)
_DECIDED = Evaluations.decision.is_in("continue", "adapt", "stop")
_STRONG = tuple(
    name for name, strength in METHOD_STRENGTH.items() if strength >= SHOWS_THE_DIFFERENCE
)


def _of_the_ripe(of: Condition) -> Rate:
    """A share of the initiatives that began so long ago that the result should be there.

    One of which the day of the launch is blank or no day may be among them, and counts against it.
    """
    limit = AS_OF.plus(months=-MONTHS)
    launched = Evaluations.launched_on
    return Rate(of & launched.not_after(limit), where=~launched.after(limit))


PLANNED = Rate(Evaluations.planned_on.before(Evaluations.launched_on))
REPORTED = _of_the_ripe(Evaluations.reported_on.not_after(AS_OF))
DECIDED = _of_the_ripe(_DECIDED)
STRONG = Rate(Evaluations.method.is_in(*_STRONG))
SHARED = _of_the_ripe(Evaluations.shared.is_("yes"))
DECISIONS = RowCount(by=Evaluations.decision)
LEVELS = RowCount(by=Evaluations.level)


@check("EVA-014", serves=EVALUATION_CULTURE, severity=Severity.MAJOR, measures=(PLANNED,))
def evaluations_are_planned_before_the_launch(
    evaluations: Evaluations, framework: Framework
) -> Iterator[Finding]:
    """The evaluation of at least 80 % of initiatives was planned before the launch.

    Why: what was not measured before cannot be compared after. A plan of the day of the launch, or
    without a day, does not count. The figure of 80 % (evaluation.planned-first) is this pack's own
    choice.

    Close the gap: let nothing be launched without a plan that says how its effect will be known.
    """
    short = "too few evaluations were planned before the launch"
    wanted = aim(framework, PLANNED_AT_LEAST, short, "initiatives")
    yield from whole_reaches(evaluations, whole(evaluations[PLANNED]), wanted, parted=False)


@check("EVA-015", serves=EVALUATION_CULTURE, severity=Severity.MINOR, measures=(REPORTED,))
def evaluations_come_to_an_end(evaluations: Evaluations, framework: Framework) -> Iterator[Finding]:
    """At least 80 % of initiatives that began a year ago or more have a reported result.

    Why: an evaluation that is not reported changes nothing. The year and the figure of 80 %
    (evaluation.finished) are this pack's own choice.

    Close the gap: finish the evaluations that are overdue, or say why one is given up.
    """
    short = f"too few initiatives that began {MONTHS} months ago or more have a reported result"
    wanted = aim(framework, FINISHED_AT_LEAST, short, f"initiatives after {MONTHS} months")
    yield from whole_reaches(evaluations, whole(evaluations[REPORTED]), wanted, parted=False)


@check("EVA-016", serves=EVALUATION_CULTURE, severity=Severity.MINOR, measures=(DECIDED, DECISIONS))
def evaluations_lead_to_decisions(
    evaluations: Evaluations, framework: Framework
) -> Iterator[Finding]:
    """For at least 80 % of initiatives that began a year ago or more it was decided what follows.

    Why: evaluation is for deciding whether to continue, to adapt or to stop. Where nothing was ever
    adapted or stopped this is remarked upon. The figure of 80 % (evaluation.finished) is this
    pack's own choice.

    Close the gap: take each result to those who can decide, and record what they decide.
    """
    short = f"for too few initiatives that began {MONTHS} months ago or more was anything decided"
    wanted = aim(framework, FINISHED_AT_LEAST, short, f"initiatives after {MONTHS} months")
    yield from whole_reaches(evaluations, whole(evaluations[DECIDED]), wanted, parted=False)
    made = {name for (name,) in evaluations[DECISIONS]}
    if "continue" in made and not made & {"adapt", "stop"}:
        yield Observation("nothing in the table was ever adapted or stopped", at=AT)


@check("EVA-017", serves=EVALUATION_CULTURE, severity=Severity.MINOR, measures=(STRONG,))
def some_methods_show_the_difference(
    evaluations: Evaluations, framework: Framework
) -> Iterator[Finding]:
    """At least 20 % of initiatives are evaluated by a trial or against a comparison group.

    Why: a comparison before and after, or what people say, does not show what would have happened
    anyway. The figure of 20 % (evaluation.strong-methods) is this pack's own choice.

    Close the gap: plan a comparison for the initiatives that cost most or may do harm.
    """
    short = "too few evaluations compare with what would have happened anyway"
    wanted = aim(framework, STRONG_AT_LEAST, short, "initiatives")
    yield from whole_reaches(evaluations, whole(evaluations[STRONG]), wanted, parted=False)


@check("EVA-018", serves=ALL_LEVELS, severity=Severity.MINOR, measures=(LEVELS,))
def every_level_has_initiatives_of_its_own(evaluations: Evaluations) -> Iterator[Finding]:
    """The table has initiatives of the strategic, the operational and the team level.

    Why: where only headquarters tries things out and looks whether they work, the culture is not at
    all levels.

    Close the gap: have the level that is missing choose one thing of its own and look whether it
    works.
    """
    counts = evaluations[LEVELS]
    unknown = any((name,) in counts for name in UNKNOWN)
    for level in get_args(Level):
        if (level,) not in counts:
            if unknown:
                yield Open(AT, f"whether an initiative is of the {level} level")
            else:
                yield Gap(f"the table has no initiative of the {level} level", at=AT)


@check("EVA-019", serves=EVALUATION_CULTURE, severity=Severity.MINOR, measures=(SHARED,))
def results_are_shared(evaluations: Evaluations, framework: Framework) -> Iterator[Finding]:
    """The results of at least half of the initiatives that began a year ago or more were shared.

    Why: what one team has learned saves another from the same mistake. The figure of 50 %
    (evaluation.shared) is this pack's own choice.

    Close the gap: send finished evaluations to those who plan something similar.
    """
    short = "too few results were shared"
    wanted = aim(framework, SHARED_AT_LEAST, short, f"initiatives after {MONTHS} months")
    yield from whole_reaches(evaluations, whole(evaluations[SHARED]), wanted, parted=False)
