"""Recommendation 6: results of evaluations lead to decisions, and are shared."""

from collections.abc import Iterator
from datetime import date

from govcheck.plugin import (
    Finding,
    Gap,
    Observation,
    Open,
    Severity,
    Strength,
    check,
    in_words,
    months_later,
)
from govcheck_police.answers import left_blank
from govcheck_police.evaluation_culture.checks_initiatives import EVALUATION_CULTURE
from govcheck_police.evaluation_culture.entries import results_known, with_results
from govcheck_police.evaluation_culture.initiative import Initiative
from govcheck_police.evaluation_culture.section import EvaluationCulture
from govcheck_police.recency import not_ahead

DECIDED_WITHIN_MONTHS = 3
"""How long a result may wait for a decision: this pack's own limit."""


@check("EVA-006", serves=EVALUATION_CULTURE, severity=Severity.MAJOR)
def results_lead_to_decisions(
    evaluation_culture: EvaluationCulture, as_of: date
) -> Iterator[Finding]:
    """Each result led to a decision to continue, adapt or stop, taken after it was reported.

    Why: an evaluation that nobody decides on costs as much as one that is used. Where nothing was
    ever stopped or changed this is observed and not held against the force: it can have chosen
    well.

    Close the gap: put the result before those who can decide, and record what they decided and
    when. How long a result may wait, three months, is this pack's own limit.
    """
    yield from results_known(evaluation_culture)
    for at, initiative in with_results(evaluation_culture):
        asked = ["reported_on", "decision"]
        if initiative.decision != "undecided":
            asked.append("decided_on")
        yield from left_blank(initiative, initiative.name, at, *asked)
        if initiative.decision == "undecided":
            yield from _waiting(initiative, as_of, at)
        else:
            yield from _decided(initiative, as_of, at)
    decisions = {initiative.decision for _, initiative in with_results(evaluation_culture)}
    if decisions and not decisions & {"adapt", "stop", None}:
        yield Observation("no initiative was stopped or changed after its result", at="initiatives")


def _waiting(initiative: Initiative, as_of: date, at: str) -> Iterator[Finding]:
    reported = initiative.reported_on
    if reported and months_later(reported, DECIDED_WITHIN_MONTHS) < as_of:
        yield Gap(
            f"the result of “{initiative.name}” was reported on {in_words(reported)}, and nothing"
            f" has been decided for more than {DECIDED_WITHIN_MONTHS} months",
            at=f"{at}.decision",
        )
    else:
        yield Observation(
            f"nothing has been decided on the result of “{initiative.name}” yet",
            at=f"{at}.decision",
        )


def _decided(initiative: Initiative, as_of: date, at: str) -> Iterator[Finding]:
    name, decided, reported = initiative.name, initiative.decided_on, initiative.reported_on
    yield from not_ahead(f"the decision on “{name}”", decided, as_of, f"{at}.decided_on")
    if decided and reported and decided < reported:
        yield Gap(
            f"what becomes of “{name}” was decided on {in_words(decided)}, before its result was"
            f" reported on {in_words(reported)}: the decision cannot rest on it",
            at=f"{at}.decided_on",
        )
    if initiative.decision == "continue" and initiative.result == "did not work":
        yield Observation(f"“{name}” did not work and is continued", at=f"{at}.decision")


@check("EVA-007", serves=EVALUATION_CULTURE, severity=Severity.MINOR)
def results_are_shared(evaluation_culture: EvaluationCulture) -> Iterator[Finding]:
    """Each result, good or bad, was shared with somebody who did not take part.

    Why: a guide by the Home Office and the National Policing Improvement Agency counts sharing of
    lessons among twelve hallmarks of a police performance framework. What did not work is worth as
    much to others as what did.

    Close the gap: tell colleagues, partners or other forces what was found, or offer it to the
    College of Policing's practice bank, and say with whom it was shared.
    """
    yield from results_known(evaluation_culture)
    for at, initiative in with_results(evaluation_culture):
        if initiative.shared_with is None:
            yield Open(f"{at}.shared_with")
        elif not initiative.shared_with:
            yield Gap(
                f"the result of “{initiative.name}” was shared with nobody", at=f"{at}.shared_with"
            )
        elif initiative.result == "did not work" and set(initiative.shared_with) - {
            "inside the force"
        }:
            yield Strength(
                f"the force told others that “{initiative.name}” did not work",
                at=f"{at}.shared_with",
            )
