"""An assessment goes into a workbook and comes back as it was."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.properties.worlds import World, registry_of, worlds
from tests.reference.workbook.yard import EVIDENCE, HEAD, read, told, workbook

from govcheck.intake.assessment import read_assessment
from govcheck.intake.document import parse_document, read_document
from govcheck.reference.workbook.book import book
from govcheck.reference.workbook.excel import as_xlsx
from govcheck.registry.loading import load_registry

ROOT = Path(__file__).parents[3]
PLUGIN = "govcheck-hello"
"""The example of a plugin answers a framework of its own, which its own tests load."""
EXAMPLES = sorted(
    path for path in ROOT.glob("examples/*/self-assessment.yaml") if path.parent.name != PLUGIN
)
SLOW = settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)

WHEEL = {"size": 1.5, "note": "=1+1"}
YARDS: tuple[dict[str, Any], ...] = (
    {},
    {"yard": None},
    {"yard": {}},
    {"yard": {"gate": None, "swept": None}},
    {"yard": {"gate": {}, "carts": [], "sheds": {}, "always": [], "evidence": []}},
    {
        "yard": {
            "swept": "yes",
            "locked": False,
            "swept_on": "2023-10-31",
            "about": 2023,
            "size": 0,
            "share": 0.1,
            "steps": 2,
            "odd": 1,
            "mixed": "x",
            "kind": "b",
            "group": "staff, other",
            "shown_by": "e1",
            "evidence": ["e1", "e2"],
            "sizes": [1, 2],
            "prices": {"a": 1.5},
            "colours": ["blue, light", "red"],
            "anything": {"a": [None, 1]},
            "gate": {"colour": "red", "on": "2024-02-29"},
        },
        "evidence": EVIDENCE,
    },
    {"yard": {"always": [{}, WHEEL, {"size": None}], "about": "2023-10/2024"}},
    {
        "yard": {
            "carts": [
                {"name": "A", "paint": {}, "lamps": [], "spares": {}},
                {"name": "B", "paint": {"colour": "red"}, "lamps": [{"name": "l"}]},
                {},
                {
                    "lamps": [
                        {"name": "m", "wheels": [WHEEL, {}]},
                        {"name": "n", "wheels": []},
                        {"name": "o", "wheels": [{"note": "\ttab\n\n— “ü” 🚲\n"}]},
                    ],
                    "spares": {"left": {}, "right": WHEEL},
                    "groups": ["officers", "staff, other"],
                    "inner": {"name": "C", "lamps": []},
                },
            ]
        }
    },
    {"yard": {"sheds": {"a": None, "b": {}, "c": {"colour": "red"}, "*/~": {"on": "2023-01-01"}}}},
    {"pond": {"owner": "O"}},
    {
        "pond": {
            "deep": True,
            "ducks": 4,
            "depth": 1.25,
            "drained": "2023-10-31",
            "owner": "O",
            "kind": "round",
            "fish": ["a", "b"],
            "boats": [{"name": "A"}, {"name": "B", "more": 3}],
            "banks": {"north": "steep", "south": 4},
            "other": [1, {"a": 2}],
            "unknown": "x",
        }
    },
    {"list": ["a", "b"], "free": {"x": [1]}},
    {"free": "text"},
    {
        "recommendations": {
            "2": {
                "claim": "met",
                "explanation": "x" * 20_000,
                "actions": [{"id": "A1", "what": "W"}],
                "evidence": ["e1"],
                "requirements": {"r1": {"answer": "yes"}, "r2": None},
            },
            "2.10": None,
        },
        "evidence": EVIDENCE,
        "requires": {},
    },
    {
        "recommendations": {
            "2": {"actions": [], "requirements": {"r2": {}}},
            "2.10": {"actions": [{"id": "A1", "what": "W"}, {"id": "A2", "what": "V"}]},
        },
        "prepared_by": "  spaces  ",
        "evidence": {},
    },
    {"recommendations": {}},
)


@pytest.mark.parametrize("data", YARDS, ids=range(len(YARDS)))
def test_every_shape_of_answer_comes_back(tmp_path: Path, data: dict[str, Any]) -> None:
    assert read(workbook(tmp_path / "a.xlsx", data)).data == told({**HEAD, **data})


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_the_examples_come_back(tmp_path: Path, path: Path) -> None:
    registry = load_registry([], [])
    document = read_document(path)
    submission = read_assessment(document, registry.catalogue)
    made = book(document.data, submission.framework, submission.force.name, registry)
    content = as_xlsx(made)
    assert content == as_xlsx(made)
    (tmp_path / "a.xlsx").write_bytes(content)
    back = read_document(tmp_path / "a.xlsx")
    assert back.data == told(document.data)
    assert read_assessment(back, registry.catalogue).assessment == submission.assessment


@SLOW
@given(world=worlds())
def test_whatever_an_assessment_says_comes_back(tmp_path: Path, world: World) -> None:
    registry = registry_of(world.framework, world.packs)
    document = parse_document(json.dumps(world.data), "world.json", "json")
    path = tmp_path / "a.xlsx"
    path.write_bytes(as_xlsx(book(document.data, world.framework, "North", registry)))
    back = read_document(path)
    named = {"custody", "roads"} & set(back.data)
    expected = told(document.data)
    for key in named:
        roles = document.data[key].get("roles")
        if roles is not None:
            expected[key]["roles"] = told(roles, named=True)
    assert back.data == expected


ODD = st.one_of(
    st.sampled_from(list("=+-@\t\n;\"'&<>_x0041 \u202e\u200b")),
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"),
)


@SLOW
@given(text=st.text(ODD, min_size=1, max_size=50).filter(str.strip))
def test_hostile_text_comes_back_as_text(tmp_path: Path, text: str) -> None:
    data = {"prepared_by": text, "yard": {"carts": [{"name": text}]}}
    document = parse_document(json.dumps({**HEAD, **data}), "a.json", "json")
    if document.data["prepared_by"] is not None:
        assert read(workbook(tmp_path / "a.xlsx", data)).data == document.data
