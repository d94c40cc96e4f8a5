"""What a self-assessment can name: the frameworks, forces, sections and packs of one run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from pydantic import Field, create_model

from govcheck.model.assessment import SelfAssessment
from govcheck.model.force import Force, folded
from govcheck.model.framework import Framework
from govcheck.plugin.dataset import Dataset
from govcheck.plugin.section import PlainSection, Section


@dataclass(frozen=True)
class Catalogue:
    """The things that an assessment refers to by name."""

    frameworks: Mapping[str, Framework] = field(default_factory=dict)
    forces: tuple[Force, ...] = ()
    sections: Mapping[str, type[Section]] = field(default_factory=dict)
    datasets: Mapping[str, type[Dataset]] = field(default_factory=dict)
    pack_versions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Versions by the name of a pack, and by the name of the plugin that brings packs."""

    @cached_property
    def _forces_by_name(self) -> dict[str, Force]:
        return {folded(name): force for force in self.forces for name in force.names()}

    def force(self, name: str) -> Force | None:
        """The listed force with an id, code or name variant, or None."""
        return self._forces_by_name.get(folded(name))

    def force_names(self) -> tuple[str, ...]:
        """Every spelling that is accepted, for suggestions."""
        return tuple(name for force in self.forces for name in force.names())

    def whole_model(self) -> type[SelfAssessment]:
        """The assessment with every section; made once, since that takes longer than a file."""
        return self._whole_model

    def plain_keys(self, framework: Framework | None) -> tuple[str, ...]:
        """Sections that the framework brings; while it is not known, those of every framework."""
        frameworks = [framework] if framework else list(self.frameworks.values())
        return tuple(dict.fromkeys(key for item in frameworks for key in item.sections))

    @cached_property
    def _whole_model(self) -> type[SelfAssessment]:
        fields = {
            key: (section | None, Field(None, description=_about(section)))
            for key, section in self.sections.items()
        }
        return create_model("SelfAssessment", __base__=SelfAssessment, **fields)  # type: ignore[call-overload,no-any-return]


def _about(section: type[Section]) -> str:
    return " ".join((section.__doc__ or "").split())


def is_plain(section: type[Section]) -> bool:
    """Whether a section is described by a plain JSON Schema instead of by fields."""
    return issubclass(section, PlainSection)
