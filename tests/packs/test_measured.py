"""What holds for measured checks beside their cases: a framework's own figures, small numbers."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from tests.packs.case_files import GETTING_A_GRIP, registry

from govcheck.evidence.tables.rows import Rows
from govcheck.evidence.tables.table import Layout, counted
from govcheck.plugin import Amount, Dataset, Figure, Framework, Gap, Measure
from govcheck.testing import Outcome, evaluate

GROUPS = ("police officers", "police staff", "special constables", "volunteers")


def framework(**thresholds: float) -> Framework:
    held = registry().catalogue.frameworks[GETTING_A_GRIP]
    named = {name.replace("__", ".").replace("_", "-"): value for name, value in thresholds.items()}
    return Framework.model_validate(
        {**held.model_dump(mode="json", by_alias=True), "thresholds": named}, strict=False
    )


def dataset(key: str, measures: tuple[Measure[Any], ...], **cells: Sequence[object]) -> Dataset:
    """A data set of these columns, counted as a file would be."""
    kind = registry().catalogue.datasets[key]
    rows = Rows(tuple(cells), tuple(cells.values()))
    headers = {column: column.name for column in kind.columns() if column.name in cells}
    found = counted(rows, [item.tally() for item in measures], Layout(headers, date(2023, 12, 15)))
    return kind({item: item.answer(found[item.tally()], 5) for item in measures})


def offers(asked: int, others: int, held_to: Framework) -> Outcome:
    """RET-020 over leavers of whom so many were asked, the same in each group."""
    loaded = registry().check("RET-020")
    assert loaded is not None
    answers = ["yes"] * asked + ["no"] * others
    leavers = dataset(
        "leavers",
        loaded.check.measures,
        group=[group for group in GROUPS for _ in answers],
        reason=["resignation"] * len(answers) * len(GROUPS),
        interview_offered=answers * len(GROUPS),
    )
    recommendation = held_to.recommendation("2")
    return evaluate(loaded.check, leavers, None, recommendation, held_to)


@pytest.mark.parametrize(
    ("wanted", "status"), [(90, "met"), (90.5, "gap"), (95, "gap"), (0, "met"), (100, "gap")]
)
def test_a_framework_sets_its_own_figure_and_it_is_told(wanted: float, status: str) -> None:
    outcome = offers(90, 10, framework(retention__exit_interviews_offered=wanted))
    assert outcome.status == status
    for finding in outcome.findings:
        assert isinstance(finding, Gap)
        assert finding.figure is not None
        assert finding.figure.wanted == ("all" if wanted == 100 else f"at least {wanted:g} %")


@pytest.mark.parametrize("others", [1, 2, 3, 4])
def test_of_fewer_than_five_no_number_is_told(others: int) -> None:
    outcome = offers(100, others, framework(retention__exit_interviews_offered=100))
    gaps = [finding for finding in outcome.findings if isinstance(finding, Gap)]
    told = {finding.figure.value for finding in gaps if finding.figure}
    assert told == {f"all but fewer than 5 of {Amount(100 + others)}"}


def test_every_group_is_shown_also_where_it_is_enough() -> None:
    outcome = offers(90, 10, framework(retention__exit_interviews_offered=90))
    assert outcome.findings == ()
    assert [figure.about for figure in outcome.measured] == list(GROUPS)
    assert {figure.value for figure in outcome.measured} == {"90 % (about 90 of about 100)"}


def interviewed(left_on: Sequence[str], not_held: Sequence[str] = ()) -> Sequence[Figure]:
    """What RET-022 measures of leavers who were interviewed on their last day."""
    loaded = registry().check("RET-022")
    assert loaded is not None
    days = [*left_on, *not_held]
    leavers = dataset(
        "leavers",
        loaded.check.measures,
        left_on=days,
        reason=["resignation"] * len(days),
        interview_held=["yes"] * len(left_on) + ["no"] * len(not_held),
        interviewed_on=days,
    )
    return evaluate(loaded.check, leavers, framework()).measured


def test_the_trend_is_that_of_the_last_quarters_and_leaves_out_what_has_no_month() -> None:
    days = [f"{year}-{month:02}-10" for year in (2021, 2022, 2023) for month in range(1, 13)]
    whole, *quarters = interviewed([*days, *days, "", "soon"], days)
    assert whole.value == "all but fewer than 5 of about 75"
    assert [item.period for item in quarters][::7] == ["2022-01/2022-03", "2023-10/2023-12"]
    assert len(quarters) == 8
    assert {item.value for item in quarters} == {"all but fewer than 5 of about 5"}


def test_no_trend_is_shown_where_there_are_few_people_in_one_of_its_quarters() -> None:
    """A whole of about 55 with two quarters of about 25 would leave 4 as the only number."""
    sizes = {"2023-01-10": 22, "2023-04-10": 27, "2023-07-10": 4}
    few = interviewed([day for day, size in sizes.items() for _ in range(size)])
    assert [item.value for item in few] == ["all but fewer than 5 of about 55"]
    enough = interviewed([day for day in sizes for _ in range(20)])
    assert len(enough) == 4


def test_a_small_whole_of_parts_is_not_shown() -> None:
    """Two groups of fewer than 5 of about 10 interviews could only be 4 and 4."""
    [whole, *quarters] = interviewed(["2023-01-10"] * 20 + ["2023-04-10"] * 29)
    assert whole.value == "fewer than 50 in all, too few to say more"
    assert len(quarters) == 2
