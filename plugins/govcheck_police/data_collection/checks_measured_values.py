"""Recommendation 6, measured: values that can be, of the measures that are listed."""

from collections.abc import Iterator

from govcheck.plugin import Amount, Finding, Gap, Open, RowCount, Severity, check
from govcheck_police.data_collection.checks_measures import RIGHT_DATA
from govcheck_police.data_collection.dataset_measures import Measures
from govcheck_police.data_collection.section import DataCollection
from govcheck_police.data_collection.series import AT, series_of, unlisted
from govcheck_police.rates import UNKNOWN

_NEVER_NEGATIVE = Measures.unit.is_in("number", "per cent", "rate", "duration")
NEGATIVE = RowCount(where=_NEVER_NEGATIVE & Measures.value.below(0), by=Measures.measure)
ABOVE_ALL = RowCount(
    where=Measures.unit.is_("per cent") & Measures.value.above(100), by=Measures.measure
)
UNITS = RowCount(by=Measures.unit)
BLANK = RowCount(where=Measures.value.is_missing())
BY_MEASURE = RowCount(by=Measures.measure)
WITH_VALUE = RowCount(where=~Measures.value.is_missing(), by=Measures.measure)


@check(
    "DAT-020",
    serves=RIGHT_DATA,
    severity=Severity.MINOR,
    measures=(NEGATIVE, ABOVE_ALL, UNITS, BLANK),
)
def no_value_is_impossible(
    measures: Measures, data_collection: DataCollection | None
) -> Iterator[Finding]:
    """No count, rate, share or duration is below 0, and no share is above 100 %.

    Why: a value that cannot be shows that nobody looked at it before it went into a report.

    Close the gap: correct the value at its source, and have values checked when they are entered.
    """
    names = {item.id: item.name for item in (data_collection and data_collection.measures) or ()}
    for counts, what in ((measures[NEGATIVE], "below 0"), (measures[ABOVE_ALL], "above 100 %")):
        for (key,), amount in counts.items():
            called = f"“{names[key]}”" if key in names else "a measure that is not listed"
            figure = measures.figure(amount, f"values of {called} {what}", "none")
            yield Gap(f"{called} has values {what}, which cannot be", at=AT, figure=figure)
    unknown = sum(measures[UNITS].get((item,), Amount(0)).exact for item in UNKNOWN)
    if unknown:
        rows = Amount(unknown, measures.limit)
        yield Open(AT, f"in rows of {rows} values the unit is blank or not recognised")
    blank = measures[BLANK][()]
    if blank.exact:
        yield Open(AT, f"in {blank} rows there is no value")


@check("DAT-021", serves=RIGHT_DATA, severity=Severity.MINOR, measures=(BY_MEASURE, WITH_VALUE))
def listed_measures_and_values_agree(
    measures: Measures, data_collection: DataCollection | None
) -> Iterator[Finding]:
    """Every listed measure has values in the table, and every value belongs to a listed measure.

    Why: a measure without values is a heading, and values of measures that are not listed are
    collected without anybody saying what they are for.

    Close the gap: add the values, list the measure with its question and owner, or stop collecting
    it.
    """
    yield from unlisted(data_collection)
    present = {name for (name,) in measures[BY_MEASURE]}
    valued = {name for (name,) in measures[WITH_VALUE]}
    listed = {item.id for item in (data_collection and data_collection.measures) or ()}
    for series in series_of(data_collection or DataCollection(), {}):
        if series.measure.id not in valued:
            yield Gap(f"the table has no value of “{series.measure.name}”", at=series.at)
    strange = len(present - listed - set(UNKNOWN))
    if strange and listed:
        figure = measures.figure(str(strange), "measures that are not listed", "none")
        yield Gap("the table holds values of measures that are not listed", at=AT, figure=figure)
    if present & set(UNKNOWN):
        yield Open(AT, "some values are of no named measure")
