"""Recommendation 6: a policy on evaluation, people who can do it, and lessons that are used."""

from collections.abc import Iterator
from datetime import date

from govcheck.plugin import Finding, Gap, Severity, check
from govcheck_police.answers import left_open
from govcheck_police.citations import not_shown
from govcheck_police.evaluation_culture.checks_initiatives import EVALUATION_CULTURE
from govcheck_police.evaluation_culture.section import (
    Capability,
    DecisionUse,
    EvaluationCulture,
    EvaluationPolicy,
    Lessons,
)
from govcheck_police.recency import within_months

POLICY_KEEPS_FOR_MONTHS = 24
"""After how long a policy has to be looked at again: this pack's own limit."""
DECISION_WITHIN_MONTHS = 18
"""Budgets and plans are yearly; half a year is left for a late one: this pack's own limit."""


@check("EVA-008", serves=EVALUATION_CULTURE, severity=Severity.MAJOR)
def a_policy_requires_evaluation(
    evaluation_culture: EvaluationCulture, as_of: date
) -> Iterator[Finding]:
    """A current policy with an owner says what is evaluated, and asks for a plan before the launch.

    Why: without a rule, whether something is evaluated depends on who happens to run it. After how
    long a policy has to be looked at again, 24 months, is this pack's own limit.

    Close the gap: agree a policy that says what has to be evaluated and that no such initiative
    begins without an evaluation plan, and name the role that answers for it.
    """
    policy = evaluation_culture.policy or EvaluationPolicy()
    if policy.in_place == "no":
        yield Gap("there is no policy on evaluation", at="policy.in_place")
        return
    asked = ("in_place", "agreed_on", "owner", "applies_to", "plan_before_launch")
    yield from left_open(policy, "policy", *asked)
    yield from within_months(
        "the policy on evaluation",
        policy.agreed_on,
        POLICY_KEEPS_FOR_MONTHS,
        as_of,
        "policy.agreed_on",
    )
    if policy.plan_before_launch == "no":
        yield Gap(
            "the policy does not ask for an evaluation plan before an initiative is launched",
            at="policy.plan_before_launch",
        )
    yield from not_shown(evaluation_culture.policy, "the policy", "policy")


@check("EVA-009", serves=EVALUATION_CULTURE, severity=Severity.MINOR)
def evaluators_are_trained(evaluation_culture: EvaluationCulture) -> Iterator[Finding]:
    """Those who lead evaluations are trained, and work with a recognised tool or guidance.

    Why: the College of Policing offers a logic model, a Policing Evaluation Toolkit and a
    cost-benefit tool. The toolkit has a licence of its own, for non-commercial use.

    Close the gap: train those who lead evaluations, and say which tool or guidance they use.
    """
    capability = evaluation_culture.capability or Capability()
    asked = ("evaluators", "evaluators_trained", "guidance_used")
    yield from left_open(capability, "capability", *asked)
    if capability.evaluators == 0:
        yield Gap("nobody leads evaluations", at="capability.evaluators")
    if capability.evaluators is not None and capability.evaluators_trained is not None:
        yield from _trained(capability.evaluators, capability.evaluators_trained)
    if capability.guidance_used == ():
        yield Gap("no tool or guidance on evaluation is used", at="capability.guidance_used")
    yield from not_shown(evaluation_culture.capability, "who can evaluate", "capability")


def _trained(evaluators: int, trained: int) -> Iterator[Finding]:
    at = "capability.evaluators_trained"
    if trained < evaluators:
        yield Gap("not everybody who leads evaluations is trained in it", at=at)
    elif trained > evaluators:
        yield Gap(
            "more evaluators are trained than there are: one of the two numbers is wrong", at=at
        )


@check("EVA-010", serves=EVALUATION_CULTURE, severity=Severity.MAJOR)
def learning_reaches_plans_and_budgets(
    evaluation_culture: EvaluationCulture, as_of: date
) -> Iterator[Finding]:
    """Most lessons are acted on, and evaluations weighed in a recent budget and a recent plan.

    Why: the report lists an effect on planning among three impacts of weak performance management,
    and found financial and strategic planning too short-term. Money shows whether a force believes
    its own evaluations. The limits, more than half of the lessons and the last 18 months, are this
    pack's own.

    Close the gap: act on the lessons that are recorded, and put the results of evaluations before
    those who prepare the budget and the plans; record what was decided and when.
    """
    lessons = evaluation_culture.lessons or Lessons()
    yield from left_open(lessons, "lessons", "recorded", "acted_on", "owner")
    if lessons.recorded == 0:
        yield Gap("no lesson from an evaluation was recorded", at="lessons.recorded")
    if lessons.recorded is not None and lessons.acted_on is not None:
        yield from _acted_on(lessons.recorded, lessons.acted_on)
    yield from _weighed(evaluation_culture.budget, "budget", as_of)
    yield from _weighed(evaluation_culture.planning, "planning", as_of)
    yield from not_shown(evaluation_culture.lessons, "the lessons", "lessons")
    for at, on in _ON.items():
        use: DecisionUse | None = getattr(evaluation_culture, at)
        if use is not None and use.used != "no":
            yield from not_shown(use, f"the decision on {on}", at)


def _acted_on(recorded: int, acted_on: int) -> Iterator[Finding]:
    if acted_on > recorded:
        yield Gap(
            "more lessons were acted on than were recorded: one of the two numbers is wrong",
            at="lessons.acted_on",
        )
    elif recorded and acted_on * 2 <= recorded:
        yield Gap(
            f"{acted_on} of {recorded} lessons were acted on, not more than half",
            at="lessons.acted_on",
        )


def _weighed(use: DecisionUse | None, at: str, as_of: date) -> Iterator[Finding]:
    use = use or DecisionUse()
    if use.used == "no":
        yield Gap(f"no evaluation weighed in a decision on {_ON[at]}", at=f"{at}.used")
        return
    yield from left_open(use, at, "used", "decision", "decided_on")
    yield from within_months(
        f"the last decision on {_ON[at]} in which an evaluation weighed",
        use.decided_on,
        DECISION_WITHIN_MONTHS,
        as_of,
        f"{at}.decided_on",
    )


_ON = {"budget": "the budget", "planning": "the plans"}
