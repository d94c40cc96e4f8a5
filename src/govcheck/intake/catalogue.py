"""What a self-assessment can name: the frameworks, forces, sections and packs of one run."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from pydantic import Field, create_model

from govcheck.model.assessment import SelfAssessment
from govcheck.model.force import Force, folded
from govcheck.model.framework import Framework
from govcheck.plugin.section import PlainSection, Section


@dataclass(frozen=True)
class Catalogue:
    """The things that an assessment refers to by name."""

    frameworks: Mapping[str, Framework] = field(default_factory=dict)
    forces: tuple[Force, ...] = ()
    sections: Mapping[str, type[Section]] = field(default_factory=dict)
    pack_versions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Versions by the name of a pack, and by the name of the plugin that brings packs."""

    @cached_property
    def _composed(self) -> dict[tuple[str, ...], type[SelfAssessment]]:
        """Models by the sections that they hold: each costs more than reading a file."""
        return {(): SelfAssessment}

    @cached_property
    def _forces_by_name(self) -> dict[str, Force]:
        return {folded(name): force for force in self.forces for name in force.names()}

    def force(self, name: str) -> Force | None:
        """The listed force with an id, code or name variant, or None."""
        return self._forces_by_name.get(folded(name))

    def force_names(self) -> tuple[str, ...]:
        """Every spelling that is accepted, for suggestions."""
        return tuple(name for force in self.forces for name in force.names())

    def model_for(self, keys: Iterable[str]) -> type[SelfAssessment]:
        """The assessment with the sections of these keys; the others need not be built."""
        wanted = frozenset(keys)
        return self._compose(tuple(key for key in self.sections if key in wanted))

    def whole_model(self) -> type[SelfAssessment]:
        """The assessment with every section."""
        return self._compose(tuple(self.sections))

    def section_keys(self) -> tuple[str, ...]:
        """Names of all sections, those of frameworks included."""
        from_frameworks = {
            key for framework in self.frameworks.values() for key in framework.sections
        }
        return (*self.sections, *sorted(from_frameworks - set(self.sections)))

    def _compose(self, keys: tuple[str, ...]) -> type[SelfAssessment]:
        if keys not in self._composed:
            self._composed[keys] = self._new_model(keys)
        return self._composed[keys]

    def _new_model(self, keys: tuple[str, ...]) -> type[SelfAssessment]:
        fields = {
            key: (self.sections[key] | None, Field(None, description=_about(self.sections[key])))
            for key in keys
        }
        return create_model("SelfAssessment", __base__=SelfAssessment, **fields)  # type: ignore[call-overload,no-any-return]


def _about(section: type[Section]) -> str:
    return " ".join((section.__doc__ or "").split())


def is_plain(section: type[Section]) -> bool:
    """Whether a section is described by a plain JSON Schema instead of by fields."""
    return issubclass(section, PlainSection)
