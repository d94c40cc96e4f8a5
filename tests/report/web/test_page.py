"""The page says everything, and says it as text."""

import re

import pytest

from govcheck.model.exhibit import ExhibitState
from govcheck.model.finding import Figure
from govcheck.model.result import Result
from govcheck.model.trend import TrendLine
from govcheck.model.vocabulary import Status, Support, Verdict
from govcheck.report.decision_words import tables
from govcheck.report.web import page
from govcheck.report.web.chart_figures import Bar, bar_of
from govcheck.report.web.chart_trend import trend_of
from govcheck.report.web.legend import LEGEND
from tests.report.results import of, result
from tests.report.test_renderers import HOSTILE
from tests.report.web.pages import EXAMPLES, Reading, gated, page_of

EVERY = (*EXAMPLES, "gated", "hostile")


def leaves(value: object) -> list[str]:
    if isinstance(value, dict):
        return [leaf for inner in value.values() for leaf in leaves(inner)]
    if isinstance(value, list):
        return [leaf for inner in value for leaf in leaves(inner)]
    return [] if isinstance(value, bool) or value is None else [str(value)]


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_text_of_the_examples_is_on_the_page(example: str) -> None:
    from tests.report.web.pages import result_of  # noqa: PLC0415

    said = Reading(page_of(example)).text + page_of(example)
    lines = [
        " ".join(line.lstrip("- ").split())
        for leaf in leaves(result_of(example).as_json())
        for line in leaf.splitlines()
    ]
    assert [line for line in lines if line not in said] == []


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("verdict", Verdict)
def test_every_status_and_verdict_is_shown(status: Status, verdict: Verdict) -> None:
    shown = page.render(of(result(verdict=verdict, status=status)))
    assert f'data-status="{status}"' in shown
    assert f">{verdict}</strong><p>" in shown


@pytest.mark.parametrize("support", Support)
@pytest.mark.parametrize("state", ExhibitState)
def test_every_support_and_state_is_shown(support: Support, state: ExhibitState) -> None:
    shown = page.render(of(result(support=support, state=state)))
    assert f">{support}</strong><p>" in shown
    assert f">{state}</strong>" in shown


def test_every_word_of_the_legend_is_explained_on_the_page() -> None:
    said = Reading(page_of("strong")).text
    for words in LEGEND.values():
        kind = type(next(iter(words)))
        assert tuple(words) == tuple(kind)
        for word, meaning in words.items():
            assert f"{word} {meaning}" in said


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_makes_no_element_and_no_attribute(text: str) -> None:
    """The same page with letters in place of every sign has the same elements."""
    plain = "".join(mark if mark in "\n- " else "w" for mark in text)
    hostile, harmless = (Reading(page.render(of(result(item)))) for item in (text, plain))
    assert hostile.elements == harmless.elements
    assert hostile.attributes == harmless.attributes
    assert hostile.ids == harmless.ids


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_commands_no_terminal_and_turns_no_line(text: str) -> None:
    shown = page.render(of(result(text)))
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown)


@pytest.mark.parametrize(
    ("source", "link"),
    [
        ("https://example.org/a?b=1", True),
        ("http://example.org", True),
        ("javascript:alert(1)", False),
        ('https://example.org" onclick="x', False),
        ("https://example.org/\u202ea", False),
        ("see https://example.org", False),
    ],
)
def test_only_an_address_on_the_web_can_be_followed(source: str, link: bool) -> None:  # noqa: FBT001
    item = result()
    shown = page.render(of(item._replace(framework=item.framework._replace(source=source))))
    assert ('rel="noreferrer"' in shown) == link
    assert "onclick" not in Reading(shown).attributes


@pytest.mark.parametrize("example", EVERY)
def test_the_page_is_well_formed(example: str) -> None:
    found = Reading(page_of(example))
    assert found.faults == []
    assert found.open == []
    assert [name for name, count in found.ids.items() if count > 1] == []
    assert [name for name in found.links if name not in found.ids] == []
    assert found.elements["h1"] == 1
    assert found.headings[0] == 1
    steps = zip(found.headings, found.headings[1:], strict=False)
    assert all(deeper <= level + 1 for level, deeper in steps)
    assert not re.search(r"(>|\s)(None|True|False)<", page_of(example))
    assert "style" not in found.attributes


