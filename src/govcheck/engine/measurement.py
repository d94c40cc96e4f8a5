"""Count, once for a run, what all its checks ask of the data sets that the assessment names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from govcheck.model.assessment import SelfAssessment
from govcheck.model.data_register import DataRegister, DataState
from govcheck.model.disclosure import Whole
from govcheck.plugin.dataset import Dataset
from govcheck.registry.registry import LoadedCheck

if TYPE_CHECKING:
    from govcheck.evidence.sources import Sources
    from govcheck.model.column import Column
    from govcheck.model.measure import Measure


class Measurements:
    """The answers of every data set that could be counted, and why not of the others."""

    def __init__(
        self,
        datasets: Mapping[str, Dataset],
        register: DataRegister,
        lacking: Mapping[Measure[Any], tuple[Column, ...]],
    ) -> None:
        self._datasets = datasets
        self.register = register
        self._lacking = lacking

    def dataset(self, key: str) -> Dataset | None:
        """The counted data set under a name."""
        return self._datasets.get(key)

    def why_not(self, kind: type[Dataset], measures: Iterable[Measure[Any]]) -> str | None:
        """Why a check cannot be given a data set, in a sentence; None where it can."""
        state = self.register.state(kind.dataset_key)
        if state is None:
            return f"the file names no data set “{kind.dataset_key}”."
        if state.failure:
            return f"{state.source} cannot be counted: {state.failure}"
        for measure in measures:
            for column in self._lacking.get(measure, ()):
                if column in kind.columns():
                    return f"{state.source} has no column “{column.name}” ({column.about})"
        return None


NOTHING_MEASURED = Measurements({}, DataRegister(), {})
"""No data set is named."""


def take(
    assessment: SelfAssessment,
    known: Mapping[str, type[Dataset]],
    checks: Iterable[LoadedCheck],
    sources: Sources | None,
    as_of: date,
) -> Measurements:
    """Count everything that the checks ask for, each data set in one go.

    Never raises for what a source holds: what cannot be counted is told by its state.
    """
    if not assessment.datasets:
        return NOTHING_MEASURED
    if sources is None:
        return Measurements({}, DataRegister(tuple(_unread(assessment))), {})
    from govcheck.evidence.datasets import measure  # noqa: PLC0415 - only where data are named

    asking = list(checks)
    found = [
        measure(known[key], source, _asked_of(known[key], asking), as_of, sources)
        for key, source in assessment.datasets.items()
    ]
    return Measurements(
        {item.state.key: item.dataset for item in found if item.dataset is not None},
        DataRegister(tuple(item.state for item in found)),
        {measure: columns for item in found for measure, columns in item.lacking.items()},
    )


def _unread(assessment: SelfAssessment) -> Iterator[DataState]:
    for key, source in assessment.datasets.items():
        yield DataState(
            key,
            source.name,
            Whole(0),
            source.about or "",
            failure="data were not looked at.",
            collected=source.collected,
        )


def _asked_of(kind: type[Dataset], checks: Iterable[LoadedCheck]) -> list[Measure[Any]]:
    """What all checks together ask of one data set, each question once."""
    columns = set(kind.columns())
    asked = (item for check in checks if kind in check.datasets for item in check.check.measures)
    return [item for item in dict.fromkeys(asked) if set(item.columns()) <= columns]
