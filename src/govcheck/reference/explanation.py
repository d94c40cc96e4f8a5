"""`govcheck explain`: what a check, a requirement, a report or a word is, as text."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import fill, wrap

from govcheck.model.framework import Framework, Recommendation, Requirement, requirement_key
from govcheck.model.verdict import REQUIREMENT_TABLE
from govcheck.plugin.section import Section
from govcheck.reference.glossary import all_words, meanings
from govcheck.reference.inventory import served_by, source_of
from govcheck.registry.injection import Want
from govcheck.registry.registry import LoadedCheck, LoadedPack, Registry

WIDTH = 88
_LABEL = 16
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
                *all_words(),
            )
        )
    )


def verdict_table() -> Iterator[str]:
    """The rule for the verdict of a requirement, a line for each row, and what comes of them."""
    yield "The verdict of a requirement, by the first line that applies:"
    yield ""
    for row in REQUIREMENT_TABLE:
        yield f"  {row.verdict:<{_LABEL}}{row.when}"
    yield ""
    yield fill(WEIGHTY_RULE, WIDTH)
    yield ""
    yield fill(RECOMMENDATION_RULE, WIDTH)


def _check(wanted: str, registry: Registry) -> Iterator[str]:
    loaded = registry.check(wanted)
    if loaded is not None:
        yield "\n".join(_about_check(loaded, registry))


def _about_check(loaded: LoadedCheck, registry: Registry) -> Iterator[str]:
    check, said = loaded.check, loaded.check.documentation
    yield f"{check.id}: {said.title}"
    yield ""
    yield from _labelled("Severity", check.severity)
    yield from _labelled("Feeds", check.aspect)
    yield from _labelled("Serves", ", ".join(served_by(loaded, registry)))
    yield from _labelled("Looks at", ", ".join(_want(want) for want in loaded.wants) or "nothing")
    yield from _labelled("Pack", loaded.pack)
    yield from _labelled("Source", source_of(check))
    for label, text in (("Why", said.why), ("Close the gap", said.close)):
        if text:
            yield ""
            yield fill(f"{label}: {text}", WIDTH)


def _want(want: Want) -> str:
    if want.section is None:
        return want.supply.value
    optional = ", where there is one" if want.optional else ""
    return f"the section {want.section.section_key}{optional}"


def _requirements(wanted: str, registry: Registry) -> Iterator[str]:
    for framework in registry.catalogue.frameworks.values():
        for recommendation, requirement in framework.all_requirements():
            key = requirement_key(recommendation.number, requirement.id)
            if wanted.casefold() in (key.casefold(), f"{framework.id}:{key}".casefold()):
                yield "\n".join(
                    _about_requirement(framework, recommendation, requirement, registry)
                )


def _about_requirement(
    framework: Framework,
    recommendation: Recommendation,
    requirement: Requirement,
    registry: Registry,
) -> Iterator[str]:
    key = requirement_key(recommendation.number, requirement.id)
    yield fill(f"{key}: {_one_line(requirement.text)}", WIDTH)
    yield ""
    yield from _labelled("Recommendation", f"{recommendation.number}: {recommendation.title}")
    yield from _labelled("Framework", framework.id)
    if requirement.groups:
        yield from _labelled("Groups", ", ".join(requirement.groups))
    yield ""
    serving = registry.serving(framework, recommendation.number, requirement.id)
    if not serving:
        yield fill("No check names it: the force's own answer under requirements is judged.", WIDTH)
        return
    yield f"Checks that serve it ({len(serving)}):"
    yield from (_listed(loaded) for loaded in serving)


def _listed(loaded: LoadedCheck) -> str:
    check = loaded.check
    return fill(
        f"{check.id:<9} {check.severity:<9} {check.documentation.title}",
        WIDTH,
        initial_indent="  ",
        subsequent_indent=" " * 22,
    )


def _recommendations(wanted: str, registry: Registry) -> Iterator[str]:
    for framework in registry.catalogue.frameworks.values():
        for item in framework.recommendations:
            names = (item.number, item.id, f"{framework.id}:{item.number}")
            if wanted.casefold() in (name.casefold() for name in names if name):
                yield "\n".join(_about_recommendation(framework, item))


def _about_recommendation(framework: Framework, item: Recommendation) -> Iterator[str]:
    yield fill(f"Recommendation {item.number}: {item.title}", WIDTH)
    yield ""
    yield from _labelled("Framework", framework.id)
    if item.id:
        yield from _labelled("Publisher's id", item.id)
    yield from _labelled("Addressed to", item.addressee)
    if item.due:
        yield from _labelled("Due", f"{item.due.wording} (read as the {item.due.reading})")
    if item.groups:
        yield from _labelled("Groups", ", ".join(item.groups))
    yield ""
    for paragraph in item.wording.splitlines():
        yield fill(paragraph, WIDTH, initial_indent="  ", subsequent_indent="  ")
    yield ""
    yield "Requirements:"
    for requirement in item.requirements:
        key = requirement_key(item.number, requirement.id)
        yield f"  {key}"
        yield fill(
            _one_line(requirement.text), WIDTH, initial_indent="      ", subsequent_indent="      "
        )


def _framework(wanted: str, registry: Registry) -> Iterator[str]:
    framework = registry.catalogue.frameworks.get(wanted.casefold())
    if framework is not None:
        yield "\n".join(_about_framework(framework, registry))


def _about_framework(framework: Framework, registry: Registry) -> Iterator[str]:
    yield fill(f"{framework.id}: {framework.title}", WIDTH)
    yield ""
    yield from _labelled("Publisher", framework.publisher)
    yield from _labelled("Published", framework.published.isoformat())
    yield from _labelled("Source", framework.source)
    yield from _labelled("Licence", framework.licence)
    yield from _labelled("Brought by", registry.framework_homes[framework.id])
    if framework.evidence_fresh_for_months is not None:
        yield from _labelled("Evidence", f"fresh for {framework.evidence_fresh_for_months} months")
    if framework.response:
        duty = f"response within {framework.response.days} days ({framework.response.law})"
        yield from _labelled("Duty", duty)
    if framework.note:
        yield from _labelled("Note", framework.note)
    yield ""
    yield "Recommendations:"
    for item in framework.recommendations:
        count = len(item.requirements)
        yield f"  {item.number}: {item.title} ({count} requirement{'' if count == 1 else 's'})"


def _packs(wanted: str, registry: Registry) -> Iterator[str]:
    for loaded in registry.packs:
        if loaded.pack.name == wanted.casefold():
            yield "\n".join(_about_pack(loaded, registry))


def _about_pack(loaded: LoadedPack, registry: Registry) -> Iterator[str]:
    yield fill(f"The pack {loaded.pack.name}: {_one_line(loaded.pack.about)}", WIDTH)
    yield ""
    yield from _labelled("Version", loaded.pack.version)
    yield from _labelled("From", str(loaded.source))
    own = [item for item in registry.checks if item.pack == loaded.pack.name]
    if own:
        yield ""
        yield f"Checks ({len(own)}):"
        yield from (_listed(item) for item in own)


def _sections(wanted: str, registry: Registry) -> Iterator[str]:
    section = registry.catalogue.sections.get(wanted.casefold())
    if section is not None:
        yield "\n".join(_about_section(section))


def _about_section(section: type[Section]) -> Iterator[str]:
    yield fill(f"The section {section.section_key}: {_one_line(section.__doc__ or '')}", WIDTH)
    if section.model_fields:
        yield ""
        yield "It asks:"
    for name, field in section.model_fields.items():
        yield f"  {field.alias or name}"
        yield fill(
            field.description or "", WIDTH, initial_indent="      ", subsequent_indent="      "
        )


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


def _labelled(label: str, text: str) -> list[str]:
    return wrap(
        _one_line(text),
        WIDTH,
        initial_indent=f"{label + ':':<{_LABEL}}",
        subsequent_indent=" " * _LABEL,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _one_line(text: str) -> str:
    return " ".join(text.split())
