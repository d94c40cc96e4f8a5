"""OSCAL: loaded by an outside reader, every identifier resolved, nothing lost on the way."""

import json
import os
import re
import subprocess
from base64 import b64decode
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

from govcheck.model.result import Location, Result
from govcheck.model.vocabulary import Status, Verdict
from govcheck.report.judged import Judged
from govcheck.report.machine import oscal_plan, oscal_results
from tests.report.results import of, result
from tests.report.test_renderers import HOSTILE
from tests.report.tracker.test_tracker import bare

TRESTLE = os.environ.get("GOVCHECK_TRESTLE")
ROOT = Path(__file__).parents[3]
EXAMPLES = ("invented-force", "cumbria-2023", "strong")
LINK = re.compile(r'"(?:[a-z]+-uuid|href)": "#?([0-9a-f]{8}-[0-9a-f-]{27})"')
UUID = re.compile(r'"uuid": "([^"]+)"')
RENDERERS = {"results": oscal_results.render, "plan": oscal_plan.render}


def judged_example(name: str) -> list[Judged]:
    text = (ROOT / "tests" / "golden" / f"{name}.json").read_text("utf-8")
    return [Judged(f"{name}.yaml", TypeAdapter(Result).validate_json(text), "1: 1 gap")]


def read(kind: str, judged: list[Judged]) -> dict[str, Any]:
    (document,) = json.loads(RENDERERS[kind](judged)).values()
    assert isinstance(document, dict)
    return document


@pytest.mark.parametrize("kind", RENDERERS)
@pytest.mark.parametrize("example", EXAMPLES)
def test_every_link_leads_to_one_thing_and_no_two_things_share_a_name(
    kind: str, example: str
) -> None:
    text = RENDERERS[kind](judged_example(example))
    names = UUID.findall(text)
    assert len(set(names)) == len(names)
    assert set(LINK.findall(text)) <= set(names)
    assert LINK.findall(text)


@pytest.mark.parametrize("kind", RENDERERS)
def test_a_result_that_is_there_twice_stands_there_once(kind: str) -> None:
    assert RENDERERS[kind](of(result(), result())) == RENDERERS[kind](of(result()))


@pytest.mark.parametrize("kind", RENDERERS)
@pytest.mark.parametrize("example", EXAMPLES)
def test_the_annex_holds_the_result_whole(kind: str, example: str) -> None:
    judged = judged_example(example)
    annex = read(kind, judged)["back-matter"]["resources"][-1]
    assert json.loads(b64decode(annex["base64"]["value"])) == judged[0].result.as_json()


@pytest.mark.parametrize(
    ("place", "href"),
    [
        ("evidence/a b#1.pdf", "evidence/a%20b%231.pdf"),
        ("HR: box 100% \u00fc", "HR%3A%20box%20100%25%20%C3%BC"),
        ("https://example.org/a?b=1&c#d", "https://example.org/a?b=1&c#d"),
        ("https://example.org/a b", "https://example.org/a%20b"),
        ("", "#"),
    ],
)
def test_the_place_of_evidence_is_a_link(place: str, href: str) -> None:
    item = result()
    evidence = item.evidence[0]._replace(place=place)
    told = read("results", of(item._replace(evidence=(evidence,))))["back-matter"]["resources"][0]
    assert told["rlinks"][0]["href"] == href


@pytest.mark.parametrize("verdict", Verdict)
def test_a_verdict_is_a_state_with_its_reason(verdict: Verdict) -> None:
    finding = read("results", of(result(verdict=verdict)))["results"][0]["findings"][1]
    status = finding["target"]["status"]
    assert (status["state"] == "satisfied") == (verdict is Verdict.MET)
    expected = {Verdict.MET: "pass", Verdict.PARTLY_MET: "fail", Verdict.NOT_MET: "fail"}
    assert status["reason"] == expected.get(verdict, "other")
    assert finding["target"]["props"][0]["value"] == verdict


def test_gaps_and_open_questions_are_risks_with_the_way_to_close_them() -> None:
    risks = read("results", of(result()))["results"][0]["risks"]
    assert [risk["props"][0]["value"] for risk in risks] == ["gap", "open", "gap", "open"]
    assert risks[0]["remediations"][0]["description"] == "words"
    assert risks[0]["description"].endswith(
        "Measured: gap words: words; wanted: words (words, words)."
    )


