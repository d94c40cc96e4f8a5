"""People who left a force: rows of the data set `leavers`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from invented_data.draw import Draw
from invented_data.table import Row

TRANSFER = "transfer to another force"
OFFICERS = "police officers"
STAFF = "police staff"
SPECIALS = "special constables"
VOLUNTEERS = "volunteers"
REASONS: dict[str, dict[str, int]] = {
    OFFICERS: {"resignation": 10, "retirement": 8, "ill-health retirement": 2, "dismissal": 1},
    STAFF: {"resignation": 14, "retirement": 4, "end of contract": 2, "redundancy": 1, "other": 1},
    SPECIALS: {"resignation": 12, "retirement": 1, "dismissal": 1},
    VOLUNTEERS: {"resignation": 9, "other": 1},
}
"""How people of a group leave, transfers aside, with weights. Invented."""
RANKS = {"constable": 40, "sergeant": 9, "inspector": 3, "chief inspector": 1}
FTES = {"1": 8, "0.8": 2, "0.6": 2, "0.5": 1}
TOLD = {
    "workload and hours": 6,
    "pay and conditions": 4,
    "career and development": 4,
    "family and life outside work": 3,
    "leadership and supervision": 3,
    "treatment and culture": 1,
    "health and well-being": 2,
    "other employment": 2,
}
UNTOLD = {"other": 3, "not known": 1}


class Departure(NamedTuple):
    """People of one group who left in one way and period, with what was done to ask them why.

    The first so many were offered an interview, and the first of them had one; of these the first
    gave no reason that says anything, the next have none on record, and the last were late.
    """

    group: str
    reasons: Mapping[str, int]
    first: date
    last: date
    number: int
    offered: int
    held: int
    untold: int = 0
    unrecorded: int = 0
    late: int = 0
    """Interviews after the last day in the force."""


def people_of(departure: Departure, draw: Draw) -> Iterator[Row]:
    """One row for each of them."""
    for place in range(departure.number):
        left = draw.leaving_day(departure.first, departure.last)
        notified = draw.before(left, 28, 91)
        yield {
            "group": departure.group,
            "rank": _rank(departure.group, draw),
            "fte": draw.weighted(FTES) if departure.group in (OFFICERS, STAFF) else "",
            "joined_on": draw.before(notified, 150, 4400),
            "notified_on": notified,
            "left_on": left,
            "reason": draw.weighted(departure.reasons),
            **_asked(departure, place, left, draw),
        }


def _rank(group: str, draw: Draw) -> str:
    return draw.weighted(RANKS) if group in (OFFICERS, SPECIALS) else ""


def _asked(departure: Departure, place: int, left: date, draw: Draw) -> Row:
    """What was done to ask the one at this place."""
    offered, held = place < departure.offered, place < departure.held
    late = held and place >= departure.held - departure.late
    day = left + timedelta(days=1 + draw.below(30)) if late else draw.before(left, 0, 20)
    return {
        "interview_offered": "yes" if offered else "no",
        "offered_on": draw.before(left, 21, 27) if offered else "",
        "interview_held": "yes" if held else "no",
        "interviewed_on": day if held else "",
        "main_reason": _main_reason(departure, place, draw) if held else "",
    }


def _main_reason(departure: Departure, place: int, draw: Draw) -> str:
    if place < departure.untold:
        return draw.weighted(UNTOLD)
    if place < departure.untold + departure.unrecorded:
        return ""
    return draw.weighted(TOLD)
