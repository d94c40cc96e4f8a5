"""Leavers of all 43 territorial forces for a year. EVERY FIGURE IS INVENTED, for every force.

The forces are real and only their names and codes are theirs: how large they are here, who leaves
and who is asked is drawn. The tables are for trying govcheck on many files, and for nothing else.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from invented_data import published
from invented_data.draw import Draw
from invented_data.leavers import (
    OFFICERS,
    REASONS,
    SPECIALS,
    STAFF,
    TRANSFER,
    VOLUNTEERS,
    Departure,
    people_of,
)
from invented_data.table import Row, numbered, write

SEED = 20230331
YEAR = date(2022, 4, 1), date(2023, 3, 31)
NOTE = """EVERY FIGURE IN THIS FOLDER IS INVENTED.

The names and area codes are those of the 43 territorial forces of England and Wales. Nothing else
here is about them: sizes, leavers and interviews are drawn by chance, and nobody in the tables
exists. Do not use a number from here for anything but trying out govcheck.
"""
FORCES = Path(__file__).parents[2] / "plugins" / "govcheck_police" / "forces.yaml"
OFFICERS_LEFT = 9000
SIZES = {
    "metropolitan": 240, "greater-manchester": 56, "west-midlands": 54, "west-yorkshire": 42,
    "thames-valley": 34, "merseyside": 28, "kent": 28, "northumbria": 26, "hampshire": 26,
    "city-of-london": 7, "warwickshire": 8,
}  # fmt: skip
"""Shares of the whole for the largest and smallest; those of the others are drawn. Invented."""
MIDDLE = range(9, 25)
PER_CENT_OF_OFFICERS = {STAFF: 105, SPECIALS: 27, VOLUNTEERS: 17}
"""How many leave of the other groups for each 100 officers."""
TRANSFERS_PER_CENT = 15
_ENTRY = re.compile(r"- id: (\S+)\n\s+name: (.+)\n\s+code: (\S+)")


def make(folder: Path) -> None:
    """Write the leavers of each force, a published table of all, and what they are."""
    draw = Draw(SEED)
    forces = _ENTRY.findall(FORCES.read_text("utf-8"))
    table: list[Row] = []
    for (key, name, code), officers in zip(forces, _officers(forces, draw), strict=True):
        people = [row for item in _departures(officers, draw) for row in people_of(item, draw)]
        write(folder / "leavers" / f"{key}.csv", numbered(people, draw, f"{code}-"))
        left = Counter(published.lines_of(people, YEAR[1]))
        table += published.leavers(YEAR[1].year, code, name, left)
    write(folder / "published-leavers.csv", table)
    (folder / "INVENTED.txt").write_text(NOTE, encoding="utf-8", newline="\n")


def _officers(forces: Sequence[tuple[str, str, str]], draw: Draw) -> list[int]:
    """How many officers leave each force; together as many as are wanted."""
    sizes = [SIZES.get(key) or draw.one_of(MIDDLE) for key, _, _ in forces]
    numbers = [OFFICERS_LEFT * size // sum(sizes) for size in sizes]
    numbers[0] += OFFICERS_LEFT - sum(numbers)
    return numbers


def _departures(officers: int, draw: Draw) -> Iterator[Departure]:
    moved = officers * TRANSFERS_PER_CENT // 100
    yield _departure(OFFICERS, {TRANSFER: 1}, moved, draw)
    yield _departure(OFFICERS, REASONS[OFFICERS], officers - moved, draw)
    for group, percent in PER_CENT_OF_OFFICERS.items():
        yield _departure(group, REASONS[group], officers * percent // 100, draw)


def _departure(group: str, reasons: Mapping[str, int], number: int, draw: Draw) -> Departure:
    """People of a group, of whom a drawn share was asked, and of these a drawn share answered."""
    offered = number * (40 + draw.below(60)) // 100
    held = offered * (30 + draw.below(50)) // 100
    untold, late = held * draw.below(30) // 100, held * draw.below(30) // 100
    return Departure(group, reasons, *YEAR, number, offered, held, untold=untold, late=late)
