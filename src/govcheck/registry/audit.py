"""Hold the packs against each other: every mistake that would change what a run asks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from govcheck.intake.suggestion import suggestion
from govcheck.model.assessment import SelfAssessment
from govcheck.model.framework import Framework, requirement_key
from govcheck.model.vocabulary import Aspect, Severity
from govcheck.plugin.check import Check, Scope
from govcheck.plugin.section import Section
from govcheck.registry.fault import Fault
from govcheck.registry.injection import OF_ONE_RECOMMENDATION, OF_ONE_REQUIREMENT, Want, wants_of
from govcheck.registry.registry import LoadedCheck, LoadedPack

_CHECK_ID = re.compile(r"[A-Z][A-Z0-9]{0,11}-[0-9]{1,5}")
_NAME = re.compile(r"[a-z][a-z0-9_-]{0,59}")


def audit_packs(packs: Sequence[LoadedPack]) -> Iterator[Fault]:
    """Mistakes of packs as a whole: names, owners, empty ones."""
    yield from _two_owners(
        "pack", [(loaded.pack.name, loaded, "") for loaded in packs]
    )
    yield from _two_owners(
        "section", [(section.section_key, loaded, "") for loaded in packs for section in loaded.sections]
    )
    yield from _two_owners(
        "check", [(item.id, loaded, item.place) for loaded in packs for item in loaded.checks]
    )
    for loaded in packs:
        yield from _audit_pack(loaded)


def _audit_pack(loaded: LoadedPack) -> Iterator[Fault]:
    pack, source = loaded.pack, str(loaded.source)
    if not _NAME.fullmatch(pack.name):
        hint = "Use small letters, digits, hyphens and underscores."
        yield Fault(source, "", f"“{pack.name}” cannot be the name of a pack.", hint)
    if not (loaded.checks or pack.frameworks or pack.forces):
        hint = "Name the modules that hold its checks: Pack(..., modules=(checks,))."
        yield Fault(source, "", f"the pack {pack.name} has no checks.", hint)
    reserved = SelfAssessment.model_fields
    for section in loaded.sections:
        key = section.section_key
        if key in reserved:
            yield Fault(source, "", f"the section “{key}” has the name of a part of every assessment.")
        elif not _NAME.fullmatch(key):
            yield Fault(source, "", f"“{key}” cannot be the key of a section.")


def _two_owners(kind: str, owned: Sequence[tuple[str, LoadedPack, str]]) -> Iterator[Fault]:
    first: dict[str, tuple[LoadedPack, str]] = {}
    for name, loaded, place in owned:
        if name not in first:
            first[name] = (loaded, place)
            continue
        other, other_place = first[name]
        at = f" at {other_place}" if other_place else ""
        message = f"the {kind} {name} is also brought by {other.source} (pack {other.pack.name}){at}."
        yield Fault(str(loaded.source), place, message, "Rename one of them.")


def bind_checks(
    packs: Sequence[LoadedPack], frameworks: Mapping[str, Framework]
) -> Iterator[LoadedCheck | Fault]:
    """Each check with what it asks for, or what is wrong with it."""
    targets = {
        f"{framework.id}:{requirement_key(recommendation.number, requirement.id)}"
        for framework in frameworks.values()
        for recommendation, requirement in framework.all_requirements()
    }
    owned = {section for loaded in packs for section in loaded.sections}
    for loaded in packs:
        for check in loaded.checks:
            answers = tuple(wants_of(check))
            wants = tuple(answer for answer in answers if isinstance(answer, Want))
            complaints = [
                *_about_metadata(check),
                *(answer for answer in answers if isinstance(answer, str)),
                *_about_serves(check, targets),
                *_about_scope(check, wants),
                *_about_sections(wants, owned),
            ]
            for complaint in complaints:
                yield Fault(str(loaded.source), check.place, f"{check.id}: {complaint}")
            if not complaints:
                yield LoadedCheck(check, loaded.pack.name, wants)


def _about_metadata(check: Check[...]) -> Iterator[str]:
    if not isinstance(check.id, str) or not _CHECK_ID.fullmatch(check.id):
        yield "the id has to be capital letters, a hyphen and a number, as in WEL-001."
    if not isinstance(check.severity, Severity):
        yield f"severity has to be a Severity, as Severity.MAJOR; it is {check.severity!r}."
    if not isinstance(check.aspect, Aspect):
        yield f"aspect has to be an Aspect, as Aspect.DUTY; it is {check.aspect!r}."
    documentation = check.documentation
    if not documentation.title:
        yield "it has no docstring. Its first line says what is the case when the check is met."
    elif not documentation.close:
        yield "its docstring does not say how to close the gap. Add a paragraph “Close the gap: ...”."


def _about_serves(check: Check[...], targets: set[str]) -> Iterator[str]:
    if isinstance(check.serves, Scope):
        return
    if not isinstance(check.serves, tuple) or not check.serves:
        yield "serves has to name requirements as “framework:2.review”, or be a Scope."
        return
    for target in check.serves:
        if target not in targets:
            yield f"it serves {target}, which no framework holds. {suggestion(target, targets)}".strip()


def _about_scope(check: Check[...], wants: Sequence[Want]) -> Iterator[str]:
    """Whether what it asks for is one thing wherever it runs."""
    if isinstance(check.serves, Scope):
        for want in wants:
            if want.supply in OF_ONE_REQUIREMENT and check.serves is Scope.EVERY_RECOMMENDATION:
                yield f"{want.parameter} asks for {want.supply.value}, but it runs for recommendations."
        return
    recommendations = {target.partition(".")[0] for target in check.serves}
    for want in wants:
        if want.supply in OF_ONE_RECOMMENDATION and len(recommendations) > 1:
            yield f"{want.parameter} asks for {want.supply.value}, but it serves several recommendations."
        if want.supply in OF_ONE_REQUIREMENT and len(check.serves) > 1:
            yield f"{want.parameter} asks for {want.supply.value}, but it serves several requirements."


def _about_sections(wants: Sequence[Want], owned: set[type[Section]]) -> Iterator[str]:
    for want in wants:
        if want.section is not None and want.section not in owned:
            name = want.section.__name__
            yield (
                f"{want.parameter} asks for the section {name}, which no loaded pack owns. "
                f"Give it a key (class {name}(Section, key=...)) in a module that the pack names."
            )
