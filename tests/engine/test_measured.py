"""Checks that count: what they are given, and what stands behind a claim that was measured."""

from pathlib import Path

import pytest
from tests.engine.garden import Judge, one_check, results_of, told

from govcheck.model.finding import Figure
from govcheck.model.result import Result
from govcheck.model.vocabulary import Basis, Status, Support, Verdict

LETS = """

class Lets(Dataset, key="lets"):
    "Sheds that were let."

    plot = KeyColumn("Which plot")
    kind = CodeColumn("What kind of shed", {"old": ("Old one",), "new": ()})
    let_on = DayColumn("When it was let", optional=True)


OLD = Rate(Lets.kind.is_("old"))
WHEN = Extent(Lets.let_on)
"""
COUNTING = LETS + one_check(
    "lets: Lets",
    """
    share = lets[OLD][()]
    if not share.reaches(90):
        yield Gap("too few", figure=lets.figure(share, "sheds", at_least=90))
    """,
    rest="serves=SERVES, measures=(OLD,)",
)
NAMED = """
datasets:
  lets: {path: lets.csv, about: 2024-05}
"""


def table(folder: Path, old: int, new: int, header: str = "plot,kind") -> None:
    kinds = ["old"] * old + ["New "] * new
    lines = [header, *(f"{number},{kind}" for number, kind in enumerate(kinds))]
    (folder / "lets.csv").write_text("\n".join(lines), encoding="utf-8")


def support(result: Result) -> tuple[Support, Basis]:
    requirement = result.recommendations[0].requirements[0]
    return requirement.support, requirement.basis


@pytest.mark.parametrize(("old", "new", "status"), [(90, 10, Status.MET), (89, 11, Status.GAP)])
def test_a_check_judges_the_exact_count(
    judge: Judge, tmp_path: Path, old: int, new: int, status: Status
) -> None:
    table(tmp_path, old, new)
    assert results_of(judge(COUNTING, NAMED))["SHED-001"].status is status


def test_a_gap_carries_its_figure(judge: Judge, tmp_path: Path) -> None:
    table(tmp_path, 31, 69)
    finding = results_of(judge(COUNTING, NAMED))["SHED-001"].findings[0]
    assert finding.figure == Figure(
        "sheds", "30 % (about 30 of about 100)", "at least 90 %", "lets.csv", "2024-05"
    )
    assert str(finding.figure) == (
        "sheds: 30 % (about 30 of about 100); wanted: at least 90 % (lets.csv, 2024-05)"
    )


def test_a_figure_without_a_wish_or_a_period_is_shorter() -> None:
    assert str(Figure("sheds", "about 30", "", "lets.csv", "")) == "sheds: about 30 (lets.csv)"


def test_without_the_data_set_a_measured_check_is_not_assessed(judge: Judge) -> None:
    outcome = results_of(judge(COUNTING))["SHED-001"]
    assert outcome.status is Status.NOT_ASSESSED
    assert told(outcome) == ["the file names no data set “lets”."]
    assert outcome.findings[0].location.pointer == "/datasets/lets"


def test_a_source_that_cannot_be_read_leaves_its_checks_open(judge: Judge) -> None:
    result = judge(COUNTING, NAMED)
    outcome = results_of(result)["SHED-001"]
    assert outcome.status is Status.NOT_ASSESSED
    assert told(outcome)[0].startswith("lets.csv cannot be counted: ")
    assert result.datasets[0].failure
    assert result.datasets[0].rows == "fewer than 50"


def test_where_nothing_may_be_read_the_checks_say_so(judge: Judge, tmp_path: Path) -> None:
    table(tmp_path, 90, 10)
    result = judge(COUNTING, NAMED, reading=False)
    assert told(results_of(result)["SHED-001"]) == [
        "lets.csv cannot be counted: data were not looked at."
    ]


def test_a_column_that_is_absent_leaves_open_what_needs_it_and_no_more(
    judge: Judge, tmp_path: Path
) -> None:
    table(tmp_path, 90, 10)
    other = one_check(
        "lets: Lets", "lets[WHEN]", id_="SHED-002", rest="serves=SERVES, measures=(WHEN,)"
    )
    found = results_of(judge(COUNTING + other, NAMED))
    assert found["SHED-001"].status is Status.MET
    assert told(found["SHED-002"]) == ["lets.csv has no column “let_on” (When it was let)"]


