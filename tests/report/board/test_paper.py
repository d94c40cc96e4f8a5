"""The board paper: what it asks follows from the result, and every text stays text."""

import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import docx
import pytest

from govcheck.model.result import RecommendationResult
from govcheck.model.visible import visible
from govcheck.model.vocabulary import Severity, Status, Support, Verdict
from govcheck.report.board import markdown, word
from govcheck.report.board.asks import asks
from govcheck.report.board.blocks import Heading, Paragraph, Table, lines
from govcheck.report.board.paper import paper_of
from tests.report.results import of, result
from tests.report.test_renderers import HOSTILE
from tests.report.tracker.test_colour import ACTION, BASE
from tests.report.tracker.test_tracker import bare

OFFICE = shutil.which("soffice")
QUIET = BASE._replace(
    checks=(), requirements=(), actions=(), duty=Verdict.MET, verdict=Verdict.MET,
    support=Support.NO_CLAIM, no_action_because=None,
)  # fmt: skip


def asked(item: RecommendationResult) -> list[str]:
    return [str(ask) for ask in asks(item)]


def with_check(status: Status, severity: Severity = Severity.MAJOR) -> RecommendationResult:
    check = BASE.checks[0]._replace(status=status, severity=severity)
    return QUIET._replace(checks=(check, check))


def test_where_nothing_is_missing_nothing_is_asked() -> None:
    assert asked(QUIET) == []


def test_a_contradiction_is_a_question_of_which_is_right() -> None:
    item = QUIET._replace(support=Support.CONTRADICTED, support_reason="this and that")
    assert asked(item) == ["Challenge: which is right: this and that."]


@pytest.mark.parametrize("support", [Support.UNSUPPORTED, Support.STALE])
def test_a_claim_that_rests_on_nothing_is_challenged(support: Support) -> None:
    item = QUIET._replace(support=support, support_reason="it is old.")
    assert asked(item) == ["Challenge: on what the claim rests: it is old."]


def test_a_gap_without_an_action_needs_an_owner_and_a_date() -> None:
    (only,) = asked(with_check(Status.GAP))
    assert only == (
        "Challenge: who answers for 1 critical or major gap and by when: no action that is still"
        " to be done is recorded."
    )
    assert asked(with_check(Status.GAP, Severity.MINOR)) == []
    assert asked(with_check(Status.GAP)._replace(actions=(ACTION._replace(overdue=False),))) == []


def test_no_action_for_a_reason_is_decided_by_the_board() -> None:
    item = with_check(Status.GAP)._replace(no_action_because="no money")
    assert asked(item) == [
        "Decide: whether to accept that no action is taken, for the reason that is given."
    ]


def test_an_open_question_is_challenged() -> None:
    (only,) = asked(with_check(Status.NOT_ASSESSED))
    assert only.startswith("Challenge: why 1 critical or major question could not be assessed")


def test_an_action_that_is_late_or_has_no_owner_or_date_is_named() -> None:
    late = QUIET._replace(actions=(ACTION,))
    assert asked(late) == [
        "Challenge: action A1 was due 15 January 2024 and is not done: ask words for a new date and"
        " the reason."
    ]
    nobody = ACTION._replace(owner=None)
    assert "ask for an owner for a new date" in asked(QUIET._replace(actions=(nobody,)))[0]
    bare_action = nobody._replace(due=None, overdue=False)
    assert asked(QUIET._replace(actions=(bare_action,))) == [
        "Decide: action A1 has no owner and no date: settle it."
    ]
    assert asked(QUIET._replace(actions=(ACTION._replace(state="done"),))) == []


def test_the_duty_to_respond_is_noted_and_what_is_done_signed_off() -> None:
    item = QUIET._replace(duty=Verdict.NOT_MET, duty_reason="late", support=Support.SUPPORTED)
    assert asked(item) == [
        "Note: the duty to respond is not met: late.",
        "Decide: whether to sign the recommendation off as implemented.",
    ]


def test_the_order_is_that_in_which_committees_read() -> None:
    blocks = paper_of(of(result())[0]).blocks
    heads = [block.text for block in blocks if isinstance(block, Heading) and block.level == 1]
    assert heads == [
        "Purpose", "What the board is asked", "Summary", "Recommendation 2 (#1): words", "Dates",
        "Appendix: evidence register", "Appendix: how this paper was made",
    ]  # fmt: skip
    inner = [block.text for block in blocks if isinstance(block, Heading) and block.level == 2]
    assert inner == ["Position", "Evidence", "Gaps", "Actions", "What the board is asked"]


