"""Other answers in the text of a YAML file: what is not changed keeps every byte."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.properties.weakening import weakenings

from govcheck.intake.document import parse_document
from govcheck.intake.rewriting.yaml_rewriting import CannotRewriteError, with_answers
from govcheck.intake.rewriting.yaml_value import pairs

STRONG = Path(__file__).parents[3] / "examples" / "strong" / "self-assessment.yaml"

TEXT = """\
# The whole file.
govcheck: 1  # the format

owner: Head of People # who asks
# About sheds.
sheds:
  # The left one.
  - name: left   # painted
    colour: "red"
  - name: right
    colour: blue
plots: {a: 1, b: 2}
note: >-
  Several words
  on two lines.
# The end.
"""
DATA: dict[str, Any] = {
    "govcheck": 1,
    "owner": "Head of People",
    "sheds": [{"name": "left", "colour": "red"}, {"name": "right", "colour": "blue"}],
    "plots": {"a": 1, "b": 2},
    "note": "Several words on two lines.",
}
KEYS = tuple(DATA)


def order(pointer: tuple[str | int, ...]) -> tuple[str, ...]:
    return KEYS if not pointer else ()


def rewritten(text: str, data: dict[str, Any]) -> str:
    return with_answers(text, data, order)


def read(text: str) -> Any:
    return parse_document(text, "a.yaml", "yaml").data


def test_the_same_answers_leave_the_text_alone() -> None:
    assert rewritten(TEXT, DATA) == TEXT


@pytest.mark.parametrize(
    ("change", "old", "new"),
    [
        ({"owner": "Kim"}, "Head of People # who", "Kim # who"),
        ({"owner": None}, "owner: Head of People # who", "owner: # who"),
        ({"plots": {"a": 1}}, "{a: 1, b: 2}", None),
        ({"note": "Short."}, "note: >-\n  Several words\n  on two lines.\n", "note: Short.\n"),
        (
            {"sheds": [DATA["sheds"][0]]},
            "  - name: right\n    colour: blue\n",
            "",
        ),
        (
            {"sheds": [{"name": "left", "colour": "green"}, DATA["sheds"][1]]},
            'colour: "red"',
            "colour: green",
        ),
        (
            {"sheds": [DATA["sheds"][0], {"name": "middle"}, DATA["sheds"][1]]},
            "  - name: right",
            "  - name: middle\n  - name: right",
        ),
    ],
)
def test_only_what_differs_is_changed(change: dict[str, Any], old: str, new: str | None) -> None:
    data = {**DATA, **change}
    found = rewritten(TEXT, data)
    if new is not None:
        assert found == TEXT.replace(old, new)
    assert {k: v for k, v in read(found).items() if v} == {k: v for k, v in data.items() if v}
    assert found.startswith("# The whole file.\n")
    assert found.endswith("# The end.\n")
    assert found.count("#") == TEXT.count("#")


def test_windows_line_ends_stay() -> None:
    found = rewritten(TEXT.replace("\n", "\r\n"), {**DATA, "note": "One\ntwo"})
    assert "\r\n" in found
    assert "\n" not in found.replace("\r\n", "")


def test_where_it_cannot_be_written_nothing_is() -> None:
    with pytest.raises(CannotRewriteError):
        rewritten(json.dumps(DATA), {**DATA, "owner": "Kim"})


NAMES = st.text("abc:#-'\" é", min_size=1, max_size=6).filter(str.strip)
PRINTABLE = st.characters(exclude_categories=["Cc", "Cs", "Cn", "Cf", "Zl", "Zp"])
SCALARS = st.one_of(
    st.text(PRINTABLE, max_size=30), st.booleans(), st.integers(-5, 5), st.sampled_from(["2024-01-31", "a\nb\n"])
)  # fmt: skip
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3), st.dictionaries(NAMES, inner, min_size=1, max_size=3)
    ),
    max_leaves=8,
)  # fmt: skip
ANSWERS = st.dictionaries(NAMES, VALUES, min_size=1, max_size=4)


def no_order(_: object) -> tuple[str, ...]:
    return ()


@given(ANSWERS, ANSWERS)
def test_whatever_is_written_reads_back_as_it(
    before: dict[str, Any], after: dict[str, Any]
) -> None:
    text = "".join(pairs(before, 0))
    old = parse_document(text, "a.yaml", "yaml").data
    wanted = parse_document(json.dumps(after), "a.json", "json").data
    try:
        found = with_answers(text, wanted, no_order)
    except CannotRewriteError:
        return
    back = parse_document(found, "a.yaml", "yaml").data
    assert {key: value for key, value in back.items() if value is not None} == {
        key: value for key, value in wanted.items() if value is not None
    } or old == wanted


def test_every_answer_of_a_real_file_can_be_taken_back() -> None:
    """Each is taken out and put back: comments and the other answers are where they were."""
    text = STRONG.read_text("utf-8")
    data = read(text)
    comments = [line.strip() for line in text.splitlines() if line.strip().startswith("#")]
    changed = 0
    for step in list(weakenings(data))[::7]:
        try:
            found = with_answers(text, step.data, lambda _: ())
        except CannotRewriteError:
            continue
        changed += 1
        left = [line.strip() for line in found.splitlines() if line.strip().startswith("#")]
        assert set(left) <= set(comments)
        assert len(left) >= len(comments) - 3
    assert changed > 20
