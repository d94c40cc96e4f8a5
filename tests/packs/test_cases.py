"""Every check of our packs against its cases: cases are data, judged through the engine."""

import json
from datetime import date
from functools import cache
from pathlib import Path

import pytest
import yaml

from govcheck.model.result import CheckResult
from govcheck.plugin import Scope
from govcheck.registry.registry import Registry
from govcheck.testing import judge_text, load_packs

CASES = Path(__file__).parent / "cases"
DEMO_FRAMEWORK = CASES / "demo-framework.yaml"
GETTING_A_GRIP = "peel-getting-a-grip-2023"
JUDGED = date(2023, 12, 15)

CANNOT_BE = {
    "COM-009": {"gap"},  # how something is known is said or left open; no method is wrong
    "COM-011": {"gap"},  # prose is quoted to the reader, never judged
    "COM-017": {"gap"},  # an owner is named or left open; no owner is wrong
}


@cache
def registry() -> Registry:
    return load_packs(frameworks=[DEMO_FRAMEWORK])


class CaseLoader(yaml.SafeLoader):
    """YAML in which yes is a word and a date is text, as in a self-assessment; aliases save lines."""


CaseLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag.endswith((":int", ":null"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def all_cases() -> list[tuple[str, int, dict]]:
    return [
        (path.stem, number, case)
        for path in sorted(CASES.glob("*.yaml"))
        if path != DEMO_FRAMEWORK
        for number, case in enumerate(yaml.load(path.read_text("utf-8"), CaseLoader))  # noqa: S506
    ]


CASE_LIST = all_cases()


def outcomes(case: dict, folder: Path) -> list[CheckResult]:
    for name, text in (case.get("files") or {}).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
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


@pytest.mark.parametrize(
    "case", [pytest.param(case, id=f"{pack}-{n}-{case['check']}") for pack, n, case in CASE_LIST]
)
def test_a_check_finds_what_its_case_says(case: dict, tmp_path: Path) -> None:
    found = outcomes(case, tmp_path)
    scope = str(case["scope"]) if case.get("scope") else (found[0].scope if found else "")
    check = next(item for item in found if item.scope == scope)
    told = [finding.message for finding in check.findings]
    assert check.status == case["expect"], told
    if case.get("at"):
        assert check.findings[0].location.pointer == case["at"]
    if case.get("says"):
        assert any(case["says"] in message for message in told), told


def test_every_check_has_a_met_a_gap_and_a_not_assessed_case() -> None:
    wanted = {"met", "gap", "not assessed"}
    shown: dict[str, set[str]] = {}
    for _, _, case in CASE_LIST:
        shown.setdefault(case["check"], set()).add(case["expect"])
    missing = {
        loaded.check.id: sorted(
            wanted - shown.get(loaded.check.id, set()) - CANNOT_BE.get(loaded.check.id, set())
        )
        for loaded in registry().checks
    }
    assert {check: kinds for check, kinds in missing.items() if kinds} == {}


def test_every_requirement_is_served_by_at_least_two_checks_of_substance() -> None:
    framework = registry().catalogue.frameworks[GETTING_A_GRIP]
    thin = {
        f"{recommendation.number}.{requirement.id}"
        for recommendation, requirement in framework.all_requirements()
        if sum(
            loaded.check.aspect == "substance"
            for loaded in registry().serving(framework, recommendation.number, requirement.id)
        )
        < 2
    }
    assert thin == set()


def test_requirements_that_no_pack_serves_are_served_by_at_least_two_checks() -> None:
    assert len(registry().scoped(Scope.UNSERVED_REQUIREMENTS)) >= 2


def test_every_check_says_why_it_matters() -> None:
    silent = [item.check.id for item in registry().checks if not item.check.documentation.why]
    assert silent == []


@pytest.mark.parametrize(
    "pack", ["retention", "wellbeing", "data_collection", "evaluation_culture"]
)
def test_each_theme_has_at_least_eight_checks_of_substance(pack: str) -> None:
    checks = [item for item in registry().checks if item.pack == pack]
    assert sum(item.check.aspect == "substance" for item in checks) >= 8