def test_a_column_that_another_data_set_lacks_is_no_reason(judge: Judge, tmp_path: Path) -> None:
    """The measures of a check of two data sets are told apart."""
    table(tmp_path, 90, 10)
    (tmp_path / "rents.csv").write_text("paid_on\n2024-05-01\n", encoding="utf-8")
    rents = """

class Rents(Dataset, key="rents"):
    "What was paid."

    paid_on = DayColumn("When it was paid")


PAID = Extent(Rents.paid_on)
"""
    check = one_check(
        "rents: Rents, lets: Lets | None",
        "yield Observation(f'{len(rents[PAID])} {lets}')",
        rest="serves=SERVES, measures=(PAID, WHEN)",
    )
    both = "\ndatasets:\n  lets: {path: lets.csv}\n  rents: {path: rents.csv}\n"
    assert told(results_of(judge(LETS + rents + check, both))["SHED-001"]) == ["1 None"]


def test_a_check_that_copes_without_data_is_given_none(judge: Judge) -> None:
    signature, body = "lets: Lets | None", "yield Observation(str(lets))"
    check = one_check(signature, body, rest="serves=SERVES, measures=(OLD,)")
    assert told(results_of(judge(LETS + check))["SHED-001"]) == ["None"]


def test_a_measure_that_is_not_declared_breaks_the_check(judge: Judge, tmp_path: Path) -> None:
    table(tmp_path, 9, 1)
    check = one_check(
        "lets: Lets", "yield Gap(str(lets[WHEN]))", rest="serves=SERVES, measures=(OLD,)"
    )
    outcome = results_of(judge(LETS + check, NAMED))["SHED-001"]
    assert outcome.status is Status.ERROR
    assert "the check asks Lets for a measure that it does not declare" in told(outcome)[0]


def test_the_register_holds_the_data_sets_that_the_checks_count(
    judge: Judge, tmp_path: Path
) -> None:
    table(tmp_path, 90, 10)
    check = one_check(
        "data: DataRegister",
        "yield Observation(str([item.source for item in data]))",
        id_="SHED-002",
    )
    assert told(results_of(judge(COUNTING + check, NAMED))["SHED-002"]) == ["['lets.csv']"]
    assert told(results_of(judge(LETS + check, NAMED))["SHED-002"]) == ["[]"]


CLAIM = (
    NAMED
    + """
recommendations:
  "1":
    requirements:
      review: {answer: yes}
"""
)


def test_a_counted_data_set_stands_behind_a_claim(judge: Judge, tmp_path: Path) -> None:
    table(tmp_path, 95, 5)
    assert support(judge(COUNTING, CLAIM)) == (Support.SUPPORTED, Basis.MEASURED)


def test_a_count_against_a_claim_contradicts_it(judge: Judge, tmp_path: Path) -> None:
    table(tmp_path, 31, 69)
    assert support(judge(COUNTING, CLAIM)) == (Support.CONTRADICTED, Basis.MEASURED)


def test_data_of_no_stated_time_are_stale(judge: Judge, tmp_path: Path) -> None:
    table(tmp_path, 95, 5)
    undated = CLAIM.replace(", about: 2024-05", "")
    assert support(judge(COUNTING, undated)) == (Support.STALE, Basis.MEASURED)


def test_what_nobody_claims_and_nothing_shows_was_not_looked_at(judge: Judge) -> None:
    result = judge(COUNTING)
    requirement = result.recommendations[0].requirements[0]
    assert requirement.verdict is Verdict.NOT_ASSESSED
    assert requirement.basis is Basis.NOT_LOOKED_AT


def test_the_digest_tells_nothing_of_a_single_row(judge: Judge, tmp_path: Path) -> None:
    """Two tables that are printed alike have one digest: it cannot be used to guess a count."""
    table(tmp_path, 93, 7)
    one = judge(COUNTING, NAMED).digest
    table(tmp_path, 94, 6)
    assert judge(COUNTING, NAMED).digest == one
