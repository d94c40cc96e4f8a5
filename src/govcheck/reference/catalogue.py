"""The catalogue of checks as a Markdown page, from the docstrings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govcheck.model.framework import Framework, Recommendation, requirement_key
from govcheck.plugin.check import Scope
from govcheck.reference.inventory import source_of
from govcheck.registry.registry import LoadedCheck, Registry

_INTRODUCTION = """\
# Checks

Made from the checks themselves by `python -m govcheck.reference`: do not edit this page.
`govcheck explain ID` prints the same in a terminal. How outcomes become a verdict stands in the
page on verdicts, and `govcheck explain verdict` prints the table."""


def catalogue_page(registry: Registry) -> str:
    """Every check by recommendation and requirement, with a table of who serves what."""
    lines = [_INTRODUCTION, "", *_numbers(registry)]
    for framework in registry.catalogue.frameworks.values():
        lines += ["", f"## {framework.title}", "", f"Framework `{framework.id}`."]
        for recommendation in framework.recommendations:
            lines += _recommendation(framework, recommendation, registry)
    for scope in Scope:
        lines += _scope(scope, registry.scoped(scope))
    return "\n".join(lines) + "\n"


def _numbers(registry: Registry) -> Iterator[str]:
    yield "| pack | checks | looks at |"
    yield "|---|---:|---|"
    for loaded in registry.packs:
        about = " ".join(loaded.pack.about.split())
        yield f"| {loaded.pack.name} | {len(loaded.checks)} | {_cell(about)} |"


def _recommendation(
    framework: Framework, recommendation: Recommendation, registry: Registry
) -> Iterator[str]:
    yield from ("", f"### Recommendation {recommendation.number}: {recommendation.title}", "")
    yield "| requirement | checks |"
    yield "|---|---|"
    serving = {
        requirement.id: registry.serving(framework, recommendation.number, requirement.id)
        for requirement in recommendation.requirements
    }
    for requirement in recommendation.requirements:
        names = ", ".join(_link(loaded) for loaded in serving[requirement.id])
        key = requirement_key(recommendation.number, requirement.id)
        yield f"| `{key}` {_cell(requirement.text)} | {names or 'none: the own answer is judged'} |"
    for loaded in dict.fromkeys(item for checks in serving.values() for item in checks):
        yield from _check(loaded)


def _scope(scope: Scope, checks: Sequence[LoadedCheck]) -> Iterator[str]:
    if not checks:
        return
    yield from ("", f"## Checks for {scope.value}", "")
    yield "These are written for no report in particular and run for all."
    for loaded in checks:
        yield from _check(loaded)


def _check(loaded: LoadedCheck) -> Iterator[str]:
    check, said = loaded.check, loaded.check.documentation
    yield from ("", f'#### <a id="{check.id.lower()}"></a>{check.id}: {said.title}', "")
    yield f"{check.severity.capitalize()}, {check.aspect}; pack {loaded.pack}, `{_module(loaded)}`."
    served = () if isinstance(check.serves, Scope) else check.serves
    if served:
        names = ", ".join(f"`{target.partition(':')[2]}`" for target in served)
        yield f"Serves {names}."
    for dataset in loaded.datasets:
        yield f"Counts the data set `{dataset.dataset_key}`."
    for label, text in (("Why", said.why), ("Close the gap", said.close)):
        if text:
            yield from ("", f"*{label}:* {text}")


def _module(loaded: LoadedCheck) -> str:
    """Without the line, so that the page changes only with what it says."""
    return source_of(loaded.check).rpartition(":")[0]


def _link(loaded: LoadedCheck) -> str:
    return f"[{loaded.check.id}](#{loaded.check.id.lower()})"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
