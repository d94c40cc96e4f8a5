"""The data sets of a starter file: what each holds, and where to say where it lies."""

from __future__ import annotations

from collections.abc import Iterator

from govcheck.model.assessment import SelfAssessment
from govcheck.model.column import Column
from govcheck.model.framework import Framework
from govcheck.plugin.dataset import Dataset
from govcheck.reference.starter_text import STEP, commented_out, note
from govcheck.registry.registry import Registry

_HOW = (
    "Take away the # in front of a data set that you have, and correct its path. Where your headers"
    " differ, add a line as columns: {left_on: Date of leaving}; where your labels do, one as"
    " values: {reason: {VR: resignation}}; and about: 2023 says which period the rows describe."
)


def data_sets(framework: Framework, registry: Registry) -> Iterator[str]:
    """Every data set that checks of a framework count, commented out with its columns."""
    kinds = _asked_for(framework, registry)
    if not kinds:
        return
    yield ""
    about = SelfAssessment.model_fields["datasets"].description or ""
    yield from note(f"Data sets. {about} {_HOW}")
    lines = ["datasets:"]
    for kind in kinds:
        lines += _data_set(kind)
    yield from commented_out(lines, "")


def _data_set(kind: type[Dataset]) -> Iterator[str]:
    columns = "; ".join(_described(column) for column in kind.columns())
    yield from note(f"{' '.join((kind.__doc__ or '').split())} Columns: {columns}.", STEP)
    yield f"{STEP}{kind.dataset_key}:"
    yield f"{STEP * 2}path: data/{kind.dataset_key}.csv"


def _described(column: Column) -> str:
    about = column.about.rstrip(".")
    return f"{column.name} ({about}{', can be absent' if column.optional else ''})"


def _asked_for(framework: Framework, registry: Registry) -> list[type[Dataset]]:
    """The data sets of the checks that serve a framework, in the order of their names."""
    served = {
        kind
        for recommendation, requirement in framework.all_requirements()
        for loaded in registry.serving(framework, recommendation.number, requirement.id)
        for kind in loaded.datasets
    }
    return sorted(served, key=lambda kind: kind.dataset_key)
