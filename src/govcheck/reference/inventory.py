"""What is loaded, as rows: what `govcheck list` prints."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from govcheck.model.framework import requirement_key
from govcheck.plugin.check import Check, Scope
from govcheck.registry.registry import LoadedCheck, Registry

Rows = list[Mapping[str, Any]]
"""One mapping for each thing, with the same keys in each."""


def checks(registry: Registry, *, pack: str | None = None, framework: str | None = None) -> Rows:
    """The checks: of one pack, or those that run for one framework."""
    return [
        {
            "id": loaded.check.id,
            "severity": loaded.check.severity.value,
            "aspect": loaded.check.aspect.value,
            "serves": served_by(loaded, registry),
            "pack": loaded.pack,
            "title": loaded.check.documentation.title,
        }
        for loaded in registry.checks
        if pack in (None, loaded.pack) and _runs_for(loaded, framework)
    ]


def requirements(registry: Registry, *, framework: str | None = None) -> Rows:
    """The requirements, each with how many checks name it; nought shows."""
    return [
        {
            "id": requirement_key(recommendation.number, requirement.id),
            "framework": item.id,
            "checks": len(registry.serving(item, recommendation.number, requirement.id)),
            "text": _one_line(requirement.text),
        }
        for item in registry.catalogue.frameworks.values()
        if framework in (None, item.id)
        for recommendation, requirement in item.all_requirements()
    ]


def frameworks(registry: Registry) -> Rows:
    """The frameworks and who brought each."""
    return [
        {
            "id": item.id,
            "title": _one_line(item.title),
            "published": item.published.isoformat(),
            "recommendations": [found.number for found in item.recommendations],
            "requirements": sum(1 for _ in item.all_requirements()),
            "from": registry.framework_homes[item.id],
        }
        for item in registry.catalogue.frameworks.values()
    ]


def packs(registry: Registry) -> Rows:
    """The packs and the distributions that brought them."""
    return [
        {
            "name": loaded.pack.name,
            "version": loaded.pack.version,
            "from": str(loaded.source),
            "checks": len(loaded.checks),
            "sections": [section.section_key for section in loaded.sections],
            "about": _one_line(loaded.pack.about),
        }
        for loaded in registry.packs
    ]


def forces(registry: Registry) -> Rows:
    """The bodies that may assess themselves, with every name that is accepted."""
    return [
        {
            "id": force.id,
            "code": force.code or "",
            "name": force.name,
            "also accepted": list(force.variants),
        }
        for force in registry.catalogue.forces
    ]


def served_by(loaded: LoadedCheck, registry: Registry) -> list[str]:
    """What a check serves: short where there is one framework, in full where there are several."""
    serves = loaded.check.serves
    if isinstance(serves, Scope):
        return [serves.value]
    alone = len(registry.catalogue.frameworks) == 1
    return [target.partition(":")[2] if alone else target for target in serves]


def source_of(check: Check[...]) -> str:
    """Where a check is written: its module, or its file where it is a single one, and the line."""
    file, _, line = check.place.rpartition(":")
    module = str(check.function.__module__)
    path = module.replace(".", "/")
    in_package = Path(file).as_posix().endswith((f"/{path}.py", f"/{path}/__init__.py"))
    return f"{module if in_package else Path(file).name}:{line}"


def _runs_for(loaded: LoadedCheck, framework: str | None) -> bool:
    serves = loaded.check.serves
    if framework is None or isinstance(serves, Scope):
        return True
    return any(target.startswith(f"{framework}:") for target in serves)


def _one_line(text: str) -> str:
    return " ".join(text.split())
