"""Every renderer with every word, and with text that wants to be more than text."""

import json
import re
from itertools import product

import pytest
from pydantic import TypeAdapter

from govcheck.model.exhibit import ExhibitState
from govcheck.model.result import Result
from govcheck.model.vocabulary import Severity, Status, Support, Verdict
from govcheck.report import json_report, markdown, sheet, table
from govcheck.report.judged import Judged
from govcheck.report.listing import listed
from govcheck.report.sheet import Style
from tests.report.results import KINDS, of, result

HOSTILE = (
    "<script>alert(1)</script>",
    "| a | b |\n|---|---|\n# heading",
    "\x1b[31mred\x1b[0m\x1b]0;title\x07",
    "\u202edesrever\u202c",
    "::error::stop",
    "=cmd()",
    "[link](javascript:alert(1)) ![x](y) `code` *b* _i_ ~~s~~ @everyone #1 <!-- -->",
    "\x00\x08\x9b31m",
    "word " * 2000,
    "w" * 10_000,
    "- item",
    "+ item",
    "1. item",
    "12) item",
    "> quotation",
    "title\n===",
    "title\n---",
)


def in_a_table(item: Result, **style: object) -> str:
    return table.render([Judged("a.yaml", item, "1: 1 gap")], Style(**style))  # type: ignore[arg-type]


def words(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("detail", ["quiet", "normal", "verbose"])
@pytest.mark.parametrize("colour", [True, False])
@pytest.mark.parametrize(
    ("verdict", "status"),
    list(product(Verdict, [Status.GAP])) + list(product([Verdict.MET], Status)),
)
def test_the_table_shows_every_verdict_and_status(
    verdict: Verdict,
    status: Status,
    detail: str,
    colour: bool,  # noqa: FBT001
) -> None:
    shown = in_a_table(result(verdict=verdict, status=status), detail=detail, colour=colour)
    assert ("\x1b[" in shown) == (colour and detail != "quiet")
    assert detail == "quiet" or verdict.value in shown


@pytest.mark.parametrize("support", Support)
@pytest.mark.parametrize("state", ExhibitState)
def test_markdown_shows_every_support_and_state(support: Support, state: ExhibitState) -> None:
    shown = markdown.render(of(result(support=support, state=state)))
    assert support.value in shown
    assert state.value in shown


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_finding_is_in_every_full_report(kind: str) -> None:
    said = f"{kind}: words"
    assert said in words(in_a_table(result(), detail="verbose", width=140))
    assert said in markdown.render(of(result()))
    assert said in json_report.render(of(result()))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_commands_no_terminal(text: str) -> None:
    for detail in ("quiet", "normal", "verbose"):
        shown = in_a_table(result(text), detail=detail)
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_not_markdown(text: str) -> None:
    shown = markdown.render(of(result(text)))
    assert "<script>" not in shown
    assert "<!--" not in shown
    assert not re.search(r"(?<!\\)\]\(", shown)
    assert not re.search(r"^# heading", shown, re.MULTILINE)
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", shown)
    assert not re.search(r"^  - ([-+>=]|[0-9]+[.)])", shown, re.MULTILINE)
    assert not re.search(r"^> ([+>=]|[0-9]+[.)]|-(?! item))", shown, re.MULTILINE)
    rows = [line for line in shown.splitlines() if line.startswith("|")]
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} <= {6, 7, 9}


@pytest.mark.parametrize("text", HOSTILE)
def test_json_keeps_every_text_as_it_is(text: str) -> None:
    assert json.loads(json_report.render(of(result(text)))) == result(text).as_json()


@pytest.mark.parametrize("text", HOSTILE)
def test_json_holds_nothing_that_a_terminal_obeys_or_hides(text: str) -> None:
    shown = json_report.render(of(result(text)))
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown)


def test_json_keeps_the_letters_and_blanks_that_people_see() -> None:
    seen = "Dŵr Cymru “naïve” £5"
    assert seen in json_report.render(of(result(seen)))


@pytest.mark.parametrize(
    ("wording", "shown"),
    [
        ("It should:\n- look;\n- learn.", "> It should:\n> - look;\n> - learn.\n"),
        ("words\n- ", "> words\n> \\-\n"),
        ("words\n-", "> words\n> \\-\n"),
        ("words\n- - -", "> words\n> - \\- -\n"),
        ("words\n- # title", "> words\n> - \\# title\n"),
    ],
)
def test_a_list_in_the_wording_stays_a_list_and_makes_nothing_else(
    wording: str, shown: str
) -> None:
    assert shown in markdown.render(of(result(wording)))


