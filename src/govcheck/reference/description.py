"""What there is to say about each kind of thing, as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import fill, wrap

from govcheck.model.framework import Framework, Recommendation, Requirement, requirement_key
from govcheck.plugin.section import Section
from govcheck.reference.inventory import served_by, source_of
from govcheck.registry.injection import Want
from govcheck.registry.registry import LoadedCheck, LoadedPack, Registry

WIDTH = 88
_LABEL = 16


def about_check(loaded: LoadedCheck, registry: Registry) -> Iterator[str]:
    """A check: what it asks, of what, and how to close its gap."""
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
    optional = ", where there is one" if want.optional else ""
    if want.section:
        return f"the section {want.section.section_key}{optional}"
    if want.dataset:
        return f"the data set {want.dataset.dataset_key}{optional}"
    return want.supply.value


def about_requirement(
    framework: Framework,
    recommendation: Recommendation,
    requirement: Requirement,
    registry: Registry,
) -> Iterator[str]:
    """A requirement and the checks that serve it."""
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


def about_recommendation(framework: Framework, item: Recommendation) -> Iterator[str]:
    """A recommendation: its wording and what it breaks into."""
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


def about_framework(framework: Framework, registry: Registry) -> Iterator[str]:
    """A framework: where it comes from and what it holds."""
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


def about_pack(loaded: LoadedPack, registry: Registry) -> Iterator[str]:
    """A pack and its checks."""
    yield fill(f"The pack {loaded.pack.name}: {_one_line(loaded.pack.about)}", WIDTH)
    yield ""
    yield from _labelled("Version", loaded.pack.version)
    yield from _labelled("From", str(loaded.source))
    own = [item for item in registry.checks if item.pack == loaded.pack.name]
    if own:
        yield ""
        yield f"Checks ({len(own)}):"
        yield from (_listed(item) for item in own)


def about_section(section: type[Section]) -> Iterator[str]:
    """A section and what it asks."""
    yield fill(f"The section {section.section_key}: {_one_line(section.__doc__ or '')}", WIDTH)
    if section.model_fields:
        yield ""
        yield "It asks:"
    for name, field in section.model_fields.items():
        yield f"  {field.alias or name}"
        yield fill(
            field.description or "", WIDTH, initial_indent="      ", subsequent_indent="      "
        )


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
