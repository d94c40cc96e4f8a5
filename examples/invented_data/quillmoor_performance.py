"""Quillmoor Constabulary, an invented force: its performance measures and its initiatives."""

from __future__ import annotations

from datetime import date

from invented_data.draw import Draw
from invented_data.initiatives import rows
from invented_data.series import Measure
from invented_data.series import values as values_of
from invented_data.table import Row

FIRST, TAKEN = "2022-04", date(2024, 3, 11)
MEASURES = (
    Measure("emergency-answered", "per cent", 881, 40, to_date=True),
    Measure("public-satisfied", "per cent", 731, 36),
    Measure("calls-for-service", "number", 412300, 30000, to_date=True),
    Measure("arrivals-in-time", "per cent", 842, 44, to_date=True),
    Measure("repeat-victims", "per cent", 141, 14, stride=3),
    Measure("protective-orders", "number", 460, 160),
    Measure("solved-burglary", "per cent", 96, 20),
    Measure("solved-violence", "per cent", 118, 24),
    Measure("file-quality", "per cent", 702, 50, stride=3),
    Measure("stop-and-search", "per cent", 240, 0),
    Measure("officers-leaving", "per cent", 66, 8, stride=3),
    Measure("sickness", "number", 102, 24),
    Measure("overtime-hours", "number", 81200, 9000),
)
HOLES = {("calls-for-service", "2023-08"), ("calls-for-service", "2023-09")}
ENDS = {"public-satisfied": "2023-10", "file-quality": "2023-09"}
"""The last month of series that end early."""
IMPOSSIBLE = {("solved-burglary", "2023-05"): "104.2", ("solved-burglary", "2023-06"): "110.6"}
COUNTED_ANEW = ("solved-violence", "2023-07")
"""A measure, and the month from which it is counted by another definition."""


def values(draw: Draw) -> list[Row]:
    """The values of all measures, with what is planted in them."""
    found = [row for item in MEASURES for row in values_of(item, FIRST, TAKEN, draw)]
    return [_planted(row) for row in found if not _left_out(*_place(row))]


def _place(row: Row) -> tuple[str, str]:
    return str(row["measure"]), str(row["period"])[:7]


def _left_out(name: str, month: str) -> bool:
    return (name, month) in HOLES or month > ENDS.get(name, month)


def _planted(row: Row) -> Row:
    name, month = place = _place(row)
    value = IMPOSSIBLE.get(place, row["value"])
    anew = name == COUNTED_ANEW[0] and month >= COUNTED_ANEW[1]
    return {**row, "value": value, "definition": "2" if anew else "1"}


EVALUATIONS = rows("""
scooter-seizures    |operational|2021-12-03|2022-02-07|before-and-after|2022-11-10|continue |yes
school-visits       |team       |2022-01-14|2022-02-28|qualitative     |2022-09-22|continue |yes
drone-searches      |strategic  |2022-07-18|2022-03-14|before-and-after|2023-02-09|adapt    |no
knife-arches        |operational|2022-03-04|2022-05-02|comparison group|2023-01-19|continue |yes
night-economy-hub   |operational|-         |2022-06-10|none            |-         |undecided|no
mental-health-car   |strategic  |2022-05-20|2022-07-04|comparison group|2023-05-11|continue |yes
rural-watch         |team       |2022-11-01|2022-08-15|process review  |-         |-        |no
custody-handover    |team       |2022-08-22|2022-09-19|process review  |2023-04-06|stop     |no
night-patrols       |operational|2022-10-14|2022-11-04|before-and-after|2023-08-03|stop     |yes
team-whiteboards    |team       |-         |2022-12-05|none            |-         |-        |no
video-appointments  |strategic  |2023-05-15|2023-02-06|before-and-after|2023-11-09|continue |yes
call-handler-buddies|operational|2023-02-27|2023-03-13|qualitative     |2023-10-19|undecided|no
burglary-visits     |operational|2023-06-02|2023-05-01|comparison group|2023-12-07|continue |yes
stay-interviews     |strategic  |2023-05-09|2023-06-01|before-and-after|-         |-        |no
""")
"""The plan for the visits to burglary victims is of a day after the launch; the self-assessment
gives another day. The first eight are of a time before that of which it tells."""
