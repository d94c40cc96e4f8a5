"""`govcheck explain`: what a check, a requirement, a report or a word is, as text."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import fill

from govcheck.model.framework import requirement_key
from govcheck.model.verdict import REQUIREMENT_TABLE
from govcheck.reference.dataset_description import about_dataset
from govcheck.reference.description import (
    WIDTH,
    about_check,
    about_framework,
    about_pack,
    about_recommendation,
    about_requirement,
    about_section,
)
from govcheck.reference.glossary import all_words, meanings
from govcheck.registry.registry import Registry

_VERDICT = 16
RECOMMENDATION_RULE = (
    "A recommendation: error if any requirement is; not applicable if all are; not assessed if all"
    " that apply are; met if all that apply are met; not met if every assessed one is not met;"
    " otherwise partly met."
)
WEIGHTY_RULE = (
    "Weighty checks are the critical and major ones that apply; where there is none, all that"
    " apply."
)


def explain(name: str, registry: Registry) -> str | None:
    """Everything that goes by a name, or None where nothing does."""
    wanted = name.strip()
    parts = [
        *_check(wanted, registry),
        *_requirements(wanted, registry),
        *_recommendations(wanted, registry),
        *_framework(wanted, registry),
        *_packs(wanted, registry),
        *_sections(wanted, registry),
        *_datasets(wanted, registry),
        *_word(wanted),
    ]
    return "\n\n".join(parts) + "\n" if parts else None


def explainable(registry: Registry) -> tuple[str, ...]:
    """Every name that can be explained, for suggestions."""
    frameworks = registry.catalogue.frameworks
    requirements = (
        requirement_key(recommendation.number, requirement.id)
        for framework in frameworks.values()
        for recommendation, requirement in framework.all_requirements()
    )
    return tuple(
        dict.fromkeys(
            (
                *(loaded.check.id for loaded in registry.checks),
                *requirements,
                *frameworks,
                *(loaded.pack.name for loaded in registry.packs),
                *registry.catalogue.sections,
                *registry.catalogue.datasets,
                *all_words(),
            )
        )
    )


def verdict_table() -> Iterator[str]:
    """The rule for the verdict of a requirement, a line for each row, and what comes of them."""
    yield "The verdict of a requirement, by the first line that applies:"
    yield ""
    for row in REQUIREMENT_TABLE:
        yield f"  {row.verdict:<{_VERDICT}}{row.when}"
    yield ""
    yield fill(WEIGHTY_RULE, WIDTH)
    yield ""
    yield fill(RECOMMENDATION_RULE, WIDTH)


def _check(wanted: str, registry: Registry) -> Iterator[str]:
    loaded = registry.check(wanted)
    if loaded is not None:
        yield "\n".join(about_check(loaded, registry))


def _requirements(wanted: str, registry: Registry) -> Iterator[str]:
    for framework in registry.catalogue.frameworks.values():
        for recommendation, requirement in framework.all_requirements():
            key = requirement_key(recommendation.number, requirement.id)
            if wanted.casefold() in (key.casefold(), f"{framework.id}:{key}".casefold()):
                yield "\n".join(about_requirement(framework, recommendation, requirement, registry))


def _recommendations(wanted: str, registry: Registry) -> Iterator[str]:
    for framework in registry.catalogue.frameworks.values():
        for item in framework.recommendations:
            names = (item.number, item.id, f"{framework.id}:{item.number}")
            if wanted.casefold() in (name.casefold() for name in names if name):
                yield "\n".join(about_recommendation(framework, item))


def _framework(wanted: str, registry: Registry) -> Iterator[str]:
    framework = registry.catalogue.frameworks.get(wanted.casefold())
    if framework is not None:
        yield "\n".join(about_framework(framework, registry))


def _packs(wanted: str, registry: Registry) -> Iterator[str]:
    for loaded in registry.packs:
        if loaded.pack.name == wanted.casefold():
            yield "\n".join(about_pack(loaded, registry))


def _sections(wanted: str, registry: Registry) -> Iterator[str]:
    section = registry.catalogue.sections.get(wanted.casefold())
    if section is not None:
        yield "\n".join(about_section(section))


def _datasets(wanted: str, registry: Registry) -> Iterator[str]:
    dataset = registry.catalogue.datasets.get(wanted.casefold())
    if dataset is not None:
        yield "\n".join(about_dataset(dataset))


def _word(wanted: str) -> Iterator[str]:
    found = meanings(wanted)
    if not found:
        return
    word = wanted.casefold()
    lines = [
        fill(f"{word} ({item.kind}): {item.text}" if item.kind else f"{word}: {item.text}", WIDTH)
        for item in found
    ]
    if word == "verdict":
        lines += ["", *verdict_table()]
    yield "\n".join(lines)
