"""`requires:` in an assessment: packs without which its result would be a smaller question."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from govcheck.intake.expected_type import found
from govcheck.intake.problem import Problem, shown
from govcheck.intake.suggestion import suggestion

if TYPE_CHECKING:
    from packaging.specifiers import SpecifierSet

    from govcheck.intake.catalogue import Catalogue
    from govcheck.intake.document import Document


def unmet_requirements(document: Document, catalogue: Catalogue) -> Iterator[Problem]:
    """A problem for each required pack that is not loaded, or not in the wanted version."""
    required = document.data.get("requires")
    if not isinstance(required, dict):
        return
    for name, wanted in required.items():
        if isinstance(wanted, str | int | float) and not isinstance(wanted, bool):
            yield from _unmet(document, catalogue, name, wanted)


def _unmet(
    document: Document, catalogue: Catalogue, name: str, wanted: str | float
) -> Iterator[Problem]:
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
    specifier = _specifier(wanted)
    if specifier is None:
        number = re.fullmatch(r"[0-9.]*[0-9]", str(wanted))
        hint = f'">={wanted}"' if number else '">=1" or ">=1.2,<2"'
        yield document.problem(
            place,
            f"{found(wanted)} does not say which versions will do.",
            f"Write it with a sign, in quotes, as {hint}.",
        )
        return
    needed = f"{shown(name)} {shown(str(wanted))}"
    for version in versions:
        if not specifier.contains(version, prereleases=True):
            yield document.problem(
                place,
                f"this assessment needs {needed}; {version} is installed.",
                "Install a version that fits, or change the line.",
            )
            return


def _specifier(wanted: str | float) -> SpecifierSet | None:
    """The versions that will do; None where that cannot be told."""
    from packaging.specifiers import InvalidSpecifier, SpecifierSet  # noqa: PLC0415 - seldom used

    if not isinstance(wanted, str):
        return None
    try:
        return SpecifierSet("" if wanted.strip() == "*" else wanted)
    except InvalidSpecifier:
        return None