def test_the_policy_allows_the_page_itself_and_nothing_else() -> None:
    shown = page_of("strong")
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', shown)
    assert policy
    assert policy[1].startswith("default-src &#39;none&#39;; style-src &#39;sha256-")
    assert "unsafe" not in policy[1]
    assert "@import" not in shown
    assert not re.search(r"\ssrc=", shown)


def test_several_results_share_a_page_under_one_heading() -> None:
    found = Reading(page.render(of(result(), result("others"))))
    assert "2 self-assessments against inspection recommendations" in found.text
    assert {"result-1", "result-2"} <= set(found.links)
    assert [name for name, count in found.ids.items() if count > 1] == []


def bare() -> Result:
    """A result in which all is left out that can be."""
    item = result()
    part = item.recommendations[0]
    requirement = part.requirements[0]._replace(
        claim=None, comment=None, decided_by=(), evidence=(), checks=()
    )
    empty = part._replace(
        id=None, due=None, decided_by=(), claim=None, explanation=None, no_action_because=None,
        owner=None, completed=None, actions=(), evidence=(), checks=(), requirements=(requirement,),
    )  # fmt: skip
    framework = item.framework._replace(
        note=None,
        response=None,
        evidence_fresh_for_months=None,
        inspection_id=None,
        inspection_type=None,
    )
    return item._replace(
        prepared_by=None,
        recommendations=(empty,),
        evidence=(),
        datasets=(),
        framework=framework,
        force=item.force._replace(code=None),
        response=type(item.response)(),
    )


def test_what_is_not_there_is_said_not_to_be_there() -> None:
    shown = page.render(of(bare()))
    said = Reading(shown).text
    for words in (
        "No check found a gap.",
        "Neither an action nor a reason for none is given.",
        "No actions are listed.",
        "The file has no evidence.",
        "The file names no data set.",
        "no claim",
    ):
        assert words in said
    assert not re.search(r"(>|\s)None<", shown)


@pytest.mark.parametrize(
    ("wanted", "mark"),
    [("at least 90 %", 90), ("at most 12.5 %", 12.5), ("all", 100), ("none", None), ("", None)],
)
def test_the_bar_of_a_share_is_marked_at_what_is_wanted(wanted: str, mark: float | None) -> None:
    assert bar_of(Figure("x", "about 30 of about 40", wanted, "x.csv", "")) == Bar(75, 0, mark)


def test_what_the_gate_says_is_on_the_page() -> None:
    judged = gated()
    said = Reading(page_of("gated")).text
    assert judged.decision
    for part in tables(judged.decision):
        for cell in (part.title, *part.headers, *(cell for row in part.rows for cell in row)):
            assert cell in said
    assert "Was waived until 1 January 2024, approved by Deputy Chief Constable" in said
    assert "Known since 1 November 2023; owner: none" in said
    assert "Resolved since the baseline: RET-001 at 2.review." in said
    assert "What the gate says" not in Reading(page_of("strong")).text


def test_how_results_went_is_a_table_and_a_drawing_of_it() -> None:
    shown = page_of("gated")
    said = Reading(shown).text
    for line in gated().trend:
        for _, word in line.words:
            assert word in said
    assert "not kept" in said
    assert "Over time" not in Reading(page_of("strong")).text
    assert shown.count('class="step"') == 2 + 2


@pytest.mark.parametrize(
    ("words", "points"),
    [
        ((("2024-01-01", "met"),), [(50.0, 4.0)]),
        ((("2024-01-01", "not assessed"), ("2024-01-11", "met")), [(4.0, 18.0), (96.0, 4.0)]),
        (
            (("2024-01-01", "0"), ("2024-01-06", "5"), ("2024-01-11", "10")),
            [(4.0, 18.0), (50.0, 11.0), (96.0, 4.0)],
        ),
        ((("2024-01-01", "0"), ("2024-01-11", "0")), [(4.0, 18.0), (96.0, 18.0)]),
        ((("2024-01-01", "error"), ("2024-01-11", "not applicable")), []),
    ],
)
def test_a_word_stands_where_its_day_and_its_place_in_the_order_are(
    words: tuple[tuple[str, str], ...], points: list[tuple[float, float]]
) -> None:
    (row,) = trend_of([TrendLine("North", "trees", "2", words)]).rows
    assert list(row.points) == points
    assert len(row.steps) == max(len(points) - 1, 0)
