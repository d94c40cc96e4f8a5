"""Bind each check to what it asks for and what it serves, or say what is wrong with it."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator, Mapping, Sequence

from govcheck.intake.suggestion import suggestion
from govcheck.model.framework import Framework, requirement_key
from govcheck.model.measure import Measure
from govcheck.model.vocabulary import Aspect, Severity
from govcheck.plugin.check import Check, Scope
from govcheck.plugin.dataset import Dataset
from govcheck.plugin.section import Section
from govcheck.registry.fault import Fault
from govcheck.registry.injection import (
    OF_ONE_RECOMMENDATION,
    OF_ONE_REQUIREMENT,
    Supply,
    Want,
    wants_of,
)
from govcheck.registry.registry import LoadedCheck, LoadedPack

_CHECK_ID = re.compile(r"[A-Z][A-Z0-9]{0,11}-[0-9]{1,5}")


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
    declared = {dataset for loaded in packs for dataset in loaded.datasets}
    for loaded in packs:
        for check in loaded.checks:
            answers = tuple(wants_of(check))
            wants = tuple(answer for answer in answers if isinstance(answer, Want))
            complaints = [
                *_about_metadata(check),
                *(answer for answer in answers if isinstance(answer, str)),
                *(_about_serves(check.serves, targets) or _about_scope(check.serves, wants)),
                *_about_sections(wants, owned),
                *_about_datasets(wants, declared),
                *_about_measures(check, wants),
            ]
            for complaint in complaints:
                yield Fault(str(loaded.source), check.place, f"{check.id}: {complaint}")
            if not complaints:
                yield LoadedCheck(check, loaded.pack.name, wants)


def _about_metadata(check: Check[...]) -> Iterator[str]:
    if not _is_a(str, check.id) or not _CHECK_ID.fullmatch(check.id):
        yield "the id has to be capital letters, a hyphen and a number, as in WEL-001."
    if not _is_a(Severity, check.severity):
        yield f"severity has to be a Severity, as Severity.MAJOR; it is {check.severity!r}."
    if not _is_a(Aspect, check.aspect):
        yield f"aspect has to be an Aspect, as Aspect.DUTY; it is {check.aspect!r}."
    elif check.serves is Scope.EVERY_RECOMMENDATION and check.aspect is Aspect.SUBSTANCE:
        yield (
            "substance is judged by requirement, so a check of every recommendation needs another "
            "aspect: Aspect.SUPPORT, Aspect.TIMELINESS or Aspect.DUTY."
        )
    if inspect.iscoroutinefunction(check.function) or inspect.isasyncgenfunction(check.function):
        yield "a check cannot be async. Write `def`."
    yield from _about_docstring(check)


def _about_docstring(check: Check[...]) -> Iterator[str]:
    documentation = check.documentation
    if not documentation.title:
        yield "it has no docstring. Its first line says what is the case when the check is met."
    elif not documentation.close:
        yield (
            "its docstring does not say how to close the gap. "
            "Add a paragraph “Close the gap: ...”, with an empty line before it."
        )


def _about_serves(serves: object, targets: set[str]) -> tuple[str, ...]:
    if isinstance(serves, Scope):
        return ()
    if not isinstance(serves, tuple) or not serves or not all(_is_a(str, item) for item in serves):
        wanted = 'requirements, as "framework:2.review", a tuple of them, or be a Scope'
        return (f"serves has to name {wanted}; it is {serves!r}.",)
    return tuple(
        f"it serves {target} twice. Name it once."
        if target in targets
        else f"it serves {target}, which no framework holds. {_instead_of(target, targets)}"
        for target in dict.fromkeys(serves)
        if target not in targets or serves.count(target) > 1
    )


def _instead_of(target: str, targets: set[str]) -> str:
    """The nearest requirement: of the framework that is named, where there is such a one."""
    framework, _, key = target.rpartition(":")
    home = f"{framework}:"
    keys = sorted(item.removeprefix(home) for item in targets if item.startswith(home))
    if keys:
        return suggestion(key, keys).replace("Did you mean: ", f"Did you mean: {home}")
    return suggestion(target, sorted(targets)) or "No pack brings a framework."


def _about_scope(serves: tuple[str, ...] | Scope, wants: Sequence[Want]) -> tuple[str, ...]:
    """Whether what it asks for is one thing wherever it runs."""
    if serves is Scope.EVERY_RECOMMENDATION:
        return tuple(_not_one(wants, OF_ONE_REQUIREMENT, "it runs for whole recommendations"))
    if isinstance(serves, Scope):
        return ()
    complaints: list[str] = []
    if len({target.rpartition(".")[0] for target in serves}) > 1:
        complaints += _not_one(wants, OF_ONE_RECOMMENDATION, "it serves several recommendations")
    if len(serves) > 1:
        complaints += _not_one(wants, OF_ONE_REQUIREMENT, "it serves several requirements")
    return tuple(complaints)


def _not_one(wants: Sequence[Want], supplies: frozenset[Supply], why: str) -> Iterator[str]:
    for want in wants:
        if want.supply in supplies:
            yield f"the parameter {want.parameter} asks for {want.supply.value}, but {why}."


def _about_sections(wants: Sequence[Want], owned: set[type[Section]]) -> Iterator[str]:
    for want in wants:
        if want.section is None or want.section in owned:
            continue
        name = want.section.__name__
        yield (
            f"the parameter {want.parameter} asks for the section {name}, which no loaded pack "
            f"owns. Give it a key, as class {name}(Section, key=...), and name its module in the "
            "modules of the pack."
        )


def _about_datasets(wants: Sequence[Want], declared: set[type[Dataset]]) -> Iterator[str]:
    for want in wants:
        if want.dataset is None or want.dataset in declared:
            continue
        name = want.dataset.__name__
        yield (
            f"the parameter {want.parameter} asks for the data set {name}, which no loaded pack "
            f"declares. Give it a key, as class {name}(Dataset, key=...), and name its module in "
            "the modules of the pack."
        )


def _about_measures(check: Check[...], wants: Sequence[Want]) -> Iterator[str]:
    """Whether each measure is one of a data set that the check asks for, and each is measured."""
    measures: object = check.measures
    if not isinstance(measures, tuple) or not all(_is_a(Measure, item) for item in measures):
        yield "measures has to be a tuple of measures, as measures=(OFFERED,), with the comma."
        return
    asked = [want.dataset for want in wants if want.dataset]
    known = {column for dataset in asked for column in dataset.columns()}
    strange = {column for item in check.measures for column in item.columns()} - known
    for column in sorted(strange, key=repr):
        yield (
            f"it measures {column!r}, but no parameter asks for that data set. "
            "Add one, as leavers: Leavers."
        )
    if asked and not check.measures:
        yield (
            f"it asks for the data set {asked[0].__name__} and measures nothing. "
            "Name what it asks, as measures=(OFFERED,)."
        )


def _is_a(kind: type, value: object) -> bool:
    """For values that should be of a type, but come from authors who may not check types."""
    return isinstance(value, kind)