def test_an_action_is_a_planned_response_with_a_milestone() -> None:
    plan = read("plan", of(result()))
    (response,) = plan["risks"][-1]["remediations"]
    assert (response["lifecycle"], response["title"]) == ("planned", "A1")
    assert response["tasks"][0]["timing"] == {"on-date": {"date": "2024-01-15T00:00:00Z"}}
    assert plan["risks"][-1]["deadline"] == "2024-01-31T00:00:00Z"
    assert plan["risks"][-1]["uuid"] in [
        link["risk-uuid"] for link in plan["poam-items"][0]["related-risks"]
    ]


def test_what_is_missing_leaves_nothing_empty_behind() -> None:
    item = bare()
    part = item.recommendations[0]
    done = part.actions[0]._replace(state="done", comment=None)
    empty = part._replace(
        actions=(done,), checks=(), requirements=(), explanation=None, no_action_because=None
    )
    nothing = item._replace(
        recommendations=(empty,), evidence=(item.evidence[0]._replace(sha256=None),)
    )
    plan = read("plan", of(nothing))
    assert "observations" not in plan
    assert plan["poam-items"][0]["description"] == "No answer is given."
    assert plan["risks"][0]["remediations"][0]["lifecycle"] == "completed"
    assert "tasks" not in plan["risks"][0]["remediations"][0]
    assert "hashes" not in plan["back-matter"]["resources"][0]["rlinks"][0]
    results = read("results", of(nothing))["results"][0]
    assert results["reviewed-controls"] == {"control-selections": [{"include-all": {}}]}
    assert "observations" not in results


def test_without_a_recommendation_the_plan_says_so() -> None:
    plan = read("plan", of(result()._replace(recommendations=())))
    assert plan["poam-items"][0]["title"] == "No recommendation"
    assert "risks" not in plan


def test_a_recommendation_without_actions_has_no_plan() -> None:
    item = result()
    part = item.recommendations[0]._replace(actions=())
    assert [
        risk["status"] for risk in read("plan", of(item._replace(recommendations=(part,))))["risks"]
    ] == ["open"] * 4


def test_a_place_is_a_line_or_the_cell_of_a_workbook() -> None:
    item = result()
    part = item.recommendations[0]
    finding = (
        part.checks[0]
        .findings[0]
        ._replace(fix=None, figure=None, location=Location("a.xlsx", 3, 5, "", "Retention!C7"))
    )
    check = part.checks[0]._replace(findings=(finding,), counted=())
    silent = check._replace(id="DEM-002", findings=())
    changed = part._replace(checks=(check, silent), requirements=())
    told = read("results", of(item._replace(recommendations=(changed,))))["results"][0]
    (risk,) = told["risks"]
    names = {entry["name"]: entry["value"] for entry in risk["props"]}
    assert (names["cell"], names["pointer"]) == ("Retention!C7", "/")
    assert "line" not in names
    assert "remediations" not in risk
    assert told["observations"][0]["methods"] == ["EXAMINE"]
    assert told["observations"][1]["description"] == "The check found nothing to say."


@pytest.mark.skipif(not TRESTLE, reason="GOVCHECK_TRESTLE names no Python with compliance-trestle")
def test_an_outside_reader_loads_both_documents_without_complaint(tmp_path: Path) -> None:
    assert TRESTLE
    everything: dict[str, list[Judged]] = {name: judged_example(name) for name in EXAMPLES}
    everything |= {f"hostile-{n}": of(result(text)) for n, text in enumerate(HOSTILE)}
    everything |= {
        f"status-{status}".replace(" ", "-"): of(result(status=status)) for status in Status
    }
    everything |= {
        f"verdict-{verdict}".replace(" ", "-"): of(result(verdict=verdict)) for verdict in Verdict
    }
    everything["several"] = of(result(), result("others")._replace(digest="e" * 64))
    everything["bare"] = of(bare(), bare()._replace(digest="e" * 64, recommendations=()))
    files = []
    for name, judged in everything.items():
        for kind, render in RENDERERS.items():
            files.append(tmp_path / f"{name}-{kind}.json")
            files[-1].write_text(render(judged), "utf-8")
    script = Path(__file__).with_name("trestle_reading.py")
    done = subprocess.run(
        [TRESTLE, str(script), *map(str, files)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-3000:]
    assert done.stdout.count("loaded ") == len(files)
