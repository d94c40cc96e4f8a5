"""Run one check on values, or a whole self-assessment on a text. Nothing is imitated."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from govcheck.engine.judge import evaluate as evaluate_submission
from govcheck.engine.outcome import Outcome, evaluate_check
from govcheck.evidence.documents import look_at
from govcheck.evidence.sources import Sources
from govcheck.intake.assessment import read_assessment
from govcheck.intake.document import Format, parse_document
from govcheck.model.result import Result
from govcheck.plugin.check import Check
from govcheck.registry.injection import wants_of
from govcheck.registry.loading import load_registry
from govcheck.registry.registry import Registry
from govcheck.testing.dataset_rows import DatasetRows

__all__ = ["Outcome", "evaluate", "judge_text", "load_packs"]


def evaluate(check: Check[...], *values: object) -> Outcome:
    """What a check makes of these values, given in the order of its parameters.

    A data set is given as `rows_of(Leavers, [{"group": "police officers"}], as_of=...)`.

    `outcome.status` is the status, `outcome.findings` what it yielded, `outcome.error` what it
    raised. Raises TypeError where the values are not those that the check asks for.
    """
    parameters = []
    for want in wants_of(check):
        if isinstance(want, str):
            raise TypeError(f"{check.id} ({check.place}): {want}")
        parameters.append(want.parameter)
    if len(values) != len(parameters):
        raise TypeError(
            f"{check.id} asks for {', '.join(parameters)}; {len(values)} values were given"
        )
    given = (
        value.counted(check.measures) if isinstance(value, DatasetRows) else value
        for value in values
    )
    return evaluate_check(check, dict(zip(parameters, given, strict=True)))


def load_packs(
    *plugin_files: Path, frameworks: Sequence[Path] = (), installed: bool = True
) -> Registry:
    """The packs of a run: those installed, and these files. Raises BrokenPlugins."""
    return load_registry(plugin_files, frameworks, installed=installed)


def judge_text(
    text: str,
    registry: Registry,
    *,
    folder: Path | None = None,
    as_of: date | None = None,
    text_format: Format = "yaml",
) -> Result:
    """The result for a self-assessment given as text; `folder` is where its evidence and data lie.

    Raises InvalidDocument where the text is not a valid self-assessment.
    """
    document = parse_document(text, f"self-assessment.{text_format}", text_format)
    submission = read_assessment(document, registry.catalogue)
    place = folder or Path()
    evidence = look_at(submission.assessment.evidence, place)
    return evaluate_submission(submission, registry, evidence, as_of, sources=Sources(place))
