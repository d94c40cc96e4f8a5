"""Recommendation 6, measured: the series behind the measures are whole, current and comparable."""

from collections.abc import Iterator
from datetime import date

from govcheck.plugin import (
    Amount,
    ByMonth,
    Finding,
    Framework,
    Gap,
    Histogram,
    Open,
    RowCount,
    Severity,
    Threshold,
    check,
    in_words,
    months_later,
    parse_period,
)
from govcheck_police.data_collection.checks_measures import RIGHT_DATA
from govcheck_police.data_collection.checks_use import ANALYSIS_AND_USE
from govcheck_police.data_collection.dataset_measures import Measures
from govcheck_police.data_collection.section import DataCollection
from govcheck_police.data_collection.series import (
    AT,
    MONTHS,
    missing_periods,
    series_of,
    stride_of,
    turn_of,
    unlisted,
)

VALUES = RowCount(
    where=~Measures.value.is_missing(), by=(Measures.measure, ByMonth(Measures.period))
)
AMOUNTS = Histogram(Measures.value, by=Measures.measure)
VERSIONS = Histogram(Measures.definition, by=Measures.measure)
CONSTANT_FROM = Threshold(
    "data-collection.constant-series",
    6,
    "values",
    "Fewer equal values are common for small numbers: this pack's own choice, not the"
    " inspectorate's.",
)


@check("DAT-016", serves=RIGHT_DATA, severity=Severity.MAJOR, measures=(VALUES,))
def every_series_is_whole(
    measures: Measures, data_collection: DataCollection | None, as_of: date
) -> Iterator[Finding]:
    """Every measure has a value for each period of the last 12 months, by its own frequency.

    Why: a trend with holes is read as if it had none. Periods are months, or as long as the stated
    frequency where that is longer; the last one counts when the days of grace for the frequency
    are over. The 12 months are this pack's own choice.

    Close the gap: fill in the values, or state the frequency that the measure really has.
    """
    yield from unlisted(data_collection)
    values = measures[VALUES]
    for series in series_of(data_collection or DataCollection(), values):
        turn = turn_of(series)
        if turn is None:
            yield Open(f"{series.at}/frequency")
            continue
        missing, due = missing_periods(series, turn, as_of)
        if missing:
            figure = measures.figure(
                f"{due - missing} of {due}",
                f"periods of “{series.measure.name}” with a value, last {MONTHS} months",
                "every one",
            )
            yield Gap(f"the series of “{series.measure.name}” has holes", at=AT, figure=figure)


@check("DAT-017", serves=RIGHT_DATA, severity=Severity.MINOR, measures=(VALUES,))
def values_bear_out_the_last_update(
    measures: Measures, data_collection: DataCollection | None, as_of: date
) -> Iterator[Finding]:
    """The table holds a value as late as the section says that the measure was brought up to date.

    Why: a measure that is said to be current and of which the last value is old is not looked at by
    those who say so. A value is late enough if its period was over no more than one turn of
    the stated frequency, and its days of grace, before the stated day.

    Close the gap: enter the values that are there, or correct the day in the section.
    """
    yield from unlisted(data_collection)
    values = measures[VALUES]
    for series in series_of(data_collection or DataCollection(), values):
        measure, turn = series.measure, turn_of(series)
        if measure.last_refreshed is None or turn is None:
            yield Open(f"{series.at}/last_refreshed", f"how current “{measure.name}” is")
            continue
        stated = min(measure.last_refreshed, as_of)
        known = [month for month in series.months if month[:1].isdigit()]
        if not known:
            yield Open(AT, f"the table has no value of “{measure.name}”")
            continue
        over = months_later(parse_period(max(known)).first, stride_of(turn))
        if turn.is_late(over, stated):
            yield Gap(
                f"the last value of “{measure.name}” is about {max(known)}, although the section"
                f" says that it was brought up to date on {in_words(measure.last_refreshed)}",
                at=f"{series.at}/last_refreshed",
                figure=measures.figure(max(known), f"last month of “{measure.name}” with a value"),
            )


@check("DAT-018", serves=ANALYSIS_AND_USE, severity=Severity.MINOR, measures=(AMOUNTS,))
def no_series_stands_still(
    measures: Measures, data_collection: DataCollection | None, framework: Framework
) -> Iterator[Finding]:
    """No measure has had the same value in all its periods.

    Why: a figure that never changes is copied, capped or not counted, or tells nothing that could
    be analysed. It is looked at from 6 values on (data-collection.constant-series), this pack's own
    choice; a measure with fewer values is left open.

    Close the gap: find out where the value comes from, and replace the measure if it cannot change.
    """
    yield from unlisted(data_collection)
    least = framework.threshold(CONSTANT_FROM)
    spreads = measures[AMOUNTS]
    for series in series_of(data_collection or DataCollection(), {}):
        name = series.measure.name
        spread = spreads.get((series.measure.id,))
        if spread is None or spread.total < least:
            yield Open(AT, f"“{name}” has too few values to see whether they change")
        elif len(spread.counts) == 1:
            figure = measures.figure(
                f"1 value in {Amount(spread.total, measures.limit)} periods",
                f"“{name}”",
                "more than one",
            )
            yield Gap(f"“{name}” has the same value in every period", at=AT, figure=figure)


@check("DAT-019", serves=ANALYSIS_AND_USE, severity=Severity.MINOR, measures=(VERSIONS,))
def every_series_keeps_to_one_definition(
    measures: Measures, data_collection: DataCollection | None
) -> Iterator[Finding]:
    """The values of each measure are all counted by one version of its definition.

    Why: where the counting changes within a series, a rise or a fall may be nothing but the change.

    Close the gap: count the earlier values anew by the present definition, or begin a new measure
    with the change.
    """
    yield from unlisted(data_collection)
    spreads = measures[VERSIONS]
    for series in series_of(data_collection or DataCollection(), {}):
        name = series.measure.name
        spread = spreads.get((series.measure.id,))
        if spread is not None and len(spread.counts) > 1:
            figure = measures.figure(f"{len(spread.counts)} versions", f"“{name}”", "1 version")
            yield Gap(f"the definition of “{name}” changes within the series", AT, figure=figure)
        elif spread is None or spread.missing:
            yield Open(AT, f"by which version of its definition “{name}” was counted")
