"""What was measured, in every form of report: figures, data sets, counts, the ledger."""

import json
import re
from datetime import date

import pytest

from govcheck.model.column import UNREAD, Code
from govcheck.model.data_register import DataState, Violation
from govcheck.model.disclosure import Amount, Share
from govcheck.model.exhibit import ExhibitState
from govcheck.model.finding import Figure, in_lines
from govcheck.model.ledger import ledger_of
from govcheck.model.measure import Spread
from govcheck.model.result import EvidenceResult, Result
from govcheck.model.vocabulary import Basis, Support, Verdict
from govcheck.report import counts, coverage, evidence_table, json_report, markdown, table
from govcheck.report.counts import Counted
from govcheck.report.fitted import fitted
from govcheck.report.judged import Judged
from govcheck.report.sheet import Style
from tests.report.results import of, result
from tests.report.test_renderers import HOSTILE

FIGURE = Figure(
    "special constables", "31 % (about 40 of about 125)", "at least 90 %", "leavers.csv", "2022/23"
)
IN_WORDS = (
    "special constables: 31 % (about 40 of about 125); wanted: at least 90 % (leavers.csv, 2022/23)"
)
UNSAFE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def measured(item: Result) -> Result:
    """The same result, its gap resting on a figure that can be told apart."""
    [recommendation] = item.recommendations
    [requirement] = recommendation.requirements
    [check] = requirement.checks
    findings = tuple(
        finding._replace(figure=FIGURE if finding.kind == "gap" else None)
        for finding in check.findings
    )
    changed = requirement._replace(checks=(check._replace(findings=findings),))
    return item._replace(
        recommendations=(recommendation._replace(requirements=(changed,), checks=()),)
    )


def in_a_table(item: Result, detail: str = "normal") -> str:
    return table.render([Judged("a.yaml", item, "1: 1 gap")], Style(140, detail=detail))  # type: ignore[arg-type]


def test_a_gap_with_a_measured_cause_prints_the_figure_on_a_line_of_its_own() -> None:
    lines = in_a_table(measured(result())).splitlines()
    at = lines.index("    gap: words")
    assert lines[at + 1] == f"    Measured: {IN_WORDS}"
    assert f"    - Measured: {IN_WORDS}\n" in markdown.render(of(measured(result())))
    found = json.loads(json_report.render(of(measured(result()))))
    findings = found["recommendations"][0]["requirements"][0]["checks"][0]["findings"]
    assert findings[0]["figure"] == FIGURE._asdict()


def test_a_strength_prints_its_figure_in_the_full_table() -> None:
    shown = in_a_table(result(), "verbose")
    assert shown.count("Measured: gap words: words; wanted: words (words, words)") == 1
    assert shown.count("Measured: strength words: words; wanted: words (words, words)") == 1
    assert "Measured: strength" not in in_a_table(result())


def test_findings_that_differ_in_their_figures_are_two() -> None:
    [recommendation] = result().recommendations
    [requirement] = recommendation.requirements
    [check] = requirement.checks
    gaps = (check.findings[0], check.findings[0]._replace(figure=FIGURE))
    changed = requirement._replace(checks=(check._replace(findings=gaps),))
    item = result()._replace(
        recommendations=(recommendation._replace(requirements=(changed,), checks=()),)
    )
    assert in_a_table(item).count("Measured: ") == 2


@pytest.mark.parametrize("detail", ["normal", "verbose"])
def test_every_data_set_is_told_with_what_was_found_of_it(detail: str) -> None:
    assert (
        "Data sets: 2\n"
        "\n"
        "leavers: words, about 40 rows, period words\n"
        "    Found: words.\n"
        "    Not as declared: words First lines: 2, 7.\n"
        "\n"
        "screening: words, not counted\n"
        "    words\n"
    ) in in_a_table(result(), detail)
    assert "Data sets" not in in_a_table(result(), "quiet")


def test_every_data_set_is_told_in_markdown() -> None:
    assert (
        "## Data sets\n"
        "\n"
        "- leavers: words, about 40 rows, period words\n"
        "  - Found: words.\n"
        "  - Not as declared: words First lines: 2, 7.\n"
        "- screening: words, not counted\n"
        "  - words\n"
    ) in markdown.render(of(result()))


