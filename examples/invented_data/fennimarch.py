"""Fennimarch Police, an invented force: tables that bear out every number of its self-assessment.

The numbers are those of `examples/strong/self-assessment.yaml`, where they are stated.
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

from invented_data import leavers, published, series, talks, wellbeing
from invented_data.draw import Draw
from invented_data.hand import Hand, Labels
from invented_data.initiatives import rows
from invented_data.leavers import (
    OFFICERS,
    REASONS,
    SPECIALS,
    STAFF,
    TRANSFER,
    VOLUNTEERS,
    Departure,
)
from invented_data.table import numbered, write
from invented_data.wellbeing import Offer, Role

SEED = 20240215
AREA = "X99000001"
"""The code of no force."""
YEAR = date(2023, 1, 1), date(2023, 12, 31)
BEFORE = date(2022, 4, 1), date(2022, 12, 31)
"""Of this time the self-assessment says nothing."""
MOVED = {TRANSFER: 1}
DEPARTURES = (
    Departure(OFFICERS, REASONS[OFFICERS], *YEAR, number=61, offered=61, held=45, untold=5),
    Departure(OFFICERS, MOVED, *YEAR, number=22, offered=22, held=15, untold=1),
    Departure(STAFF, REASONS[STAFF], *YEAR, number=74, offered=74, held=54, untold=6),
    Departure(SPECIALS, REASONS[SPECIALS], *YEAR, number=28, offered=28, held=19, untold=2),
    Departure(VOLUNTEERS, REASONS[VOLUNTEERS], *YEAR, number=35, offered=35, held=25, untold=3),
    Departure(OFFICERS, REASONS[OFFICERS], *BEFORE, number=41, offered=40, held=28, untold=2),
    Departure(OFFICERS, MOVED, *BEFORE, number=13, offered=13, held=8),
    Departure(
        STAFF, REASONS[STAFF], *BEFORE, number=52, offered=51, held=35, untold=4, unrecorded=2
    ),
    Departure(SPECIALS, REASONS[SPECIALS], *BEFORE, number=19, offered=18, held=12, untold=1),
    Departure(VOLUNTEERS, REASONS[VOLUNTEERS], *BEFORE, number=24, offered=23, held=15, untold=2),
    Departure(STAFF, {"moved within the force": 1}, *YEAR, number=6, offered=0, held=0),
    Departure(OFFICERS, {"death": 1}, *BEFORE, number=1, offered=0, held=0),
)
NOTICED = (
    talks.Noticed(OFFICERS, 66, offered=62, held=58, stayed=40, offers=41, by_notice=14),
    talks.Noticed(STAFF, 49, offered=46, held=43, stayed=29, offers=30, by_notice=9),
    talks.Noticed(SPECIALS, 22, offered=21, held=19, stayed=13, offers=12, by_notice=5),
    talks.Noticed(VOLUNTEERS, 25, offered=23, held=22, stayed=15, offers=11, by_notice=4),
)
NOTICED_BY = date(2023, 11, 14)
ROLES = (
    Role("POLIT and ICAT", 17, 9, date(2023, 6, 30), in_round=26),
    Role("collision investigation", 15, 3, date(2023, 5, 31), in_round=18),
    Role("family liaison", 54, 0, date(2023, 9, 29), in_round=54),
    Role("ViSOR", 7, 5, date(2023, 6, 30), in_round=12),
    Role("offender management", 22, 16, date(2023, 10, 31), in_round=38),
    Role("digital forensics", 4, 27, date(2023, 7, 31), in_round=31),
    Role("firearms", 88, 0, date(2023, 11, 30), in_round=88),
    Role("crime scene investigation", 0, 24, date(2023, 8, 31), in_round=24),
)
FOLLOW_UPS = wellbeing.FollowUps(raised=34, offered=34)
OFFERS = (
    Offer("POLIT and ICAT", "structured interview", 17, 9, taken_up=24),
    Offer("collision investigation", "decompression time", 15, 3, taken_up=15),
    Offer("family liaison", "peer support", 54, 0, taken_up=41),
    Offer("ViSOR", "supervision", 7, 5, taken_up=11),
    Offer("offender management", "supervision", 22, 16, taken_up=33),
    Offer("digital forensics", "limit on time in role", 4, 27, taken_up=31),
    Offer("firearms", "decompression time", 88, 0, taken_up=70),
    Offer("crime scene investigation", "peer support", 0, 24, taken_up=19),
)
TAKEN = date(2024, 2, 12)
MEASURES = (
    series.Measure("emergency-answered", "per cent", 905, 24, to_date=True),
    series.Measure("victims-satisfied", "per cent", 778, 30),
    series.Measure("repeat-harm", "per cent", 118, 12, stride=3),
    series.Measure("crime-recording", "per cent", 947, 14, stride=3),
    series.Measure("demand-forecast", "per cent", 24, 16),
    series.Measure("supervisors-trained", "per cent", 868, 60),
    series.Measure("treated-well", "per cent", 829, 22, stride=3),
)
EVALUATIONS = rows("""
burglary-visits|operational|2022-09-30|2022-11-07|comparison group|2023-07-06|continue|yes
video-response |strategic  |2022-11-25|2023-01-16|randomised trial|2023-10-12|adapt   |yes
handover-form  |team       |2023-02-20|2023-03-06|before-and-after|2023-09-04|stop    |yes
town-centres   |operational|2023-08-07|2023-09-04|before-and-after|-         |-       |no
""")
IN_POST = (
    published.InPost("Police Officer", 1180, "1164.2"),
    published.InPost("Police Staff", 760, "688.4"),
    published.InPost("PCSO", 170, "154.2"),
    published.InPost("Special Constable", 140, ""),
    published.InPost("Police Support Volunteer", 210, ""),
)
LABELS: Labels = {
    "group": {
        OFFICERS: ("Police Officer",),
        STAFF: ("Police Staff", "Police Staff", "Police Staff", "PCSO"),
        SPECIALS: ("Special Constable",),
        VOLUNTEERS: ("Police Support Volunteer",),
    },
    "reason": {
        "resignation": ("Voluntary resignation",),
        "retirement": ("Normal retirement",),
        TRANSFER: ("Transfer to another UK police force",),
    },
}


def make(folder: Path) -> None:
    """Write all tables."""
    draw = Draw(SEED)
    hand = Hand(draw, LABELS)
    people = [row for item in DEPARTURES for row in leavers.people_of(item, draw)]
    write(folder / "leavers.csv", numbered(people, draw, "L"), writing=hand)
    noticed = [row for item in NOTICED for row in talks.people_of(item, YEAR[0], NOTICED_BY, draw)]
    write(folder / "stay-interviews.csv", numbered(noticed, draw, "S"), writing=hand)
    screened = wellbeing.screened(ROLES, FOLLOW_UPS, draw)
    write(folder / "screening.csv", numbered(screened, draw, "W"), writing=hand)
    offered = [row for item in OFFERS for row in wellbeing.offers(item, *YEAR, draw)]
    write(folder / "support.csv", numbered(offered, draw, "W"), writing=hand)
    values = [row for item in MEASURES for row in series.values(item, "2022-04", TAKEN, draw)]
    write(folder / "measures.csv", values)
    write(folder / "evaluations.csv", EVALUATIONS)
    left = Counter(published.lines_of(people, date(2023, 3, 31)))
    write(folder / "published-leavers.csv", published.leavers(2023, AREA, "Fennimarch", left))
    write(folder / "workforce.csv", published.workforce(2023, AREA, "Fennimarch", IN_POST))
