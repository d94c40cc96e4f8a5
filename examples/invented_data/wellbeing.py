"""People in high-stress roles: rows of the data sets `screening` and `support`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from invented_data.draw import Draw
from invented_data.leavers import OFFICERS, STAFF
from invented_data.table import Row


class Role(NamedTuple):
    """A role, who holds it, and how many of them were in the last round of screening."""

    name: str
    officers: int
    staff: int
    round_ended: date | None
    """None where there is no screening."""
    in_round: int = 0
    """How many were screened in the month before; the others a year and more earlier."""

    def people(self) -> list[str]:
        """The group of each."""
        return [OFFICERS] * self.officers + [STAFF] * self.staff


class FollowUps(NamedTuple):
    """How many scores were raised, to how many a follow-up was offered, and what is blank."""

    raised: int
    offered: int
    blank: int = 0


def screened(roles: Sequence[Role], follow_ups: FollowUps, draw: Draw) -> list[Row]:
    """One row for each person in a role."""
    rows = [row for role in roles for row in _of_role(role, draw)]
    seen = [row for row in rows if row["screened_on"]]
    for place, row in enumerate(draw.mixed(seen)[: follow_ups.raised]):
        row["result"] = "raised"
        if place < follow_ups.offered:
            row["follow_up_offered"] = "yes"
        elif place >= follow_ups.raised - follow_ups.blank:
            row["follow_up_offered"] = ""
    return rows


def _of_role(role: Role, draw: Draw) -> Iterator[Row]:
    for place, group in enumerate(draw.mixed(role.people())):
        day: object = ""
        if role.round_ended:
            earlier = 0 if place < role.in_round else 460 + draw.below(200)
            day = draw.before(role.round_ended - timedelta(days=earlier), 0, 25)
        yield {
            "role": role.name,
            "group": group,
            "screened_on": day,
            "result": "not raised" if day else "not screened",
            "follow_up_offered": "no",
        }


class Offer(NamedTuple):
    """One support for a role in a year: to how many it was offered, and how many took it up."""

    role: str
    kind: str
    officers: int
    staff: int
    taken_up: int
    asked_for: bool = False


def offers(offer: Offer, first: date, last: date, draw: Draw) -> Iterator[Row]:
    """One row for each person to whom it was offered."""
    people = draw.mixed([OFFICERS] * offer.officers + [STAFF] * offer.staff)
    for place, group in enumerate(people):
        yield {
            "role": offer.role,
            "group": group,
            "kind": offer.kind,
            "proactive": "no" if offer.asked_for else "yes",
            "offered_on": draw.day(first, last),
            "taken_up": "yes" if place < offer.taken_up else "no",
        }
