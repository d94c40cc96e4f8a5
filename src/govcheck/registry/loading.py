"""Load everything for one run, or stop before it starts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from govcheck.intake.catalogue import Catalogue
from govcheck.intake.document import read_document
from govcheck.intake.framework import read_forces, read_framework
from govcheck.intake.problem import InvalidDocument
from govcheck.model.force import Force
from govcheck.model.framework import Framework
from govcheck.registry.audit import audit_packs, bind_checks
from govcheck.registry.collection import packs_of
from govcheck.registry.discovery import LoadedPlugin, installed_plugins, load_file, load_installed
from govcheck.registry.fault import BrokenPlugins, Fault
from govcheck.registry.registry import LoadedPack, Registry

T = TypeVar("T")


def load_registry(
    plugin_files: Sequence[Path] = (),
    framework_files: Sequence[Path] = (),
    *,
    installed: bool = True,
) -> Registry:
    """Find and load all packs and frameworks.

    `installed=False` leaves the entry points alone. Raises BrokenPlugins with every fault of a
    plugin, or InvalidDocument where a framework file of the caller's is wrong.
    """
    plugins, faults = _split(_load_plugins(plugin_files, installed=installed))
    packs, more = _split(found for plugin in plugins for found in packs_of(plugin))
    packs.sort(key=lambda loaded: loaded.pack.name)
    faults += [*more, *audit_packs(packs)]
    frameworks, homes, framework_faults = _frameworks(packs, framework_files)
    forces, force_faults = _forces(packs)
    faults += [*framework_faults, *force_faults]
    checks, check_faults = _split(bind_checks(packs, frameworks))
    faults += check_faults
    if faults:
        raise BrokenPlugins(faults)
    checks.sort(key=lambda loaded: loaded.check.id)
    catalogue = Catalogue(
        frameworks=frameworks,
        forces=forces,
        sections={item.section_key: item for loaded in packs for item in loaded.sections},
        pack_versions=_versions(packs),
    )
    return Registry(tuple(packs), tuple(checks), catalogue, homes)


def _load_plugins(files: Sequence[Path], *, installed: bool) -> Iterator[LoadedPlugin | Fault]:
    if installed:
        yield from load_installed(installed_plugins())
    for path in files:
        yield load_file(path)


def _split(found: Iterable[T | Fault]) -> tuple[list[T], list[Fault]]:
    """What could be used, and what is wrong with the rest."""
    usable: list[T] = []
    faults: list[Fault] = []
    for item in found:
        if isinstance(item, Fault):
            faults.append(item)
        else:
            usable.append(item)
    return usable, faults


def _versions(packs: Sequence[LoadedPack]) -> dict[str, tuple[str, ...]]:
    versions: dict[str, tuple[str, ...]] = {}
    for loaded in packs:
        for name in dict.fromkeys((loaded.pack.name, loaded.source.name)):
            versions[name] = (*versions.get(name, ()), loaded.pack.version)
    return versions


def _frameworks(
    packs: Sequence[LoadedPack], files: Sequence[Path]
) -> tuple[dict[str, Framework], dict[str, str], list[Fault]]:
    """Frameworks by id, who brought each, and the faults of packs' files."""
    frameworks: dict[str, Framework] = {}
    homes: dict[str, str] = {}
    faults: list[Fault] = []
    for loaded in packs:
        for path in loaded.pack.frameworks:
            try:
                framework = read_framework(read_document(path))
            except InvalidDocument as error:
                faults += [Fault(str(loaded.source), "", str(problem)) for problem in error.problems]
                continue
            if framework.id in homes:
                message = f"the framework {framework.id} is also brought by {homes[framework.id]}."
                faults.append(Fault(str(loaded.source), "", message))
            frameworks[framework.id] = framework
            homes[framework.id] = f"pack {loaded.pack.name}"
    for path in files:
        document = read_document(path)
        framework = read_framework(document)
        if framework.id in homes:
            message = f"the framework {framework.id} is already brought by {homes[framework.id]}."
            raise InvalidDocument([document.problem(("id",), message, "Give it another id.")])
        frameworks[framework.id] = framework
        homes[framework.id] = path.name
    return frameworks, homes, faults


def _forces(packs: Sequence[LoadedPack]) -> tuple[tuple[Force, ...], list[Fault]]:
    forces: list[Force] = []
    faults: list[Fault] = []
    for loaded in packs:
        if loaded.pack.forces is None:
            continue
        try:
            forces += read_forces(read_document(loaded.pack.forces)).forces
        except InvalidDocument as error:
            faults += [Fault(str(loaded.source), "", str(problem)) for problem in error.problems]
    return tuple(forces), faults
