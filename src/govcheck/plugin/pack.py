"""What a plugin hands over, and the one hook through which it does."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import pluggy

PROJECT = "govcheck"
"""The name of the hooks and of the entry-point group."""

hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


@dataclass(frozen=True, slots=True)
class Pack:
    """Checks, sections, frameworks and forces that belong together."""

    name: str
    """Short name, as `retention`: small letters, digits, hyphens, underscores."""
    version: str
    about: str
    """What it looks at, in one line."""
    modules: tuple[ModuleType, ...] = ()
    """Modules whose checks and sections belong to the pack."""
    frameworks: tuple[Path, ...] = ()
    """Framework files that it brings."""
    forces: Path | None = None
    """A file of the bodies that may assess themselves."""


class Hooks:
    """The hooks that a plugin can implement: one."""

    @hookspec
    def govcheck_packs(self) -> Iterable[Pack]:
        """The packs that this plugin brings. Import what they need inside the function."""
        raise NotImplementedError
