"""The files of a project that are generated, and whether those on the disk are up to date."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from govcheck.reference.catalogue import catalogue_page
from govcheck.reference.json_schema import (
    as_text,
    assessment_schema,
    baseline_schema,
    coverage_schema,
    decision_schema,
    difference_schema,
    framework_schema,
    policy_schema,
    result_schema,
    rollup_schema,
    waivers_schema,
)
from govcheck.registry.registry import Registry

GENERATED = (
    "schemas/self-assessment.schema.json",
    "schemas/framework.schema.json",
    "schemas/result.schema.json",
    "schemas/policy.schema.json",
    "schemas/waivers.schema.json",
    "schemas/decision.schema.json",
    "schemas/baseline.schema.json",
    "schemas/coverage.schema.json",
    "schemas/difference.schema.json",
    "schemas/rollup.schema.json",
    "docs/checks.md",
)


def generated_files(registry: Registry) -> Mapping[str, str]:
    """Text by path, relative to the top of the project."""
    texts = (
        as_text(assessment_schema(registry.catalogue)),
        as_text(framework_schema()),
        as_text(result_schema()),
        as_text(policy_schema()),
        as_text(waivers_schema()),
        as_text(decision_schema()),
        as_text(baseline_schema()),
        as_text(coverage_schema()),
        as_text(difference_schema()),
        as_text(rollup_schema()),
        catalogue_page(registry),
    )
    return dict(zip(GENERATED, texts, strict=True))


def write_files(folder: Path, files: Mapping[str, str]) -> None:
    """Write each file, and the folders that it needs."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def differing(folder: Path, files: Mapping[str, str]) -> Iterator[str]:
    """The names of those that are missing or not as they would be written."""
    for name, text in files.items():
        path = folder / name
        if not path.is_file() or path.read_bytes() != text.encode():
            yield name
