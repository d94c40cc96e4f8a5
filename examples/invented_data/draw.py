"""Chance that comes out alike on every machine: whole numbers of one seeded generator."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from random import Random
from typing import TypeVar

T = TypeVar("T")
SEASON = {1: 9, 2: 7, 3: 11, 4: 9, 5: 7, 6: 8, 7: 9, 8: 9, 9: 12, 10: 8, 11: 7, 12: 4}
"""How people leave over the months: many when the financial year ends and after the summer, few in
December. Invented."""
LATEST_DAY = 28
"""Days are drawn from the 1st to the 28th, which every month has."""


class Draw:
    """Draws from one seed. Only `randrange` is used, whose numbers are those of every Python."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)  # noqa: S311 - invented data are no secret

    def below(self, limit: int) -> int:
        """A whole number from 0, below the limit."""
        return self._random.randrange(limit)

    def one_of(self, choices: Sequence[T]) -> T:
        """One of them, each as likely."""
        return choices[self.below(len(choices))]

    def weighted(self, weights: Mapping[T, int]) -> T:
        """One of the keys, each as likely as its weight."""
        left = self.below(sum(weights.values()))
        for choice, weight in weights.items():
            left -= weight
            if left < 0:
                return choice
        raise AssertionError

    def mixed(self, items: Iterable[T]) -> list[T]:
        """All of them in another order."""
        found = list(items)
        for last in range(len(found) - 1, 0, -1):
            other = self.below(last + 1)
            found[last], found[other] = found[other], found[last]
        return found

    def day(self, first: date, last: date) -> date:
        """A day from first to last, each as likely."""
        return first + timedelta(days=self.below((last - first).days + 1))

    def leaving_day(self, first: date, last: date) -> date:
        """A day in the months from that of first to that of last, by the season."""
        begin, end = (day.year * 12 + day.month - 1 for day in (first, last))
        months = {number: SEASON[number % 12 + 1] for number in range(begin, end + 1)}
        year, month = divmod(self.weighted(months), 12)
        return date(year, month + 1, self.below(LATEST_DAY) + 1)

    def before(self, day: date, least: int, most: int) -> date:
        """A day so many days earlier."""
        return day - timedelta(days=least + self.below(most - least + 1))
