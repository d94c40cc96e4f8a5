"""Weakenings of a self-assessment: what there is to weaken, and what is noticed."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given
from tests.cli.allotment import Allotment, allotment
from tests.properties.worlds import World, worlds

from govcheck.cli.main import cli
from govcheck.engine.stress import Weakening, stressed, weakened, weakenings
from govcheck.engine.time_limit import TimeLimit
from govcheck.evidence.documents import look_at
from govcheck.intake.assessment import Submission, read_assessment
from govcheck.intake.document import parse_document, read_document
from govcheck.model.exhibit import EvidenceRegister
from govcheck.testing import load_packs

__all__ = ["allotment"]

ROOT = Path(__file__).parents[2]
DATA: dict[str, Any] = {
    "govcheck": 1,
    "force": "kent",
    "recommendations": {"2": {"owner": "O", "evidence": ["e1"], "completed": "2024-02-29"}},
    "sheds": {"groups": ["officers", "staff"], "many": [{"name": "A"}], "blank": None},
}


def test_every_fact_is_weakened_in_its_way() -> None:
    found = list(weakenings(DATA, ("officers", "staff")))
    assert [(step.kind, step.pointer, step.value) for step in found] == [
        ("owner blanked", ("recommendations", "2", "owner"), None),
        ("evidence dropped", ("recommendations", "2", "evidence", 0), None),
        ("date made older", ("recommendations", "2", "completed"), "2019-02-28"),
        ("answer blanked", ("recommendations", "2", "completed"), None),
        ("group left out", ("sheds", "groups", 0), None),
        ("group left out", ("sheds", "groups", 1), None),
        ("entry dropped", ("sheds", "many", 0), None),
        ("answer blanked", ("sheds", "many", 0, "name"), None),
    ]


@pytest.mark.parametrize(
    ("step", "place", "value"),
    [
        (Weakening("", ("sheds", "groups", 0), None, drops=True), "groups", ["staff"]),
        (Weakening("", ("sheds", "many", 0, "name"), None), "many", [{"name": None}]),
    ],
)
def test_a_weakening_changes_one_thing(step: Weakening, place: str, value: object) -> None:
    before = repr(DATA)
    other = weakened(DATA, step)
    assert other["sheds"][place] == value
    assert other["recommendations"] is DATA["recommendations"]
    assert repr(DATA) == before


@given(worlds())
def test_every_weakening_is_another_file(world: World) -> None:
    for step in weakenings(world.data, ()):
        assert weakened(world.data, step) != world.data


PLUGIN = '''
from govcheck.plugin import *


class Paint(Section, key="paint"):
    """The paint of the sheds."""

    colour: Text | None = Field(None, description="Which colour?")
    coats: Count | None = Field(None, description="How many coats?")


@check("PAINT-001", serves="allotments-2024:1.sheds", severity=Severity.MINOR)
def is_painted(paint: Paint):
    """The sheds are painted.

    Close the gap: paint them.
    """
    if paint.coats is None:
        yield Open(at="coats")
'''


def test_what_no_check_notices_is_listed_with_its_place(allotment: Allotment) -> None:
    allotment.says("paint: {colour: red, coats: 2}\n")
    plugin = allotment.folder / "paint.py"
    plugin.write_text(PLUGIN, encoding="utf-8")
    words = ("stress", allotment.file, "--plugin", plugin)
    done = allotment.govcheck(*words)
    assert done.exit_code == 0, done.output
    assert (
        f"{allotment.file}:5:17: answer blanked, and nothing changed: /paint/colour" in done.stdout
    )
    assert "answer blanked: 1 of 2 noticed" in done.stdout
    assert "Mutation score: 1 of 2 weakenings are noticed (50 %, rounded down)." in done.stdout
    assert allotment.govcheck(*words, "--fail").exit_code == 1


def test_most_of_a_real_file_is_noticed() -> None:
    path = ROOT / "examples" / "cumbria-2023" / "self-assessment.yaml"
    before = path.read_bytes()
    done = CliRunner().invoke(cli, ["stress", str(path)])
    assert done.exit_code == 0, done.output
    score = re.search(r"Mutation score: ([0-9]+) of ([0-9]+) ", done.stdout)
    assert score
    noticed, total = map(int, score.groups())
    assert total >= 10
    assert noticed <= total
    assert path.read_bytes() == before


@pytest.fixture(scope="module")
def cumbria() -> Submission:
    path = ROOT / "examples" / "cumbria-2023" / "self-assessment.yaml"
    return read_assessment(read_document(path), load_packs().catalogue)


def looked_at(submission: Submission) -> EvidenceRegister:
    return look_at(submission.assessment.evidence, ROOT / "examples" / "cumbria-2023")


def test_what_is_beyond_the_limit_is_counted_and_not_passed_over(cumbria: Submission) -> None:
    heard: list[tuple[int, int]] = []
    with TimeLimit(10) as limit:
        found = stressed(
            cumbria, load_packs(), looked_at, None, limit, lambda *far: heard.append(far), most=3
        )
    every = list(weakenings(cumbria.document.data, cumbria.framework.group_names))
    assert (len(found.tried), found.left_out) == (3, len(every) - 3)
    assert heard == [(1, 3), (2, 3), (3, 3)]


def test_a_weakening_that_makes_the_file_invalid_is_noticed() -> None:
    """Without the evidence that is cited there is no answer to judge."""
    data = {**read_document(ROOT / "examples" / "strong" / "self-assessment.yaml").data}
    kept = ("govcheck", "framework", "force", "as_at", "evidence")
    data = {key: data[key] for key in kept} | {"response": {"published": "2024-01-01"}}
    first = next(iter(data["evidence"]))
    data["evidence"] = {first: {"title": "T", "reference": "R"}}
    packs = load_packs()
    submission = read_assessment(
        parse_document(json.dumps(data), "a.json", "json"), packs.catalogue
    )
    with TimeLimit(10) as limit:
        found = stressed(submission, packs, lambda _: EvidenceRegister(()), None, limit)
    by_place = {item.weakening.pointer: item.noticed for item in found.tried}
    assert by_place["evidence", first, "title"]
