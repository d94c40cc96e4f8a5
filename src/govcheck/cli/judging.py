"""From files on the command line to their results, and to the exit status that these deserve."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from govcheck.cli.gate_options import Opened
    from govcheck.cli.options import Whereabouts
    from govcheck.intake.assessment import Submission
    from govcheck.model.result import Result
    from govcheck.model.vocabulary import Severity
    from govcheck.registry.registry import Registry
    from govcheck.report.judged import CheckHelp, Judged

Named = tuple[Path, "Result"]


def results_of(
    files: Sequence[Path],
    registry: Registry,
    as_of: date | None,
    seconds: int | None,
    places: Whereabouts,
) -> list[Named]:
    """A result for each file; or exit with every problem, where no file can be judged.

    Of several files, those that cannot be judged are told and left out.
    """
    from govcheck.engine.judge import evaluate  # noqa: PLC0415
    from govcheck.engine.time_limit import CHECK_SECONDS, TimeLimit  # noqa: PLC0415
    from govcheck.evidence.documents import look_at  # noqa: PLC0415

    submissions = submissions_of(files, registry)
    results = []
    with TimeLimit(seconds or CHECK_SECONDS) as limit:
        for path, item in submissions:
            evidence = look_at(item.assessment.evidence, path.parent, places.roots)
            sources = places.of(path)
            judged = evaluate(item, registry, evidence, as_of, limit=limit, sources=sources)
            results.append((path, judged))
    return results


def submissions_of(files: Sequence[Path], registry: Registry) -> list[tuple[Path, Submission]]:
    """What each file says; or exit with every problem, where none can be read."""
    from govcheck.cli import session  # noqa: PLC0415
    from govcheck.gate.exit_status import ExitStatus  # noqa: PLC0415
    from govcheck.intake.assessment import read_assessment  # noqa: PLC0415
    from govcheck.intake.document import read_document  # noqa: PLC0415
    from govcheck.intake.problem import InvalidDocument, Problem  # noqa: PLC0415

    submissions, problems = [], list[Problem]()
    several = len(dict.fromkeys(files)) > 1
    for path in dict.fromkeys(files):
        try:
            document = read_document(path)
            submissions.append((path, read_assessment(document, registry.catalogue)))
        except InvalidDocument as error:
            problems += error.problems
    if problems and submissions and several:
        for problem in problems:
            click.echo(str(problem), err=True)
    elif problems:
        click.echo(f"{_problems(len(problems))}; nothing was judged.", err=True)
        session.stop(problems, ExitStatus.INVALID)
    return submissions


def _problems(number: int) -> str:
    return "1 problem" if number == 1 else f"{number} problems"


def decided(
    results: Sequence[Named],
    threshold: Severity | None,
    help_: Mapping[str, CheckHelp],
    gate: Opened | None = None,
    *,
    left_out: bool = False,
) -> tuple[list[Judged], int]:
    """Each result with its exit status in words, and the status of the whole run.

    `left_out` says that files could not be judged.
    """
    from govcheck.gate.exit_status import ExitStatus, exit_for, worst  # noqa: PLC0415
    from govcheck.report.judged import Judged  # noqa: PLC0415

    judged: list[Judged] = []
    statuses = [ExitStatus.INVALID] if left_out else []
    for path, result in results:
        decision = gate.decision_on(result) if gate else None
        status, reason = (
            (ExitStatus(decision.status), decision.reason)
            if decision
            else exit_for(result, threshold)
        )
        statuses.append(status)
        judged.append(Judged(str(path), result, f"{status}: {reason}", help_, decision))
    return judged, worst(statuses)
