"""Load everything for one run, or stop before it starts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from govcheck.intake.catalogue import Catalogue
from govcheck.intake.document import read_document
from govcheck.intake.framework import read_forces, read_framework
from govcheck.intake.problem import InvalidDocument
from govcheck.model.force import Force
from govcheck.model.framework import Framework
from govcheck.registry.audit import audit_fields, audit_packs
from govcheck.registry.binding import bind_checks
from govcheck.registry.collection import packs_of
from govcheck.registry.discovery import LoadedPlugin, installed_plugins, load_file, load_installed
from govcheck.registry.fault import BrokenPlugins, Fault
from govcheck.registry.registry import LoadedPack, Registry
from govcheck.registry.thresholds import misspelt_thresholds

T = TypeVar("T")

_RENAME = "Rename one of them, or remove one."


def load_registry(
    plugin_files: Sequence[Path] = (),
    framework_files: Sequence[Path] = (),
    *,
    installed: bool = True,
) -> Registry:
    """Find and load all packs and frameworks.

    `installed=False` leaves the entry points alone. The faults of what could not be loaded are
    told first, by themselves: others would only follow from them.

    Raises:
        BrokenPlugins: Plugins that cannot be used, with every fault.
        InvalidDocument: A framework file of the caller's that is wrong, with every problem.
    """
    plugins, faults = _split(_load_plugins(plugin_files, installed=installed))
    packs, more = _split(found for plugin in plugins for found in packs_of(plugin))
    packs.sort(key=lambda loaded: loaded.pack.name)
    frameworks, homes, framework_faults = _frameworks(packs, framework_files)
    forces, force_faults = _forces(packs)
    _stop_for([*faults, *more, *framework_faults, *force_faults])
    checks, check_faults = _split(bind_checks(packs, frameworks))
    _stop_for([*audit_packs(packs), *_taken_sections(packs, frameworks), *check_faults])
    _stop_for([*misspelt_thresholds(packs, frameworks, homes)])
    checks.sort(key=lambda loaded: loaded.check.id)
    catalogue = Catalogue(
        frameworks=frameworks,
        forces=forces,
        sections={item.section_key: item for loaded in packs for item in loaded.sections},
        datasets={item.dataset_key: item for loaded in packs for item in loaded.datasets},
        pack_versions=_versions(packs),
    )
    _stop_for([*audit_fields(packs, catalogue)])
    return Registry(tuple(packs), tuple(checks), catalogue, homes)


def _stop_for(faults: Sequence[Fault]) -> None:
    if faults:
        raise BrokenPlugins(faults)


def _load_plugins(files: Sequence[Path], *, installed: bool) -> Iterator[LoadedPlugin | Fault]:
    if installed:
        yield from load_installed(installed_plugins())
    for path in _each_once(files):
        yield load_file(path)


def _each_once(files: Sequence[Path]) -> Iterable[Path]:
    """A file that is named twice, in whatever spelling, is one file."""
    return {path.resolve(): path for path in files}.values()


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
                faults += _faults_of(loaded, error)
                continue
            if framework.id in homes:
                message = f"the framework {framework.id} is also brought by {homes[framework.id]}."
                faults.append(Fault(str(loaded.source), f"{path}:1", message, _RENAME))
            frameworks.setdefault(framework.id, framework)
            homes.setdefault(framework.id, f"pack {loaded.pack.name}")
    for path in _each_once(files):
        _add_file(path, frameworks, homes)
    return frameworks, homes, faults


def _add_file(path: Path, frameworks: dict[str, Framework], homes: dict[str, str]) -> None:
    """Add a framework file that the caller named. Raises InvalidDocument."""
    document = read_document(path)
    framework = read_framework(document)
    if framework.id in homes:
        message = f"the framework {framework.id} is already brought by {homes[framework.id]}."
        raise InvalidDocument([document.problem(("id",), message, "Give it another id.")])
    frameworks[framework.id] = framework
    homes[framework.id] = path.name


def _taken_sections(
    packs: Sequence[LoadedPack], frameworks: Mapping[str, Framework]
) -> Iterator[Fault]:
    """Sections that a framework brings although a pack owns them."""
    owners = {section.section_key: loaded for loaded in packs for section in loaded.sections}
    for framework in frameworks.values():
        for key in framework.sections:
            if key in owners:
                owner = owners[key]
                message = f"the section {key} is also brought by the framework {framework.id}."
                yield Fault(str(owner.source), owner.place, message, _RENAME)


def _forces(packs: Sequence[LoadedPack]) -> tuple[tuple[Force, ...], list[Fault]]:
    forces: dict[str, Force] = {}
    faults: list[Fault] = []
    for loaded in packs:
        if loaded.pack.forces is None:
            continue
        try:
            brought = read_forces(read_document(loaded.pack.forces)).forces
        except InvalidDocument as error:
            faults += _faults_of(loaded, error)
            continue
        for force in brought:
            if force.id in forces:
                message = f"the force {force.id} is brought twice."
                place = f"{loaded.pack.forces}:1"
                faults.append(Fault(str(loaded.source), place, message, _RENAME))
            forces[force.id] = force
    return tuple(forces.values()), faults


def _faults_of(loaded: LoadedPack, error: InvalidDocument) -> Iterator[Fault]:
    """The problems of a file that a pack brings, as faults of the pack."""
    for problem in error.problems:
        place = f"{problem.file}:{problem.line}"
        yield Fault(str(loaded.source), place, problem.message, problem.hint)
