"""Rows in the layout of the Home Office's public tables: `workforce` and `published_leavers`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from invented_data.leavers import OFFICERS, SPECIALS, STAFF
from invented_data.table import Row

WORKER_TYPES = {
    OFFICERS: "Police Officer",
    STAFF: "Police Staff",
    SPECIALS: "Special Constable",
}
"""Of whom leavers are published: not of volunteers."""
LEFT_OUT = ("moved within the force",)


class InPost(NamedTuple):
    """People of one worker type in post."""

    worker_type: str
    people: int
    fte: str
    """Blank where people only are counted."""


def lines_of(people: Iterable[Row], last: date) -> Iterator[tuple[str, str]]:
    """Worker type and reason of everybody who had left by the last day and is published."""
    for row in people:
        left, group, reason = row["left_on"], str(row["group"]), str(row["reason"])
        gone = isinstance(left, date) and left <= last and reason not in LEFT_OUT
        if gone and group in WORKER_TYPES:
            yield WORKER_TYPES[group], reason


def leavers(year: int, area: str, name: str, left: Mapping[tuple[str, str], int]) -> list[Row]:
    """The lines of one force for the year ending on 31 March."""
    return [
        {
            "Year ending 31 March": year,
            "Geocode": area,
            "Force name": name,
            "Worker type": worker_type,
            "Leaver type": reason,
            "Total (Headcount)": number,
        }
        for (worker_type, reason), number in sorted(left.items())
    ]


def workforce(year: int, area: str, name: str, in_post: Iterable[InPost]) -> list[Row]:
    """The lines of one force for 31 March."""
    return [
        {
            "As at 31 March": year,
            "Geocode": area,
            "Force name": name,
            "Region": "-",
            "Sex": "-",
            "Rank": "-",
            "Worker type": item.worker_type,
            "Total (Headcount)": item.people,
            "Total (FTE)": item.fte,
        }
        for item in in_post
    ]