def test_a_data_set_of_which_little_is_known_is_told_briefly() -> None:
    little = result().datasets[0]._replace(period="", notes=(), violations=())
    shown = in_a_table(result()._replace(datasets=(little,)))
    assert "\nleavers: words, about 40 rows\n\n" in shown


def test_without_data_sets_no_report_speaks_of_them() -> None:
    bare = result()._replace(datasets=())
    assert "Data sets" not in in_a_table(bare)
    assert "Data sets" not in markdown.render(of(bare))


@pytest.mark.parametrize("basis", Basis)
def test_every_way_of_knowing_has_its_word_in_the_full_reports(basis: Basis) -> None:
    [recommendation] = result().recommendations
    [requirement] = recommendation.requirements
    item = result()._replace(
        recommendations=(
            recommendation._replace(basis=basis, requirements=(requirement._replace(basis=basis),)),
        )
    )
    assert f"  {basis}  " in in_a_table(item, "verbose")
    assert f"supported, {basis}" in markdown.render(of(item))
    assert f"  {basis}\n" in coverage.table(item, Style())


# The ledger.


def test_the_ledger_holds_claim_and_finding_side_by_side() -> None:
    ledger = ledger_of(measured(result()))
    [account] = ledger.recommendations
    [entry] = account.requirements
    assert (entry.id, entry.claim, entry.verdict) == ("2.review", "met", Verdict.PARTLY_MET)
    assert (entry.data_sets, entry.figures) == (("leavers",), (FIGURE,))
    assert ledger.totals.basis[Basis.DOCUMENT] == 1
    assert ledger.totals.support[Support.SUPPORTED] == 1
    assert (ledger.totals.requirements, ledger.totals.counted) == (1, 1)


def test_the_ledger_in_a_terminal() -> None:
    shown = coverage.table(measured(result()), Style())
    assert shown == (
        "Coverage of words\n"
        "words, judged as of 15 December 2023 (a.yaml)\n"
        "\n"
        "Requirement    Claim    Verdict     Support    Looked at\n"
        "-------------  -------  ----------  ---------  -----------\n"
        "2 words        met      partly met  supported  document\n"
        "2.review       met      partly met  supported  document\n"
        "\n"
        "Measured\n"
        "\n"
        "  2.review (counted: leavers)\n"
        "    special constables: 31 % (about 40 of about 125); wanted: at least 90 % (leavers.csv, 2022/23)\n"
        "\n"
        "leavers: words, about 40 rows, period words\n"
        "    Found: words.\n"
        "    Not as declared: words First lines: 2, 7.\n"
        "screening: words, not counted\n"
        "    words\n"
        "\n"
        "Looked at, of 1 requirement: document 1 of 1.\n"
        "Support, of 1 requirement: supported 1 of 1.\n"
        "Counted from data sets by these checks: 1 of 1 requirement.\n"
    )


def test_the_ledger_of_nothing_measured_lists_no_figures() -> None:
    [recommendation] = result().recommendations
    [requirement] = recommendation.requirements
    bare = recommendation._replace(claim=None, requirements=(requirement._replace(checks=()),))
    item = result()._replace(recommendations=(bare,), datasets=())
    shown = coverage.table(item, Style())
    assert "Measured" not in shown
    assert "2 words        none" in shown
    assert "| supported: words | document | nothing |" in coverage.markdown(item)
    assert coverage.markdown(item).count("- ") == coverage.markdown(item).count("\n- ") == 3


def test_a_requirement_that_was_counted_without_a_word_names_the_data_set() -> None:
    [recommendation] = result().recommendations
    [requirement] = recommendation.requirements
    [check] = requirement.checks
    silent = requirement._replace(checks=(check._replace(findings=()),))
    item = result()._replace(recommendations=(recommendation._replace(requirements=(silent,)),))
    assert "  2.review (counted: leavers)\n" in coverage.table(item, Style())
    assert "| document | leavers |" in coverage.markdown(item)
    told = requirement._replace(checks=(check._replace(counted=()),))
    item = result()._replace(recommendations=(recommendation._replace(requirements=(told,)),))
    assert "  2.review\n    gap words: words" in coverage.table(item, Style())


def test_the_ledger_of_a_framework_without_requirements_has_no_shares() -> None:
    [recommendation] = result().recommendations
    item = result()._replace(recommendations=(recommendation._replace(requirements=()),))
    assert "Looked at, of 0 requirements: none." in coverage.table(item, Style())


