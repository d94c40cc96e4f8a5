"""Quillmoor Constabulary, an invented force: tables that do not bear out what it says of itself.

What is planted, and which check finds it, stands in `examples/invented-force/planted.yaml`. The
numbers that do agree are those of the self-assessment beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from invented_data import leavers, published, talks, wellbeing
from invented_data.draw import Draw
from invented_data.hand import Hand, Labels
from invented_data.leavers import (
    OFFICERS,
    REASONS,
    SPECIALS,
    STAFF,
    TRANSFER,
    VOLUNTEERS,
    Departure,
)
from invented_data.quillmoor_performance import EVALUATIONS, values
from invented_data.table import Row, numbered, write
from invented_data.wellbeing import Offer, Role

SEED = 20240315
AREA = "X99000002"
"""The code of no force."""
YEAR = date(2022, 4, 1), date(2023, 3, 31)
DEPARTURES = (
    Departure(
        OFFICERS, REASONS[OFFICERS], *YEAR,
        number=130, offered=125, held=68, untold=20, unrecorded=5, late=22,
    ),
    Departure(OFFICERS, {"death": 1}, *YEAR, number=2, offered=0, held=0),
    Departure(OFFICERS, {TRANSFER: 1}, *YEAR, number=38, offered=36, held=20, untold=4, late=4),
    Departure(
        STAFF, REASONS[STAFF], *YEAR,
        number=168, offered=155, held=84, untold=24, unrecorded=5, late=18,
    ),
    Departure(STAFF, {"moved within the force": 1}, *YEAR, number=4, offered=0, held=0),
    Departure(
        SPECIALS, REASONS[SPECIALS], *YEAR,
        number=65, offered=20, held=16, untold=4, unrecorded=2, late=6,
    ),
)  # fmt: skip
"""Volunteers are not in the personnel system."""
NOTICED = (
    talks.Noticed(OFFICERS, 80, 70, held=64, stayed=41, offers=38, by_notice=44, not_followed=5),
    talks.Noticed(STAFF, 66, 58, held=52, stayed=30, offers=31, by_notice=38, not_followed=5),
    talks.Noticed(SPECIALS, 26, 22, held=21, stayed=12, offers=9, by_notice=12, not_followed=2),
    talks.Noticed(VOLUNTEERS, 24, 14, held=12, stayed=7, offers=2, by_notice=12),
)
NOTICED_FROM, NOTICED_BY = date(2023, 1, 2), date(2023, 12, 8)
ROLES = (
    Role("POLIT and ICAT", 18, 11, date(2023, 11, 10), in_round=28),
    Role("collision investigation", 17, 5, date(2023, 10, 20), in_round=9),
    Role("family liaison", 71, 0, date(2023, 6, 30), in_round=68),
    Role("ViSOR", 6, 8, date(2022, 11, 18), in_round=14),
    Role("offender management", 31, 16, date(2023, 5, 26), in_round=45),
    Role("digital forensics", 3, 30, date(2023, 9, 29), in_round=32),
    Role("firearms", 104, 0, date(2024, 1, 26), in_round=101),
    Role("crime scene investigation", 2, 29, date(2023, 8, 25), in_round=30),
    Role("local", 12, 174, None),
    Role("hostage and crisis negotiators", 3, 0, date(2023, 10, 20), in_round=1),
)
FOLLOW_UPS = wellbeing.FollowUps(raised=41, offered=31, blank=4)
SUPPORT_YEAR = date(2023, 1, 1), date(2023, 12, 31)
OFFERS = (
    Offer("POLIT and ICAT", "supervision", 18, 11, taken_up=27),
    Offer("collision investigation", "decompression time", 17, 5, taken_up=13),
    Offer("family liaison", "peer support", 9, 0, taken_up=9, asked_for=True),
    Offer("ViSOR", "structured interview", 6, 8, taken_up=11),
    Offer("offender management", "supervision", 31, 16, taken_up=38),
    Offer("digital forensics", "screening", 3, 30, taken_up=33),
    Offer("firearms", "decompression time", 104, 0, taken_up=20),
    Offer("crime scene investigation", "peer support", 2, 0, taken_up=2),
    Offer("local", "counselling", 1, 11, taken_up=12, asked_for=True),
)
IN_POST = (
    published.InPost("Police Officer", 2214, "2187.6"),
    published.InPost("Police Staff", 1302, "1176.9"),
    published.InPost("PCSO", 148, "139.5"),
    published.InPost("Special Constable", 236, ""),
    published.InPost("Police Support Volunteer", 305, ""),
)
LABELS: Labels = {
    "group": {
        OFFICERS: ("Police Officer", "Police Officer", "police officer", "Officer"),
        STAFF: ("Police Staff", "Police Staff", "STAFF", "PCSO"),
        SPECIALS: ("Special Constable", "special constable", "Special", "Spl Con"),
        VOLUNTEERS: ("Volunteer", "PSV"),
    },
    "rank": {"constable": ("PC", "DC", "Constable"), "sergeant": ("PS", "DS", "Sergeant")},
    "reason": {
        "resignation": ("Voluntary resignation", "Resigned", "VR"),
        "retirement": ("Normal retirement", "Retired"),
        "ill-health retirement": ("Medical retirement",),
        "dismissal": ("Dismissal/required to resign",),
        TRANSFER: ("Transfer out", "Transferee"),
        "moved within the force": ("Became a police officer",),
    },
    "interview_offered": {"yes": ("Y", "Y", "Yes"), "no": ("N", "N", "No")},
    "interview_held": {"yes": ("Y", "Y", "Yes"), "no": ("N", "N", "No")},
}
"""Of the personnel system. Spl Con and VR are explained in the self-assessment."""
OTHER_LABELS: Labels = {
    "group": {**LABELS["group"], SPECIALS: ("Special Constable", "special constable", "SPECIALS")}
}
LEAVERS_HEADERS = {
    "person": "Payroll number", "group": "Worker type", "rank": "Rank", "fte": "FTE",
    "joined_on": "Date joined", "notified_on": "Notice date", "left_on": "Leaving date",
    "reason": "Reason for leaving", "interview_offered": "Exit interview offered",
    "offered_on": "Offer date", "interview_held": "Exit interview completed",
    "interviewed_on": "Exit interview date", "main_reason": "Why (coded)",
}  # fmt: skip


def make(folder: Path) -> None:
    """Write all tables."""
    draw = Draw(SEED)
    write(
        folder / "leavers.csv",
        _people(draw),
        headers=LEAVERS_HEADERS,
        writing=Hand(draw, LABELS, days="%d/%m/%Y", spaces=True),
    )
    hand = Hand(draw, OTHER_LABELS, spaces=True)
    noticed = [
        row for item in NOTICED for row in talks.people_of(item, NOTICED_FROM, NOTICED_BY, draw)
    ]
    write(folder / "stay-interviews.csv", numbered(noticed, draw, "S"), writing=hand)
    screened = wellbeing.screened(ROLES, FOLLOW_UPS, draw)
    write(folder / "screening.csv", numbered(screened, draw, "W"), writing=hand)
    offered = [row for item in OFFERS for row in wellbeing.offers(item, *SUPPORT_YEAR, draw)]
    write(folder / "support.csv", numbered(offered, draw, "W"), writing=hand)
    write(folder / "measures.csv", values(draw))
    write(folder / "evaluations.csv", EVALUATIONS)
    write(folder / "workforce.csv", published.workforce(2023, AREA, "Quillmoor", IN_POST))


def _people(draw: Draw) -> list[Row]:
    """Everybody who left, with the slips that such tables have."""
    people = [list(leavers.people_of(item, draw)) for item in DEPARTURES]
    officers, _, _, staff, _, specials = people
    for row in specials[16:18]:
        row["reason"] = "see file"
    for row in specials[-6:]:
        row["interview_offered"] = ""
    for row in draw.mixed([*officers, *specials])[:5]:
        row["rank"] = ""
    for row in draw.mixed(staff)[:3]:
        row["fte"] = "37"  # hours a week, where a share of full time is asked for
    slips = draw.mixed([*officers, *staff])
    _spoil_days(slips[:15])
    found = numbered((row for rows in people for row in rows), draw, "Q")
    for row in found[:2]:
        row["person"] = found[-1]["person"]
    return found


def _spoil_days(rows: Sequence[Row]) -> None:
    """Nine blanks, three texts and three days in the wrong order."""
    for row in rows[:9]:
        row["joined_on"] = ""
    for row in rows[9:12]:
        row["joined_on"] = "n/k"
    for row in rows[12:]:
        left = row["left_on"]
        if isinstance(left, date):
            row["notified_on"] = left + timedelta(days=30)
