"""`requires:` in an assessment: packs without which its result would be a smaller question."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from packaging.version import InvalidVersion, Version

from govcheck.intake.expected_type import found
from govcheck.intake.problem import Problem, shown
from govcheck.intake.suggestion import suggestion

if TYPE_CHECKING:
    from govcheck.intake.catalogue import Catalogue
    from govcheck.intake.document import Document

_LONGEST = 80
"""As the model has it: a list of a million versions would be taken apart for a minute."""

# `packaging.specifiers` would do this as well, and its import takes a twentieth of a whole run.
_Wanted = list[tuple[Callable[[Version, Version], bool], Version]]
_COMPARISONS: dict[str, Callable[[Version, Version], bool]] = {
    ">=": operator.ge,
    "<=": operator.le,
    "==": operator.eq,
    "!=": operator.ne,
    ">": operator.gt,
    "<": operator.lt,
}


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
    comparisons = _wanted(wanted)
    if comparisons is None:
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
        if not _will_do(version, comparisons):
            yield document.problem(
                place,
                f"this assessment needs {needed}; {version} is installed.",
                "Install a version that fits, or change the line.",
            )
            return


def _wanted(text: str | float) -> _Wanted | None:
    """The comparisons that a version has to pass; None where the text is something else."""
    if not isinstance(text, str) or len(text) > _LONGEST:
        return None
    if text.strip() == "*":
        return []
    wanted = _Wanted()
    for part in text.split(","):
        told = re.fullmatch(r"(>=|<=|==|!=|>|<)(.+)", part.strip())
        if told is None:
            return None
        try:
            wanted.append((_COMPARISONS[told[1]], Version(told[2])))
        except InvalidVersion:
            return None
    return wanted


def _will_do(version: str, wanted: _Wanted) -> bool:
    return all(compare(Version(version), limit) for compare, limit in wanted)