def test_the_ledger_in_markdown_and_json_says_the_same() -> None:
    item = measured(result())
    shown = coverage.markdown(item)
    assert f"| met | partly met | supported: words | document | {IN_WORDS} |" in shown
    assert "- Looked at, of 1 requirement: document 1 of 1." in shown
    assert "  - Not as declared: words First lines: 2, 7.\n" in shown
    document = json.loads(coverage.as_json(item))
    assert document["format"] == "govcheck-coverage/1"
    [entry] = document["recommendations"][0]["requirements"]
    assert (entry["support"], entry["basis"]) == ("supported", "document")
    assert entry["figures"] == [FIGURE._asdict()]
    assert document["totals"]["basis"]["document"] == 1
    assert document["totals"]["requirements"] == 1


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_text_in_the_ledger(text: str) -> None:
    assert not UNSAFE.search(coverage.table(result(text), Style()))
    assert not UNSAFE.search(coverage.as_json(result(text)))
    shown = coverage.markdown(result(text))
    assert "<script>" not in shown
    assert not re.search(r"(?<!\\)\]\(", shown)
    assert not re.search(r"^# heading", shown, re.MULTILINE)
    rows = [line for line in shown.splitlines() if line.startswith("|")]
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {7}


@pytest.mark.parametrize("width", [60, 80, 140])
def test_the_ledger_keeps_to_the_width(width: int) -> None:
    shown = coverage.table(result("some words that can be wrapped " * 8), Style(width))
    assert max(map(len, shown.splitlines())) <= width


def test_where_figures_come_from_is_said_once_for_those_below_one_another() -> None:
    one = Figure("beans", "about 40", "", "plots.csv", "2023")
    other = one._replace(about="peas", source="sheds.csv", period="")
    assert list(in_lines([one, None, one, other, one])) == [
        "beans: about 40 (plots.csv, 2023)",
        None,
        "beans: about 40",
        "peas: about 40 (sheds.csv)",
        "beans: about 40 (plots.csv, 2023)",
    ]


# What `measure` prints.

STATE = DataState("plots", "plots.csv", Amount(42), "2023", ("delimiter “;”", "UTF-8"))


def counted(rows: counts.Rows, state: DataState = STATE, *, split: bool = False) -> str:
    return counts.render(Counted("rows, by crop", ("crop", "rows"), rows, state, 5, split), 100)


def test_counts_are_printed_with_their_source_and_what_was_found() -> None:
    answer = {("beans",): Amount(41), ("peas",): Amount(1)}
    assert counted(counts.amounts(answer)) == (
        "plots: rows, by crop\n"
        "\n"
        "crop    rows\n"
        "------  ------------\n"
        "beans   about 40\n"
        "peas    fewer than 5\n"
        "\n"
        "Source: plots.csv, about 40 rows, period 2023.\n"
        "Found: delimiter “;”; UTF-8.\n"
        "Counts below 5 are shown as “fewer than 5”, others to the nearest 5.\n"
    )


def test_what_is_not_as_declared_is_told_below_the_counts() -> None:
    violations = (
        Violation("crop", "blank", Amount(7), "crop is blank in about 5 rows.", ("3", "9")),
        Violation("size", "blank", Amount(7), "size is blank in about 5 rows."),
    )
    shown = counted((), STATE._replace(violations=violations, notes=(), period=""))
    assert "No group has as many as 5 rows.\n\nSource: plots.csv, about 40 rows.\n" in shown
    assert "Not as declared: crop is blank in about 5 rows. First lines: 3, 9.\n" in shown
    assert "Not as declared: size is blank in about 5 rows.\n" in shown


def test_shares_are_printed_through_their_own_words() -> None:
    found = counts.shares({("beans",): Share(40, 100), ("peas",): Share(1, 4)})
    assert found == (
        ("beans", str(Share(40, 100))),
        ("peas", "fewer than 5 in all, too few to say more"),
    )


def test_groups_of_few_rows_are_left_out_and_nobody_learns_whether_there_are_any() -> None:
    rows = {("beans",): Amount(5), ("peas",): Amount(4)}
    answer = {("beans",): 1, ("peas",): 2, ("figs",): 3}
    assert counts.of_enough(answer, rows) == {("beans",): 1}
    assert counts.of_enough({(): 1}, {(): Amount(0)}) == {(): 1}
    left_out = "Left out are groups with fewer than 5 rows, if there are any.\n"
    assert left_out in counted((), split=True)
    assert left_out not in counted(())


