"""One run: an assessment, the packs, the evidence and the date of judgement give the result."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from govcheck import __version__
from govcheck.engine.digest import digest_of, digest_of_inputs
from govcheck.engine.fold import Outcomes, computed, fold_recommendation
from govcheck.engine.lists import lists_of
from govcheck.engine.looked_at import dataset_result, evidence_results
from govcheck.engine.measurement import take
from govcheck.engine.outcome import run
from govcheck.engine.place import Places, file_name
from govcheck.engine.plan import Plan, Task, plan
from govcheck.engine.published import response_result
from govcheck.engine.supply import Case
from govcheck.engine.time_limit import TimeLimit
from govcheck.intake.assessment import Submission
from govcheck.model.exhibit import EvidenceRegister
from govcheck.model.result import (
    FORMAT,
    CheckResult,
    ForceInfo,
    FrameworkInfo,
    PackInfo,
    RecommendationResult,
    Result,
    Summary,
    ToolInfo,
)
from govcheck.model.vocabulary import Severity, Status, Verdict
from govcheck.registry.registry import Registry

if TYPE_CHECKING:
    from govcheck.evidence.sources import Sources

W = TypeVar("W", bound=StrEnum)


def evaluate(  # noqa: PLR0913 - one for each thing that a result depends on
    submission: Submission,
    registry: Registry,
    evidence: EvidenceRegister,
    as_of: date | None = None,
    *,
    limit: TimeLimit | None = None,
    sources: Sources | None = None,
    digested: bool = True,
    told: bool = True,
) -> Result:
    """Run every check that serves the framework and fold what they found.

    `as_of` is the date of judgement; left out, it is the file's own `as_at`. `limit` says how long
    each check may take; left out, as long as it likes. `sources` says where data sets may be read;
    left out, none is. `digested=False` leaves the digests blank, where nobody is to compare them:
    they take a third of the time. `told=False` leaves out what the checks found, where only the
    outcomes are wanted. Never raises for what the file or its data say or a check does:
    a broken check is an error outcome.
    """
    plans = plan(submission.framework, registry)
    case = _case(submission, evidence, as_of)
    asked = {task.loaded.check.id: task.loaded for item in plans for task in item.tasks()}
    known = registry.catalogue.datasets
    measurements = take(submission.assessment, known, asked.values(), sources, case.as_of)
    case = replace(case, measurements=measurements)
    places = Places(submission.document, submission.assessment) if told else None
    recommendations = tuple(
        fold_recommendation(planned, outcomes, case)
        for planned, outcomes in _outcomes(plans, case, places, limit)
    )
    result = _uncounted(submission, registry, case, recommendations)
    summary = _summary(recommendations, result.check_results())
    if not digested:
        return result._replace(summary=summary)
    inputs = digest_of_inputs(_inputs(submission, case))
    counted = result._replace(summary=summary, inputs=inputs)
    return counted._replace(digest=digest_of(counted.as_json()))


def _case(submission: Submission, evidence: EvidenceRegister, as_of: date | None) -> Case:
    """What is judged, before any data are counted."""
    assessment = submission.assessment
    day = as_of or assessment.as_at
    return Case(assessment, submission.framework, submission.force, evidence, day)


def _outcomes(
    plans: Sequence[Plan], case: Case, places: Places | None, limit: TimeLimit | None
) -> tuple[tuple[Plan, Outcomes], ...]:
    return tuple((planned, _outcomes_of_one(planned, case, places, limit)) for planned in plans)


def _uncounted(
    submission: Submission,
    registry: Registry,
    case: Case,
    recommendations: tuple[RecommendationResult, ...],
) -> Result:
    """The result, but for its counts and its digest."""
    return Result(
        format=FORMAT,
        tool=ToolInfo("govcheck", __version__),
        packs=tuple(
            PackInfo(loaded.pack.name, loaded.source.distribution, loaded.pack.version)
            for loaded in registry.packs
        ),
        framework=_framework_info(case),
        force=ForceInfo(case.force.id, case.force.name, case.force.code),
        file=file_name(submission.document),
        as_at=case.assessment.as_at.isoformat(),
        as_of=case.as_of.isoformat(),
        prepared_by=case.assessment.prepared_by,
        summary=_NOTHING_COUNTED,
        recommendations=recommendations,
        evidence=tuple(evidence_results(case, recommendations)),
        datasets=tuple(dataset_result(state) for state in case.measurements.register),
        response=response_result(case),
        lists=lists_of(case.assessment),
    )


def _outcomes_of_one(
    planned: Plan, case: Case, places: Places | None, limit: TimeLimit | None
) -> Outcomes:
    """Run each check once for each scope, and sort what came back as the plan is sorted."""
    done: dict[tuple[str, str], CheckResult] = {}

    def result_of(task: Task) -> CheckResult:
        key = (task.loaded.check.id, task.scope)
        if key not in done:
            done[key] = run(task, planned, case, places, limit)
        return done[key]

    return Outcomes(
        by_requirement=tuple(
            (requirement, tuple(result_of(task) for task in tasks))
            for requirement, tasks in planned.by_requirement
        ),
        by_aspect={
            aspect: tuple(result_of(task) for task in tasks) for aspect, tasks in planned.by_aspect
        },
    )


def _framework_info(case: Case) -> FrameworkInfo:
    framework = case.framework
    return FrameworkInfo(
        id=framework.id,
        title=framework.title,
        publisher=framework.publisher,
        published=framework.published.isoformat(),
        source=framework.source,
        licence=framework.licence,
        note=framework.note,
        response=computed(framework.response_deadline(), case.as_of),
        evidence_fresh_for_months=framework.evidence_fresh_for_months,
        inspection_id=framework.inspection_id,
        inspection_type=framework.inspection_type,
    )


def _summary(
    recommendations: Sequence[RecommendationResult], checks: Sequence[CheckResult]
) -> Summary:
    requirements = [item for outer in recommendations for item in outer.requirements]
    return Summary(
        recommendations=_counted(Verdict, (item.verdict for item in recommendations)),
        requirements=_counted(Verdict, (item.verdict for item in requirements)),
        checks=_counted(Status, (item.status for item in checks)),
        gaps=_counted(Severity, (c.severity for c in checks if c.status is Status.GAP)),
        open_questions=_counted(
            Severity, (c.severity for c in checks if c.status is Status.NOT_ASSESSED)
        ),
    )


def _counted(words: type[W], found: Iterable[W]) -> dict[W, int]:
    """How often each word was found, with those that never were."""
    counts = Counter(found)
    return {word: counts[word] for word in words}


_NOTHING_COUNTED = _summary((), ())


def _inputs(submission: Submission, case: Case) -> dict[str, object]:
    """What the result depends on, beside the packs that it names."""
    return {
        "assessment": submission.document.data,
        "framework": case.framework.model_dump(mode="json", by_alias=True),
        "force": case.force.model_dump(mode="json"),
        "as_of": case.as_of.isoformat(),
        "evidence": {item.id: item.state.value for item in case.evidence},
        # No exact count: a digest of a small number is as good as the number itself.
        "datasets": [item.key for item in case.measurements.register],
    }
