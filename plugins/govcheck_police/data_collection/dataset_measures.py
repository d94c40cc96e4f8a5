"""The data set `measures`: the values of the performance measures, one row a value."""

from govcheck.plugin import CodeColumn, Dataset, DayColumn, KeyColumn, NumberColumn


class Measures(Dataset, key="measures"):
    """Values of performance measures over time: one row for each measure and period.

    Give every value of at least the last 12 months, by the ids under `data_collection.measures`.
    """

    one_row = "value"

    measure = KeyColumn(
        "Which measure: its id in the section data_collection.",
        headers=("measure id", "indicator", "kpi", "metric", "measure name"),
    )
    period = DayColumn(
        "First day of the period that the value is about.",
        headers=("period start", "month", "period from", "from", "date", "period beginning"),
    )
    value = NumberColumn(
        "The value itself; blank where there is none for the period.",
        headers=("figure", "result", "actual", "amount"),
        optional=True,
    )
    unit = CodeColumn(
        "In what it is counted.",
        {
            "number": ("count", "counts", "no", "n", "#"),
            "per cent": ("%", "percent", "percentage", "pct"),
            "rate": ("per 1000", "per 1,000", "per 1000 population", "ratio"),
            "duration": ("seconds", "minutes", "hours", "days", "time"),
            "money": ("£", "gbp", "pounds", "cost"),
            "score": ("index", "points"),
        },
        headers=("unit of measure", "unit of measurement", "uom", "type"),
    )
    definition = KeyColumn(
        "Which version of the definition the value was counted by, as 2 or 2023-04.",
        headers=("definition version", "version", "counting rule", "counting rules"),
        optional=True,
    )
    refreshed_on = DayColumn(
        "Day on which the value was entered or last corrected.",
        headers=("entered on", "last updated", "updated on", "refreshed", "extract date"),
        optional=True,
    )
    days_in_order = ((period, refreshed_on),)
