"""Every check of our packs against its cases: cases are data, judged through the engine."""

from pathlib import Path
from typing import Any

import pytest
from tests.packs.case_files import CASE_LIST, GETTING_A_GRIP, outcomes, registry

from govcheck.plugin import Scope

CANNOT_BE = {
    "COM-009": {"gap"},  # how something is known is said or left open; no method is wrong
    "COM-011": {"gap"},  # prose is quoted to the reader, never judged
    "COM-017": {"gap"},  # an owner is named or left open; no owner is wrong
}


@pytest.mark.parametrize(
    "case", [pytest.param(case, id=f"{pack}-{n}-{case['check']}") for pack, n, case in CASE_LIST]
)
def test_a_check_finds_what_its_case_says(case: dict[str, Any], tmp_path: Path) -> None:
    found = outcomes(case, tmp_path)
    scope = str(case["scope"]) if case.get("scope") else (found[0].scope if found else "")
    check = next(item for item in found if item.scope == scope)
    told = [finding.message for finding in check.findings]
    assert check.status == case["expect"], told
    if case.get("at"):
        assert check.findings[0].location.pointer == case["at"]
    if case.get("says"):
        assert any(case["says"] in message for message in told), told
    if case.get("figure"):
        figures = [str(finding.figure) for finding in check.findings]
        assert case["figure"] in figures


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
