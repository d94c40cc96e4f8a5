"""What looking at evidence and data showed, as the result tells it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govcheck.engine.supply import Case
from govcheck.model.data_register import DataState
from govcheck.model.exhibit import Exhibit
from govcheck.model.result import (
    DatasetResult,
    EvidenceResult,
    RecommendationResult,
    ViolationResult,
)


def evidence_results(
    case: Case, recommendations: Sequence[RecommendationResult]
) -> Iterator[EvidenceResult]:
    """Every evidence entry, with the recommendations that cite it."""
    cited_by: dict[str, list[str]] = {}
    for item in recommendations:
        for cited in item.evidence:
            cited_by.setdefault(cited, []).append(item.number)
    for exhibit in case.evidence:
        yield _evidence_result(exhibit, case, tuple(cited_by.get(exhibit.id, ())))


def _evidence_result(exhibit: Exhibit, case: Case, cited_by: tuple[str, ...]) -> EvidenceResult:
    entry = exhibit.entry
    fresh_until = exhibit.stale_since(case.framework.evidence_fresh_for_months)
    return EvidenceResult(
        id=exhibit.id,
        title=entry.title,
        place=entry.path or entry.url or entry.reference or "",
        state=exhibit.state,
        method=entry.method,
        about=entry.about,
        collected=entry.collected.isoformat() if entry.collected else None,
        fresh_until=fresh_until.isoformat() if fresh_until else None,
        sha256=entry.sha256,
        covers=entry.covers or (),
        cited_by=cited_by,
    )


def dataset_result(state: DataState) -> DatasetResult:
    """A data set, with its counts as they may be shown."""
    return DatasetResult(
        key=state.key,
        source=state.source,
        rows=str(state.rows),
        period=state.period,
        notes=state.notes,
        violations=tuple(
            ViolationResult(item.column, item.kind, str(item.rows), item.message, item.lines)
            for item in state.violations
        ),
        failure=state.failure,
    )
