"""`requires:` in an assessment: packs without which its result would be a smaller question."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from govcheck.intake.problem import Problem, shown
from govcheck.intake.suggestion import suggestion

if TYPE_CHECKING:
    from govcheck.intake.catalogue import Catalogue
    from govcheck.intake.document import Document


def unmet_requirements(document: Document, catalogue: Catalogue) -> Iterator[Problem]:
    """A problem for each required pack that is not loaded, or not in the wanted version."""
    required = document.data.get("requires")
    if not isinstance(required, dict):
        return
    for name, wanted in required.items():
        if isinstance(wanted, str):
            yield from _unmet(document, catalogue, name, wanted)


def _unmet(document: Document, catalogue: Catalogue, name: str, wanted: str) -> Iterator[Problem]:
    from packaging.specifiers import InvalidSpecifier, SpecifierSet  # noqa: PLC0415 - rarely needed

    place = ("requires", name)
    versions = catalogue.pack_versions.get(name)
    if versions is None:
        installed = suggestion(name, catalogue.pack_versions)
        yield document.problem(
            place,
            f"this assessment needs the pack “{shown(name)}”, which is not installed.",
            f"Install it, or start govcheck with --plugin. {installed}".strip(),
            at_key=True,
        )
        return
    try:
        specifier = SpecifierSet("" if wanted.strip() == "*" else wanted)
    except InvalidSpecifier:
        yield document.problem(
            place, f"“{shown(wanted)}” is not a version.", 'Write it as ">=1" or ">=1.2,<2".'
        )
        return
    for version in versions:
        if not specifier.contains(version, prereleases=True):
            yield document.problem(
                place,
                f"this assessment needs {shown(name)} {shown(wanted)}; {version} is installed.",
                "Install a version that fits, or change the line.",
            )
            return