def test_of_the_first_and_last_day_the_months_are_shown_and_of_few_rows_nothing() -> None:
    days = (date(2023, 1, 2), date(2023, 12, 30))
    assert counts.months({("beans",): days}, {("beans",): Amount(5)}) == (
        ("beans", "January 2023", "December 2023", "about 5"),
    )
    for none, rows in ((days, 4), (None, 9)):
        assert counts.months({(): none}, {(): Amount(rows)})[0][:2] == ("not shown", "not shown")


def test_every_value_of_a_code_is_listed_in_the_order_of_its_declaration() -> None:
    crop = Code("What grows.", {"peas": [], "beans": [], "figs": []})
    spread = Spread({"beans": 12, "peas": 3, None: 7, UNREAD: 6}, 5)
    assert counts.spreads({("x",): spread}, crop) == (
        ("x", "peas", "fewer than 5"),
        ("x", "beans", "about 10"),
        ("x", "figs", "fewer than 5"),
        ("x", "not stated", "about 5"),
        ("x", "not recognised", "about 5"),
    )


def test_of_numbers_the_quarters_are_shown_where_there_are_many() -> None:
    many = Spread(dict.fromkeys(map(float, range(1, 81)), 1), 5)
    assert counts.spreads({(): many}, None) == (
        ("a quarter have at most", "20"),
        ("half have at most", "40"),
        ("three quarters have at most", "60"),
        ("rows with a number", "about 80"),
        ("not stated", "fewer than 5"),
        ("not recognised", "fewer than 5"),
    )
    assert counts.spreads({(): Spread({1234.5: 50}, 5)}, None)[0][1] == "1,234.5"
    assert counts.spreads({(): Spread({2: 49}, 5)}, None)[0][1] == "not shown"
    assert counts.spreads({(): Spread({}, 5)}, None)[0][1] == "not shown"


# The evidence.


def entry(state: ExhibitState, text: str = "words") -> EvidenceResult:
    return EvidenceResult(
        text, text, text, state, "document", "2023-10", "2023-11-02", "2025-10-31", "0" * 64,
        ("police staff",), ("2", "2.review"),
    )  # fmt: skip


def test_every_entry_is_shown_with_its_state() -> None:
    shown = evidence_table.render([entry(state) for state in ExhibitState], "2023-12-15", 140)
    for state in ExhibitState:
        assert state in shown
        assert f"1 {state}" in shown.splitlines()[-1]
    assert "fresh until 31 October 2025" in shown
    assert "collected 2 November 2023" in shown
    assert "2, 2.review" in shown
    assert shown.splitlines()[-1].startswith("Of 7: 1 found, digest holds; ")


def test_evidence_that_is_too_old_is_called_stale() -> None:
    item = entry(ExhibitState.FOUND)
    assert "fresh until" in evidence_table.render([item], "2025-10-31", 140)
    assert "stale since 31 October 2025" in evidence_table.render([item], "2025-11-01", 140)


def test_what_is_not_stated_of_an_entry_is_said_so() -> None:
    bare = EvidenceResult("e", "T", "p", ExhibitState.FOUND, *[None] * 5, (), ())
    shown = evidence_table.render([bare], "2023-12-15", 140)
    assert re.search(r"not dated +not stated +not stated +nothing", shown)


def test_a_file_without_evidence_says_so() -> None:
    assert evidence_table.render([], "2023-12-15", 80) == "The file has no evidence.\n"


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_text_in_the_table_of_evidence(text: str) -> None:
    shown = evidence_table.render([entry(ExhibitState.FOUND, text)], "2023-12-15", 100)
    assert not UNSAFE.search(shown)


# Tables that keep to the width.


def test_columns_of_words_give_way_and_the_others_do_not() -> None:
    rows = [["an-id-that-stays-whole", "some words that can run over lines", "1\n2"]]
    shown = fitted(["id", "words", "n"], rows, 50, ["words"]).splitlines()
    assert shown[2:] == [
        "an-id-that-stays-whole  some words that can  1",
        "                        run over lines       2",
    ]


def test_a_table_without_rows_has_its_headers() -> None:
    assert fitted(["id", "words"], [], 50, ["words"]).split() == ["id", "words", "----", "-------"]
