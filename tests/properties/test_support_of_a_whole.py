"""How a claim about a whole recommendation fares when the checks of one requirement fall silent."""

import json
from itertools import combinations_with_replacement, product

import pytest
from tests.properties.law import improvements
from tests.properties.worlds import Custody, Roads, World, is_answered, judge, made, registry_of

from govcheck.model.result import RecommendationResult
from govcheck.plugin import Framework, Severity, check

FRAMEWORK = Framework.model_validate_json(
    json.dumps(
        {
            "govcheck-framework": 1,
            "id": "report",
            "title": "R",
            "publisher": "P",
            "published": "2023-07-07",
            "source": "S",
            "licence": "L",
            "recommendations": [
                {
                    "number": "1",
                    "title": "T",
                    "wording": "W",
                    "addressee": "forces",
                    "requirements": [{"id": "a", "text": "X"}, {"id": "b", "text": "X"}],
                }
            ],
        }
    )
)


WEIGHTY = (Severity.CRITICAL, Severity.MAJOR)


def world(severities: tuple[Severity, Severity], custody: str | None, roads: str | None) -> World:
    """One check for each requirement, a claim and a document that bears it out."""
    first, second = severities
    checks = (
        check("GEN-1", serves="report:1.a", severity=first)(made(is_answered, Custody)),
        check("GEN-2", serves="report:1.b", severity=second)(made(is_answered, Roads)),
    )
    data = {
        "govcheck": 1,
        "framework": "report",
        "force": {"id": "north", "name": "North Force"},
        "as_at": "2023-12-15",
        "recommendations": {"1": {"claim": "met", "evidence": ["e"]}},
        "evidence": {"e": {"title": "T", "reference": "kept", "about": "2023-11"}},
        "custody": {"answered": custody},
        "roads": {"answered": roads},
    }
    return World(FRAMEWORK, (("one", checks),), data)


def whole(told: World) -> RecommendationResult:
    return told.judged().recommendations[0]


@pytest.mark.parametrize("severities", list(combinations_with_replacement(WEIGHTY, 2)))
def test_silence_about_one_requirement_never_helps_the_claim_about_the_whole(
    severities: tuple[Severity, Severity],
) -> None:
    for first, second in (severities, severities[::-1]):
        for custody, roads in product(["yes", "no"], repeat=2):
            said = world((first, second), custody, roads)
            registry = registry_of(said.framework, said.packs)
            silent = world((first, second), custody, None)
            before, after = judge(said, registry), judge(silent, registry)
            assert improvements(before, after) == [], (first, second, custody, roads)


@pytest.mark.parametrize("other", list(Severity))
def test_silence_beside_a_minor_gap_never_helps_the_claim_about_the_whole(other: Severity) -> None:
    said = world((Severity.MINOR, other), "no", "yes")
    silent = world((Severity.MINOR, other), "no", None)
    assert improvements(said.judged(), silent.judged()) == []


def test_a_gap_that_decides_contradicts_the_claim_whatever_its_severity() -> None:
    told = whole(world((Severity.MINOR, Severity.MAJOR), "no", "yes"))
    assert told.support == "contradicted"
