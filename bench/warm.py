"""A warm process: parsing one file, validating it, running all checks, and the whole result.

Run: python bench/warm.py
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from govcheck.engine.judge import evaluate
from govcheck.engine.outcome import run
from govcheck.engine.place import Places
from govcheck.engine.plan import plan
from govcheck.engine.supply import Case
from govcheck.evidence.documents import look_at
from govcheck.intake.assessment import Submission, read_assessment
from govcheck.intake.document import read_document
from govcheck.model.exhibit import EvidenceRegister
from govcheck.registry.loading import load_registry
from govcheck.registry.registry import Registry

EXAMPLE = Path(__file__).parent.parent / "examples" / "invented-force" / "self-assessment.yaml"
LIMIT = 1.5


def median_of(work: Callable[[], object], runs: int = 41) -> float:
    """Median milliseconds of one piece of work."""
    times = []
    for _ in range(runs):
        begin = time.perf_counter()
        work()
        times.append((time.perf_counter() - begin) * 1000)
    return statistics.median(times)


def run_all(submission: Submission, registry: Registry, evidence: EvidenceRegister) -> None:
    """Every check, with the places of what it finds, and nothing folded."""
    assessment, framework = submission.assessment, submission.framework
    case = Case(assessment, framework, submission.force, evidence, assessment.as_at)
    places = Places(submission.document, assessment)
    for planned in plan(framework, registry):
        once = {(task.loaded.check.id, task.scope): task for task in planned.tasks()}
        for task in once.values():
            run(task, planned, case, places)


def main() -> None:
    registry = load_registry()
    document = read_document(EXAMPLE)
    submission = read_assessment(document, registry.catalogue)
    evidence = look_at(submission.assessment.evidence, EXAMPLE.parent)
    parsing = median_of(lambda: read_document(EXAMPLE))
    validation = median_of(lambda: read_assessment(document, registry.catalogue))
    checks = median_of(lambda: run_all(submission, registry, evidence))
    whole = median_of(lambda: evaluate(submission, registry, evidence))
    ratio = (validation + checks) / parsing
    print(f"{EXAMPLE.stat().st_size} bytes, {len(registry.checks)} checks")
    print(f"  parsing with places       {parsing:7.2f} ms")
    print(f"  validation                {validation:7.2f} ms")
    print(f"  all checks                {checks:7.2f} ms")
    print(f"  validation and all checks {ratio:7.2f} times parsing (at most {LIMIT})")
    print(f"  the whole result          {whole:7.2f} ms, checks, verdicts and digest")
    sys.exit(0 if ratio <= LIMIT else 1)


if __name__ == "__main__":
    main()
