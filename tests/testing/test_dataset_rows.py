"""Rows of a test are counted as those of a run."""

from collections.abc import Iterator
from datetime import date

import pytest

from govcheck.plugin import (
    AS_OF,
    CodeColumn,
    Dataset,
    DayColumn,
    Finding,
    Gap,
    Rate,
    RowCount,
    Severity,
    check,
)
from govcheck.testing import evaluate, rows_of


class Loans(Dataset, key="loans"):
    """Tools that were lent."""

    tool = CodeColumn("What was lent", {"spade": ("shovel",), "rake": ()})
    back_on = DayColumn("When it came back", optional=True)


BACK = Rate(Loans.back_on.not_after(AS_OF), by=Loans.tool)
OTHER = RowCount()


@check("LOA-001", serves="tools-2024:1.back", severity=Severity.MAJOR, measures=(BACK,))
def tools_come_back(loans: Loans) -> Iterator[Finding]:
    """Tools come back."""
    for (tool,), share in loans[BACK].items():
        if not share.reaches(50):
            yield Gap("too few came back", figure=loans.figure(share, tool, at_least=50))


def outcome(*days: str | date | None) -> str:
    rows = [{"tool": "Shovel ", "back_on": day} for day in days]
    return evaluate(tools_come_back, rows_of(Loans, rows, as_of=date(2024, 6, 30))).status


def test_labels_days_and_the_day_of_judgement_count() -> None:
    assert outcome("2024-06-30", None) == "met"
    assert outcome(date(2024, 6, 30), "") == "met"
    assert outcome("2024-07-01", None) == "gap"


def test_no_row_is_no_group() -> None:
    assert outcome() == "met"


def test_a_figure_says_that_it_comes_from_a_test() -> None:
    rows = rows_of(Loans, [{"tool": "rake"}] * 30, as_of=date(2024, 6, 30), period="2024")
    finding = evaluate(tools_come_back, rows).findings[0]
    assert isinstance(finding, Gap)
    assert str(finding.figure) == (
        "rake: fewer than 5 of about 30; wanted: at least 50 % (rows of a test, 2024)"
    )


def test_a_measure_that_the_check_does_not_name_breaks_it() -> None:
    @check("LOA-002", serves="tools-2024:1.back", severity=Severity.MAJOR, measures=(BACK,))
    def tools_are_lent(loans: Loans) -> Iterator[Finding]:
        """Tools are lent."""
        yield Gap(str(loans[OTHER]))

    found = evaluate(tools_are_lent, rows_of(Loans, [], as_of=date(2024, 6, 30)))
    assert found.status == "error"
    assert "a measure that it does not declare" in str(found.error)


def test_a_column_that_is_not_declared_is_a_slip_of_the_test() -> None:
    with pytest.raises(TypeError, match="Loans declares no column colour"):
        evaluate(tools_come_back, rows_of(Loans, [{"colour": "red"}], as_of=date(2024, 6, 30)))