def test_tables_fill_the_page_and_no_more() -> None:
    for block in paper_of(of(result())[0]).blocks:
        if isinstance(block, Table):
            assert round(sum(block.widths), 1) == 16.6
            assert len(block.widths) == len(block.header)
            assert {len(row) for row in block.rows} == {len(block.header)}


def test_what_is_missing_is_said() -> None:
    item = bare()
    part = item.recommendations[0]
    empty = part._replace(
        actions=(), evidence=(), requirements=(), checks=(), claim=None, explanation=None,
        duty=Verdict.MET, no_action_because=None, support=Support.NO_CLAIM,
    )  # fmt: skip
    nothing = item._replace(
        recommendations=(empty,), evidence=(), framework=item.framework._replace(response=None)
    )
    shown = markdown.render(of(nothing))
    for words in (
        "Nothing but to note this paper.", "Nothing but to note the position.",
        "No evidence is cited.", "No action is recorded.", "The file has no evidence.",
        "| no claim | none |", "no deadline set", "Owner: no owner is named.",
        "Beside 0 critical or major gaps: 0 minor gaps, and 0 questions left open.",
    ):  # fmt: skip
        assert words in shown


def test_an_entry_without_a_citation_and_an_action_without_owner_and_date() -> None:
    item = bare()
    entry = item.evidence[0]._replace(cited_by=(), about=None)
    shown = markdown.render(of(item._replace(evidence=(entry,))))
    assert "| not said | seen |" in shown
    assert "| nothing |" in shown
    assert "| no owner | no date | in progress |" in shown


def test_published_wording_is_quoted_with_its_list() -> None:
    item = result()
    part = item.recommendations[0]._replace(wording="Forces should:\n- ask; and\n\n- listen.")
    shown = markdown.render(of(item._replace(recommendations=(part,))))
    assert "> Forces should:\n>\n> - ask; and\n> - listen.\n\n### Position\n" in shown


@pytest.mark.parametrize("text", HOSTILE)
def test_word_holds_the_same_words_as_the_paper_and_as_text(text: str) -> None:
    judged = of(result(text))
    paper = paper_of(judged[0])
    document = docx.Document(BytesIO(word.render(judged)))
    said = [paragraph.text for paragraph in document.paragraphs if paragraph.text]
    assert said == [
        visible(paper.title),
        *(visible(block.text) for block in paper.blocks if isinstance(block, Heading | Paragraph)),
    ]
    tables = [block for block in paper.blocks if isinstance(block, Table)]
    for block, table in zip(tables, document.tables, strict=True):
        cells = [[cell.text for cell in row.cells] for row in table.rows]
        rows = [["\n".join(map(visible, lines(cell))) for cell in row] for row in block.rows]
        assert cells == [[*block.header], *rows]


@pytest.mark.parametrize("text", HOSTILE)
def test_markdown_has_the_same_blocks_whatever_the_text(text: str) -> None:
    harmless = "".join(mark if mark in "\n- " else "w" for mark in text)
    heads = [
        [line for line in markdown.render(of(result(item))).splitlines() if line.startswith("#")]
        for item in (text, harmless)
    ]
    assert len(heads[0]) == len(heads[1])


def test_the_status_has_a_word_and_a_colour_and_headers_are_repeated() -> None:
    document = docx.Document(BytesIO(word.render(of(result()))))
    summary = document.tables[0]
    assert summary.rows[1].cells[1].text == "AMBER"
    assert 'w:fill="FFDFA0"' in summary.rows[1].cells[1]._tc.xml
    assert "w:tblHeader" in summary.rows[0]._tr.xml


def test_several_papers_follow_one_another() -> None:
    both = of(result(), result("others"))
    assert markdown.render(both).count("## Purpose") == 2
    document = docx.Document(BytesIO(word.render(both)))
    assert [item.text for item in document.paragraphs].count("Purpose") == 2


def test_the_same_result_is_the_same_bytes() -> None:
    assert word.render(of(result())) == word.render(of(result()))


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_reads_the_paper(tmp_path: Path) -> None:
    assert OFFICE
    (tmp_path / "paper.docx").write_bytes(word.render(of(result())))
    subprocess.run(
        [OFFICE, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
         "--convert-to", "txt:Text", "--outdir", str(tmp_path), str(tmp_path / "paper.docx")],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    assert "What the board is asked" in (tmp_path / "paper.txt").read_text("utf-8-sig")
