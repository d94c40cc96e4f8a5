"""The data sets `workforce` and `published_leavers`: public tables of the Home Office.

The columns of the workforce table are those that the Home Office publishes as open data, so that
its sheet `Data`, saved as a .csv or .xlsx file, needs no mapping. The published leavers table is
read by the same names; where an edition has others, name them under `columns`. Rows stand for many
people, and tables may hold every force: rows are told apart by the official area code.
"""

from govcheck.plugin import CodeColumn, Column, Dataset, NumberColumn
from govcheck_police.labels import GROUPS
from govcheck_police.retention.dataset_leavers import REASONS

FIRST_YEAR = 1990
LAST_YEAR = 2100
_FTE = "Full-time equivalents. Special constables and volunteers are counted in people only."


class Workforce(Dataset, key="workforce"):
    """People in post on 31 March: the Home Office's open data table of the police workforce."""

    one_row = "line of the published table"

    year = NumberColumn(
        "The year on whose 31 March people were counted.",
        unit="year",
        least=FIRST_YEAR,
        most=LAST_YEAR,
        headers=("as at 31 march", "as at 31 march (year)"),
    )
    area = Column(
        "Official area code of the force, as E23000002.",
        headers=("geocode", "area code", "pfa code"),
    )
    group = CodeColumn("Worker type.", GROUPS, headers=("worker type",))
    headcount = NumberColumn(
        "People.", unit="people", least=0, headers=("total (headcount)", "total headcount")
    )
    fte = NumberColumn(
        _FTE,
        unit="full-time equivalents",
        least=0,
        headers=("total (fte)", "total fte"),
        optional=True,
    )


class PublishedLeavers(Dataset, key="published_leavers"):
    """People who left in a year ending on 31 March, as the Home Office publishes them.

    The Home Office publishes no leavers among volunteers.
    """

    one_row = "line of the published table"

    year = NumberColumn(
        "The year on whose 31 March the period of twelve months ended.",
        unit="year",
        least=FIRST_YEAR,
        most=LAST_YEAR,
        headers=("year ending 31 march", "year ending march", "year ending", "as at 31 march"),
    )
    area = Column(
        "Official area code of the force, as E23000002.",
        headers=("geocode", "area code", "pfa code"),
    )
    group = CodeColumn("Worker type.", GROUPS, headers=("worker type",))
    reason = CodeColumn(
        "How they left, as in the data set `leavers`.",
        REASONS,
        headers=("leaver type", "reason for leaving", "leaver reason", "reason"),
    )
    headcount = NumberColumn(
        "People.",
        unit="people",
        least=0,
        headers=("total (headcount)", "total headcount", "leavers (headcount)"),
    )
    fte = NumberColumn(
        _FTE,
        unit="full-time equivalents",
        least=0,
        headers=("total (fte)", "total fte", "leavers (fte)"),
        optional=True,
    )
