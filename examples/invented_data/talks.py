"""People who thought of leaving: rows of the data set `stay_interviews`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from invented_data.draw import Draw
from invented_data.table import Row

EARLY = {"stay interview": 5, "line manager": 5, "self-referral": 2, "staff survey": 1}
OFFERS = {"flexible working": 4, "career move": 3, "development": 2, "wellbeing support": 1}


class Noticed(NamedTuple):
    """People of one group who were noticed, with what was done.

    The first so many were offered a talk, the first of them had one, and the first of these stayed;
    the first were made an offer, and the last were noticed by their notice.
    """

    group: str
    number: int
    offered: int
    held: int
    stayed: int
    offers: int
    by_notice: int
    not_followed: int = 0
    """Of whom nobody looked up whether they stayed: the last of all."""


def people_of(noticed: Noticed, first: date, last: date, draw: Draw) -> Iterator[Row]:
    """One row for each of them, noticed from the first day to the last."""
    for place in range(noticed.number):
        day = draw.day(first, last)
        held = place < noticed.held
        by_notice = place >= noticed.number - noticed.by_notice
        unknown = place >= noticed.number - noticed.not_followed
        yield {
            "group": noticed.group,
            "noticed_on": day,
            "noticed_by": "notice given" if by_notice else draw.weighted(EARLY),
            "talk_offered": "yes" if place < noticed.offered else "no",
            "talk_held": "yes" if held else "no",
            "held_on": day + timedelta(days=2 + draw.below(18)) if held else "",
            "offer_made": draw.weighted(OFFERS) if place < noticed.offers else "nothing",
            "stayed": "" if unknown else "yes" if place < noticed.stayed else "no",
        }
