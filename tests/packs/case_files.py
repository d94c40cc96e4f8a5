"""The cases of our packs as data: read, and judged through the engine."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from tests.packs.tables import table_text

from govcheck.model.result import CheckResult
from govcheck.registry.registry import Registry
from govcheck.testing import judge_text, load_packs

CASES = Path(__file__).parent / "cases"
DEMO_FRAMEWORK = CASES / "demo-framework.yaml"
GETTING_A_GRIP = "peel-getting-a-grip-2023"
JUDGED = date(2023, 12, 15)


@cache
def registry() -> Registry:
    return load_packs(frameworks=[DEMO_FRAMEWORK])


class CaseLoader(yaml.SafeLoader):
    """YAML in which yes is a word and a date is text, as in a self-assessment; aliases save lines."""


CaseLoader.yaml_implicit_resolvers = {
    first: [
        (tag, pattern) for tag, pattern in resolvers if tag.endswith((":int", ":null", ":merge"))
    ]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def all_cases() -> list[tuple[str, int, dict[str, Any]]]:
    return [
        (path.stem, number, case)
        for path in sorted(CASES.glob("*.yaml"))
        if path != DEMO_FRAMEWORK
        for number, case in enumerate(yaml.load(path.read_text("utf-8"), CaseLoader))  # noqa: S506
    ]


CASE_LIST = all_cases()


def written(content: str | dict[str, Any]) -> str:
    """The text of a file of a case, which may be a table in few lines."""
    return content if isinstance(content, str) else table_text(content)


def outcomes(case: dict[str, Any], folder: Path) -> list[CheckResult]:
    for name, text in (case.get("files") or {}).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(written(text), encoding="utf-8")
    framework = case.get("framework") or GETTING_A_GRIP
    document = {
        "govcheck": 1,
        "framework": "demo" if framework == "demo" else framework,
        "force": "cumbria",
        "as_at": JUDGED.isoformat(),
        **case["given"],
    }
    as_of = date.fromisoformat(case["as_of"]) if case.get("as_of") else None
    text = json.dumps(document)
    result = judge_text(text, registry(), folder=folder, as_of=as_of, text_format="json")
    return [check for check in result.check_results() if check.id == case["check"]]