def test_the_name_of_a_file_does_not_end_the_code_it_stands_in() -> None:
    shown = markdown.render(of(named(result(), "a`<script>.yaml")))
    assert "<script>" not in shown
    assert r"a\`&lt;script>.yaml:3:5" in shown
    assert "`a.yaml:3:5`" in markdown.render(of(result()))


def named(item: Result, file: str) -> Result:
    """The same result, of a file of this name."""
    text = json.dumps(item.as_json()).replace('"a.yaml"', json.dumps(file))
    return TypeAdapter(Result).validate_json(text)


def test_json_of_a_result_reads_back_as_the_same_result() -> None:
    text = json_report.render(of(result()))
    assert TypeAdapter(Result).validate_json(text) == result()


def test_several_results_are_a_list_in_json_and_follow_one_another_elsewhere() -> None:
    assert len(json.loads(json_report.render(of(result(), result())))) == 2
    assert markdown.render(of(result(), result())).count("\n---\n") == 1
    both = [Judged(name, result(), "0: fine") for name in ("a.yaml", "b.yaml")]
    assert table.render(both, Style(detail="quiet")).count("\n") == 2


@pytest.mark.parametrize("width", [20, 60, 80, 100, 140, 400])
def test_the_table_keeps_to_the_width_where_words_allow(width: int) -> None:
    shown = in_a_table(result("some words that can be wrapped " * 8), width=width)
    longest = max(len(line) for line in shown.splitlines() if not line.startswith("Digest"))
    assert longest <= max(sheet.NARROWEST + 40, min(width, sheet.WIDEST))


def test_the_same_words_at_the_same_place_are_listed_once_with_all_that_they_concern() -> None:
    (entry,) = listed(result(), "gap")
    assert entry.where == ("2.review", "2")
    assert entry.checks == ("DEM-001",)
    assert entry.severity is Severity.MAJOR


def leaves(value: object) -> list[str]:
    if isinstance(value, dict):
        return [leaf for inner in value.values() for leaf in leaves(inner)]
    if isinstance(value, list):
        return [leaf for inner in value for leaf in leaves(inner)]
    return [value] if isinstance(value, str) else []


def test_markdown_says_everything_that_a_reader_could_miss() -> None:
    """Each field of the result model gets a text of its own, which has to come up."""
    numbered = result().as_json()
    counter = 0

    def number(value: object) -> object:
        nonlocal counter
        if isinstance(value, dict):
            return {key: number(inner) for key, inner in value.items()}
        if isinstance(value, list):
            return [number(inner) for inner in value]
        if value == "words":
            counter += 1
            return f"words{counter}"
        return value

    marked = TypeAdapter(Result).validate_python(
        json.loads(json.dumps(number(numbered))), strict=False
    )
    shown = markdown.render(of(marked))
    for field in ("wording", "explanation", "no_action_because", "owner", "reason"):
        assert getattr(marked.recommendations[0], field) in shown
    missing = [
        leaf for leaf in leaves(marked.as_json()) if leaf.startswith("words") and leaf not in shown
    ]
    allowed = [
        marked.recommendations[0].addressee,
        *(check.title for check in marked.check_results()),
        *(check.title for check in marked.recommendations[0].requirements[0].checks),
        *(
            name.removeprefix("demo.")
            for item in marked.lists
            for name in (item.path, *item.entries)
        ),
    ]
    assert [leaf for leaf in missing if leaf not in allowed] == []


def in_a_workbook() -> Result:
    """The findings stand in a cell of a sheet whose name turns the reading round."""
    text = json.dumps(result().as_json())
    assert '"cell": null' in text
    return TypeAdapter(Result).validate_json(
        text.replace('"cell": null', '"cell": "Reten\\u202etion!C7"')
    )


def test_a_finding_of_a_workbook_is_told_by_sheet_and_cell() -> None:
    item = in_a_workbook()
    judged = of(item)[0]._replace(path="book.xlsx")
    assert judged.place(listed(item, "gap")[0].location) == "book.xlsx [Retention!C7]"
    assert "book.xlsx [Retention!C7]" in table.render([judged])
    assert "a.yaml [Retention!C7]" in markdown.render([judged])


def test_questions_of_a_workbook_have_a_column_of_cells_those_of_a_text_one_of_lines() -> None:
    shown = in_a_table(in_a_workbook())
    assert re.search(r"What is not known +Cell\b", shown)
    assert re.search(r"What is not known +Line\b", in_a_table(result()))
