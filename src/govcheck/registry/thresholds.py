"""Figures that a framework sets, held against those at which the checks of the packs turn."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from govcheck.intake.suggestion import suggestion
from govcheck.model.framework import Framework
from govcheck.model.threshold import Threshold
from govcheck.registry.fault import Fault
from govcheck.registry.registry import LoadedPack

_NEAR = 0.8


def misspelt_thresholds(
    packs: Sequence[LoadedPack], frameworks: Mapping[str, Framework], homes: Mapping[str, str]
) -> Iterator[Fault]:
    """Names that no pack knows and that are near to one: the figure would be passed over.

    Others may be those of a pack that is not loaded.
    """
    setting = [framework for framework in frameworks.values() if framework.thresholds]
    known = _known(packs) if setting else set()
    for framework in setting:
        for name in framework.thresholds:
            hint = "" if name in known else suggestion(name, sorted(known), _NEAR)
            if hint.startswith("Did you mean"):
                message = f"the framework {framework.id} sets “{name}”, which no check knows."
                yield Fault(homes[framework.id], "", message, hint)


def _known(packs: Sequence[LoadedPack]) -> set[str]:
    return {
        value.name
        for loaded in packs
        for module in loaded.pack.modules
        for value in vars(module).values()
        if isinstance(value, Threshold)
    }
