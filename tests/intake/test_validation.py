"""Texts that are wrong in what they say, and everything that is told of them.

The cases are data: validation_cases.yaml beside this file.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.intake.allotments import HEAD, told

from govcheck.intake.document import Format

CASES: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    (Path(__file__).parent / "validation_cases.yaml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(case, id=f"{group}: {case['case']}")
        for group, cases in CASES.items()
        for case in cases
    ],
)
def test_everything_that_is_wrong_is_told_in_words_at_its_place(case: dict[str, Any]) -> None:
    head = HEAD if case.get("head", "yes") == "yes" else ""
    assert told(head + case["text"]) == case["told"]


def test_the_same_is_told_whatever_the_format() -> None:
    as_json = (
        '{"govcheck": 1, "framework": "allotments-2024", "force": "plot-1",\n'
        ' "as_at": "31/10/2023",\n'
        ' "sheds": {"painted": "yes", "best": {"name": 3}}}'
    )
    as_toml = (
        'govcheck = 1\nframework = "allotments-2024"\nforce = "plot-1"\n'
        'as_at = "31/10/2023"\n'
        'sheds = {painted = "yes", best = {name = 3}}\n'
    )
    without_places = [
        [line.split(": ", 1)[1] for line in told(text, form)]
        for text, form in ((as_json, "json"), (as_toml, "toml"))
    ]
    assert without_places[0] == without_places[1]
    assert told(as_json, "json") == [
        "2:11: as_at: “31/10/2023” is not a date. Write year, month, day: 2023-10-31.",
        "3:23: painted: expected true or false, found “yes”. Write true, without quotes.",
        '3:47: name: expected text, found the number 3. Put it in quotes: "3".',
    ]


JSON_ADVICE = """\
{"govcheck": 1, "framework": "allotments-2024", "force": "plot-1", "sheds": 1,
 "recommendations": {"2": {"owner": {}, "evidence": "reply"}, "1": {"evidence": 5}},
 "evidence": {"reply": 5}}
"""
TOML_ADVICE = """\
govcheck = 1
framework = "allotments-2024"
force = "plot-1"
sheds = 1
recommendations = {2 = {owner = {}, evidence = "reply"}, 1 = {evidence = 5}}
evidence = {reply = 5}
"""


@pytest.mark.parametrize(
    ("text", "form", "advice"),
    [
        (
            JSON_ADVICE,
            "json",
            [
                'Add: "as_at": ...',
                'Put its values in curly brackets: {"reviewed": ...}.',
                "Write one piece of text in quotation marks.",
                'Put it in square brackets: ["reply"].',
                'Write a list: ["one", "two"].',
                'Put its values in curly brackets: {"title": ...}.',
            ],
        ),
        (
            TOML_ADVICE,
            "toml",
            [
                "Add a line: as_at = ...",
                "Put its values in curly brackets: {reviewed = ...}.",
                "Write one piece of text in quotation marks.",
                'Put it in square brackets: ["reply"].',
                'Write a list: ["one", "two"].',
                "Put its values in curly brackets: {title = ...}.",
            ],
        ),
    ],
)
def test_what_to_do_is_told_as_the_format_writes_it(
    text: str, form: Format, advice: list[str]
) -> None:
    said = told(text, form)
    assert len(said) == len(advice)
    for line, words in zip(said, advice, strict=True):
        assert line.endswith(words)


def test_a_list_that_holds_no_case_would_be_noticed() -> None:
    assert all(CASES.values())
    assert len(CASES) > 5
