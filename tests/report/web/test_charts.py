"""What is drawn follows from what is printed, and stands beside it as a table."""

import pytest

from govcheck.model.finding import Figure
from govcheck.model.result import Result
from govcheck.report.web import page
from govcheck.report.web.chart_columns import HEIGHT, columns_of
from govcheck.report.web.chart_figures import Bar, Drawn, bar_of, measured
from govcheck.report.web.chart_timeline import timeline_of
from tests.report.results import of, result
from tests.report.web.pages import Reading


def figure(value: str, wanted: str = "", period: str = "2023", about: str = "leavers") -> Figure:
    return Figure(about, value, wanted, "leavers.csv", period)


@pytest.mark.parametrize(
    ("value", "wanted", "bar"),
    [
        ("31 % (about 20 of about 65)", "at least 90 %", Bar(31, 0, 90)),
        ("just under 90 % (about 45 of about 50)", "at least 90 %", Bar(90, 0, 90)),
        ("about 30 of about 40", "at least 100 %", Bar(75, 0, 100)),
        ("about 30 of about 40", "all", Bar(75, 0, 100)),
        ("9 of 12", "every one", Bar(75, 0, None)),
        ("fewer than 5 of about 25", "at least 20 %", Bar(0, 20, 20)),
        ("all but fewer than 5 of about 40", "at least 90 %", Bar(87.5, 12.5, 90)),
        ("about 340", "about 360, as stated", Bar(94.44, 0, 100)),
        ("about 1,500", "about 1,000", Bar(100, 0, 66.67)),
        ("fewer than 5 in all, too few to say more", "at least 50 %", None),
        ("fewer than 5", "none", None),
        ("2 versions", "1 version", None),
        ("about 5", "", None),
    ],
)
def test_a_bar_is_drawn_from_words_and_hatched_where_they_leave_it_open(
    value: str, wanted: str, bar: Bar | None
) -> None:
    assert bar_of(figure(value, wanted)) == bar


def of_measured(*figures: Figure) -> Result:
    """A result in which one check measured this, and nothing else was found."""
    item = result()
    part = item.recommendations[0]
    check = part.checks[0]._replace(measured=figures, findings=())
    requirement = part.requirements[0]._replace(checks=())
    part = part._replace(checks=(check,), requirements=(requirement,))
    return item._replace(recommendations=(part,))


def test_figures_about_parts_of_a_time_are_its_trend() -> None:
    whole = figure("60 % (about 60 of about 100)")
    others = figure("about 5 of about 10", about="staff")
    second, first = (
        figure("about 40 of about 50", period=text)
        for text in ("2023-04/2023-06", "2023-01/2023-03")
    )
    (series,) = measured(of_measured(whole, second, others, first, whole))
    assert [item.figure for item in series.figures] == [whole, others]
    assert [item.figure for item in series.trend] == [first, second]


@pytest.mark.parametrize("period", ["2024", "2022-12/2023-03", "", "2023"])
def test_a_figure_about_another_time_is_no_trend(period: str) -> None:
    figures = figure("about 5"), figure("about 10", period=period)
    (series,) = measured(of_measured(*figures))
    assert len(series.figures) == 2
    assert series.trend == ()


def test_columns_are_as_high_as_the_share_and_the_line_stands_at_what_is_wanted() -> None:
    figures = (
        figure("69 % (about 45 of about 65)", "at least 80 %", "2022-07/2022-09"),
        figure("fewer than 5 of about 25", "at least 80 %", "2022-10/2022-12"),
        figure("fewer than 5 in all, too few to say more", "at least 80 %", "2023-01/2023-03"),
    )
    trend = columns_of([Drawn(item, bar_of(item)) for item in figures])
    assert trend.wanted == pytest.approx(HEIGHT * 0.2)
    known, hidden, unknown = trend.columns
    assert (known.top + known.height, known.value) == (HEIGHT, "69 %")
    assert known.label == ("Jul to Sep", "2022")
    assert (hidden.height, hidden.hatched, hidden.value) == (0, HEIGHT * 0.2, "")
    assert (unknown.height, unknown.hatched) == (0, 0)


def test_where_different_shares_are_wanted_there_is_no_line() -> None:
    figures = [figure("5 %", f"at least {least} %") for least in (10, 20)]
    assert columns_of([Drawn(item, bar_of(item)) for item in figures]).wanted is None


def test_groups_and_trend_stand_on_the_page_as_tables_with_the_question_that_they_answer() -> None:
    group = figure("31 % (about 20 of about 65)", "at least 90 %", about="special constables")
    parts = [
        figure("about 20 of about 40", "at least 90 %", f"2023-0{month}/2023-0{month + 2}")
        for month in (1, 4)
    ]
    shown = page.render(of(of_measured(group, figure("about 40 of about 80"), *parts)))
    said = Reading(shown).text
    assert "words gap DEM-001 special constables 31 % (about 20 of about 65) at least 90 %" in said
    assert "January to March 2023 about 20 of about 40 at least 90 %" in said
    assert shown.count('<svg class="columns"') == 1


def test_the_timeline_has_a_lane_for_each_recommendation_and_every_day_as_a_row() -> None:
    timeline = timeline_of(result())
    assert [lane.name for lane in timeline.lanes] == ["The report", "Recommendation 2"]
    in_lanes = [mark for lane in timeline.lanes for mark in lane.marks]
    assert sorted(in_lanes) == sorted(timeline.marks)
    assert [mark.event.late for mark in in_lanes if mark.event.kind == "action"] == [True]
    assert all(0 < mark.at < 100 for mark in timeline.marks)
    days = [mark.event.day for mark in timeline.marks]
    assert days == sorted(days)


@pytest.mark.parametrize(
    ("as_of", "labels"),
    [
        ("2023-12-15", ["Oct 2023", "Jan 2024"]),
        ("2025-08-01", ["Jan 2024", "Jul 2024", "Jan 2025", "Jul 2025"]),
        ("2027-08-01", ["Jan 2024", "Jan 2025", "Jan 2026", "Jan 2027"]),
        ("2035-01-01", ["Jan 2024", "Jan 2027", "Jan 2030", "Jan 2033"]),
    ],
)
def test_the_scale_has_a_few_days_that_people_know(as_of: str, labels: list[str]) -> None:
    late = result()._replace(as_of=as_of)
    assert [tick.label for tick in timeline_of(late).ticks] == labels


def test_a_single_day_has_a_place() -> None:
    item = result()
    day = item.framework.published
    one = item._replace(
        as_of=day, recommendations=(), framework=item.framework._replace(response=None),
        response=item.response._replace(published=None),
    )  # fmt: skip
    assert {mark.at for mark in timeline_of(one).marks} == {4}
