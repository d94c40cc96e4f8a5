"""The packs of one run, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from govcheck.intake.catalogue import Catalogue
from govcheck.model.framework import Framework, requirement_key
from govcheck.plugin.check import Check, Scope
from govcheck.plugin.dataset import Dataset
from govcheck.plugin.pack import Pack
from govcheck.plugin.section import Section
from govcheck.registry.discovery import Source
from govcheck.registry.injection import Want


@dataclass(frozen=True)
class LoadedCheck:
    """A check beside its pack and what it asks for."""

    check: Check[...]
    pack: str
    wants: tuple[Want, ...]

    @cached_property
    def section_keys(self) -> tuple[str, ...]:
        """The sections that it asks for."""
        return tuple(want.section.section_key for want in self.wants if want.section)

    @cached_property
    def datasets(self) -> tuple[type[Dataset], ...]:
        """The data sets that it asks for."""
        return tuple(want.dataset for want in self.wants if want.dataset)


class LoadedPack(NamedTuple):
    """A pack beside where it came from and what its modules hold."""

    pack: Pack
    source: Source
    place: str
    """`file:line` of what brought it."""
    checks: tuple[Check[...], ...]
    sections: tuple[type[Section], ...]
    datasets: tuple[type[Dataset], ...] = ()


@dataclass(frozen=True, eq=False)
class Registry:
    """Everything that one run can use, in an order that does not depend on how it was found."""

    packs: tuple[LoadedPack, ...]
    checks: tuple[LoadedCheck, ...]
    """In the order of their ids."""
    catalogue: Catalogue
    framework_homes: Mapping[str, str]
    """The pack or file that brought each framework."""

    def check(self, check_id: str) -> LoadedCheck | None:
        """The check with an id, in any case, or None."""
        return self._checks_by_id.get(check_id.upper())

    @cached_property
    def _checks_by_id(self) -> dict[str, LoadedCheck]:
        return {loaded.check.id: loaded for loaded in self.checks}

    @cached_property
    def served(self) -> Mapping[str, tuple[LoadedCheck, ...]]:
        """Checks by the requirement that they name, as `framework:number.requirement`."""
        named: dict[str, list[LoadedCheck]] = {}
        for loaded in self.checks:
            if not isinstance(loaded.check.serves, Scope):
                for target in loaded.check.serves:
                    named.setdefault(target, []).append(loaded)
        return {target: tuple(checks) for target, checks in named.items()}

    def serving(
        self, framework: Framework, number: str, requirement: str
    ) -> tuple[LoadedCheck, ...]:
        """The checks that name a requirement."""
        return self.served.get(f"{framework.id}:{requirement_key(number, requirement)}", ())

    def scoped(self, scope: Scope) -> tuple[LoadedCheck, ...]:
        """The checks that are not written for one framework."""
        return tuple(loaded for loaded in self.checks if loaded.check.serves is scope)
