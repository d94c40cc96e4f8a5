"""Whether govcheck and the program by hand give the same answers to the twenty rules.

Run: python bench/leavers_same.py FILE. Prints what differs; the exit status is then 1.
"""

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from math import fsum, isclose
from pathlib import Path
from typing import Any

from leavers_rules import MEASURES, Gone

from govcheck.evidence.datasets import Found, measure
from govcheck.evidence.sources import Sources
from govcheck.model.column import NOT_STATED, UNREAD, Code
from govcheck.model.data_source import DataSource
from govcheck.model.disclosure import Amount, Share
from govcheck.model.measure import Spread

Answer = dict[tuple[str, ...], Any]
KEYS = {"leavers by month": (None, Gone.group), "lapsed by force": (Gone.force, Gone.group)}
BROKEN = {
    "twice": [("leaver_id", "twice")],
    "out of order": [("left_on", "out of order")],
    "out of limits": [("fte", "too small"), ("fte", "too large")],
    "blank": [
        (name, "blank") for name in ("leaver_id", "joined", "left_on", "vetted_until", "fte")
    ],
}


def ours(path: Path) -> tuple[dict[str, Answer], dict[tuple[str, str], int]]:
    """The exact answers, and how many rows break each rule of the contract."""
    source = DataSource(path=path.name)
    found = measure(Gone, source, [*MEASURES.values()], date(2024, 1, 1), Sources(path.parent))
    if found.dataset is None:
        sys.exit(f"{path} cannot be counted: {found.state.failure}")
    answers = {name: _plain(found.dataset[item]) for name, item in MEASURES.items()}
    return answers, _broken(found)


def _broken(found: Found) -> dict[tuple[str, str], int]:
    return {(item.column, item.kind): item.rows.exact for item in found.state.violations}


def _plain(answer: Mapping[tuple[str, ...], Any]) -> Answer:
    def plain(value: object) -> object:
        match value:
            case Amount():
                return (value.exact,)
            case Share():
                return (value.numerator, value.denominator)
            case Spread():
                return {None: value.missing} | dict(value.counts)
            case (date() as first, date() as last):
                return (first.isoformat(), last.isoformat())
        return value

    return {group: plain(value) for group, value in answer.items()}


def by_hand(name: str, rows: Sequence[Sequence[Any]]) -> Answer:
    """The same shape, of the rows that the program by hand prints."""
    if name in ("held without a day", "period"):
        return {(): tuple(rows[0])}
    first = Gone.force if "by force" in name else Gone.group
    keys = KEYS.get(name, (first,))
    found: dict[tuple[str, ...], list[Sequence[Any]]] = {}
    for row in rows:
        group = tuple(_named(cell, column) for cell, column in zip(row, keys, strict=False))
        found.setdefault(group, []).append(row[len(keys) :])
    if name == "notice by force":
        return {group: {None: 0} | dict(part) for group, part in found.items()}
    if name == "full time by group":
        return {group: fsum((fte or 0) * n for fte, n in part) for group, part in found.items()}
    return {group: tuple(map(sum, zip(*part, strict=True))) for group, part in found.items()}


def _named(cell: str | None, column: Code | None) -> str:
    value = column.read(cell) if column else cell
    return NOT_STATED if value is None else UNREAD.value if value is UNREAD else str(value)


def _same(one: object, other: object) -> bool:
    if isinstance(one, float) and isinstance(other, float):
        return isclose(one, other, rel_tol=1e-9)
    return one == other


def main() -> None:
    path = Path(sys.argv[1])
    program = Path(__file__).with_name("leavers_by_hand.py")
    ways = ["table"] if path.suffix == ".csv" else []
    done = subprocess.run(
        [sys.executable, str(program), str(path), *ways], capture_output=True, check=True
    )
    hand = json.loads(done.stdout)
    answers, broken = ours(path)
    wrong = [
        f"{name}, {group}: {answer.get(group)} and by hand {expected.get(group)}"
        for name, answer in answers.items()
        for expected in [by_hand(name, hand[name])]
        for group in {**answer, **expected}
        if not _same(answer.get(group), expected.get(group))
    ]
    for name, rules in BROKEN.items():
        numbers = hand[name][0]
        wrong += [
            f"{name}: {broken.get(rule, 0)} rows and by hand {number}"
            for rule, number in zip(rules, numbers, strict=True)
            if broken.get(rule, 0) != number
        ]
    for column in ("force", "group", "reason", "offered", "held"):
        read = getattr(Gone, column).read
        unknown = sum(
            n for name, label, n in hand["labels"] if name == column and read(label) is UNREAD
        )
        if broken.get((column, "not recognised"), 0) != unknown:
            wrong.append(f"labels of {column}: not {unknown} unknown, as by hand")
    print("\n".join(wrong[:20]) or "  the answers to all twenty rules are those by hand")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
